/** What was gathered, without the booking that is to be mended: it is not in its own way. */
import { takenBy } from "../../src/cases/holds.ts";
import { withoutOwn } from "../../src/cases/own-time.ts";
import { isSameTime } from "../../src/domain/change.ts";
import type { BookedSession } from "../../src/domain/proposal.ts";
import type { SchedulingContext } from "../../tools/scheduling-context.ts";
import { type Booked, type Outside, eventAsBooked } from "./booked.ts";

/** Who cannot at the time at which a session is booked. */
export type Refusing = (session: BookedSession) => ReadonlySet<string>;

/** Whose time it is, and which. */
interface Mended {
  outside: { change: Pick<Outside["change"], "before" | "events" | "refused"> };
  /** Ids of the booking's events, those that are gone among them. */
  eventIds: readonly string[];
  refusing: Refusing;
}

type Block = SchedulingContext["availability"][number]["blocks"][number];

/** The booking's own time is free, and whoever refuses a session is busy then. */
export const withoutOwnTime = (
  gathered: SchedulingContext,
  { outside: { change }, eventIds, refusing }: Mended,
): SchedulingContext => {
  const { before } = change;
  const others = (email: string, blocks: readonly Block[]): Block[] =>
    withoutOwn(
      email,
      blocks.map(({ start, end, ...block }) => ({
        ...block,
        start: Temporal.Instant.from(start),
        end: Temporal.Instant.from(end),
      })),
      { ...change, eventIds },
    ).map(({ start, end, ...block }) => ({
      ...block,
      start: start.toString(),
      end: end.toString(),
    }));
  // Our books have it where it was booked, wherever its event stands.
  const isHeld = ({ email, start, end }: SchedulingContext["held"][number]): boolean =>
    before.some(
      (session) =>
        takenBy(session).includes(email) && isSameTime(session, { startsAt: start, endsAt: end }),
    );
  const refusedBy = (email: string) =>
    [
      ...before.filter((session) => refusing(session).has(email)),
      ...(change.refused ?? []).filter((refusal) => refusal.email === email),
    ].map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt, kind: "busy" as const }));
  return {
    ...gathered,
    held: gathered.held.filter((held) => !isHeld(held)),
    availability: gathered.availability.map((person) => ({
      ...person,
      blocks: [...others(person.email, person.blocks), ...refusedBy(person.email)],
    })),
  };
};

/** As though what stands were not booked: neither its people nor the candidate are taken by it. */
export const asThoughUnbooked = (
  gathered: SchedulingContext,
  { payload: { sessions: before }, events: standing }: Pick<Booked, "payload" | "events">,
): SchedulingContext => {
  const events = standing.flatMap((ref, index) => {
    const session = before[index];
    return session ? [eventAsBooked(session, ref)] : [];
  });
  const eventIds = events.map(({ eventId }) => eventId);
  const refusing = () => new Set<string>();
  const free = withoutOwnTime(gathered, {
    outside: { change: { before, events } },
    eventIds,
    refusing,
  });
  const { taken } = gathered.candidate;
  const others = taken?.filter(({ start, end }) =>
    before.every((session) => !isSameTime(session, { startsAt: start, endsAt: end })),
  );
  return { ...free, candidate: { ...free.candidate, ...(others && { taken: others }) } };
};

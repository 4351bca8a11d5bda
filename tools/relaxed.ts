/** One rule loosened, because nothing fits as it is and a person asked for it. What would be booked otherwise (a length, a
 * format, a seat) changes in what was gathered; what only the search keeps to, in what the engine is asked. */
import type { WorkingHours } from "../src/domain/calendar.ts";
import type { Relaxation } from "../src/domain/no-fit.ts";
import { LEAST_NOTICE_MINUTES } from "../src/scheduling/defaults.ts";
import { loosenLoop } from "../src/scheduling/relax-loop.ts";
import type { LoopRequest } from "../src/scheduling/loop-types.ts";
import type { SlotPerson, SlotRequest } from "../src/scheduling/types.ts";
import type { ContextPlace, ContextSession, SchedulingContext } from "./scheduling-context.ts";

/** Units: minutes. As the engine looked when it told what would help. */
const SHORTER = 15;
const BEYOND_HOURS = 60;
const MINUTES_A_DAY = 24 * 60;

/** The kind, and of whom it is. */
const partsOf = (id: string): { what: string; whose: string } => {
  const colon = id.indexOf(":");
  return colon === -1
    ? { what: id, whose: "" }
    : { what: id.slice(0, colon), whose: id.slice(colon + 1) };
};

/** What kind of rule it is, of whomever. */
export const kindOf = (id: string): string => partsOf(id).what;

/** What was gathered, with that rule loosened. Shape: null when it has no such rule, or one that nobody may loosen. */
export const relaxContext = (
  context: SchedulingContext,
  relaxed: Pick<Relaxation, "id" | "change">,
): SchedulingContext | null => {
  const { what, whose } = partsOf(relaxed.id);
  const changed = { ...context, relaxed: { id: relaxed.id, change: relaxed.change } };
  switch (what) {
    case "duration":
      return { ...changed, sessions: context.sessions.map(shorter) };
    case "format":
      return context.sessions.some(isInPlace)
        ? { ...changed, sessions: context.sessions.map(byVideo) }
        : null;
    case "person":
      return withSessions(changed, (session) => withoutSeatOf(whose, session));
    case "candidate_windows":
      // What stands in their place keeps nights and weekends free still.
      return context.candidate.windows === null
        ? null
        : { ...changed, candidate: { ...context.candidate, windows: null } };
    default:
      return changed;
  }
};

const shorter = ({ rule, ...session }: ContextSession): ContextSession => ({
  ...session,
  rule: { ...rule, durationMinutes: rule.durationMinutes - SHORTER },
});

/** Whether people come together for it: it could be by video. */
export const isInPlace = ({ rule, rooms }: Pick<ContextSession, "rule" | "rooms">): boolean =>
  rule.format === "onsite" || rooms !== undefined;

/** With the video of the organizer's calendar, unless the plan asks for a kind. */
const byVideo = (session: ContextSession): ContextSession => {
  if (!isInPlace(session)) return session;
  const { rule, rooms: _, ...rest } = session;
  return { ...rest, rule: { ...rule, format: "video" } };
};

const withSessions = (
  context: SchedulingContext,
  change: (session: ContextSession) => ContextSession,
): SchedulingContext | null => {
  const sessions = context.sessions.map(change);
  const seats = (all: readonly ContextSession[]): number =>
    all.reduce((sum, { places }) => sum + places.length, 0);
  const isWhole = sessions.every(({ places }) => places.length > 0);
  return isWhole && seats(sessions) < seats(context.sessions) ? { ...context, sessions } : null;
};

/** `whose`: an address, or `#` and the number of a place that several could take. A room's place is no person's. */
const withoutSeatOf = (whose: string, session: ContextSession): ContextSession => {
  const isTheirs = ({ choices }: ContextPlace, index: number): boolean =>
    whose.startsWith("#")
      ? index === Number(whose.slice(1))
      : choices.length > 0 && choices.every((choice) => choice === whose);
  return {
    ...session,
    places: session.places.filter(
      (place, index) => place.label === "room" || !isTheirs(place, index),
    ),
  };
};

/** Kinds that `relaxContext` has dealt with. */
const OF_CONTEXT: ReadonlySet<string> = new Set([
  "duration",
  "format",
  "person",
  "candidate_windows",
]);

/** Whether a rule binds the search alone, and nothing of what is booked: its length, its form, its seats. */
export const isOfSearch = ({ id }: Pick<Relaxation, "id">): boolean =>
  !OF_CONTEXT.has(partsOf(id).what);

/** What the engine is asked of one session, with that rule loosened. */
export const relaxed = (request: SlotRequest, id: string): SlotRequest => {
  const { what, whose } = partsOf(id);
  if (what === "notice") return { ...request, minimumNoticeMinutes: LEAST_NOTICE_MINUTES };
  const looser = LOOSER[what];
  if (!looser) return request;
  const people = Object.entries(request.people).map(
    ([email, person]) =>
      [email, whose === "" || whose === email ? looser(person) : person] as const,
  );
  return { ...request, people: Object.fromEntries(people) };
};

/** The same of several sessions. */
export const relaxedLoop = (request: LoopRequest, id: string): LoopRequest =>
  OF_CONTEXT.has(partsOf(id).what) ? request : loosenLoop(request, id);

/** Not over midnight: nobody is asked for that. */
const longer = ({ zone, days }: WorkingHours): WorkingHours => ({
  zone,
  days: Object.fromEntries(
    Object.entries(days).map(([day, ranges]) => [
      day,
      ranges.map(({ startMinute, endMinute }) => ({
        startMinute: Math.max(0, startMinute - BEYOND_HOURS),
        endMinute: Math.min(MINUTES_A_DAY, endMinute + BEYOND_HOURS),
      })),
    ]),
  ),
});

/** What somebody keeps for themselves, given up. */
const LOOSER: Readonly<Record<string, (person: SlotPerson) => SlotPerson>> = {
  buffer: (person) => ({ ...person, bufferMinutes: 0 }),
  limit: ({ maxPerDay: _day, maxPerWeek: _week, ...person }) => person,
  paused: ({ pausedUntil: _until, ...person }) => person,
  hours: ({ reading, hours, stays, ...person }) => ({
    ...person,
    reading:
      reading.readable && reading.hours ? { ...reading, hours: longer(reading.hours) } : reading,
    hours: longer(hours),
    ...(stays && { stays: stays.map((stay) => ({ ...stay, hours: longer(stay.hours) })) }),
  }),
};

/** The time of a booking that is changed, in our own books: the former booking's goes and the new one's is taken, in one
 * transaction, after one more look at the candidate and at the calendars of those whose event does not stand there yet. */
import type { CalendarReader } from "../../calendar/port.ts";
import { fencedTransaction } from "../../cases/lease.ts";
import { takenBy } from "../../cases/holds.ts";
import { giveBack, moveTime, moveTimeBack } from "../../cases/moved-time.ts";
import type { Database } from "../../db/port.ts";
import { withoutOwn } from "../../cases/own-time.ts";
import { changesFrom, isBegunIn, isSameTime, sessionChanges } from "../../domain/change.ts";
import { AppError } from "../../domain/errors.ts";
import type { BookInterview, BookedSession, BookingChange } from "../../domain/proposal.ts";
import type { Clock } from "../../domain/time.ts";
import type { LeverReader } from "../../lever/port.ts";
import type { EffectKind } from "../kind.ts";
import { refuseIfCandidateChanged } from "../look-again.ts";
import { orGone } from "./changed-event.ts";
import { refuseIfTaken } from "./reserve.ts";

interface TimeDeps {
  database: Database;
  calendar: CalendarReader;
  lever: { reader: LeverReader };
  clock: Clock;
}

/** Errors, when something has changed since the proposal was made: those of a new booking's reservation. */
export const createMovedTime =
  (deps: TimeDeps) =>
  (payload: BookInterview, change: BookingChange): EffectKind => {
    const seats = payload.sessions.reduce((sum, session) => sum + takenBy(session).length, 0);
    const times = { of: change.of, before: change.before, after: payload.sessions };
    return {
      kind: "reserve_time",
      audience: "internal",
      label: "Hold the time of the changed booking, and give the former one back",
      send: async ({ effectId, proposalId, lease }) => {
        refuseIfPassed(payload, deps.clock);
        await refuseIfCandidateChanged(payload, deps.lever.reader);
        const events = await readStanding(change, deps.calendar);
        const sessions = notStanding(payload, events);
        await refuseIfTaken({ sessions }, deps.calendar, {
          without: (email, blocks) => withoutOwn(email, blocks, { before: change.before, events }),
          at: events,
        });
        const now = deps.clock.now();
        await fencedTransaction(
          deps.database,
          lease,
          async (tx) => await moveTime(tx, { ...times, effectId, proposalId, now }),
        );
        return { people: String(seats) };
      },
      probe: async ({ effectId }) => {
        const rows = await deps.database.query(
          "select id from reservations where effect_id = $1 and released_at is null",
          [effectId],
        );
        return rows.length === seats
          ? { outcome: "done", ref: { people: String(rows.length) } }
          : { outcome: "absent" };
      },
      undo: async (_, { effectId, lease }) => {
        const now = deps.clock.now();
        await fencedTransaction(
          deps.database,
          lease,
          async (tx) => await moveTimeBack(tx, { ...times, effectId, now }),
        );
      },
    };
  };

/** The time of a booking that is cancelled. */
export const createReleasedTime =
  (deps: Pick<TimeDeps, "database" | "clock">) =>
  (_: BookInterview, { of, before }: BookingChange): EffectKind => ({
    kind: "release_time",
    audience: "internal",
    label: "Give the time of the panel back",
    send: async ({ lease }) => {
      const now = deps.clock.now();
      await fencedTransaction(
        deps.database,
        lease,
        async (tx) => await giveBack(tx, { of, now, isToCome: true }),
      );
      return {};
    },
    // Giving back twice is giving back once.
    probe: async () => await Promise.resolve({ outcome: "absent" }),
    undo: async (_ref, { effectId, lease }) => {
      const now = deps.clock.now();
      await fencedTransaction(
        deps.database,
        lease,
        async (tx) => await moveTimeBack(tx, { of, effectId, before, after: [], now }),
      );
    },
  });

const refuseIfPassed = (payload: BookInterview, clock: Clock): void => {
  if (Temporal.Instant.compare(changesFrom(payload), clock.now()) > 0) return;
  throw new AppError({
    code: "stale_proposal",
    fault: "caller",
    message: "What was to be changed has begun, so nothing was changed.",
  });
};

/** Its events where they stand by now, without those that are gone since the change was proposed. */
const readStanding = async (
  { events }: BookingChange,
  calendar: CalendarReader,
): Promise<BookingChange["events"]> => {
  const now = await Promise.all(
    events.map(async (event) => {
      const { organizer, eventId } = event;
      const found = await orGone(async () => await calendar.getEvent(organizer, eventId));
      if (!found || found.status === "cancelled") return [];
      const { startsAt, endsAt } = found;
      return [{ ...event, startsAt: startsAt.toString(), endsAt: endsAt.toString() }];
    }),
  );
  return now.flat();
};

/** Sessions at another time than they are booked, or than their event stands: whose event is gone or elsewhere was free for
 * others. Of the rest who and which room comes in. */
const notStanding = (payload: BookInterview, events: BookingChange["events"]): BookedSession[] =>
  sessionChanges(payload).flatMap(({ after, isMoved, joining, isRoomChanged }) => {
    if (isBegunIn(payload.change, after)) return [];
    const event = events.find(({ sessionId }) => sessionId === after.sessionId);
    if (isMoved || !event || !isSameTime(event, after)) return [after];
    const { room, ...rest } = after;
    if (joining.length === 0 && !isRoomChanged) return [];
    return [{ ...rest, panel: joining, ...(isRoomChanged && room && { room }) }];
  });

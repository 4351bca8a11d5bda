/** The time of a booking that is changed, in our own books: the former booking's goes and the new one's is taken, in one
 * transaction, after one more look at the candidate and at the calendars of those who have not been booked for it yet. */
import type { CalendarReader } from "../../calendar/port.ts";
import { fencedTransaction } from "../../cases/lease.ts";
import { takenBy } from "../../cases/holds.ts";
import { giveBack, moveTime, moveTimeBack } from "../../cases/moved-time.ts";
import type { Database } from "../../db/port.ts";
import type { BusyBlock } from "../../domain/calendar.ts";
import { changesFrom, sessionChanges } from "../../domain/change.ts";
import { AppError } from "../../domain/errors.ts";
import { timeOf } from "../../domain/itinerary.ts";
import type { BookInterview, BookedSession, BookingChange } from "../../domain/proposal.ts";
import type { Clock } from "../../domain/time.ts";
import type { LeverReader } from "../../lever/port.ts";
import type { EffectKind } from "../kind.ts";
import { refuseIfCandidateChanged } from "../look-again.ts";
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
        const sessions = notBookedYet(payload);
        await refuseIfTaken({ sessions }, deps.calendar, (email, block) =>
          isOfBooking(email, block, change),
        );
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
      await fencedTransaction(deps.database, lease, async (tx) => await giveBack(tx, { of, now }));
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

/** Sessions at another time, and of the others those who come in. */
const notBookedYet = (payload: BookInterview): BookedSession[] =>
  sessionChanges(payload).flatMap(({ after, isMoved, joining }) => {
    if (isMoved) return [after];
    return joining.length > 0 ? [{ ...after, panel: joining }] : [];
  });

/** Whether time in somebody's calendar is taken by the booking itself. Free/busy alone, and Microsoft's own copy of a guest's
 * event, do not say of which event they are: then it is its time that tells. */
const isOfBooking = (email: string, block: BusyBlock, { events, before }: BookingChange): boolean =>
  events.some((event) => {
    if (block.eventId === event.eventId) return true;
    const session = before.find(({ sessionId }) => sessionId === event.sessionId);
    const { startsAt, endsAt } = timeOf(event);
    return (
      block.start.equals(startsAt) &&
      block.end.equals(endsAt) &&
      session?.panel.some((member) => member.email === email) === true
    );
  });

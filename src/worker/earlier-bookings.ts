/** Interviews to come that were booked before reminders and attendance were known: written down once, as if that had been done when they were
 * booked. What would have been sent by now is not sent. */
import type { Logger } from "pino";
import { type BookedTime, planAttendances } from "../cases/attendances.ts";
import { type UnplannedBooking, listUnplanned } from "../cases/bookings.ts";
import { listBefore } from "../cases/confirmation.ts";
import { lockStream } from "../cases/lease.ts";
import { getProposal } from "../cases/proposals.ts";
import { planReminders } from "../cases/reminders.ts";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { OpportunityId } from "../domain/ids.ts";
import type { BookInterview } from "../domain/proposal.ts";
import type { Clock } from "../domain/time.ts";
import type { PlanReader } from "../plans/reader.ts";
import type { Texts } from "../privacy/texts.ts";

export interface EarlierDeps {
  database: Database;
  clock: Clock;
  log: Logger;
  texts: Texts;
  plans: Pick<PlanReader, "get">;
}

const PLANNED = "earlier_bookings_planned";

/** One round; says whether all that can be is written down, here or in another process. Safe in any number of processes: each booking is
 * looked at again under the lock of its opportunity. */
export const planEarlierBookings = async (deps: EarlierDeps): Promise<boolean> => {
  const { database, clock } = deps;
  const isDone = await database.query("select from settings where name = $1", [PLANNED]);
  if (isDone.length > 0) return true;
  const now = clock.now();
  const isSettled: boolean[] = [];
  for (const booking of await listUnplanned(database, { now })) {
    isSettled.push(await planOrSay(booking, deps));
  }
  // What passes is tried again with the next round.
  if (isSettled.includes(false)) return false;
  await database.query(
    "insert into settings (name, value, updated_at) values ($1, '{}', $2) on conflict (name) do nothing",
    [PLANNED, now.toString()],
  );
  return true;
};

/** One that fails keeps none behind it waiting. Shape: whether it is not to be tried again. */
const planOrSay = async (booking: UnplannedBooking, deps: EarlierDeps): Promise<boolean> => {
  try {
    await planOne(booking, deps);
    return true;
  } catch (thrown) {
    const passes = thrown instanceof AppError && thrown.retryable;
    deps.log.warn(
      { err: thrown, caseId: booking.caseId },
      passes
        ? "a booking of an earlier release could not be planned now; it is tried again"
        : "a booking of an earlier release cannot be planned: nobody is reminded of it",
    );
    return !passes;
  }
};

const planOne = async (
  { caseId, opportunityId, proposalId }: UnplannedBooking,
  deps: EarlierDeps,
): Promise<void> => {
  const { database, clock, log, plans } = deps;
  const proposal = await getProposal(database, proposalId);
  const bookings = proposal ? await listBefore(proposal, deps) : [];
  const payload = bookings[0]?.payload;
  if (!payload) {
    log.warn(
      { caseId },
      "a booking of an earlier release cannot be read: nobody is reminded of it",
    );
    return;
  }
  const plan = await plans.get(payload.planId);
  const madeAt = await Promise.all(
    bookings.map(async (each) => ({
      payload: each.payload,
      at: (await bookedAt(each.proposal.id, database)) ?? each.proposal.createdAt,
    })),
  );
  await database.transaction(async (tx) => {
    // In the order in which everybody locks.
    await lockStream(tx, OpportunityId.parse(opportunityId));
    const now = clock.now();
    const still = await listUnplanned(tx, { now, caseId });
    // Another process was quicker, or it was changed meanwhile, which writes it down too.
    if (still[0]?.proposalId !== proposalId) return;
    const booking = { caseId, proposalId, payload, plan, now };
    await planReminders(tx, booking);
    await planAttendances(tx, { ...booking, booked: bookedTimes(madeAt) });
  });
};

const bookedAt = async (
  proposalId: string,
  database: Database,
): Promise<Temporal.Instant | null> => {
  const [row] = await database.query<{ at: Temporal.Instant | null }>(
    "select max(finished_at) as at from effects where proposal_id = $1 and status = 'done'",
    [proposalId],
  );
  return row?.at ?? null;
};

interface Made {
  payload: BookInterview;
  at: Temporal.Instant;
}

/** By session id, from a booking and those that it changed, the newest first. */
export const bookedTimes = (made: readonly Made[]): Map<string, BookedTime> => {
  const [newest] = made;
  const sessions = newest?.payload.sessions ?? [];
  return new Map(
    sessions.map(({ sessionId }) => {
      const times = made.flatMap(({ payload, at }) => {
        const session = payload.sessions.find((each) => each.sessionId === sessionId);
        return session ? [{ startsAt: Temporal.Instant.from(session.startsAt), at }] : [];
      });
      const isMoved = times.map(({ startsAt }, index) => {
        const before = times[index + 1];
        return before !== undefined && !before.startsAt.equals(startsAt);
      });
      const sinceMove = isMoved.indexOf(true);
      const first = times[sinceMove < 0 ? times.length - 1 : sinceMove];
      if (!first) throw new Error("a session of a booking that has none");
      return [sessionId, { bookedAt: first.at, moves: isMoved.filter(Boolean).length }];
    }),
  );
};

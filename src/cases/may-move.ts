/** Whether the candidate of a booking may still ask for another time on their page, as its plan is by now. */
import type { Database, Queryable } from "../db/port.ts";
import { timeOf } from "../domain/itinerary.ts";
import { type MayMove, mayMoveOf } from "../domain/may-move.ts";
import type { InterviewPlan } from "../domain/plan.ts";
import type { BookInterview } from "../domain/proposal.ts";
import { countAnswers } from "./answers.ts";

/** By the first interview of the whole booking, however many visits it has: it is moved as one. */
export const readMayMove = async (
  reads: Database | Queryable,
  about: {
    caseId: string;
    payload: Pick<BookInterview, "sessions">;
    plan: InterviewPlan | null;
    now: Temporal.Instant;
  },
): Promise<MayMove> => {
  const { caseId, payload, plan, now } = about;
  const [first] = payload.sessions;
  if (!first) throw new Error("a booking without a session");
  return mayMoveOf({
    startsAt: timeOf(first).startsAt,
    moves: await countAnswers(reads, caseId, "wants_move"),
    rules: plan?.rules ?? {},
    now,
  });
};

/** When the briefs and reminders of what was just booked, changed or cancelled are due; what waits for a decision and is of a session
 * that is otherwise now is off the table. */
import { planAttendances } from "../../src/cases/attendances.ts";
import { DEFAULT_BRIEF_HOURS, planBriefs } from "../../src/cases/briefs.ts";
import { openBooking } from "../../src/cases/open-proposal.ts";
import { getProposal } from "../../src/cases/proposals.ts";
import { planReminders } from "../../src/cases/reminders.ts";
import { supersedeBriefs, supersedeMessages } from "../../src/cases/supersede.ts";
import type { Tx } from "../../src/db/port.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import type { InterviewPlan } from "../../src/domain/plan.ts";
import type { BookInterview } from "../../src/domain/proposal.ts";
import type { RunDeps } from "../deps.ts";
import type { RunState } from "../state.ts";

/** A booking as it was performed, and its plan, if it still is there. */
export interface PerformedBooking {
  proposalId: string;
  payload: BookInterview;
  plan: InterviewPlan | null;
}

/** Errors: those of `openBooking`. */
export const readPerformed = async (
  proposalId: string,
  { database, texts, plans }: RunDeps,
): Promise<PerformedBooking> => {
  const proposal = await getProposal(database, proposalId);
  if (!proposal) throw new Error("a proposal that was just performed is not there");
  const { payload } = await openBooking(database, proposal, texts);
  return { proposalId, payload, plan: await plans.get(payload.planId) };
};

/** In the transaction that tells the case of the booking. */
export const planWhatFollows = async (
  tx: Tx,
  booking: PerformedBooking & { caseId: CaseId; state: RunState },
  deps: RunDeps,
): Promise<void> => {
  const { caseId, plan, state } = booking;
  const hoursBefore = plan?.rules?.briefHoursBefore ?? DEFAULT_BRIEF_HOURS;
  const { correlationId } = state;
  for (const sessionId of await planBriefs(tx, { ...booking, hoursBefore })) {
    const changed = { caseId, exceptRun: null, correlationId, sessionId };
    const because = "The interview was changed, so its brief is made anew.";
    await supersedeBriefs(tx, { ...changed, because }, deps);
    const told = "The interview was changed, so nobody is told of it as it was.";
    await supersedeMessages(tx, { ...changed, because: told }, deps);
  }
  const now = deps.clock.now();
  await planReminders(tx, { ...booking, now });
  await planAttendances(tx, { ...booking, now });
};

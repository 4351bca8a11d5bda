/** When the briefs of what was just booked, changed or cancelled are due; those that wait for a decision and are of a session
 * that is otherwise now are off the table. */
import { DEFAULT_BRIEF_HOURS, planBriefs } from "../../src/cases/briefs.ts";
import { openBooking } from "../../src/cases/open-proposal.ts";
import { getProposal } from "../../src/cases/proposals.ts";
import { supersedeBriefs } from "../../src/cases/supersede.ts";
import type { Tx } from "../../src/db/port.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import type { BookInterview } from "../../src/domain/proposal.ts";
import type { RunDeps } from "../deps.ts";
import type { RunState } from "../state.ts";

/** A booking as it was performed, and how long before it its briefs are sent. */
export interface PerformedBooking {
  proposalId: string;
  payload: BookInterview;
  hoursBefore: number;
}

/** Errors: those of `openBooking`. */
export const readPerformed = async (
  proposalId: string,
  { database, texts, plans }: RunDeps,
): Promise<PerformedBooking> => {
  const proposal = await getProposal(database, proposalId);
  if (!proposal) throw new Error("a proposal that was just performed is not there");
  const { payload } = await openBooking(database, proposal, texts);
  const plan = await plans.get(payload.planId);
  const hoursBefore = plan?.rules?.briefHoursBefore ?? DEFAULT_BRIEF_HOURS;
  return { proposalId, payload, hoursBefore };
};

/** In the transaction that tells the case of the booking. */
export const planBriefsOf = async (
  tx: Tx,
  booking: PerformedBooking & { caseId: CaseId; state: RunState },
  deps: RunDeps,
): Promise<void> => {
  const { caseId, state } = booking;
  for (const sessionId of await planBriefs(tx, booking)) {
    const because = "The interview was changed, so its brief is made anew.";
    const { correlationId } = state;
    await supersedeBriefs(tx, { caseId, exceptRun: null, because, correlationId, sessionId }, deps);
  }
};

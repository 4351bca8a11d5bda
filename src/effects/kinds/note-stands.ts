/** Whether what a person let through about a candidacy still holds: it may have changed while that waited. */
import { AppError } from "../../domain/errors.ts";
import type { OpportunityId, PostingId } from "../../domain/ids.ts";
import type { LeverReader } from "../../lever/port.ts";

/** `soThat`: what then does not happen, in words. Errors: `stale_proposal`; those of Lever. */
export const refuseUnlessStands = async (
  { opportunityId, postingId }: { opportunityId: OpportunityId; postingId: PostingId },
  lever: LeverReader,
  soThat = "no note was left",
): Promise<void> => {
  const opportunity = await lever.getOpportunity(opportunityId);
  const posting = await lever.getPosting(postingId);
  if (opportunity.confidential || posting.confidential) {
    throw stale(`The candidacy is confidential in Lever by now, so ${soThat}.`);
  }
  if (opportunity.archivedAt !== null) {
    throw stale(`The candidacy is archived in Lever by now, so ${soThat}.`);
  }
  if (opportunity.postingId !== postingId) {
    throw stale("The candidate is on another posting in Lever now: ask for it anew.");
  }
};

/** What was decided on is otherwise by now. */
export const stale = (message: string): AppError =>
  new AppError({ code: "stale_proposal", fault: "caller", message });

/** What is booked may not be what takes place: asked again later, it may be told after all. */
export const inDoubt = (message: string): AppError =>
  new AppError({ code: "booking_in_doubt", fault: "caller", message });

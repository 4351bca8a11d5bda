/** Whether what a link of the panel was made for may still be shown: a link outlives it. */
import { type OpportunityId, UserId } from "../../domain/ids.ts";
import type { LeverReader } from "../../lever/port.ts";

/** Not to whoever has left, and not of what is confidential or gone by now. Errors: those of Lever. */
export const isStillShown = async (
  { opportunityId, userId }: { opportunityId: OpportunityId; userId: string },
  lever: Pick<LeverReader, "getUser" | "getOpportunity">,
): Promise<boolean> => {
  const user = await lever.getUser(UserId.parse(userId));
  const opportunity = await lever.getOpportunity(opportunityId);
  const { archivedAt, isAnonymized, confidential } = opportunity;
  return !user.deactivated && !confidential && archivedAt === null && !isAnonymized;
};

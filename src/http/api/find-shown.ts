/** The proposal that an address names, for whoever may be shown it. */
import { getCase } from "../../cases/cases.ts";
import { isKeptToFew } from "../../cases/kept-to-few.ts";
import { WORD_OF_RISK } from "../../cases/no-show-told.ts";
import { getProposal } from "../../cases/proposals.ts";
import type { ProposalRecord } from "../../cases/records.ts";
import { keptToFew } from "../../domain/may-contact.ts";
import { type Principal, mayDecide } from "../auth/principal.ts";
import { notThere } from "./not-there.ts";
import type { ViewDeps } from "./views.ts";

/** Errors: `not_found`, also for what is not told to whoever asks; `forbidden` for what is for few by now. */
export const findShown = async (
  id: string,
  { database, texts }: ViewDeps,
  principal: Principal | null,
): Promise<ProposalRecord> => {
  const proposal = await getProposal(database, id);
  if (proposal?.kind === WORD_OF_RISK && !mayDecide(principal)) throw notThere("proposal");
  const case_ = proposal && (await getCase(database, proposal.caseId));
  if (!case_) throw notThere("proposal");
  if (await isKeptToFew(database, { proposal, case_ }, texts)) throw keptToFew();
  return proposal;
};

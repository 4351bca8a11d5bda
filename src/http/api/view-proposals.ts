/** Proposals as lists show them to whoever asks. */
import type { CaseRecord, ProposalRecord } from "../../cases/records.ts";
import { listEffectsOf } from "../../effects/effects.ts";
import type { Principal } from "../auth/principal.ts";
import { type OwnFormDeps, hiddenFrom, hiddenInCase } from "../../cases/own-form-first.ts";
import type { ProposalItem } from "./schemas.ts";
import { type ViewDeps, askedLook, viewProposal } from "./views.ts";

interface Looking {
  principal: Principal | null;
  /** Whose they all are, where one case is shown. */
  case_?: CaseRecord;
}

/** In the order given. */
export const viewProposals = async (
  proposals: readonly ProposalRecord[],
  { principal, case_ }: Looking,
  deps: ViewDeps & OwnFormDeps,
): Promise<ProposalItem[]> => {
  const hidden = case_
    ? await hiddenInCase(principal, { case_, proposals }, deps)
    : await hiddenFrom(principal, proposals, deps);
  const done = proposals.filter(({ status }) => status === "done").map(({ id }) => id);
  const effectsOf = await listEffectsOf(deps.database, done);
  const look = await askedLook(principal, proposals, deps);
  return await Promise.all(
    proposals.map(async (proposal) => {
      const effects = effectsOf.get(proposal.id) ?? [];
      const item = await viewProposal(proposal, { effects, look }, deps);
      const why = hidden.get(proposal.id);
      return why === undefined ? item : withoutContent(item, why);
    }),
  );
};

/** One of them. */
export const viewOne = async (
  proposal: ProposalRecord,
  principal: Principal | null,
  deps: ViewDeps & OwnFormDeps,
): Promise<ProposalItem> => {
  const [item] = await viewProposals([proposal], { principal }, deps);
  if (!item) throw new Error("a proposal that is not shown");
  return item;
};

/** That it is there, and why no more. */
const withoutContent = (item: ProposalItem, why: string): ProposalItem => ({
  ...item,
  summary: why,
  isReadable: false,
  warnings: 0,
  decision: item.decision && { ...item.decision, reason: null },
  notSent: item.notSent && { ...item.notSent, why: null },
});

/** Proposals as lists show them to whoever asks. */
import type { ProposalRecord } from "../../cases/records.ts";
import { listEffectsOf } from "../../effects/effects.ts";
import type { Principal } from "../auth/principal.ts";
import { type OwnFormDeps, hiddenFrom } from "../../cases/own-form-first.ts";
import type { ProposalItem } from "./schemas.ts";
import { type ViewDeps, viewProposal } from "./views.ts";

/** In the order given. */
export const viewProposals = async (
  proposals: readonly ProposalRecord[],
  principal: Principal | null,
  deps: ViewDeps & OwnFormDeps,
): Promise<ProposalItem[]> => {
  const hidden = await hiddenFrom(principal, proposals, deps);
  const done = proposals.filter(({ status }) => status === "done").map(({ id }) => id);
  const effects = await listEffectsOf(deps.database, done);
  return await Promise.all(
    proposals.map(async (proposal) => {
      const item = await viewProposal(proposal, effects.get(proposal.id) ?? [], deps);
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
  const [item] = await viewProposals([proposal], principal, deps);
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

/** A decision that is not made on the proposal's own page: by somebody who is known by their address or by a link of theirs, or on several at once. The very way
 * of deciding, after what a page would have kept from them. */
import { AppError } from "../domain/errors.ts";
import { isForPage } from "../domain/for-page.ts";
import {
  type DecideDeps,
  type Decided,
  type PersonDecision,
  decideProposal,
} from "./decide-proposal.ts";
import type { Decider } from "../policy/deciders.ts";
import { getProposal } from "./proposals.ts";
import type { Reach } from "./reach.ts";
import type { ReachableDecider } from "./reachable-deciders.ts";

export interface DecideElsewhereDeps extends DecideDeps {
  reach: Reach;
}

type Elsewhere = Omit<PersonDecision, "by" | "role"> & {
  decider: Decider & Pick<ReachableDecider, "scope">;
};

/** Errors: those of deciding; `not_found` for what is beyond their reach, `forbidden` for what is decided on its page alone. */
export const decideElsewhere = async (
  { decider, ...decision }: Elsewhere,
  deps: DecideElsewhereDeps,
): Promise<Decided> => {
  const proposal = await getProposal(deps.database, decision.proposalId);
  if (!proposal || !(await deps.reach(decider.scope, "proposal", proposal.id))) {
    throw new AppError({
      code: "not_found",
      fault: "caller",
      message: "There is no such proposal, or it is beyond your reach.",
    });
  }
  if (isForPage(proposal)) {
    throw new AppError({
      code: "forbidden",
      fault: "caller",
      message: "This is read and decided on its page in Convene alone.",
    });
  }
  const { name: by, role, email = null, person = null, identity = null } = decider;
  return await decideProposal({ ...decision, by, role, email, person, identity }, deps);
};

/** One person's approvals of several proposals at once: each by itself, by the one way of deciding and in a transaction of its own. What
 * cannot be approved is left out with its reason, and keeps nothing of the others back. */
import type { Logger } from "pino";
import type { DecisionChannel } from "../domain/decision-channel.ts";
import { asAppError } from "../domain/errors.ts";
import { type DecideElsewhereDeps, decideElsewhere } from "./decide-elsewhere.ts";
import type { Decider } from "../policy/deciders.ts";
import type { ReachableDecider } from "./reachable-deciders.ts";

/** A proposal with the digest that was seen. */
export interface SeenProposal {
  id: string;
  digest: string;
}

/** `first`: a second person has to approve it too. */
export interface ApprovalOutcome {
  id: string;
  outcome: "approved" | "first" | "left_out";
  /** Of what was left out; else null. */
  code: string | null;
  why: string | null;
}

/** In the order given. */
export const approveSeveral = async (
  {
    seen,
    decider,
    via,
  }: {
    seen: readonly SeenProposal[];
    decider: Decider & Pick<ReachableDecider, "scope">;
    via: DecisionChannel;
  },
  deps: DecideElsewhereDeps & { log: Logger },
): Promise<ApprovalOutcome[]> => {
  const outcomes: ApprovalOutcome[] = [];
  for (const { id, digest } of seen) {
    try {
      const { proposal } = await decideElsewhere(
        { proposalId: id, digest, decision: "approve", decider, via },
        deps,
      );
      const outcome = proposal.status === "waiting" ? "first" : "approved";
      outcomes.push({ id, outcome, code: null, why: null });
    } catch (thrown) {
      const error = asAppError(thrown);
      // What was approved before it has to be told all the same.
      if (error.fault !== "caller") {
        deps.log.error({ err: error, proposalId: id }, "one of several approvals failed");
      }
      outcomes.push({ id, outcome: "left_out", code: error.code, why: error.message });
    }
  }
  return outcomes;
};

/** Approving and rejecting from wherever a proposal is shown. */
import { useState } from "react";
import type {
  DecisionAnswer,
  DecisionRequest,
  ProposalItem,
} from "../../../src/http/api/schemas.ts";
import { useDecision } from "../api/changes.ts";
import { ApiError } from "../api/client.ts";
import { tellDone, tellProblem } from "../parts/tell.ts";

/** What a decision is about. */
export type Decidable = Pick<ProposalItem, "id" | "digest" | "candidateName">;

export interface DecideOptions {
  onDone?: (answer: DecisionAnswer) => void;
  /** Somebody was faster: the present state. Absent: it is only said. */
  onConflict?: (present: ProposalItem) => void;
}

/** Sends a decision for the very version that was seen, and says how it went. */
export const useDecide = ({ onDone, onConflict }: DecideOptions = {}) => {
  const decision = useDecision();
  const [busyId, setBusyId] = useState<string | null>(null);
  const send = (proposal: Decidable, body: Omit<DecisionRequest, "digest">, said: string): void => {
    // A second key press while the first is on its way is not a second decision.
    if (busyId !== null) return;
    setBusyId(proposal.id);
    decision.mutate(
      { id: proposal.id, digest: proposal.digest, ...body },
      {
        onSuccess: (answer) => {
          const isFirst = body.decision === "approve" && answer.proposal.status === "waiting";
          tellDone(isFirst ? "Approved. A second person has to approve it too." : said);
          onDone?.(answer);
        },
        onError: (error) => {
          const present = presentOf(error);
          if (present && onConflict) onConflict(present);
          else tellProblem(error);
        },
        onSettled: () => setBusyId(null),
      },
    );
  };
  return {
    busyId,
    approve: (
      proposal: Decidable,
      said = `Approved. The booking for ${proposal.candidateName} is under way.`,
    ): void => send(proposal, { decision: "approve" }, said),
    reject: (proposal: Decidable, reason: string): void =>
      send(
        proposal,
        { decision: "reject", reason },
        `Rejected. Nothing was sent to ${proposal.candidateName}.`,
      ),
    edit: (proposal: Decidable, payload: NonNullable<DecisionRequest["payload"]>): void =>
      send(
        proposal,
        { decision: "edit", payload },
        "Saved as a new version. Nothing is sent before you approve it.",
      ),
  };
};

const presentOf = (error: unknown): ProposalItem | null => {
  if (!(error instanceof ApiError) || error.problem.status !== 409) return null;
  // On a 409 the server sends the present state in the shape of a list's item.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (error.problem.state as ProposalItem | null | undefined) ?? null;
};

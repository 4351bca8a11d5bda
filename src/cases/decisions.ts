/** Decisions on proposals: by policy, or by a person, each bound to the very content. */
import type { Queryable, Database, Row, Tx } from "../db/port.ts";
import type { DecisionChannel } from "../domain/decision-channel.ts";
import type { ContactId, ProposalId } from "../domain/ids.ts";
import { PolicyBasis } from "../domain/policy-basis.ts";
import { appendLedger } from "../ledger/append.ts";
import type { ProposalDeps } from "./proposals.ts";
import type { AnyProposal } from "./records.ts";

type Reads = Database | Queryable;

export type DecisionWord =
  | "approve"
  | "edit"
  | "reject"
  | "expire"
  | "perform"
  | "observe"
  | "supersede";

/** How a person decided. */
export interface DecidedHow {
  via?: DecisionChannel | null;
  /** In whose place, by their delegate. */
  onBehalfOf?: string | null;
}

export interface NewDecision extends DecidedHow {
  proposal: AnyProposal;
  decision: DecisionWord;
  /** A person's name, `policy`, `clock` or `convene`. */
  by: string;
  correlationId: string;
  /** A person's own words: sealed. */
  reason?: { text: string; candidate: ContactId };
  /** Our words: into the ledger as they are. */
  because?: string;
  /** Of policy's own: by which of its words. */
  basis?: PolicyBasis;
}

/** Binds one decision to the proposal's digest, and says so in the ledger. */
export const recordDecision = async (
  tx: Tx,
  decision: NewDecision,
  deps: ProposalDeps,
): Promise<void> => {
  const { proposal, via = null, onBehalfOf = null, basis } = decision;
  const at = deps.clock.now();
  const reasonTextId = decision.reason
    ? await deps.texts.seal(tx, {
        candidate: decision.reason.candidate,
        kind: "decision_reason",
        text: decision.reason.text,
      })
    : null;
  await tx.query(
    `insert into decisions (proposal_id, digest, decision, decided_by, reason_text_id, at, via, on_behalf_of, basis)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      proposal.id,
      proposal.digest,
      decision.decision,
      decision.by,
      reasonTextId,
      at.toString(),
      via,
      onBehalfOf,
      basis ? JSON.stringify(PolicyBasis.parse(basis)) : null,
    ],
  );
  await appendLedger(tx, {
    type: "decision.made",
    actor: decision.by,
    caseId: proposal.caseId,
    correlationId: decision.correlationId,
    data: {
      proposalId: proposal.id,
      digest: proposal.digest,
      decision: decision.decision,
      ...(via !== null && { via }),
      ...(onBehalfOf !== null && { onBehalfOf }),
      ...basis,
      ...(decision.because && { because: decision.because }),
      ...(reasonTextId && { reasonTextId }),
    },
    at,
  });
};

export interface DecisionRecord {
  proposalId: ProposalId;
  digest: string;
  decision: DecisionWord;
  decidedBy: string;
  reasonTextId: string | null;
  at: Temporal.Instant;
  via: DecisionChannel | null;
  onBehalfOf: string | null;
  /** Null: a person decided, or an earlier version of ours, which did not keep it. */
  basis: PolicyBasis | null;
}

/** The decision on a proposal, or null while it waits. */
export const getDecision = async (
  reads: Reads,
  proposalId: string,
): Promise<DecisionRecord | null> => {
  const [found] = await reads.query<DecisionRecord & Row>(
    `select proposal_id as "proposalId", digest, decision, decided_by as "decidedBy",
       reason_text_id as "reasonTextId", at, via, on_behalf_of as "onBehalfOf", basis from decisions where proposal_id = $1`,
    [proposalId],
  );
  return found ?? null;
};

/** Four eyes: where a rule asks for two people, the first approval is kept, and the second one decides. */
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import type { DecisionChannel } from "../domain/decision-channel.ts";
import { appendLedger } from "../ledger/append.ts";
import { conflict } from "./asked-case.ts";
import type { DecidedHow } from "./decisions.ts";
import type { ProposalDeps } from "./proposals.ts";
import type { AnyProposal, ProposalRecord } from "./records.ts";

/** One approval of two. */
export interface Approval {
  by: string;
  at: Temporal.Instant;
  via: DecisionChannel | null;
  onBehalfOf: string | null;
}

/** Approvals of this very content, the first one first. */
export const readApprovals = async (
  reads: Database | Queryable,
  { id, digest }: Pick<AnyProposal, "id" | "digest">,
): Promise<Approval[]> =>
  await reads.query<Approval & Row>(
    `select approved_by as by, at, via, on_behalf_of as "onBehalfOf" from approvals
     where proposal_id = $1 and digest = $2 order by at, approved_by`,
    [id, digest],
  );

/** Whether what has been approved is what two people have approved. */
export const isApprovedByTwo = async (
  reads: Database | Queryable,
  proposal: Pick<AnyProposal, "id" | "digest">,
): Promise<boolean> => (await readApprovals(reads, proposal)).length >= 2;

/** Why somebody is not the second of two, in one line; null: they are, or are the first. */
export const whyNotTwice = (
  before: readonly Pick<Approval, "by" | "onBehalfOf">[],
  { by, onBehalfOf }: { by: string; onBehalfOf: string | null },
): string | null => {
  if (before.some((one) => one.by === by)) {
    return "You have approved this already: a second person has to approve it too.";
  }
  const inPlaceOf = onBehalfOf ?? by;
  return before.some((one) => (one.onBehalfOf ?? one.by) === inPlaceOf)
    ? `This has been approved for ${inPlaceOf} already: a second person has to approve it too.`
    : null;
};

interface OneOfTwo extends DecidedHow {
  proposal: ProposalRecord;
  by: string;
  correlationId: string;
}

/** Keeps an approval. Shape: who approved before; null: a second person has to. Errors: `conflict` for who has done so already, or in whose
 * place it was done. */
export const approveAsOneOfTwo = async (
  tx: Tx,
  { proposal, by, correlationId, via = null, onBehalfOf = null }: OneOfTwo,
  { clock }: ProposalDeps,
): Promise<string | null> => {
  const before = await readApprovals(tx, proposal);
  const whyNot = whyNotTwice(before, { by, onBehalfOf });
  if (whyNot !== null) throw conflict(whyNot);
  const at = clock.now();
  await tx.query(
    `insert into approvals (proposal_id, approved_by, digest, at, via, on_behalf_of) values ($1, $2, $3, $4, $5, $6)
     on conflict (proposal_id, approved_by) do update set digest = excluded.digest, at = excluded.at,
       via = excluded.via, on_behalf_of = excluded.on_behalf_of`,
    [proposal.id, by, proposal.digest, at.toString(), via, onBehalfOf],
  );
  const first = before[0]?.by;
  if (first !== undefined) return first;
  await appendLedger(tx, {
    type: "approval.given",
    actor: by,
    caseId: proposal.caseId,
    correlationId,
    data: {
      proposalId: proposal.id,
      digest: proposal.digest,
      ...(via !== null && { via }),
      ...(onBehalfOf !== null && { onBehalfOf }),
    },
    at,
  });
  await tx.query("select pg_notify('convene', $1)", [
    JSON.stringify({ topic: "proposals", caseId: proposal.caseId }),
  ]);
  return null;
};

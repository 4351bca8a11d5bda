/** Four eyes: where a rule asks for two people, the first approval is kept, and the second one decides. */
import type { Database, Queryable, Tx } from "../db/port.ts";
import { appendLedger } from "../ledger/append.ts";
import { conflict } from "./asked-case.ts";
import type { ProposalDeps } from "./proposals.ts";
import type { AnyProposal, ProposalRecord } from "./records.ts";

/** Who has approved this very content, the first one first. */
export const listApprovals = async (
  reads: Database | Queryable,
  { id, digest }: Pick<AnyProposal, "id" | "digest">,
): Promise<string[]> => {
  const rows = await reads.query<{ by: string }>(
    `select approved_by as by from approvals where proposal_id = $1 and digest = $2
     order by at, approved_by`,
    [id, digest],
  );
  return rows.map(({ by }) => by);
};

/** Whether what has been approved is what two people have approved. */
export const isApprovedByTwo = async (
  reads: Database | Queryable,
  proposal: Pick<AnyProposal, "id" | "digest">,
): Promise<boolean> => (await listApprovals(reads, proposal)).length >= 2;

/** Keeps an approval. Shape: who approved before; null: a second person has to. Errors: `conflict` for who has done so already. */
export const approveAsOneOfTwo = async (
  tx: Tx,
  { proposal, by, correlationId }: { proposal: ProposalRecord; by: string; correlationId: string },
  { clock }: ProposalDeps,
): Promise<string | null> => {
  const before = await listApprovals(tx, proposal);
  if (before.includes(by)) {
    throw conflict("You have approved this already: a second person has to approve it too.");
  }
  const at = clock.now();
  await tx.query(
    `insert into approvals (proposal_id, approved_by, digest, at) values ($1, $2, $3, $4)
     on conflict (proposal_id, approved_by) do update set digest = excluded.digest, at = excluded.at`,
    [proposal.id, by, proposal.digest, at.toString()],
  );
  const [first] = before;
  if (first !== undefined) return first;
  await appendLedger(tx, {
    type: "approval.given",
    actor: by,
    caseId: proposal.caseId,
    correlationId,
    data: { proposalId: proposal.id, digest: proposal.digest },
    at,
  });
  await tx.query("select pg_notify('convene', $1)", [
    JSON.stringify({ topic: "proposals", caseId: proposal.caseId }),
  ]);
  return null;
};

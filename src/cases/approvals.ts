/** Four eyes: where a rule asks for two people, the first approval is kept, and the second one decides. */
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import type { DecisionChannel } from "../domain/decision-channel.ts";
import { arePersons, keysOf, shareKey } from "../domain/known-person.ts";
import { appendLedger } from "../ledger/append.ts";
import { conflict } from "./asked-case.ts";
import type { DecidedHow } from "./decisions.ts";
import type { ProposalDeps } from "./proposals.ts";
import type { AnyProposal, ProposalRecord } from "./records.ts";

/** Somebody who is asked, and decides. */
export interface AskedReader {
  name: string;
  /** Whose delegate they are, where they are asked in somebody's place. */
  onBehalfOf: string | null;
  /** By which they are known, and whoever it is that decides with it. */
  keys: readonly string[];
  forKeys: readonly string[];
}

/** One approval of two. */
export interface Approval {
  by: string;
  at: Temporal.Instant;
  via: DecisionChannel | null;
  onBehalfOf: string | null;
  /** By which whoever approved is known, and whoever it was approved for; of before they were kept, by the name. */
  keys: readonly string[];
  forKeys: readonly string[];
}

interface ApprovalRow extends Row, Omit<Approval, "keys" | "forKeys"> {
  keys: string[] | null;
  forKeys: string[] | null;
}

/** Approvals of this very content, the first one first. */
export const readApprovals = async (
  reads: Database | Queryable,
  { id, digest }: Pick<AnyProposal, "id" | "digest">,
): Promise<Approval[]> => {
  const rows = await reads.query<ApprovalRow>(
    `select approved_by as by, at, via, on_behalf_of as "onBehalfOf", person_keys as keys, for_keys as "forKeys"
     from approvals where proposal_id = $1 and digest = $2 order by at, approved_by`,
    [id, digest],
  );
  return rows.map(({ by, at, via, onBehalfOf, keys, forKeys }) => ({
    by,
    at,
    via,
    onBehalfOf,
    keys: keys ?? keysOf({ name: by }),
    forKeys: forKeys ?? keysOf({ name: onBehalfOf ?? by }),
  }));
};

/** Whether what has been approved is what two people have approved. */
export const isApprovedByTwo = async (
  reads: Database | Queryable,
  proposal: Pick<AnyProposal, "id" | "digest">,
): Promise<boolean> => personal(await readApprovals(reads, proposal)).length >= 2;

/** Those that a person gave: what a program approved, as long as that was taken, is none of two. */
const personal = <Given extends Pick<Approval, "keys">>(approvals: readonly Given[]): Given[] =>
  approvals.filter(({ keys }) => arePersons(keys));

/** Why somebody is neither the first nor the second of two, in one line; null: they are. */
export const whyNotTwice = (
  before: readonly Omit<Approval, "at" | "via">[],
  { name: by, onBehalfOf, keys, forKeys }: AskedReader,
): string | null => {
  // A channel has no keys: whoever reads it decides as themselves.
  if (keys.length > 0 && !arePersons(keys)) return NOBODY;
  if (before.some((one) => one.by === by || shareKey(one.keys, keys))) {
    return "You have approved this already: a second person has to approve it too.";
  }
  const inPlaceOf = onBehalfOf ?? by;
  return before.some(
    (one) => (one.onBehalfOf ?? one.by) === inPlaceOf || shareKey(one.forKeys, forKeys),
  )
    ? `This has been approved for ${inPlaceOf} already: a second person has to approve it too.`
    : null;
};

const NOBODY =
  "Two people have to approve this, and this sign-in stands for nobody: sign in as yourself, or with a token that was made for you as a person.";

interface OneOfTwo extends Pick<DecidedHow, "via"> {
  proposal: ProposalRecord;
  as: AskedReader;
  correlationId: string;
}

/** Keeps an approval. Shape: who approved before; null: a second person has to. Errors: `conflict` for who has done so already, or in whose
 * place it was done, and for what stands for no person. */
export const approveAsOneOfTwo = async (
  tx: Tx,
  { proposal, as, correlationId, via = null }: OneOfTwo,
  { clock }: ProposalDeps,
): Promise<string | null> => {
  const before = personal(await readApprovals(tx, proposal));
  const whyNot = whyNotTwice(before, as);
  if (whyNot !== null) throw conflict(whyNot);
  const at = clock.now();
  const { name: by, onBehalfOf, keys, forKeys } = as;
  await tx.query(
    `insert into approvals (proposal_id, approved_by, digest, at, via, on_behalf_of, person_keys, for_keys)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (proposal_id, approved_by) do update set digest = excluded.digest, at = excluded.at, via = excluded.via,
       on_behalf_of = excluded.on_behalf_of, person_keys = excluded.person_keys, for_keys = excluded.for_keys`,
    [proposal.id, by, proposal.digest, at.toString(), via, onBehalfOf, keys, forKeys],
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

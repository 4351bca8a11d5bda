/** Versions of the policy, each with what it changed of the one before: for whoever looks up by which rules something was done. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import { type KeptPolicy, type PolicyChangePart, policyDifferences } from "./differences.ts";
import { FIRST_POLICY } from "./store.ts";

/** One version. */
export interface PolicyVersion {
  /** 0: as the program comes with it. */
  version: number;
  /** A name, or `convene`; null: it came with the program. */
  by: string | null;
  at: Temporal.Instant | null;
  policy: KeptPolicy;
  /** SHA-256 of the whole, as its entry in the ledger says it. */
  digest: string;
  /** What it changed; nothing of version 0. */
  differences: PolicyChangePart[];
}

interface Kept extends Row {
  version: number;
  by: string;
  at: Temporal.Instant;
  policy: KeptPolicy;
  /** Null: that of the program. */
  before: KeptPolicy | null;
}

type Reads = Database | Queryable;

/** A page of versions, the newest first, and at the end the one that the program comes with. `before`: the last one of the page before. */
export const listPolicyVersions = async (
  reads: Reads,
  { before = null, limit }: { before?: number | null; limit: number },
): Promise<PolicyVersion[]> => {
  const rows = await reads.query<Kept>(
    `select ${COLUMNS} from policies p where $1::int is null or version < $1 order by version desc limit $2`,
    [before, limit],
  );
  const kept = rows.map(told);
  return before === 0 || kept.length === limit ? kept : [...kept, BUILT_IN];
};

/** One version. Shape: null where there is none of that number. */
export const getPolicyVersion = async (
  reads: Reads,
  version: number,
): Promise<PolicyVersion | null> => {
  if (version === 0) return BUILT_IN;
  const [row] = await reads.query<Kept>(`select ${COLUMNS} from policies p where version = $1`, [
    version,
  ]);
  return row ? told(row) : null;
};

const COLUMNS = `version, created_by as by, created_at as at, policy,
  (select policy from policies b where b.version < p.version order by b.version desc limit 1) as before`;

const BUILT_IN: PolicyVersion = {
  version: 0,
  by: null,
  at: null,
  policy: { ...FIRST_POLICY },
  digest: digestOf(FIRST_POLICY),
  differences: [],
};

const told = ({ before, policy, ...row }: Kept): PolicyVersion => ({
  ...row,
  policy,
  digest: digestOf(policy),
  differences: policyDifferences(before ?? BUILT_IN.policy, policy),
});

/** A page of versions as lines of JSON, oldest first, from that of the program on. Shape: `next` is the version to go on after; null at the
 * end. */
export const exportPolicies = async (
  reads: Reads,
  { after, limit }: { after: number; limit: number },
): Promise<{ text: string; next: number | null }> => {
  const rows = await reads.query<Kept>(
    `select ${COLUMNS} from policies p where version > $1 order by version limit $2`,
    [after, limit],
  );
  const versions = [...(after === 0 ? [BUILT_IN] : []), ...rows.map(told)];
  return {
    text: versions
      .map((one) => `${JSON.stringify({ ...one, at: one.at?.toString() ?? null })}\n`)
      .join(""),
    next: rows.length === limit ? (rows.at(-1)?.version ?? null) : null,
  };
};

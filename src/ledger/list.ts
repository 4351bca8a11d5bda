import type { Database, Queryable } from "../db/port.ts";
import { ENTRY_COLUMNS, type LedgerEntry } from "./entry.ts";

/** Which entries, and in which order. `after` is the `seq` of the last entry of the page before, in the same order. */
export interface LedgerQuery {
  caseId?: string | undefined;
  /** Such as `proposal.made`. */
  type?: string | undefined;
  /** As the entry has it, to the letter. */
  actor?: string | undefined;
  /** Entries before it. */
  before?: Temporal.Instant;
  order?: "oldest first" | "newest first";
  after?: number;
  limit: number;
}

/** Entries that are so, or all; oldest first by default. */
export const listLedger = (
  reads: Database | Queryable,
  { caseId, type, actor, before, order, after, limit }: LedgerQuery,
): Promise<LedgerEntry[]> => {
  const [isNext, direction] = order === "newest first" ? ["<", "desc"] : [">", "asc"];
  return reads.query<LedgerEntry & Record<string, unknown>>(
    `select ${ENTRY_COLUMNS} from ledger
     where ($1::text is null or case_id = $1) and ($2::bigint is null or seq ${isNext} $2)
       and ($4::text is null or type = $4) and ($5::text is null or actor = $5)
       and ($6::timestamptz is null or seq <= (select max(seq) from ledger where at < $6))
     order by seq ${direction} limit $3`,
    [caseId ?? null, after ?? null, limit, type ?? null, actor ?? null, before?.toString() ?? null],
  );
};

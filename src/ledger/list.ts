import type { Database, Queryable } from "../db/port.ts";
import { ENTRY_COLUMNS, type LedgerEntry } from "./entry.ts";

/** Which entries, and in which order. `after` is the `seq` of the last entry of the page before, in the same order. */
export interface LedgerQuery {
  caseId?: string;
  order?: "oldest first" | "newest first";
  after?: number;
  limit: number;
}

/** Entries of one case, or of all; oldest first by default. */
export const listLedger = (
  reads: Database | Queryable,
  { caseId, order, after, limit }: LedgerQuery,
): Promise<LedgerEntry[]> => {
  const [isNext, direction] = order === "newest first" ? ["<", "desc"] : [">", "asc"];
  return reads.query<LedgerEntry & Record<string, unknown>>(
    `select ${ENTRY_COLUMNS} from ledger
     where ($1::text is null or case_id = $1) and ($2::bigint is null or seq ${isNext} $2)
     order by seq ${direction} limit $3`,
    [caseId ?? null, after ?? null, limit],
  );
};

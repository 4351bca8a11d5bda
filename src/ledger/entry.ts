/** One ledger entry and its hash: SHA-256 over the canonical JSON (RFC 8785) of everything in it, the hash of the entry
 * before included. Entries hold ids, enums and digests, never candidate text: erasure must not break the chain. */
import { digestOf } from "../digest.ts";

/** What a caller records. */
export interface NewLedgerEntry {
  /** Such as `proposal.made`. */
  type: string;
  /** A person, a token or `convene`. */
  actor: string;
  caseId?: string | null;
  correlationId: string;
  /** References and digests only. */
  data: Record<string, unknown>;
  at: Temporal.Instant;
}

/** An entry in the chain. */
export interface LedgerEntry {
  seq: number;
  at: Temporal.Instant;
  type: string;
  actor: string;
  caseId: string | null;
  correlationId: string;
  data: Record<string, unknown>;
  prevHash: string;
  hash: string;
}

/** The `prevHash` of the first entry. */
export const FIRST_HASH = "0".repeat(64);

/** The columns of an entry under its names here. */
export const ENTRY_COLUMNS = `seq, at, type, actor, case_id as "caseId", correlation_id as "correlationId",
  data, prev_hash as "prevHash", hash`;

/** The hash that the entry must have. */
export const hashOf = (entry: Omit<LedgerEntry, "hash">): string =>
  digestOf({
    seq: entry.seq,
    at: toMicroseconds(entry.at).toString(),
    type: entry.type,
    actor: entry.actor,
    caseId: entry.caseId,
    correlationId: entry.correlationId,
    data: entry.data,
    prevHash: entry.prevHash,
  });

/** Times as the database keeps them: what is hashed is what will be read back. */
export const toMicroseconds = (at: Temporal.Instant): Temporal.Instant =>
  at.round({ smallestUnit: "microsecond", roundingMode: "floor" });

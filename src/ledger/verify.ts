/** Whether the chain is whole: every entry has its own hash and continues the one before it, up to the head. Says what was done to the first
 * one that does not fit. */
import type { Database } from "../db/port.ts";
import { FIRST_HASH, type LedgerEntry, hashOf } from "./entry.ts";
import { listLedger } from "./list.ts";

const BATCH = 2_000;

/** What was done to a ledger, by what can be seen of it. */
export const TAMPERINGS = ["changed", "removed", "reordered", "added", "cut", "rewritten"] as const;
export type Tampering = (typeof TAMPERINGS)[number];

/** Where it does not fit, and why. */
export interface LedgerFault {
  seq: number;
  kind: Tampering;
  /** In words, which begin with the kind. */
  what: string;
}

/** What a look through the whole chain found. `head` is the hash of the last entry: kept outside, it also proves that the
 * end of the chain was not cut off together with the head. */
export interface LedgerVerification {
  ok: boolean;
  entries: number;
  head: string;
  firstBroken: LedgerFault | null;
}

type Link = Pick<LedgerEntry, "seq" | "hash">;

interface Head extends Link {
  lastSeq: number;
}

/** Where a chain is read from. */
export interface LedgerSource {
  /** The head and the last entry, of the same moment. */
  head(): Promise<Head>;
  /** Entries after a place, in order. */
  page(after: number, limit: number): Promise<LedgerEntry[]>;
  /** Places of entries that have this hash, or continue it. */
  placesOf(hash: string): Promise<number[]>;
}

/** The ledger of a database. */
export const ledgerOf = (database: Database): LedgerSource => ({
  // One statement, so that both are of the same moment.
  head: async () => {
    const [head] = await database.query<Head & Record<string, unknown>>(
      `select seq, hash, (select coalesce(max(seq), 0) from ledger) as "lastSeq" from ledger_head`,
    );
    return head ?? { seq: 0, hash: "", lastSeq: 0 };
  },
  page: async (after, limit) => await listLedger(database, { after, limit }),
  placesOf: async (hash) => {
    const rows = await database.query<{ seq: number }>(
      "select seq from ledger where hash = $1 or prev_hash = $1",
      [hash],
    );
    return rows.map(({ seq }) => seq);
  },
});

/** Checks every entry and the head, while others may append. */
export const verifyChain = async (source: LedgerSource): Promise<LedgerVerification> => {
  const before = await source.head();
  let last: Link = { seq: 0, hash: FIRST_HASH };
  let entries = 0;
  while (last.seq < before.seq) {
    const page = await source.page(last.seq, BATCH);
    if (page.length === 0) break;
    for (const entry of page) {
      const fault = await findFault(source, entry, last);
      if (fault) return { ok: false, entries, head: last.hash, firstBroken: fault };
      entries += 1;
      last = entry;
    }
  }
  const fault = await findHeadFault(source, before, last);
  return { ok: fault === null, entries, head: last.hash, firstBroken: fault };
};

/** Whether an entry with this hash is in the chain: a head that was kept outside proves that nothing before it was cut off
 * or replaced. Shape: its seq, 0 for the head of a ledger without entries; null when there is none. */
export const findEntry = async (database: Database, hash: string): Promise<number | null> => {
  if (hash === FIRST_HASH) return 0;
  const [entry] = await database.query<{ seq: number }>("select seq from ledger where hash = $1", [
    hash,
  ]);
  return entry?.seq ?? null;
};

/** A fault, with its kind before its words. */
export const faultOf = (kind: Tampering, seq: number, words: string): LedgerFault => ({
  seq,
  kind,
  what: `${kind}: ${words}`,
});

const findFault = async (
  source: LedgerSource,
  entry: LedgerEntry,
  last: Link,
): Promise<LedgerFault | null> => {
  if (entry.seq !== last.seq + 1) {
    return faultOf("removed", last.seq + 1, `the next entry is ${entry.seq}`);
  }
  const isWhole = hashOf(entry) === entry.hash;
  if (entry.prevHash === last.hash) {
    return isWhole ? null : faultOf("changed", entry.seq, "its content does not have its hash");
  }
  return await explain(source, entry, last);
};

/** An entry that does not continue the one before it: what was done, by where it and its neighbour were written. */
const explain = async (
  source: LedgerSource,
  entry: LedgerEntry,
  last: Link,
): Promise<LedgerFault> => {
  const { seq } = entry;
  const home = await findHome(source, entry);
  const [next] = await source.page(seq, 1);
  if (home === null) {
    const isBetween = next?.prevHash === last.hash;
    return isBetween
      ? faultOf("added", seq, "the entry after it continues the one before it")
      : faultOf("changed", seq, "it does not continue the entry before it");
  }
  if (home === last.seq)
    return faultOf("added", last.seq, "another entry was written in its place");
  const nextHome = next ? await findHome(source, next) : null;
  if (home === seq + 1 && nextHome !== seq) {
    return faultOf("removed", seq, `the entry that is there now was written as ${home}`);
  }
  return faultOf("reordered", seq, `this entry was written as ${home}`);
};

/** Where the entry was written, when it is whole but for its place. */
const findHome = async (source: LedgerSource, entry: LedgerEntry): Promise<number | null> => {
  const places = await source.placesOf(entry.prevHash);
  // Near its own place too: what it continued may be gone.
  const tries = new Set([
    ...places.flatMap((seq) => [seq - 1, seq, seq + 1]),
    entry.seq - 1,
    entry.seq + 1,
  ]);
  for (const seq of tries) {
    if (seq !== entry.seq && hashOf({ ...entry, seq }) === entry.hash) return seq;
  }
  return null;
};

const findHeadFault = async (
  source: LedgerSource,
  before: Head,
  last: Link,
): Promise<LedgerFault | null> => {
  if (last.seq < before.seq) {
    return faultOf("cut", last.seq + 1, `the end is removed, the head is at ${before.seq}`);
  }
  const now = await source.head();
  if (now.lastSeq !== now.seq) {
    return faultOf("added", now.seq + 1, `not under the head: entries go on to ${now.lastSeq}`);
  }
  if (last.seq === now.seq && last.hash !== now.hash) {
    return faultOf("changed", last.seq, "the head has another hash for it");
  }
  return null;
};

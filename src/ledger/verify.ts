import type { Database } from "../db/port.ts";
import { FIRST_HASH, type LedgerEntry, hashOf } from "./entry.ts";
import { listLedger } from "./list.ts";

const BATCH = 2_000;

/** What a look through the whole chain found. `head` is the hash of the last entry: kept outside, it also proves that the
 * end of the chain was not cut off together with the head. */
export interface LedgerVerification {
  ok: boolean;
  entries: number;
  head: string;
  firstBroken: { seq: number; what: string } | null;
}

type Link = Pick<LedgerEntry, "seq" | "hash">;

/** Checks every entry and the head, while others may append. */
export const verifyLedger = async (database: Database): Promise<LedgerVerification> => {
  const before = await readHead(database);
  let last: Link = { seq: 0, hash: FIRST_HASH };
  let entries = 0;
  while (last.seq < before.seq) {
    const page = await listLedger(database, { after: last.seq, limit: BATCH });
    if (page.length === 0) break;
    for (const entry of page) {
      const what = await findFault(database, entry, last);
      if (what) return { ok: false, entries, head: last.hash, firstBroken: what };
      entries += 1;
      last = entry;
    }
  }
  const what = await findHeadFault(database, before, last);
  return { ok: what === null, entries, head: last.hash, firstBroken: what };
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

interface Head extends Link {
  lastSeq: number;
}

/** One statement, so that the head and the last entry are of the same moment. */
const readHead = async (database: Database): Promise<Head> => {
  const [head] = await database.query<Head & Record<string, unknown>>(
    `select seq, hash, (select coalesce(max(seq), 0) from ledger) as "lastSeq" from ledger_head`,
  );
  return head ?? { seq: 0, hash: "", lastSeq: 0 };
};

const findFault = async (database: Database, entry: LedgerEntry, last: Link) => {
  if (entry.seq !== last.seq + 1) {
    return { seq: last.seq + 1, what: `removed: the next entry is ${entry.seq}` };
  }
  const isWhole = hashOf(entry) === entry.hash;
  if (entry.prevHash === last.hash) {
    return isWhole ? null : { seq: entry.seq, what: "changed: its content does not have its hash" };
  }
  const home = await findHome(database, entry);
  if (home !== null) {
    return { seq: entry.seq, what: `reordered: this entry was written as ${home}` };
  }
  return { seq: entry.seq, what: "changed: it does not continue the entry before it" };
};

/** Where the entry was written, when it is whole but for its place. */
const findHome = async (database: Database, entry: LedgerEntry): Promise<number | null> => {
  const rows = await database.query<{ seq: number }>(
    "select seq from ledger where hash = $1 or prev_hash = $1",
    [entry.prevHash],
  );
  const places = new Set(rows.flatMap(({ seq }) => [seq, seq + 1]));
  for (const seq of places) {
    if (seq !== entry.seq && hashOf({ ...entry, seq }) === entry.hash) return seq;
  }
  return null;
};

const findHeadFault = async (database: Database, before: Head, last: Link) => {
  if (last.seq < before.seq) {
    return { seq: last.seq + 1, what: `removed: the end is cut, the head is at ${before.seq}` };
  }
  const now = await readHead(database);
  if (now.lastSeq !== now.seq) {
    return { seq: now.seq + 1, what: `not under the head: entries go on to ${now.lastSeq}` };
  }
  if (last.seq === now.seq && last.hash !== now.hash) {
    return { seq: last.seq, what: "changed: the head has another hash for it" };
  }
  return null;
};

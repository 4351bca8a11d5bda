/** The whole look at a ledger: the chain in itself, then against its signed checkpoints, those kept outside of the database among them, then against the
 * records that were written in the same transactions as its entries. */
import type { Database } from "../db/port.ts";
import { type Anchors, NO_ANCHORS } from "./anchors.ts";
import type { Clock } from "../domain/time.ts";
import type { Keyring } from "../privacy/keyring.ts";
import {
  type Checkpoint,
  type Mark,
  UNSIGNED_FOR,
  isGenuine,
  listCheckpoints,
  readKey,
  readMark,
  whyNotTheEnd,
} from "./checkpoints.ts";
import { findUnlikeRecord } from "./records.ts";
import type { Trail } from "./trail.ts";
import {
  type LedgerFault,
  type LedgerVerification,
  faultOf,
  findEntry,
  ledgerOf,
  verifyChain,
} from "./verify.ts";

export interface AuditDeps {
  database: Database;
  keyring: Keyring;
  trail: Trail;
  clock: Clock;
}

export interface Audit extends LedgerVerification {
  /** How many signed places it was held against; of these, how many were kept outside of the database. */
  checkpoints: number;
  outside: number;
}

/** Looks through it all, while others may append; and holds it against what somebody kept elsewhere. */
export const auditLedger = async (
  { database, keyring, trail, clock }: AuditDeps,
  anchors: Anchors = NO_ANCHORS,
): Promise<Audit> => {
  const kept = await listCheckpoints(database);
  const outside = [...(await trail.readCheckpoints()), ...anchors.checkpoints];
  const chain = await verifyChain(ledgerOf(database));
  const held = { checkpoints: kept.length, outside: outside.length };
  if (!chain.ok) return { ...chain, ...held };
  const hashes = await readHashes(
    database,
    [...kept, ...outside].map(({ seq }) => seq),
  );
  const key = await readKey(database, keyring);
  const fault =
    findForged(kept, key) ??
    findShortened(kept, { key, mark: await readMark(database), entries: chain.entries }) ??
    findAgainst([...kept, ...outside], { hashes, entries: chain.entries }) ??
    (await findWithoutHash(database, anchors.hashes, chain.entries)) ??
    findMissing(kept, outside) ??
    (kept.length === 0 ? await findUnsigned(database, clock.now()) : null) ??
    (await findUnlikeRecord(database, chain.entries));
  return { ...chain, ok: fault === null, firstBroken: fault, ...held };
};

const readHashes = async (
  database: Database,
  seqs: readonly number[],
): Promise<Map<number, string>> => {
  const rows = await database.query<{ seq: number; hash: string }>(
    "select seq, hash from ledger where seq = any($1)",
    [[...new Set(seqs)]],
  );
  return new Map(rows.map(({ seq, hash }) => [seq, hash]));
};

const findForged = (kept: readonly Checkpoint[], key: Buffer | null): LedgerFault | null => {
  let before = "";
  for (const [index, checkpoint] of kept.entries()) {
    const { n, seq, signature } = checkpoint;
    if (n !== index + 1) {
      return faultOf("removed", seq, `checkpoint ${index + 1} is not there, the next one is ${n}`);
    }
    if (key === null || !isGenuine(checkpoint, before, key)) {
      return faultOf("changed", seq, `checkpoint ${n} does not have our signature`);
    }
    before = signature;
  }
  return null;
};

/** Places that were taken away at the end, all of them among these, where nothing is signed on top of what is left. */
const findShortened = (
  kept: readonly Checkpoint[],
  { entries, ...ending }: { key: Buffer | null; mark: Mark | null; entries: number },
): LedgerFault | null => {
  const last = kept.at(-1) ?? null;
  const why = whyNotTheEnd(last, ending);
  return why === null ? null : faultOf("removed", Math.min((last?.seq ?? 0) + 1, entries), why);
};

/** What the chain says at each signed place: nothing, since its end was cut, or otherwise, since all after the place before it was written
 * anew. */
export const findAgainst = (
  checkpoints: readonly Checkpoint[],
  { hashes, entries }: { hashes: ReadonlyMap<number, string>; entries: number },
): LedgerFault | null => {
  let good = 0;
  for (const { seq, hash, at } of checkpoints.toSorted((a, b) => a.seq - b.seq)) {
    if (seq > entries) {
      return faultOf(
        "cut",
        entries + 1,
        `at ${at} it went on to ${seq}; or the database was restored from before that`,
      );
    }
    if (hashes.get(seq) !== hash) {
      return faultOf(
        "rewritten",
        good + 1,
        `what stands from here to ${seq} is not what was signed at ${at}`,
      );
    }
    good = seq;
  }
  return null;
};

/** Checkpoints that are known outside of the database, and not in it. */
const findMissing = (
  kept: readonly Checkpoint[],
  outside: readonly Checkpoint[],
): LedgerFault | null => {
  const signatures = new Set(kept.map(({ signature }) => signature));
  const missing = outside.find(({ signature }) => !signatures.has(signature));
  return missing
    ? faultOf(
        "removed",
        missing.seq,
        `checkpoint ${missing.n} was kept outside of the database and is not in it`,
      )
    : null;
};

/** Entries, and no place that is signed, although a worker signs within minutes of the first one: whoever takes key, mark and places away
 * together leaves just that. */
const findUnsigned = async (
  database: Database,
  now: Temporal.Instant,
): Promise<LedgerFault | null> => {
  const [first] = await database.query<{ at: Temporal.Instant }>(
    "select at from ledger order by seq limit 1",
  );
  if (!first || Temporal.Instant.compare(first.at.add(UNSIGNED_FOR), now) > 0) return null;
  return faultOf(
    "removed",
    1,
    `it begins at ${first.at.toString()}, and no place of it is signed: its checkpoints were taken away together with their key, or no worker has run since (then start one, and look again)`,
  );
};

/** A hash that was kept, and is of no entry: where it was, nobody can tell. */
const findWithoutHash = async (
  database: Database,
  hashes: readonly string[],
  entries: number,
): Promise<LedgerFault | null> => {
  for (const hash of hashes) {
    if ((await findEntry(database, hash)) !== null) continue;
    return faultOf(
      "cut",
      entries + 1,
      `the hash ${hash.slice(0, 12)}… that was kept is not in it: the end was cut off, or all of it was written anew`,
    );
  }
  return null;
};

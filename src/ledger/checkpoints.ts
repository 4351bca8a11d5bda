/** Signed places of the chain. Their key is closed with a master key, which the database does not have: whoever cuts the end of the chain, or
 * writes all of it anew, cannot sign what comes of it. A signed mark elsewhere in the database says which place is the last one, so that places
 * cannot be taken away at the end. Who puts the whole database back to an earlier state, or takes away key, mark and places together, is
 * seen by what is outside of it alone: a worker that runs, its log, the folder beside the database, and whatever somebody keeps (anchors.ts). */
import { createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { digestOf, isSameSecret } from "../digest.ts";
import { AppError } from "../domain/errors.ts";
import { isoInstant } from "../domain/time.ts";
import type { Clock } from "../domain/time.ts";
import type { Keyring } from "../privacy/keyring.ts";
import { KEY_BYTES } from "../privacy/seal.ts";
import { LEDGER_KEY, parseSealedSetting, sealedSettingValue } from "../privacy/sealed-setting.ts";

type Reads = Database | Queryable;

/** One signed place: the chain had this hash at this entry. */
export const Checkpoint = z.object({
  /** Counts without a gap. */
  n: z.int().min(1),
  seq: z.int().min(1),
  hash: z.string().length(64),
  at: isoInstant,
  signature: z.string(),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

interface CheckpointDeps {
  database: Database;
  keyring: Keyring;
  clock: Clock;
}

/** A new one after so many entries, or after this time when there is any. */
const MOST_ENTRIES = 500;
const EVERY = Temporal.Duration.from({ minutes: 5 });
/** Beyond this a ledger without any place is nothing ordinary: its first one is signed at once. */
export const UNSIGNED_FOR = Temporal.Duration.from({ minutes: 10 });

/** All that are kept, in order. */
export const listCheckpoints = async (reads: Reads): Promise<Checkpoint[]> => {
  const rows = await reads.query<Omit<Checkpoint, "at"> & { at: Temporal.Instant } & Row>(
    `select n, seq, hash, at, signature from ledger_checkpoints order by n`,
  );
  return rows.map((row) => ({ ...row, at: row.at.toString() }));
};

/** Signs the head when it is time; `isLast`: also before that, since nobody of this process does afterwards. Shape: null when it is not. Safe in many processes: the number is the lock. Errors: `ledger_broken` where
 * the signed places end otherwise than they were left, or the chain does not have what the last one says: nothing is signed on top of that. */
export const keepCheckpoint = async (
  { database, keyring, clock }: CheckpointDeps,
  isLast = false,
): Promise<Checkpoint | null> =>
  await database.transaction(async (tx) => {
    const [head] = await tx.query<{ seq: number; hash: string }>(
      "select seq, hash from ledger_head",
    );
    const [last] = await tx.query<Omit<Checkpoint, "at"> & { at: Temporal.Instant } & Row>(
      "select n, seq, hash, at, signature from ledger_checkpoints order by n desc limit 1",
    );
    const mark = await readMark(tx);
    const key = await readKey(tx, keyring);
    await refuseOnForged(tx, { last: last ?? null, mark, key });
    if (!head || head.seq <= (last?.seq ?? 0)) return null;
    const now = clock.now();
    const isMany = head.seq - (last?.seq ?? 0) >= MOST_ENTRIES;
    // A clock that was set back must not keep it away.
    const isLate = !last || Math.abs(last.at.until(now).total("seconds")) >= EVERY.total("seconds");
    if (!isMany && !isLate && !isLast) return null;
    const open = {
      n: (last?.n ?? 0) + 1,
      ...head,
      at: now.round("millisecond").toString(),
    };
    const signing = key ?? (await makeKey(tx, keyring, now));
    const signature = signatureOf(open, last?.signature ?? "", signing);
    const made = await tx.query(
      `insert into ledger_checkpoints (n, seq, hash, at, signature) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning 1`,
      [open.n, open.seq, open.hash, open.at, signature],
    );
    if (made.length === 0) return null;
    await setMark(tx, { n: open.n, signature }, { key: signing, now });
    return { ...open, signature };
  });

interface Ending {
  last: Pick<Checkpoint, "n" | "seq" | "hash" | "signature"> | null;
  mark: Mark | null;
  key: Buffer | null;
}

const refuseOnForged = async (tx: Tx, { last, mark, key }: Ending): Promise<void> => {
  const why = whyNotTheEnd(last, { mark, key });
  if (why !== null) throw broken(why);
  if (last === null) return;
  const [entry] = await tx.query<{ hash: string }>("select hash from ledger where seq = $1", [
    last.seq,
  ]);
  if (entry?.hash !== last.hash) throw broken(`entry ${last.seq} is not what was signed`);
};

/** The error for a ledger that nothing is signed on top of. */
export const broken = (why: string): AppError =>
  new AppError({
    code: "ledger_broken",
    fault: "caller",
    message: `The ledger is not signed any more: ${why}. Run \`convene audit verify\`, and compare with TRAIL_DIR, the log and backups.`,
  });

/** Where the signed places should not end as they do, in words; null: they may. */
export const whyNotTheEnd = (
  last: Pick<Checkpoint, "n" | "signature"> | null,
  { mark, key }: { mark: Mark | null; key: Buffer | null },
): string | null => {
  if (!last) return key || mark ? "every checkpoint is gone, and there were some" : null;
  if (!key) return "the key of its checkpoints is gone";
  if (!mark) return "the mark of its last checkpoint is gone";
  if (!isSameSecret(macOf(mark, key), mark.mac))
    return "the mark of its last checkpoint is not ours";
  if (mark.n === last.n && mark.signature === last.signature) return null;
  return `its checkpoints end with ${last.n}, and ${mark.n} was signed`;
};

/** Which place was signed last, by the key of the places. */
const Mark = z.object({ n: z.int().min(1), signature: z.string(), mac: z.string() });
export type Mark = z.infer<typeof Mark>;

const MARK = "ledger_mark";

/** Shape: null where there is none, or none of ours. */
export const readMark = async (reads: Reads): Promise<Mark | null> => {
  const [row] = await reads.query<{ value: unknown }>(
    "select value from settings where name = $1",
    [MARK],
  );
  return Mark.safeParse(row?.value).data ?? null;
};

const macOf = ({ n, signature }: Omit<Mark, "mac">, key: Buffer): string =>
  createHmac("sha256", key)
    .update(digestOf({ mark: MARK, n, signature }))
    .digest("hex");

const setMark = async (
  tx: Tx,
  mark: Omit<Mark, "mac">,
  { key, now }: { key: Buffer; now: Temporal.Instant },
): Promise<void> => {
  await tx.query(
    `insert into settings (name, value, updated_at) values ($1, $2, $3)
     on conflict (name) do update set value = excluded.value, updated_at = excluded.updated_at`,
    [MARK, JSON.stringify({ ...mark, mac: macOf(mark, key) }), now.toString()],
  );
};

/** Marks the last place of an installation from before there was a mark, where all places are ours. Shape: false where there is nothing to do. */
export const adoptMark = async ({ database, keyring, clock }: CheckpointDeps): Promise<boolean> =>
  await database.transaction(async (tx) => {
    const key = await readKey(tx, keyring);
    const kept = await listCheckpoints(tx);
    const last = kept.at(-1);
    if (!key || !last || (await readMark(tx))) return false;
    const isOurs = kept.every((one, index) =>
      isGenuine(one, kept[index - 1]?.signature ?? "", key),
    );
    if (!isOurs) return false;
    await setMark(tx, { n: last.n, signature: last.signature }, { key, now: clock.now() });
    return true;
  });

/** The key that signs. Shape: null when nothing was signed yet. Errors: `crypto_failed` without its master key. */
export const readKey = async (reads: Reads, keyring: Keyring): Promise<Buffer | null> => {
  const [row] = await reads.query<{ value: unknown }>(
    "select value from settings where name = $1",
    [LEDGER_KEY],
  );
  if (!row) return null;
  const { masterKeyId, sealed } = parseSealedSetting(LEDGER_KEY, row.value);
  return keyring.unwrap(sealed, masterKeyId, LEDGER_KEY);
};

/** Two that both make it end with the same one: the second waits for the first. */
const makeKey = async (tx: Tx, keyring: Keyring, now: Temporal.Instant): Promise<Buffer> => {
  const { masterKeyId, wrapped } = keyring.wrap(randomBytes(KEY_BYTES), LEDGER_KEY);
  await tx.query(
    "insert into settings (name, value, updated_at) values ($1, $2, $3) on conflict (name) do nothing",
    [LEDGER_KEY, sealedSettingValue(masterKeyId, wrapped), now.toString()],
  );
  const key = await readKey(tx, keyring);
  if (!key) throw new Error("the ledger's key that was just made is not there");
  return key;
};

/** Over what it says and the signature before it: none can be taken out unseen. */
export const signatureOf = (
  { n, seq, hash, at }: Omit<Checkpoint, "signature">,
  before: string,
  key: Buffer,
): string => createHmac("sha256", key).update(digestOf({ n, seq, hash, at, before })).digest("hex");

/** Whether we signed it, after that one. */
export const isGenuine = (checkpoint: Checkpoint, before: string, key: Buffer): boolean =>
  isSameSecret(signatureOf(checkpoint, before, key), checkpoint.signature);

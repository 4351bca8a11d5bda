/** Signed places of the chain. Their key is closed with a master key, which the database does not have: whoever cuts the end of the chain, or
 * writes all of it anew, cannot sign what comes of it. */
import { createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { digestOf, isSameSecret } from "../digest.ts";
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

/** All that are kept, in order. */
export const listCheckpoints = async (database: Database): Promise<Checkpoint[]> => {
  const rows = await database.query<Omit<Checkpoint, "at"> & { at: Temporal.Instant } & Row>(
    `select n, seq, hash, at, signature from ledger_checkpoints order by n`,
  );
  return rows.map((row) => ({ ...row, at: row.at.toString() }));
};

/** Signs the head when it is time. Shape: null when it is not. Safe in many processes: the number is the lock. */
export const keepCheckpoint = async ({
  database,
  keyring,
  clock,
}: CheckpointDeps): Promise<Checkpoint | null> =>
  await database.transaction(async (tx) => {
    const [head] = await tx.query<{ seq: number; hash: string }>(
      "select seq, hash from ledger_head",
    );
    const [last] = await tx.query<Omit<Checkpoint, "at"> & { at: Temporal.Instant } & Row>(
      "select n, seq, at, signature from ledger_checkpoints order by n desc limit 1",
    );
    if (!head || head.seq <= (last?.seq ?? 0)) return null;
    const now = clock.now();
    const isMany = head.seq - (last?.seq ?? 0) >= MOST_ENTRIES;
    // A clock that was set back must not keep it away.
    const isLate = !last || Math.abs(last.at.until(now).total("seconds")) >= EVERY.total("seconds");
    if (!isMany && !isLate) return null;
    const open = {
      n: (last?.n ?? 0) + 1,
      ...head,
      at: now.round("millisecond").toString(),
    };
    const key = (await readKey(tx, keyring)) ?? (await makeKey(tx, keyring, now));
    const signature = signatureOf(open, last?.signature ?? "", key);
    const made = await tx.query(
      `insert into ledger_checkpoints (n, seq, hash, at, signature) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning 1`,
      [open.n, open.seq, open.hash, open.at, signature],
    );
    return made.length === 0 ? null : { ...open, signature };
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

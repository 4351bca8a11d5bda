/** Whether the master keys are the ones that this installation's texts were closed with: told at the start, not by the
 * first candidate whose name cannot be read. */
import { z } from "zod";
import type { Database, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import type { Keyring } from "./keyring.ts";

interface CheckDeps {
  database: Database;
  keyring: Keyring;
  clock: Clock;
}

/** Its name in the settings, and what it is sealed for. */
const KEY_CHECK = "key_check";
const KNOWN = Buffer.from("Convene's master key");
const Stored = z.object({ masterKeyId: z.string(), sealed: z.base64() });

/** Opens a known text that was closed at the first start, or a candidate's key where there is none yet; leaves one that is
 * closed with the first key. Errors: `config_invalid`, when no key fits. */
export const checkKeyring = async ({ database, keyring, clock }: CheckDeps): Promise<void> => {
  await database.transaction(async (tx) => {
    // Two first starts with two keys: the second finds what the first one left.
    await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [KEY_CHECK]);
    const closedWith = await openStored(tx, keyring);
    if (closedWith === keyring.currentId) return;
    const { masterKeyId, wrapped } = keyring.wrap(KNOWN, KEY_CHECK);
    await tx.query(
      `insert into settings (name, value, updated_at) values ($1, $2, $3)
       on conflict (name) do update set value = excluded.value, updated_at = excluded.updated_at`,
      [
        KEY_CHECK,
        JSON.stringify({ masterKeyId, sealed: wrapped.toString("base64") }),
        clock.now().toString(),
      ],
    );
  });
};

/** Shape: the id of the key that opened the known text, null when there is none. */
const openStored = async (tx: Tx, keyring: Keyring): Promise<string | null> => {
  const [row] = await tx.query<{ value: unknown }>("select value from settings where name = $1", [
    KEY_CHECK,
  ]);
  if (row) {
    const { masterKeyId, sealed } = Stored.parse(row.value);
    open(keyring, { masterKeyId, wrapped: Buffer.from(sealed, "base64"), context: KEY_CHECK });
    return masterKeyId;
  }
  // From before there was a known text.
  const [key] = await tx.query<{ wrapped: Buffer; masterKeyId: string; context: string }>(
    `select wrapped, master_key_id as "masterKeyId", candidate as context from candidate_keys limit 1`,
  );
  if (key) open(keyring, key);
  return null;
};

const open = (
  keyring: Keyring,
  { masterKeyId, wrapped, context }: { masterKeyId: string; wrapped: Buffer; context: string },
): void => {
  try {
    keyring.unwrap(wrapped, masterKeyId, context);
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== "crypto_failed") throw cause;
    const isThere = keyring.ids.includes(masterKeyId);
    throw new AppError({
      code: "config_invalid",
      fault: "caller",
      message: `ENCRYPTION_KEYS: ${
        isThere
          ? `key ${masterKeyId} is another than the one of that id which closed what is stored here. Put the old one back`
          : `has no key ${masterKeyId}, which closed what is stored here. Put it behind the others`
      }, or name the database that belongs to these keys. Without ENCRYPTION_KEYS the key is in the file encryption-key of DATA_DIR.`,
      data: { variable: "ENCRYPTION_KEYS", masterKeyId },
      cause,
    });
  }
};

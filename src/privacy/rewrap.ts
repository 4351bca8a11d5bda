/** Changing the master key: what an older one closes is closed anew with the first, without opening a single text. What
 * checkpoints hold stays as it is: runs end, and are pruned by age. */
import { SAVER_SCHEMA } from "../db/saver-tables.ts";
import type { Database, Row, Tx } from "../db/port.ts";
import { LEVER_TOKENS } from "../lever-token-store.ts";
import { AppError } from "../domain/errors.ts";
import { SEALED_TYPE } from "./checkpoint-key.ts";
import { DAMAGED_KEYS } from "./key-samples.ts";
import type { Keyring } from "./keyring.ts";
import { KEY_CHECK, LEDGER_KEY, parseSealedSetting, sealedSettingValue } from "./sealed-setting.ts";

/** What one master key closes now. */
export interface KeyUse {
  masterKeyId: string;
  /** Candidates whose own key it closes, and with it all their texts. */
  candidates: number;
  /** Whether it closes Lever's access tokens. */
  leverTokens: boolean;
  /** Whether it closes the known text that each start opens. */
  keyCheck: boolean;
  /** Whether it closes the key that signs the ledger's checkpoints. */
  ledgerKey: boolean;
  /** Runs with checkpoints that it closes. */
  runs: number;
}

const USES = `
  with used as (
    select master_key_id as id, 1 as candidates, null as setting, null as run from candidate_keys
    union all select value ->> 'masterKeyId', 0, name, null from settings
      where name in ($1, $2, $3) and value ->> 'masterKeyId' is not null
    union all select split_part(type, ':', 2), 0, null, thread_id from ${SAVER_SCHEMA}.checkpoint_blobs
      where type like '${SEALED_TYPE}:%'
    union all select split_part(type, ':', 2), 0, null, thread_id from ${SAVER_SCHEMA}.checkpoint_writes
      where type like '${SEALED_TYPE}:%'
  )
  select id as "masterKeyId", sum(candidates)::int as candidates, count(distinct run)::int as runs,
    count(*) filter (where setting = $1) > 0 as "leverTokens", count(*) filter (where setting = $2) > 0 as "keyCheck",
    count(*) filter (where setting = $3) > 0 as "ledgerKey"
  from used group by id order by id`;

/** Every master key that something stored needs, by its id. */
export const listKeyUses = async (database: Database): Promise<KeyUse[]> =>
  await database.query<KeyUse & Row>(USES, [LEVER_TOKENS, KEY_CHECK, LEDGER_KEY]);

const BATCH = 200;

/** What was closed anew. */
export interface Rewrapped {
  /** How many candidates' keys. */
  count: number;
  /** The candidates whose keys are damaged: they stay as they are. */
  damaged: string[];
}

/** Closes with the first key whatever it can. Safe to stop, to repeat, and beside a running Convene that knows both keys.
 * Errors: `crypto_failed` when a key is not in ENCRYPTION_KEYS, or a setting is damaged. */
export const rewrapKeys = async (database: Database, keyring: Keyring): Promise<Rewrapped> => {
  for (const name of [LEVER_TOKENS, LEDGER_KEY]) {
    await database.transaction(async (tx) => await rewrapSetting(tx, { keyring, name }));
  }
  const done: Rewrapped = { count: 0, damaged: [] };
  for (let after: string | undefined = ""; after !== undefined;) {
    const from: string = after;
    const batch = await database.transaction(
      async (tx) => await rewrapBatch(tx, { keyring, after: from }),
    );
    done.count += batch.count;
    done.damaged.push(...batch.damaged);
    after = batch.last;
  }
  await database.transaction(async (tx) => {
    // Left alone with the older key, they would speak against it.
    await keepDamaged(tx, done.damaged);
    await rewrapSetting(tx, { keyring, name: KEY_CHECK });
  });
  return done;
};

/** Shape: `last` is the candidate to go on after; undefined at the end. */
const rewrapBatch = async (
  tx: Tx,
  { keyring, after }: { keyring: Keyring; after: string },
): Promise<Rewrapped & { last: string | undefined }> => {
  const rows = await tx.query<{ candidate: string; wrapped: Buffer; masterKeyId: string }>(
    `select candidate, wrapped, master_key_id as "masterKeyId" from candidate_keys
     where master_key_id <> $1 and candidate > $3 order by candidate limit $2 for update`,
    [keyring.currentId, BATCH, after],
  );
  const damaged: string[] = [];
  for (const { candidate, wrapped, masterKeyId } of rows) {
    const key = unwrapOrNull(keyring, { wrapped, masterKeyId, candidate });
    if (key === null) {
      damaged.push(candidate);
      continue;
    }
    const anew = keyring.wrap(key, candidate);
    await tx.query(
      "update candidate_keys set wrapped = $2, master_key_id = $3 where candidate = $1",
      [candidate, anew.wrapped, anew.masterKeyId],
    );
  }
  const last = rows.length < BATCH ? undefined : rows.at(-1)?.candidate;
  return { count: rows.length - damaged.length, damaged, last };
};

/** Null when it is damaged. Errors: `crypto_failed` when the master key is not there at all. */
const unwrapOrNull = (
  keyring: Keyring,
  row: { candidate: string; wrapped: Buffer; masterKeyId: string },
): Buffer | null => {
  try {
    return keyring.unwrap(row.wrapped, row.masterKeyId, row.candidate);
  } catch (thrown) {
    const isDamaged = thrown instanceof AppError && thrown.code === "crypto_failed";
    if (isDamaged && keyring.ids.includes(row.masterKeyId)) return null;
    throw thrown;
  }
};

const keepDamaged = async (tx: Tx, damaged: readonly string[]): Promise<void> => {
  await tx.query("delete from settings where name = $1", [DAMAGED_KEYS]);
  if (damaged.length === 0) return;
  await tx.query("insert into settings (name, value, updated_at) values ($1, $2, now())", [
    DAMAGED_KEYS,
    JSON.stringify(damaged),
  ]);
};

const rewrapSetting = async (
  tx: Tx,
  { keyring, name }: { keyring: Keyring; name: string },
): Promise<void> => {
  const [row] = await tx.query<{ value: unknown }>(
    "select value from settings where name = $1 for update",
    [name],
  );
  if (!row) return;
  const { masterKeyId, sealed } = parseSealedSetting(name, row.value);
  if (masterKeyId === keyring.currentId) return;
  const anew = keyring.wrap(keyring.unwrap(sealed, masterKeyId, name), name);
  await tx.query("update settings set value = $2 where name = $1", [
    name,
    sealedSettingValue(anew.masterKeyId, anew.wrapped),
  ]);
};

/** Changing the master key: what an older one closes is closed anew with the first, without opening a single text. What
 * checkpoints hold stays as it is: runs end, and are pruned by age. */
import { SAVER_SCHEMA } from "../db/saver-tables.ts";
import type { Database, Row, Tx } from "../db/port.ts";
import { LEVER_TOKENS } from "../lever-token-store.ts";
import { SEALED_TYPE } from "./checkpoint-key.ts";
import type { Keyring } from "./keyring.ts";
import { KEY_CHECK, parseSealedSetting, sealedSettingValue } from "./sealed-setting.ts";

/** What one master key closes now. */
export interface KeyUse {
  masterKeyId: string;
  /** Candidates whose own key it closes, and with it all their texts. */
  candidates: number;
  /** Whether it closes Lever's access tokens. */
  leverTokens: boolean;
  /** Whether it closes the known text that each start opens. */
  keyCheck: boolean;
  /** Runs with checkpoints that it closes. */
  runs: number;
}

const USES = `
  with used as (
    select master_key_id as id, 1 as candidates, null as setting, null as run from candidate_keys
    union all select value ->> 'masterKeyId', 0, name, null from settings
      where name in ($1, $2) and value ->> 'masterKeyId' is not null
    union all select split_part(type, ':', 2), 0, null, thread_id from ${SAVER_SCHEMA}.checkpoint_blobs
      where type like '${SEALED_TYPE}:%'
    union all select split_part(type, ':', 2), 0, null, thread_id from ${SAVER_SCHEMA}.checkpoint_writes
      where type like '${SEALED_TYPE}:%'
  )
  select id as "masterKeyId", sum(candidates)::int as candidates, count(distinct run)::int as runs,
    count(*) filter (where setting = $1) > 0 as "leverTokens", count(*) filter (where setting = $2) > 0 as "keyCheck"
  from used group by id order by id`;

/** Every master key that something stored needs, by its id. */
export const listKeyUses = async (database: Database): Promise<KeyUse[]> =>
  await database.query<KeyUse & Row>(USES, [LEVER_TOKENS, KEY_CHECK]);

const BATCH = 200;

/** Closes with the first key whatever it can. Safe to stop, to repeat, and beside a running Convene that knows both keys.
 * Shape: how many candidates' keys. Errors: `crypto_failed` when a key is not in ENCRYPTION_KEYS. */
export const rewrapKeys = async (database: Database, keyring: Keyring): Promise<number> => {
  await database.transaction(
    async (tx) => await rewrapSetting(tx, { keyring, name: LEVER_TOKENS }),
  );
  let count = 0;
  for (;;) {
    const done = await database.transaction(async (tx) => await rewrapBatch(tx, keyring));
    count += done;
    if (done < BATCH) break;
  }
  await database.transaction(async (tx) => await rewrapSetting(tx, { keyring, name: KEY_CHECK }));
  return count;
};

const rewrapBatch = async (tx: Tx, keyring: Keyring): Promise<number> => {
  const rows = await tx.query<{ candidate: string; wrapped: Buffer; masterKeyId: string }>(
    `select candidate, wrapped, master_key_id as "masterKeyId" from candidate_keys
     where master_key_id <> $1 order by candidate limit $2 for update`,
    [keyring.currentId, BATCH],
  );
  for (const { candidate, wrapped, masterKeyId } of rows) {
    const anew = keyring.wrap(keyring.unwrap(wrapped, masterKeyId, candidate), candidate);
    await tx.query(
      "update candidate_keys set wrapped = $2, master_key_id = $3 where candidate = $1",
      [candidate, anew.wrapped, anew.masterKeyId],
    );
  }
  return rows.length;
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

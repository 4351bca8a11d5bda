/** Changing the master key: what an older one closes is closed anew with the first, without opening a single text. What
 * checkpoints hold stays as it is: runs end, and are pruned by age. */
import { z } from "zod";
import { SAVER_SCHEMA } from "../db/migrate.ts";
import type { Database, Row, Tx } from "../db/port.ts";
import { LEVER_TOKENS } from "../lever-token-store.ts";
import type { Keyring } from "./keyring.ts";

/** What one master key closes now. */
export interface KeyUse {
  masterKeyId: string;
  /** Candidates whose own key it closes, and with it all their texts. */
  candidates: number;
  /** Whether it closes Lever's access tokens. */
  leverTokens: boolean;
  /** Runs with checkpoints that it closes. */
  runs: number;
}

const USES = `
  with used as (
    select master_key_id as id, 1 as candidates, 0 as tokens, null as run from candidate_keys
    union all select value ->> 'masterKeyId', 0, 1, null from settings where name = $1
    union all select split_part(type, ':', 2), 0, 0, thread_id from ${SAVER_SCHEMA}.checkpoint_blobs where type like 'sealed:%'
    union all select split_part(type, ':', 2), 0, 0, thread_id from ${SAVER_SCHEMA}.checkpoint_writes where type like 'sealed:%'
  )
  select id as "masterKeyId", sum(candidates)::int as candidates, sum(tokens) > 0 as "leverTokens",
    count(distinct run)::int as runs
  from used group by id order by id`;

/** Every master key that something stored needs, by its id. */
export const listKeyUses = async (database: Database): Promise<KeyUse[]> =>
  await database.query<KeyUse & Row>(USES, [LEVER_TOKENS]);

const BATCH = 200;

/** Closes with the first key whatever it can. Safe to stop, to repeat, and beside a running Convene that knows both keys.
 * Shape: how many candidates' keys. Errors: `crypto_failed` when a key is not in ENCRYPTION_KEYS. */
export const rewrapKeys = async (database: Database, keyring: Keyring): Promise<number> => {
  await database.transaction(async (tx) => await rewrapTokens(tx, keyring));
  let count = 0;
  for (;;) {
    const done = await database.transaction(async (tx) => await rewrapBatch(tx, keyring));
    count += done;
    if (done < BATCH) return count;
  }
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

const Stored = z.object({ masterKeyId: z.string(), sealed: z.base64() });

const rewrapTokens = async (tx: Tx, keyring: Keyring): Promise<void> => {
  const [row] = await tx.query<{ value: unknown }>(
    "select value from settings where name = $1 for update",
    [LEVER_TOKENS],
  );
  if (!row) return;
  const { masterKeyId, sealed } = Stored.parse(row.value);
  if (masterKeyId === keyring.currentId) return;
  const plain = keyring.unwrap(Buffer.from(sealed, "base64"), masterKeyId, LEVER_TOKENS);
  const anew = keyring.wrap(plain, LEVER_TOKENS);
  await tx.query("update settings set value = $2 where name = $1", [
    LEVER_TOKENS,
    JSON.stringify({ masterKeyId: anew.masterKeyId, sealed: anew.wrapped.toString("base64") }),
  ]);
};

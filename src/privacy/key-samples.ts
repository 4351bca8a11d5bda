/** Something to try the master keys on: of every kind of thing that each of them closes, the first and the last row. Two,
 * because one row that was damaged says nothing about its key. */
import { SAVER_SCHEMA } from "../db/saver-tables.ts";
import type { Row, Tx } from "../db/port.ts";
import { LEVER_TOKENS } from "../lever-token-store.ts";
import { SEALED_TYPE, checkpointKey } from "./checkpoint-key.ts";
import type { Keyring } from "./keyring.ts";
import { openSealed } from "./seal.ts";
import { KEY_CHECK, LEDGER_KEY, parseSealedSetting } from "./sealed-setting.ts";

/** One closed thing. */
export interface KeySample {
  masterKeyId: string;
  /** What it is one of, in words. */
  kind: string;
  /** The setting that it is; absent for a row among many. */
  setting?: string;
  /** Errors: `crypto_failed` when the key is not in the keyring or does not fit. */
  open(keyring: Keyring): void;
}

/** Samples of all that is stored; none on a fresh database. Errors: `config_invalid` for a setting that is none of ours. */
export const findKeySamples = async (tx: Tx): Promise<KeySample[]> => [
  ...(await settingSamples(tx)),
  ...(await candidateSamples(tx)),
  ...(await checkpointSamples(tx, "checkpoint_blobs")),
  ...(await checkpointSamples(tx, "checkpoint_writes")),
];

/** Name of the setting with the candidates whose keys were found damaged: they say nothing about a master key. */
export const DAMAGED_KEYS = "damaged_keys";

const SETTINGS: Record<string, string> = {
  [KEY_CHECK]: "the text that each start opens",
  [LEVER_TOKENS]: "Lever's access tokens",
  [LEDGER_KEY]: "the key that signs the ledger",
};

const settingSamples = async (tx: Tx): Promise<KeySample[]> => {
  const rows = await tx.query<{ name: string; value: unknown }>(
    "select name, value from settings where name = any($1) order by name",
    [Object.keys(SETTINGS)],
  );
  return rows.map(({ name, value }) => {
    const { masterKeyId, sealed } = parseSealedSetting(name, value);
    return {
      masterKeyId,
      kind: SETTINGS[name] ?? name,
      setting: name,
      open: (keyring) => void keyring.unwrap(sealed, masterKeyId, name),
    };
  });
};

const candidateSamples = async (tx: Tx): Promise<KeySample[]> => {
  const rows = await tx.query<{ candidate: string; wrapped: Buffer; masterKeyId: string } & Row>(
    `select candidate, wrapped, master_key_id as "masterKeyId" from candidate_keys where ctid in (
       select unnest(array[min(ctid), max(ctid)]) from candidate_keys
       where candidate not in (
         select jsonb_array_elements_text(value) from settings where name = $1 and jsonb_typeof(value) = 'array')
       group by master_key_id)`,
    [DAMAGED_KEYS],
  );
  return rows.map(({ candidate, wrapped, masterKeyId }) => ({
    masterKeyId,
    kind: "the texts of candidates",
    open: (keyring) => void keyring.unwrap(wrapped, masterKeyId, candidate),
  }));
};

const checkpointSamples = async (
  tx: Tx,
  table: "checkpoint_blobs" | "checkpoint_writes",
): Promise<KeySample[]> => {
  const rows = await tx.query<{ type: string; blob: Buffer } & Row>(
    `select type, blob from ${SAVER_SCHEMA}.${table} where ctid in (
       select unnest(array[min(ctid), max(ctid)]) from ${SAVER_SCHEMA}.${table}
       where type like '${SEALED_TYPE}:%' group by split_part(type, ':', 2))`,
  );
  return rows.map(({ type, blob }) => {
    const [, masterKeyId = ""] = type.split(":");
    return {
      masterKeyId,
      kind: "the checkpoints of runs",
      open: (keyring) =>
        void openSealed(blob, { key: checkpointKey(keyring, masterKeyId), context: type }),
    };
  });
};

/** LangGraph's Postgres saver on our pool, in the schema `langgraph`, with everything that a node may put into its state
 * sealed. Its tables are made by the migrations: the saver's own set-up takes no lock, so no worker may call it. */
import type { RunnableConfig } from "@langchain/core/runnables";
import {
  type CheckpointMetadata,
  JsonPlusSerializer,
  type PendingWrite,
  type SerializerProtocol,
  WRITES_IDX_MAP,
} from "@langchain/langgraph-checkpoint";
import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import { z } from "zod";
import { SAVER_SCHEMA } from "../src/db/saver-tables.ts";
import type { Database } from "../src/db/port.ts";
import { AppError } from "../src/domain/errors.ts";
import { SEALED_TYPE, checkpointKey } from "../src/privacy/checkpoint-key.ts";
import type { Keyring } from "../src/privacy/keyring.ts";
import { openSealed, seal } from "../src/privacy/seal.ts";

const jsonObject = z.record(z.string(), z.unknown());

interface CheckpointerDeps {
  database: Database;
  keyring: Keyring;
}

/** A saver for a migrated database. Errors, when it loads: crypto_failed. */
export const createCheckpointer = ({ database, keyring }: CheckpointerDeps): PostgresSaver =>
  new SealedSaver(database, keyring);

/** What the saver's own statements do, for all rows in one. A statement is a transaction of its own. */
const PUT = `
  with blobs as (
    insert into ${SAVER_SCHEMA}.checkpoint_blobs (thread_id, checkpoint_ns, channel, version, type, blob)
    select $1, $2, * from unnest($7::text[], $8::text[], $9::text[], $10::bytea[])
    on conflict (thread_id, checkpoint_ns, channel, version) do nothing)
  insert into ${SAVER_SCHEMA}.checkpoints
    (thread_id, checkpoint_ns, checkpoint_id, parent_checkpoint_id, checkpoint, metadata)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (thread_id, checkpoint_ns, checkpoint_id)
    do update set checkpoint = excluded.checkpoint, metadata = excluded.metadata`;
const PUT_WRITES = `
  insert into ${SAVER_SCHEMA}.checkpoint_writes
    (thread_id, checkpoint_ns, checkpoint_id, task_id, idx, channel, type, blob)
  select $1, $2, $3, $4, * from unnest($5::int[], $6::text[], $7::text[], $8::bytea[])
  on conflict (thread_id, checkpoint_ns, checkpoint_id, task_id, idx)`;
const KEEP_WRITES = `${PUT_WRITES} do nothing`;
const REPLACE_WRITES = `${PUT_WRITES}
  do update set channel = excluded.channel, type = excluded.type, blob = excluded.blob`;

const Place = z.object({
  thread_id: z.string(),
  checkpoint_ns: z.string().default(""),
  checkpoint_id: z.string().optional(),
});
const WritesPlace = Place.required({ checkpoint_id: true });

/** The values of rows, column by column, as `unnest` wants them. */
const columnsOf = (rows: readonly (readonly unknown[])[], from: number, to: number): unknown[][] =>
  Array.from({ length: to - from }, (_, at) => rows.map((row) => row[from + at] ?? null));

/** The last row of each `idx`: one statement may replace a row once, where the saver's own replace it in turn. */
const lastOfEach = <Cell>(rows: readonly Cell[][]): Cell[][] => [
  ...new Map(rows.map((row) => [row[4], row])).values(),
];

class SealedSaver extends PostgresSaver {
  readonly #database: Database;

  constructor(database: Database, keyring: Keyring) {
    super(database.pool, sealingSerializer(keyring), { schema: SAVER_SCHEMA });
    this.#database = database;
  }

  /** As the saver does it, with one statement instead of one a value. */
  override async put(
    ...[config, checkpoint, metadata, newVersions]: Parameters<PostgresSaver["put"]>
  ): Promise<RunnableConfig> {
    const { thread_id, checkpoint_ns, checkpoint_id } = Place.parse(config.configurable);
    const blobs = await this._dumpBlobs(
      thread_id,
      checkpoint_ns,
      checkpoint.channel_values,
      newVersions,
    );
    await this.#database.query(PUT, [
      thread_id,
      checkpoint_ns,
      checkpoint.id,
      checkpoint_id,
      this._dumpCheckpoint(checkpoint),
      await this._dumpMetadata(metadata),
      ...columnsOf(blobs, 2, 6),
    ]);
    return { configurable: { thread_id, checkpoint_ns, checkpoint_id: checkpoint.id } };
  }

  /** As `put`. */
  override async putWrites(
    config: RunnableConfig,
    writes: PendingWrite[],
    taskId: string,
  ): Promise<void> {
    const { thread_id, checkpoint_ns, checkpoint_id } = WritesPlace.parse(config.configurable);
    const rows = await this._dumpWrites(thread_id, checkpoint_ns, checkpoint_id, taskId, writes);
    const isSpecial = writes.every(([channel]) => channel in WRITES_IDX_MAP);
    await this.#database.query(isSpecial ? REPLACE_WRITES : KEEP_WRITES, [
      thread_id,
      checkpoint_ns,
      checkpoint_id,
      taskId,
      ...columnsOf(isSpecial ? lastOfEach(rows) : rows, 4, 8),
    ]);
  }

  /** Metadata stays a JSON column (source, step, parents): the saver would parse sealed bytes as JSON and fail. */
  protected override _dumpMetadata(metadata: CheckpointMetadata): Promise<Record<string, unknown>> {
    return Promise.resolve(jsonObject.parse(JSON.parse(JSON.stringify(metadata))));
  }
}

const sealingSerializer = (keyring: Keyring): SerializerProtocol => {
  const inner = new JsonPlusSerializer();
  const keys = new Map<string, Buffer>();
  const keyOf = (masterKeyId: string): Buffer => {
    const key = keys.get(masterKeyId) ?? checkpointKey(keyring, masterKeyId);
    keys.set(masterKeyId, key);
    return key;
  };
  return {
    async dumpsTyped(value) {
      const [type, bytes] = await inner.dumpsTyped(value);
      const sealedType = [SEALED_TYPE, keyring.currentId, type].join(":");
      const options = { key: keyOf(keyring.currentId), context: sealedType };
      return [sealedType, seal(bytes, options)];
    },
    async loadsTyped(sealedType, stored) {
      const [prefix, masterKeyId, type] = sealedType.split(":");
      if (prefix !== SEALED_TYPE || masterKeyId === undefined || type === undefined)
        throw unsealed();
      if (typeof stored === "string") throw unsealed();
      const plain = openSealed(stored, { key: keyOf(masterKeyId), context: sealedType });
      const value: unknown = await inner.loadsTyped(type, plain);
      return value;
    },
  };
};

/** Something that was not sealed did not come from here: it is not let in. */
const unsealed = (): AppError =>
  new AppError({
    code: "crypto_failed",
    fault: "bug",
    message: "A checkpoint is not sealed: it was not written by this program",
  });

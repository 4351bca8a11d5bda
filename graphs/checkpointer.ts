/** LangGraph's Postgres saver on our pool, in the schema `langgraph`, with everything that a node may put into its state
 * sealed. Its tables are made by the migrations: the saver's own set-up takes no lock, so no worker may call it. */
import {
  type CheckpointMetadata,
  JsonPlusSerializer,
  type SerializerProtocol,
} from "@langchain/langgraph-checkpoint";
import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import { z } from "zod";
import { SAVER_SCHEMA } from "../src/db/migrate.ts";
import type { Database } from "../src/db/port.ts";
import { AppError } from "../src/domain/errors.ts";
import type { Keyring } from "../src/privacy/keyring.ts";
import { openSealed, seal } from "../src/privacy/seal.ts";

const PURPOSE = "checkpoints";
/** Stored as the value's type: `sealed:<master key id>:<type>`. */
const PREFIX = "sealed";

const jsonObject = z.record(z.string(), z.unknown());

interface CheckpointerDeps {
  database: Database;
  keyring: Keyring;
}

/** A saver for a migrated database. Errors, when it loads: crypto_failed. */
export const createCheckpointer = ({ database, keyring }: CheckpointerDeps): PostgresSaver =>
  new SealedSaver(database.pool, sealingSerializer(keyring), { schema: SAVER_SCHEMA });

class SealedSaver extends PostgresSaver {
  /** Metadata stays a JSON column (source, step, parents): the saver would parse sealed bytes as JSON and fail. */
  protected override _dumpMetadata(metadata: CheckpointMetadata): Promise<Record<string, unknown>> {
    return Promise.resolve(jsonObject.parse(JSON.parse(JSON.stringify(metadata))));
  }
}

const sealingSerializer = (keyring: Keyring): SerializerProtocol => {
  const inner = new JsonPlusSerializer();
  const keys = new Map<string, Buffer>();
  const keyOf = (masterKeyId: string): Buffer => {
    const key = keys.get(masterKeyId) ?? keyring.derive(masterKeyId, PURPOSE);
    keys.set(masterKeyId, key);
    return key;
  };
  return {
    async dumpsTyped(value) {
      const [type, bytes] = await inner.dumpsTyped(value);
      const sealedType = [PREFIX, keyring.currentId, type].join(":");
      const options = { key: keyOf(keyring.currentId), context: sealedType };
      return [sealedType, seal(bytes, options)];
    },
    async loadsTyped(sealedType, stored) {
      const [prefix, masterKeyId, type] = sealedType.split(":");
      if (prefix !== PREFIX || masterKeyId === undefined || type === undefined) throw unsealed();
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

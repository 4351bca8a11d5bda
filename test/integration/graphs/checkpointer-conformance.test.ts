/** LangGraph's own conformance suite for checkpointers, over ours, sealed as in production. */
import { randomBytes } from "node:crypto";
import { validate } from "@langchain/langgraph-checkpoint-validation";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import { createCheckpointer } from "../../../graphs/checkpointer.ts";
import type { Database } from "../../../src/db/port.ts";
import { parseKeyring } from "../../../src/privacy/keyring.ts";
import { describeEachDatabase } from "../../support/database.ts";

// The suite takes its test functions from the global scope.
Object.assign(globalThis, { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it });

const keyring = parseKeyring(`k1:${randomBytes(32).toString("base64")}`);
const TABLES = ["checkpoints", "checkpoint_blobs", "checkpoint_writes"];

describeEachDatabase("LangGraph's suite for checkpointers", (open) => {
  let database: Database;
  validate<PostgresSaver>({
    checkpointerName: "ours",
    beforeAllTimeout: 60_000,
    beforeAll: async () => {
      database = await open();
    },
    createCheckpointer: () => createCheckpointer({ database, keyring }),
    destroyCheckpointer: async () => {
      for (const table of TABLES) await database.query(`delete from langgraph.${table}`);
    },
  });
});

/** Asks the offline model something, as a process whose traces go where its environment says: `node traced-program.ts WORDS`. */
import { awaitAllCallbacks } from "@langchain/core/callbacks/promises";
import { readConfig } from "../../src/config.ts";
import { createChatModels } from "../../src/models/chat-model.ts";

readConfig();
const noDatabase = { query: async () => await Promise.resolve([]) };
const models = await createChatModels(null, {
  database: { ...noDatabase, transaction: async () => await Promise.reject(new Error("none")) },
  clock: { now: () => Temporal.Now.instant() },
  zone: "UTC",
  budgetMs: 1_000,
});
await models.for({ user: "chat", runId: null }).invoke(process.argv[2] ?? "");
await awaitAllCallbacks();

/** What runs in the process of `read-document.ts`: it hands each document to a thread, and watches what that takes. */
import { Worker } from "node:worker_threads";
import { LIMITS } from "./limits.ts";
import type { ReadAnswer, ReadRequest, Started } from "./read-document.ts";
import type { ReadDocument } from "./shape.ts";

const LOOK_MS = 20;
const MB = 1_000_000;

const say = (said: Started | ReadAnswer): void => {
  if (process.connected) process.send?.(said);
};

const worker = new Worker(new URL("./thread-program.ts", import.meta.url), {
  resourceLimits: { maxOldGenerationSizeMb: LIMITS.megabytes, maxYoungGenerationSizeMb: 32 },
  env: {},
});
const isOutOfMemory = (thrown: unknown): boolean =>
  thrown instanceof Error && "code" in thrown && thrown.code === "ERR_WORKER_OUT_OF_MEMORY";

let isReady = false;
worker.on("message", (said: "ready" | ReadDocument) => {
  isReady = true;
  // Whoever asked looks whether it is a document.
  if (said === "ready") say(said);
  else say({ document: said, isSpent: process.memoryUsage.rss() > LIMITS.spentMegabytes * MB });
});
worker.on("error", (thrown) => {
  if (!isReady) say({ failed: String(thrown) });
  else say({ ends: isOutOfMemory(thrown) ? "too_much_memory" : "broken" });
});
process.on("message", (request: ReadRequest) => worker.postMessage(request));

// The heap has a limit of its own; buffers lie beside it, and only the whole process tells of them.
setInterval(() => {
  if (process.memoryUsage.rss() > LIMITS.processMegabytes * MB) say({ ends: "too_much_memory" });
}, LOOK_MS);

// It ends with the process that asks, and not before: a signal to all of them is that one's matter.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});

/** What runs in the thread of `process-program.ts`: one document after the other. Nothing of it can ask for anything outside. */
import { parentPort } from "node:worker_threads";
import { readParsedData } from "./parsed-data.ts";
import { readBytes } from "./read-bytes.ts";
import type { ReadRequest } from "./read-document.ts";
import type { ReadDocument } from "./shape.ts";

const refuse = (): never => {
  throw new Error("Nothing is fetched while a document is read.");
};
for (const way of ["fetch", "WebSocket", "EventSource", "XMLHttpRequest"]) {
  Object.defineProperty(globalThis, way, { value: refuse, configurable: false });
}

const read = async (request: ReadRequest): Promise<ReadDocument> =>
  "bytes" in request
    ? await readBytes(request.bytes, request.name)
    : readParsedData(request.parsedData);

parentPort?.on("message", (request: ReadRequest) => {
  void read(request).then((document) => parentPort?.postMessage(document));
});
parentPort?.postMessage("ready");

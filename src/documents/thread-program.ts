/** What runs in the thread of `read-document.ts`: one document after the other. Nothing of it can ask for anything outside. */
import { parentPort } from "node:worker_threads";
import { readBytes } from "./read-bytes.ts";
import type { ThreadRequest } from "./read-document.ts";

const refuse = (): never => {
  throw new Error("Nothing is fetched while a document is read.");
};
for (const way of ["fetch", "WebSocket", "EventSource", "XMLHttpRequest"]) {
  Object.defineProperty(globalThis, way, { value: refuse, configurable: false });
}

parentPort?.on("message", ({ bytes, name }: ThreadRequest) => {
  void readBytes(bytes, name).then((document) => parentPort?.postMessage(document));
});
parentPort?.postMessage("ready");

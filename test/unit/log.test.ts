import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { expect, it } from "vitest";

const LOG = new URL("../../src/log.ts", import.meta.url).href;
const TELLER = `
  import { createLog } from ${JSON.stringify(LOG)};
  const log = createLog({ level: "info" });
  log.info("nobody can read this");
  setImmediate(() => {
    log.fatal("nor this");
    process.exit(3);
  });`;

it("a process whose log takes nothing any more goes on, and ends when it wants to", async () => {
  const unwritable = openSync(new URL(import.meta.url), "r");
  const child = spawn(process.execPath, ["--input-type=module", "--eval", TELLER], {
    stdio: ["ignore", unwritable, "inherit"],
    timeout: 240_000,
  });
  const ended = once(child, "exit");
  closeSync(unwritable);
  expect(await ended).toEqual([3, null]);
});

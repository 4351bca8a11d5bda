import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("host-zone-program.ts", import.meta.url));

const ZONES = [
  "UTC",
  "America/Los_Angeles",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Kiritimati",
];

test("the host's own zone changes nothing that is read", async () => {
  const run = promisify(execFile);
  const results: [string, string][] = [];
  for (const zone of ZONES) {
    const env = { ...process.env, TZ: zone };
    const { stdout } = await run(process.execPath, [program], { env });
    const [host = "", digest = ""] = stdout.split(" ");
    results.push([host, digest]);
  }
  expect(results.map(([host]) => host)).toEqual(ZONES);
  expect(results[0]?.[1]).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(results.map(([, digest]) => digest)).size).toBe(1);
});

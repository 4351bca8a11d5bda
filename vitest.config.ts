import { defineConfig } from "vitest/config";
import { makeQuickFolder, removeQuickFolder } from "./test/support/quick-folder.ts";
import { LongestFirst } from "./test/support/longest-first.ts";

// One real Postgres for the whole run, from npm; each test file makes its own databases on it. One browser, unpacked.
const globalSetup = [
  "test/support/bundle-programs.ts",
  "test/support/postgres-server.ts",
  "test/web/support/unpack-browser.ts",
];

// Of the workers and what they start; the browser, which is kept from run to run, is not in it.
const folder = makeQuickFolder();
process.on("exit", () => removeQuickFolder(folder));

export default defineConfig({
  test: {
    env: { TMPDIR: folder },
    environment: "node",
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    globalSetup,
    pool: "forks",
    // The crash tests wait most of their time: more workers than cores use what they leave.
    maxWorkers: 4,
    // Nothing is mocked and no module keeps a test's state: a worker loads the program once for all of its files.
    isolate: false,
    // A walk throws much away: with room for it the collector takes a twentieth less of the time.
    execArgv: ["--max-semi-space-size=32", "--min-semi-space-size=32"],
    sequence: { sequencer: LongestFirst },
    // Guards against what never ends, no more: a machine that does much else must not fail a right test. What is promised
    // in seconds, a test measures itself.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 240_000 } },
    teardownTimeout: 20_000,
    dangerouslyIgnoreUnhandledErrors: false,
  },
});

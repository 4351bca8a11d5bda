import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";

// One real Postgres for the whole run, from npm; each test file makes its own databases on it.
const globalSetup = ["test/support/postgres-server.ts"].filter((path) => existsSync(path));

export default defineConfig({
  test: {
    environment: "node",
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    globalSetup,
    pool: "forks",
    // The crash tests wait most of their time: more workers than cores use what they leave.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    dangerouslyIgnoreUnhandledErrors: false,
  },
});

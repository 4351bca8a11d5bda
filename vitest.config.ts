import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

// One real Postgres for the whole run, from npm; each test file makes its own databases on it.
const globalSetup = ["test/support/postgres-server.ts"].filter((path) => existsSync(path));

export default defineConfig({
  test: {
    environment: "node",
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    globalSetup,
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    dangerouslyIgnoreUnhandledErrors: false,
  },
});

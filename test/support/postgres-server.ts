/** One PostgreSQL server for the whole test run: the one of TEST_DATABASE_URL, else one from npm in a temporary folder,
 * stopped at the end. Never skipped: without a server the run fails. Also makes, once, the migrated databases that each
 * test's own is copied from. */
import { dirname } from "node:path";
import type { TestProject } from "vitest/node";
import { type Templates, makeTemplates } from "./templates.ts";
import { startPostgres } from "./throwaway-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    databases: Templates;
  }
}

/** Called by vitest before all tests; what it returns, after. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  const root = dirname(project.config.env["TMPDIR"] ?? "");
  const server =
    given === undefined ? await startPostgres({ root }) : { url: given, stop: async () => {} };
  try {
    const templates = await makeTemplates(server.url);
    project.provide("databases", templates.paths);
    return async () => {
      await templates.drop();
      await server.stop();
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

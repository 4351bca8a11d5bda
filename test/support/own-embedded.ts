/** The embedded database for what is not a test: each is made from nothing, as a first start makes it. */
import type { OpenTestDatabase } from "./database.ts";
import { openDatabase } from "../../src/db/open.ts";

/** In memory, or in a folder. */
export const openOwnEmbedded: OpenTestDatabase = Object.assign(
  async ({ dataDir = "memory" }: { dataDir?: string } = {}) => await openDatabase({ dataDir }),
  { kind: "embedded" as const, fill: async () => await Promise.resolve() },
);

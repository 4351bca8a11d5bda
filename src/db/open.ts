/** The way in to the database: a server when there is a URL, else the embedded one in a folder or in memory. */
import type { Database } from "./port.ts";

/** Where the database is. `dataDir: "memory"` is gone when it is closed. */
export interface OpenDatabaseOptions {
  /** `postgres://…`; wins over `dataDir`. */
  url?: string;
  /** Folder of the embedded database; made when absent. Default: in memory. */
  dataDir?: string;
  /** Most connections to a server. Default 10; the embedded database has one session. */
  poolSize?: number;
  /** How long to wait for a connection, in milliseconds. Default 1,800 for a server, 30,000 for the embedded one. */
  connectTimeoutMs?: number;
}

/** An open database, without migrations applied. Errors: database_unavailable (retryable) only at first use;
 * data_dir_locked when another process has the folder. */
export const openDatabase = async (options: OpenDatabaseOptions): Promise<Database> => {
  if (options.url !== undefined) {
    const { openPostgres } = await import("./postgres.ts");
    return openPostgres({ ...options, url: options.url });
  }
  const { openEmbedded } = await import("./embedded.ts");
  return openEmbedded(options);
};

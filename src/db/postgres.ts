/** The database on a PostgreSQL server, 15 or newer. */
import type { ClientConfig } from "pg";
import { createDatabase } from "./database.ts";
import { createPostgresListener } from "./postgres-listener.ts";
import { GuardedPool } from "./pool.ts";
import type { Database } from "./port.ts";
import { createTransactionScopes } from "./transaction-scope.ts";

const CONNECT_TIMEOUT_MS = 1_800;
const STATEMENT_TIMEOUT_MS = 30_000;
/** Longer than the server's own limit: it only matters when the network swallows the answer. */
const QUERY_TIMEOUT_MS = 35_000;
const LOCK_TIMEOUT_MS = 10_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;
const KEEP_ALIVE_DELAY_MS = 10_000;
const DEFAULT_POOL_SIZE = 10;

/** The database behind a URL; connects at first use. */
export const openPostgres = (options: {
  url: string;
  poolSize?: number;
  connectTimeoutMs?: number;
}): Database => {
  const connection: ClientConfig = {
    connectionString: options.url,
    application_name: "convene",
    connectionTimeoutMillis: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY_MS,
    // Statements that a transaction asks for together travel together.
    pipeline: true,
  };
  const scopes = createTransactionScopes();
  const pool = new GuardedPool(
    {
      ...connection,
      max: options.poolSize ?? DEFAULT_POOL_SIZE,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    },
    scopes,
  );
  const listener = createPostgresListener(connection);
  return createDatabase({
    kind: "postgres",
    pool,
    scopes,
    // Plans that were kept would not change as tables grow.
    preparesAll: false,
    listen: listener.listen,
    async close() {
      await listener.close();
      await pool.end();
    },
  });
};

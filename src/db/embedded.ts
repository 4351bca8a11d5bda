/** The database inside this process (PGlite), in a folder or in memory. It has one session, so the pool has one client,
 * and whoever has it, from `connect()` to `release()`, has the database alone. What is committed outlives the process,
 * however that ends; not surely a power cut, because PGlite's files are not flushed to the disk. */
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import type { PoolClient } from "pg";
import { AppError } from "../domain/errors.ts";
import { createChannels, quoteChannel } from "./channels.ts";
import type { Channels } from "./channels.ts";
import { lockDataDir } from "./data-dir-lock.ts";
import { EMBEDDED_FOLDER, makeDataFolder } from "./data-folder.ts";
import { createDatabase } from "./database.ts";
import { toDatabaseError } from "./errors.ts";
import { EmbeddedStream } from "./embedded-stream.ts";
import { GuardedPool } from "./pool.ts";
import type { Database } from "./port.ts";
import { createTransactionScopes } from "./transaction-scope.ts";
import type { TransactionScopes } from "./transaction-scope.ts";

/** Waiting for the one client is waiting for everybody before us, not for a network. */
const CONNECT_TIMEOUT_MS = 30_000;

/** Postgres fills its buffers with zeros when it starts, so all of them are memory that is held, used or not; what it does
 * not find in them the operating system still has. One session needs few of the places that a server keeps. */
const SETTINGS = ["shared_buffers=16MB", "wal_buffers=1MB", "max_connections=5"].flatMap(
  (setting) => ["-c", setting],
);

interface EmbeddedOptions {
  dataDir?: string;
  connectTimeoutMs?: number;
}

/** The database in `dataDir`, or in memory. Errors: data_dir_locked when another process has the folder; config_invalid
 * when it is none. */
export const openEmbedded = async (options: EmbeddedOptions): Promise<Database> => {
  const folder = options.dataDir === "memory" ? undefined : options.dataDir;
  if (folder !== undefined) await makeDataFolder(folder);
  const unlock = folder === undefined ? async () => undefined : await lockDataDir(folder);
  const session = await startSession(folder).catch(async (error: unknown) => {
    await unlock();
    throw error;
  });
  const scopes = createTransactionScopes();
  const channels = createChannels();
  const pool = new GuardedPool(
    {
      user: "postgres",
      database: "postgres",
      host: "embedded",
      ssl: false,
      max: 1,
      pipeline: true,
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
      stream: () => new EmbeddedStream(session),
    },
    scopes,
  );
  deliverNotices({ pool, channels, scopes });
  return createDatabase({
    kind: "embedded",
    pool,
    scopes,
    // Parsing is the dearest part of a statement here.
    preparesAll: true,
    listen: createListen(pool, channels),
    async close() {
      await pool.end();
      await session.close();
      await unlock();
    },
  });
};

const startSession = async (folder: string | undefined): Promise<PGlite> => {
  const session = new PGlite({
    ...(folder === undefined ? {} : { dataDir: join(folder, EMBEDDED_FOLDER) }),
    startParams: [...PGlite.defaultStartParams, ...SETTINGS],
    extensions: { btree_gist },
  });
  try {
    await session.waitReady;
  } catch (error) {
    throw new AppError({
      code: "database_unavailable",
      fault: "upstream",
      message: `The database in ${folder ?? "memory"} does not start`,
      cause: error,
    });
  }
  return session;
};

/** Notices come to whichever client is open when they are due: inside somebody's transaction, as they see it. */
const deliverNotices = ({
  pool,
  channels,
  scopes,
}: {
  pool: GuardedPool;
  channels: Channels;
  scopes: TransactionScopes;
}): void => {
  pool.on("connect", (client: PoolClient) => {
    client.on("notification", ({ channel, payload }) => {
      scopes.outside(() => channels.deliver(channel, payload ?? ""));
    });
  });
};

const createListen =
  (pool: GuardedPool, channels: Channels): Database["listen"] =>
  async (channel, onPayload, onGap) => {
    const subscriber = { onPayload, onGap };
    const isNew = channels.add(channel, subscriber);
    try {
      if (isNew) await pool.query(`listen ${quoteChannel(channel)}`);
    } catch (error) {
      channels.remove(channel, subscriber);
      throw toDatabaseError(error);
    }
    return async () => {
      if (!channels.remove(channel, subscriber) || pool.ending) return;
      await pool.query(`unlisten ${quoteChannel(channel)}`);
    };
  };

/** Brings a database to what this program expects: our numbered SQL files, LangGraph's tables (schema `langgraph`) and the
 * queue's (schema `pgboss`), by one process at a time. */
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import type { PoolClient } from "pg";
import { PgBoss } from "pg-boss";
import { AppError } from "../domain/errors.ts";
import { setUpSaverTables } from "./saver-tables.ts";
import { explainStart, refuseOldServer } from "./start-faults.ts";
import type { Database } from "./port.ts";

/** Our numbered SQL files. */
export const MIGRATIONS_FOLDER = new URL("./migrations/", import.meta.url);
const FILE_NAME = /^(\d{6})\.sql$/;
/** Any number that nobody else uses: PostgreSQL knows advisory locks by number only. */
const LOCK = 71_866_301;
const LOCK_WAIT_MS = 60_000;

/** The schema of the queue's tables. */
export const QUEUE_SCHEMA = "pgboss";

interface Migration {
  id: number;
  sql: string;
  checksum: string;
}

/** What was done. Shape: the numbers of our files that were applied now, in order; empty when all were applied before. */
export interface MigrationReport {
  applied: number[];
}

/** Applies what is missing. Errors: config_invalid when an applied file was changed, or the database is newer than this
 * program; database_unavailable (retryable). */
export const migrate = async (
  database: Database,
  folder: URL = MIGRATIONS_FOLDER,
): Promise<MigrationReport> => {
  const migrations = await readMigrations(folder);
  try {
    return await withLock(database, async (client) => {
      const applied = await applyMigrations(client, migrations);
      await setUpSaverTables(client);
      await setUpQueue(client, database.kind);
      return { applied };
    });
  } catch (error) {
    throw explainStart(error);
  }
};

/** How many of this program's migrations a database lacks. Only reads. Errors: those of `migrate`. */
export const countMissing = async (
  database: Database,
  folder: URL = MIGRATIONS_FOLDER,
): Promise<number> => {
  const migrations = await readMigrations(folder);
  try {
    const [found] = await database.query<{ version: string; isMade: boolean }>(
      `select current_setting('server_version_num') as version,
         to_regclass('public.migrations') is not null as "isMade"`,
    );
    refuseOldServer(Number(found?.version));
    if (!found?.isMade) return migrations.length;
    const rows = await database.query<{ id: number; checksum: string }>(
      "select id, checksum from migrations order by id",
    );
    for (const row of rows) checkApplied(row, migrations);
    return migrations.length - rows.length;
  } catch (error) {
    throw explainStart(error);
  }
};

const readMigrations = async (folder: URL): Promise<Migration[]> => {
  const names = (await readdir(folder)).filter((name) => FILE_NAME.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), "utf8");
      const checksum = createHash("sha256").update(sql).digest("hex");
      return { id: Number(name.slice(0, 6)), sql, checksum };
    }),
  );
};

const versionOf = async (client: PoolClient): Promise<number> => {
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version_num') as version",
  );
  return Number(rows[0]?.version);
};

/** One client does everything under the lock; it is closed afterwards, and with it go its settings and the lock. */
const withLock = async <Result>(
  database: Database,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> => {
  const client = await database.pool.connect();
  try {
    await client.query("set statement_timeout = 0");
    await client.query("set idle_in_transaction_session_timeout = 0");
    await client.query(`set lock_timeout = ${LOCK_WAIT_MS}`);
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    refuseOldServer(await versionOf(client));
    return await work(client);
  } finally {
    if (database.kind === "embedded")
      await client.query("reset all; select pg_advisory_unlock_all()");
    client.release(true);
  }
};

const applyMigrations = async (
  client: PoolClient,
  migrations: readonly Migration[],
): Promise<number[]> => {
  await client.query(
    `create table if not exists migrations (
       id integer primary key, checksum text not null, applied_at timestamptz not null default now())`,
  );
  const { rows } = await client.query<{ id: number; checksum: string }>(
    "select id, checksum from migrations order by id",
  );
  for (const row of rows) checkApplied(row, migrations);
  const present = new Set(rows.map(({ id }) => id));
  const missing = migrations.filter(({ id }) => !present.has(id));
  for (const migration of missing) await applyOne(client, migration);
  return missing.map(({ id }) => id);
};

const checkApplied = (
  row: { id: number; checksum: string },
  migrations: readonly Migration[],
): void => {
  const file = migrations.find(({ id }) => id === row.id);
  if (file?.checksum === row.checksum) return;
  const name = fileName(row.id);
  const message =
    file === undefined
      ? `The database is newer than this program: it has migration ${name}, which this version does not know`
      : `Migration ${name} was changed after it was applied: restore the file and put the change in a new one`;
  throw new AppError({
    code: "config_invalid",
    fault: "caller",
    message,
    data: { migration: name },
  });
};

const applyOne = async (client: PoolClient, { id, sql, checksum }: Migration): Promise<void> => {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query("insert into migrations (id, checksum) values ($1, $2)", [id, checksum]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
};

const fileName = (id: number): string => `${String(id).padStart(6, "0")}.sql`;

const setUpQueue = async (client: PoolClient, kind: Database["kind"]): Promise<void> => {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => client.query(text, values) },
    backend: kind === "embedded" ? "pglite" : "postgres",
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  await boss.start();
  await boss.stop({ graceful: false });
};

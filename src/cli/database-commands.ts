/** Commands that need the database alone. */
import { readConfig } from "../config.ts";
import { systemClock } from "../clock.ts";
import { refuseEmptyDataFolder } from "../db/data-folder.ts";
import { migrate } from "../db/migrate.ts";
import { openDatabase } from "../db/open.ts";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { randomIds } from "../identifiers.ts";
import { setPaused } from "../policy/store.ts";

/** Opens the database that is configured, brought up to date, for one command. What a command says of a database that it has
 * just made itself would be told of nobody's: `mayMake` is for those that begin with one. Errors: `config_invalid` when there
 * is none yet. */
export const withDatabase = async (
  work: (database: Database) => Promise<void>,
  { mayMake = false }: { mayMake?: boolean } = {},
): Promise<void> => {
  const config = readConfig();
  if (config.database.kind === "embedded" && !mayMake) await refuseEmptyDataFolder(config.dataDir);
  const database = await openDatabase(
    config.database.kind === "postgres"
      ? { url: config.database.url.reveal(), poolSize: config.database.poolSize }
      : { dataDir: config.dataDir },
  );
  try {
    await migrate(database);
    await work(database);
  } finally {
    await database.close();
  }
};

/** `convene migrate`. */
export const runMigrate = async (): Promise<void> => {
  await withDatabase(
    async () => {
      console.log("The database is up to date.");
      await Promise.resolve();
    },
    { mayMake: true },
  );
};

/** `convene pause | resume`. Errors: `data_dir_locked`, with the other way to do it. */
export const runPause = async (paused: boolean): Promise<void> => {
  try {
    await withDatabase(async (database) => await pause(database, paused));
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== "data_dir_locked") throw thrown;
    throw new AppError({
      code: thrown.code,
      fault: thrown.fault,
      message: `The embedded database is in use by a running Convene: press ${paused ? "Pause everything" : "Resume"} in its settings, or send POST /api/${paused ? "pause" : "resume"} with a token.`,
      cause: thrown,
    });
  }
};

const pause = async (database: Database, paused: boolean): Promise<void> => {
  await database.transaction(
    async (tx) =>
      await setPaused(tx, systemClock, {
        paused,
        by: "command line",
        correlationId: randomIds.next("co"),
      }),
  );
  console.log(
    paused
      ? "All effects are paused, in every process. Events are still taken in."
      : "Effects go on. What waits is taken up within seconds.",
  );
};

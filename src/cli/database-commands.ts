/** Commands that need the database alone. */
import { readConfig } from "../config.ts";
import { systemClock } from "../clock.ts";
import { refuseEmptyDataFolder } from "../db/data-folder.ts";
import { migrate } from "../db/migrate.ts";
import { openDatabase } from "../db/open.ts";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { randomIds } from "../identifiers.ts";
import { auditLedger } from "../ledger/audit.ts";
import { exportLedger } from "../ledger/export.ts";
import { openTrail } from "../ledger/trail.ts";
import { findEntry } from "../ledger/verify.ts";
import { openKeyring } from "../privacy/open-keyring.ts";
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

/** `convene audit verify [--head …]`: exit code 1 when the chain is broken, or a head that was kept is not in it; 2 when what was
 * given as a head is none, which says nothing about the ledger. */
export const runAuditVerify = async (given?: string): Promise<void> => {
  const kept = given?.trim().toLowerCase();
  if (kept !== undefined && !/^[0-9a-f]{64}$/.test(kept)) {
    console.error(
      "--head must be 64 hexadecimal digits, as `convene audit verify` printed them. Nothing was checked.",
    );
    process.exitCode = 2;
    return;
  }
  await withDatabase(async (database) => {
    const config = readConfig();
    const keyring = await openKeyring(config, database);
    const trail = openTrail(config.trailDir);
    const { ok, entries, head, firstBroken, checkpoints, outside } = await auditLedger({
      database,
      keyring,
      trail,
    });
    if (ok && kept !== undefined && (await findEntry(database, kept)) === null) {
      console.error(
        `The chain of ${entries} entries is whole in itself, but the head that you kept is not in it: its end was cut off, or all of it was written anew.`,
      );
      process.exitCode = 1;
      return;
    }
    if (ok) {
      console.log(
        `The ledger is whole: ${entries} entries, head ${head}. It has ${checkpoints} signed checkpoints${outside > 0 ? `, ${outside} of them beside the database` : ""}.`,
      );
      return;
    }
    console.error(
      `The ledger is broken at entry ${firstBroken?.seq ?? 0}: ${firstBroken?.what ?? "unknown"}. ${entries} entries before it are whole.`,
    );
    process.exitCode = 1;
  });
};

const EXPORTED = 5_000;

/** `convene audit export`: the whole ledger, a JSON line an entry, oldest first. */
export const runAuditExport = async (): Promise<void> => {
  await withDatabase(async (database) => {
    for (let after: number | null = 0; after !== null;) {
      const { text, next }: { text: string; next: number | null } = await exportLedger(database, {
        after,
        limit: EXPORTED,
      });
      process.stdout.write(text);
      after = next;
    }
  });
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

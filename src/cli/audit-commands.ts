/** Commands for whoever checks the company: they read, and keep nothing. */
import { systemClock } from "../clock.ts";
import { readChangeLog } from "../ledger/change-log.ts";
import { writeTechnicalFile } from "../ledger/technical-file.ts";
import { withDatabase } from "./database-commands.ts";

/** `convene audit technical-file`. Errors: `data_dir_locked`. */
export const runTechnicalFile = async (): Promise<void> => {
  await withDatabase(async (database) => {
    const log = await readChangeLog(database);
    process.stdout.write(await writeTechnicalFile(log, { at: systemClock.now() }));
  });
};

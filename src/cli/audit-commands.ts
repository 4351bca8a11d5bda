/** Commands for whoever checks the company: they read, and keep nothing but that somebody took data away. */
import { systemClock } from "../clock.ts";
import { exportImpact } from "../cases/impact-rows.ts";
import { randomIds } from "../identifiers.ts";
import { impactTables } from "../insights/impact.ts";
import { impactCsv, impactTablesCsv } from "../insights/impact-csv.ts";
import { readChangeLog } from "../ledger/change-log.ts";
import { writeTechnicalFile } from "../ledger/technical-file.ts";
import { withDatabase } from "./database-commands.ts";
import { readCategories } from "./impact-categories.ts";

/** `convene audit technical-file`. Errors: `data_dir_locked`. */
export const runTechnicalFile = async (): Promise<void> => {
  await withDatabase(async (database) => {
    const log = await readChangeLog(database);
    process.stdout.write(await writeTechnicalFile(log, { at: systemClock.now() }));
  });
};

export interface ImpactOptions {
  categories?: string;
  csv?: boolean;
  leaveOutSmall?: boolean;
}

/** `convene audit impact`: without categories the data as CSV; with them rates and ratios. Errors: `input_invalid` by line and
 * column; `data_dir_locked`. */
export const runImpact = async ({
  categories,
  csv,
  leaveOutSmall,
}: ImpactOptions): Promise<void> => {
  const read = categories === undefined ? null : readCategories(categories);
  await withDatabase(async (database) => {
    const deps = { database, clock: systemClock, ids: randomIds };
    const rows = await exportImpact({ by: "command line" }, deps);
    if (read === null) {
      process.stdout.write(impactCsv(rows));
      return;
    }
    const tables = impactTables(rows, { ...read, leavesOutSmall: leaveOutSmall === true });
    const unmatched = new Set(read.of.keys()).difference(
      new Set(rows.map(({ reference }) => reference)),
    );
    if (unmatched.size > 0) {
      console.error(
        `${unmatched.size} references of the file are of no candidacy that was assessed.`,
      );
    }
    const text = JSON.stringify({ madeAt: systemClock.now().toString(), tables }, null, 1);
    process.stdout.write(csv ? impactTablesCsv(tables) : `${text}\n`);
  });
};

/** A command whose work workers do: on a server those that run; the embedded database is this process's alone, which then is the worker. */
import { readConfig } from "../config.ts";
import { refuseEmptyDataFolder } from "../db/data-folder.ts";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { createLog } from "../log.ts";
import { start } from "../start.ts";
import { withDatabase } from "./database-commands.ts";

/** `instead`: how to ask a running Convene for the same. `nothingRuns`: what follows from that no company runs. Errors: those of `work`;
 * `data_dir_locked` and `config_invalid`, with the other way to do it. */
export const inReachOfWorkers = async <Result>(
  work: (database: Database) => Promise<Result>,
  { instead, nothingRuns }: { instead: string; nothingRuns: string },
): Promise<Result> => {
  const config = readConfig();
  try {
    if (config.database.kind === "embedded" && config.lever.kind !== "sandbox") {
      await refuseEmptyDataFolder(config.dataDir);
      const log = createLog({ level: "error" });
      const running = await start(config, { log, roles: { web: false, work: true } });
      try {
        return await work(running.deps.database);
      } finally {
        await running.stop();
      }
    }
    const held: Result[] = [];
    await withDatabase(async (database) => {
      if (config.database.kind === "embedded") throw noCompany(nothingRuns);
      held.push(await work(database));
    });
    const [done] = held;
    if (done === undefined) throw new Error("the command ended without a result");
    return done;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== "data_dir_locked") throw thrown;
    throw new AppError({
      code: thrown.code,
      fault: thrown.fault,
      message: `The embedded database is in use by a running Convene: ${instead}`,
      cause: thrown,
    });
  }
};

/** The sandbox company lives and ends with the process that plays it. */
const noCompany = (so: string): AppError =>
  new AppError({
    code: "config_invalid",
    fault: "caller",
    message: `LEVER_API_KEY: is not set, and no sandbox company runs, ${so}`,
  });

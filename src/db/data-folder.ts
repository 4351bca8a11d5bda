/** The folder that the embedded database lives in. */
import { mkdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { AppError } from "../domain/errors.ts";

/** Where in the data folder the database is; beside it there is room for other files. */
export const EMBEDDED_FOLDER = "db";

/** Whether a database was ever made in the folder. */
export const holdsDatabase = async (folder: string): Promise<boolean> => {
  const found = await stat(join(folder, EMBEDDED_FOLDER, "PG_VERSION")).catch(() => null);
  return found?.isFile() === true;
};

/** Errors: `config_invalid` when no database was ever made in the folder; nothing is made there now. */
export const refuseEmptyDataFolder = async (folder: string): Promise<void> => {
  if (await holdsDatabase(folder)) return;
  throw new AppError({
    code: "config_invalid",
    fault: "caller",
    message: `There is no database in ${resolve(folder)}, so nothing was done: set DATA_DIR or DATABASE_URL as the running Convene has it, or run this where its .env is.`,
  });
};

/** Makes the folder, for its owner only, when it is not there. Errors: `config_invalid` when it cannot be one. */
export const makeDataFolder = async (folder: string): Promise<void> => {
  try {
    await makeFolder(resolve(folder));
  } catch (cause) {
    const why = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
    throw new AppError({
      code: "config_invalid",
      fault: "caller",
      message: `DATA_DIR: ${folder} cannot be used as a folder (${why}). Name one that this user may write to.`,
      cause,
    });
  }
};

/** Step by step: the recursive kind of Node never ends where a folder can neither be made nor be there, as under /proc. */
const makeFolder = async (folder: string): Promise<void> => {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() === true) return;
  if (!found && dirname(folder) !== folder) await makeFolder(dirname(folder));
  await mkdir(folder, { mode: 0o700 }).catch(async (error: unknown) => {
    // Another process may have been quicker.
    if (!(await stat(folder).catch(() => null))?.isDirectory()) throw error;
  });
};

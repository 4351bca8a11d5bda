/** The folder that the embedded database lives in. */
import { mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { AppError } from "../domain/errors.ts";

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
  await mkdir(folder, { mode: 0o700 });
};

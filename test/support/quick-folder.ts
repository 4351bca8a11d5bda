/** Where tests put what they throw away: in memory, where the system has room for it. A test's embedded database is a thousand
 * small files, and on a disk a fifth of all processor time goes into making and removing them. */
import { accessSync, constants, mkdirSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";
import { isRunning } from "./throwaway-postgres.ts";

const IN_MEMORY = "/dev/shm";
const PREFIX = "convene-tests-";
const FREE_BYTES = 4 * 1024 ** 3;

const hasRoom = (): boolean => {
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > FREE_BYTES && freemem() > 2 * FREE_BYTES;
  } catch {
    return false;
  }
};

/** Makes the folder of this run, for `TMPDIR`, and removes those of runs that were killed. */
export const makeQuickFolder = (): string => {
  const root = hasRoom() ? IN_MEMORY : tmpdir();
  for (const name of readdirSync(root).filter((each) => each.startsWith(PREFIX))) {
    if (!isRunning(Number(name.slice(PREFIX.length)))) removeQuickFolder(join(root, name));
  }
  const folder = join(root, `${PREFIX}${process.pid}`);
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** Removes it, with all that a test left there. */
export const removeQuickFolder = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
};

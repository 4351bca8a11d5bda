/** One process at a time in a data folder: two would destroy it. The operating system holds the lock, by way of SQLite's
 * file locks, and frees it when its holder ends, however that ends. A note beside it says who the holder is; for a
 * holder on another machine or in another virtual one, where file locks may not reach, the note counts as long as it is
 * freshened. */
import { readFile, rename, stat, unlink, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { systemClock } from "../clock.ts";
import { AppError } from "../domain/errors.ts";

/** Stays in the folder: a lock file that is deleted can be locked twice, as the old file and as the new one. Nothing else
 * may open it: a process that closes a file loses all its locks on it. */
const LOCK_FILE = "convene.lock";
const HOLDER_FILE = "convene.holder.json";
const FRESHEN_MS = 2_000;
const FRESH_FOR_MS = 10_000;
const SQLITE_BUSY = 5;

const holderShape = z.object({ pid: z.int(), host: z.string() });
type Holder = z.infer<typeof holderShape>;

/** Takes the folder for this process. Returns a function that gives it back. Errors: `data_dir_locked`; `config_invalid`
 * where files cannot be locked. */
export const lockDataDir = async (folder: string): Promise<() => Promise<void>> => {
  const notePath = join(folder, HOLDER_FILE);
  const lock = takeLock(folder);
  if (lock === undefined) throw locked(folder, await readHolder(notePath));
  try {
    const elsewhere = await holderElsewhere(notePath);
    if (elsewhere !== undefined) throw locked(folder, elsewhere);
    await writeNote(notePath);
  } catch (error) {
    lock.close();
    throw error;
  }
  const freshen = setInterval(() => {
    const now = systemClock.now().epochMilliseconds / 1_000;
    utimes(notePath, now, now).catch(() => undefined);
  }, FRESHEN_MS);
  freshen.unref();
  return async () => {
    clearInterval(freshen);
    await unlink(notePath).catch(() => undefined);
    lock.close();
  };
};

/** The held lock, or nothing when somebody else holds it. */
const takeLock = (folder: string): DatabaseSync | undefined => {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 });
    lock.exec("begin exclusive");
    return lock;
  } catch (cause) {
    lock?.close();
    if (cause instanceof Error && "errcode" in cause && cause.errcode === SQLITE_BUSY) return;
    throw new AppError({
      code: "config_invalid",
      fault: "caller",
      message: `DATA_DIR: the file ${LOCK_FILE} in ${folder} cannot be locked. Name a folder on a local disk that this user may write to, or set DATABASE_URL.`,
      cause,
    });
  }
};

const holderElsewhere = async (notePath: string): Promise<Holder | undefined> => {
  const holder = await readHolder(notePath);
  if (holder === undefined || holder.host === hostname()) return undefined;
  const { mtimeMs } = await stat(notePath);
  return systemClock.now().epochMilliseconds - mtimeMs < FRESH_FOR_MS ? holder : undefined;
};

const readHolder = async (notePath: string): Promise<Holder | undefined> => {
  try {
    return holderShape.parse(JSON.parse(await readFile(notePath, "utf8")));
  } catch {
    return undefined;
  }
};

const writeNote = async (notePath: string): Promise<void> => {
  const draft = `${notePath}.new`;
  await writeFile(draft, JSON.stringify({ pid: process.pid, host: hostname() }), { mode: 0o600 });
  await rename(draft, notePath);
};

const locked = (folder: string, holder: Holder | undefined): AppError => {
  const by = holder === undefined ? "another process" : `process ${holder.pid} on ${holder.host}`;
  return new AppError({
    code: "data_dir_locked",
    fault: "caller",
    message: `The data folder ${folder} is in use by ${by}: stop that one, or set DATA_DIR or DATABASE_URL`,
    data: { folder, pid: holder?.pid ?? null },
  });
};

/** One process at a time in a data folder: two would destroy it. The lock is a file that names its holder; what a dead
 * holder left is taken over. A holder on another machine or in another container (whose process ids mean nothing here)
 * counts as alive as long as it freshens the file. */
import {
  constants,
  copyFile,
  link,
  readFile,
  rename,
  stat,
  unlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { systemClock } from "../clock.ts";
import { AppError } from "../domain/errors.ts";

const LOCK_FILE = "convene.lock";
const FRESHEN_MS = 2_000;
const FRESH_FOR_MS = 10_000;
const MAX_ATTEMPTS = 5;

const holderShape = z.object({ pid: z.int(), started: z.string(), host: z.string() });
type Holder = z.infer<typeof holderShape>;

/** Takes the folder for this process. Returns a function that gives it back. Errors: data_dir_locked. */
export const lockDataDir = async (folder: string): Promise<() => Promise<void>> => {
  const path = join(folder, LOCK_FILE);
  const mine = JSON.stringify(await describeProcess(process.pid));
  const draft = join(folder, `${LOCK_FILE}.${process.pid}.${performance.now()}`);
  await writeFile(draft, mine, { mode: 0o600 });
  try {
    await take({ path, draft, folder });
  } finally {
    await unlink(draft);
  }
  const freshen = setInterval(() => {
    const now = systemClock.now().epochMilliseconds / 1_000;
    utimes(path, now, now).catch(() => undefined);
  }, FRESHEN_MS);
  freshen.unref();
  return async () => {
    clearInterval(freshen);
    if ((await read(path)) === mine) await unlink(path);
  };
};

const take = async (files: { path: string; draft: string; folder: string }): Promise<void> => {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    if (await isTaken(files)) return;
    const found = await read(files.path);
    if (found === undefined) continue;
    const holder = parse(found);
    if (holder !== undefined && (await isAlive(holder, files.path))) {
      throw locked(files.folder, holder);
    }
    await removeStale(files.path, found, files.draft);
  }
  throw locked(files.folder, undefined);
};

/** Unlike a new file, a link appears with its content, so nobody reads half a lock; some file systems have no links. */
const isTaken = async ({ path, draft }: { path: string; draft: string }): Promise<boolean> => {
  if (await succeeds(link(draft, path))) return true;
  return succeeds(copyFile(draft, path, constants.COPYFILE_EXCL));
};

/** Two processes may find the same stale lock: the slower one must not remove the faster one's new lock with it. */
const removeStale = async (path: string, stale: string, draft: string): Promise<void> => {
  const aside = `${draft}.stale`;
  if (!(await succeeds(rename(path, aside)))) return;
  if ((await read(aside)) !== stale) await succeeds(link(aside, path));
  await unlink(aside);
};

const isAlive = async (holder: Holder, path: string): Promise<boolean> => {
  if (holder.host !== hostname()) {
    const modified = await stat(path, { bigint: true }).catch(() => undefined);
    if (modified === undefined) return false;
    const age = systemClock.now().epochMilliseconds - Number(modified.mtimeMs);
    return age < FRESH_FOR_MS;
  }
  if (!isRunning(holder.pid)) return false;
  const present = await describeProcess(holder.pid);
  return holder.started === "" || present.started === "" || holder.started === present.started;
};

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

/** A process id comes back with another process; with its start (known on Linux) it does not. */
const describeProcess = async (pid: number): Promise<Holder> => {
  const text = await read(`/proc/${pid}/stat`);
  const boot = await read("/proc/sys/kernel/random/boot_id");
  // Field 22, counted after the command's name, which may itself hold spaces and brackets.
  const ticks = text?.slice(text.lastIndexOf(")") + 2).split(" ")[19];
  const started = ticks === undefined ? "" : `${boot?.trim() ?? ""}:${ticks}`;
  return { pid, started, host: hostname() };
};

const parse = (text: string): Holder | undefined => {
  try {
    return holderShape.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

const read = (path: string): Promise<string | undefined> =>
  readFile(path, "utf8").catch(() => undefined);

const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

const locked = (folder: string, holder: Holder | undefined): AppError => {
  const by = holder === undefined ? "another process" : `process ${holder.pid} on ${holder.host}`;
  return new AppError({
    code: "data_dir_locked",
    fault: "caller",
    message: `The data folder ${folder} is in use by ${by}: stop that one, or set DATA_DIR or DATABASE_URL`,
    data: { folder, pid: holder?.pid ?? null },
  });
};

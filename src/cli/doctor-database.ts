/** The database as `convene doctor` finds it: it is read as it is, and what is not up to date stays so. Whatever else there is
 * to check is then checked on an empty one. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Config } from "../config.ts";
import { holdsDatabase } from "../db/data-folder.ts";
import { countMissing } from "../db/migrate.ts";
import { openDatabase } from "../db/open.ts";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";

/** How it stands: one line about it, and what is not known because of it. */
interface Standing {
  /** Whether it is read itself; else an empty one stands in for it. */
  isRead: boolean;
  line: string;
  unknown: readonly string[];
}

/** A standing, and the configuration to go on with. */
export interface FoundDatabase extends Standing, AsyncDisposable {
  config: Config;
}

/** Looks at the one that is configured. Errors: `config_invalid`, `database_unavailable`. */
export const findDatabase = async (config: Config): Promise<FoundDatabase> => {
  const standing = await standingOf(config);
  if (standing.isRead) return { ...standing, config, [Symbol.asyncDispose]: async () => {} };
  const folder = await emptyFolder();
  const dataDir = folder.path;
  return {
    ...standing,
    config: { ...config, database: { kind: "embedded" }, dataDir },
    [Symbol.asyncDispose]: async () => await folder[Symbol.asyncDispose](),
  };
};

/** A folder that goes when it is done with. */
export const emptyFolder = async (): Promise<AsyncDisposable & { path: string }> => {
  const path = await mkdtemp(join(tmpdir(), "convene-doctor-"));
  return {
    path,
    [Symbol.asyncDispose]: async () => await rm(path, { recursive: true, force: true }),
  };
};

const standingOf = async (config: Config): Promise<Standing> => {
  const { database, dataDir } = config;
  if (database.kind === "postgres") {
    return await look({ url: database.url.reveal(), poolSize: database.poolSize });
  }
  if (!(await holdsDatabase(dataDir))) return { ...NONE, line: noneIn(dataDir) };
  try {
    return await look({ dataDir });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== "data_dir_locked") throw thrown;
    return { ...IN_USE, line: inUse(dataDir) };
  }
};

const look = async (where: Parameters<typeof openDatabase>[0]): Promise<Standing> => {
  const database = await openDatabase(where);
  try {
    const missing = await countMissing(database);
    return missing === 0 ? upToDate(database) : behind(missing);
  } finally {
    await database.close();
  }
};

const upToDate = ({ kind }: Database): Standing => ({
  isRead: true,
  line: `ok       database: ${kind}`,
  unknown: [],
});

const behind = (missing: number): Standing => ({
  isRead: false,
  line: `behind   database: ${missing === 1 ? "1 migration is" : `${missing} migrations are`} missing. Nothing was changed: \`convene migrate\` applies what is missing, and so does the next start.`,
  unknown: [
    "unknown  whether all effects are paused, and whether the keys are the right ones: the database is read once it is up to date.",
  ],
});

const NONE = { isRead: false, unknown: [] } as const;

const noneIn = (dataDir: string): string =>
  `behind   database: there is none in ${resolve(dataDir)} yet. Nothing was made: the first start makes it, and so does \`convene migrate\`.`;

/** What the running Convene keeps to itself, so that silence is not taken for "not paused". */
const IN_USE = {
  isRead: false,
  unknown: [
    "unknown  whether all effects are paused: the running Convene says so in its dashboard, and at GET /api/status with a token.",
  ],
} as const;

const inUse = (dataDir: string): string =>
  `ok       database: embedded; ${dataDir} is in use by a running Convene, which tells of itself at /readyz`;

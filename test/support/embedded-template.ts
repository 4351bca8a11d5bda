/** A migrated embedded database as a folder, to copy from: a copy is ready in a fifth of a second; making one from nothing
 * takes three. */
import { randomUUID } from "node:crypto";
import { cp, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { EMBEDDED_FOLDER } from "../../src/db/data-folder.ts";
import { migrate } from "../../src/db/migrate.ts";
import { openDatabase } from "../../src/db/open.ts";
import { codeDigest } from "./code-digest.ts";

const PREFIX = "embedded-";

/** Path of the data folder in `cacheFolder`, made when there is none for these very migrations and libraries; those for
 * others are removed. */
export const prepareTemplate = async (cacheFolder: string): Promise<string> => {
  await mkdir(cacheFolder, { recursive: true });
  const path = join(cacheFolder, `${PREFIX}${await codeDigest("src/db")}`);
  if (await isThere(path)) return path;
  const draft = join(cacheFolder, `draft-${randomUUID()}`);
  try {
    await makeMigrated(draft);
    await rename(join(draft, EMBEDDED_FOLDER), path).catch(async (error: unknown) => {
      // Another run was quicker.
      if (!(await isThere(path))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  const others = (await readdir(cacheFolder)).map((name) => join(cacheFolder, name));
  for (const other of others.filter((each) => each !== path && basename(each).startsWith(PREFIX))) {
    await rm(other, { recursive: true, force: true });
  }
  return path;
};

/** Puts a copy into a data folder that holds no database yet. */
export const fillDataFolder = async (folder: string, template: string): Promise<void> => {
  await cp(template, join(folder, EMBEDDED_FOLDER), { recursive: true });
};

const makeMigrated = async (folder: string): Promise<void> => {
  const database = await openDatabase({ dataDir: folder });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
};

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

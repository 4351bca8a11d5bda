/** A migrated embedded database in a file. A new data folder that starts from it is ready in half a second; making one
 * from nothing takes three. */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { EMBEDDED_FOLDER } from "./embedded.ts";
import { MIGRATIONS_FOLDER, migrate } from "./migrate.ts";
import { openDatabase } from "./open.ts";

/** The libraries that make tables of their own are pinned there. */
const DEPENDENCIES = fileURLToPath(new URL("../../package.json", import.meta.url));

/** Path of the file in `cacheFolder`, made when there is none for this very set of migrations and libraries. Its content
 * is for the `template` of `openDatabase`, as a blob. */
export const prepareTemplate = async (cacheFolder: string): Promise<string> => {
  await mkdir(cacheFolder, { recursive: true });
  const path = join(cacheFolder, `embedded-${await digestOfIngredients()}.tar`);
  if (await isThere(path)) return path;
  const draft = join(cacheFolder, `draft-${randomUUID()}`);
  try {
    await makeMigrated(draft);
    await writeFile(`${draft}.tar`, await dump(draft));
    await rename(`${draft}.tar`, path);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return path;
};

const makeMigrated = async (folder: string): Promise<void> => {
  const database = await openDatabase({ dataDir: folder });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
};

const dump = async (folder: string): Promise<Buffer> => {
  const session = new PGlite({
    dataDir: join(folder, EMBEDDED_FOLDER),
    extensions: { btree_gist },
  });
  await session.waitReady;
  const blob = await session.dumpDataDir("none");
  await session.close();
  return Buffer.from(await blob.arrayBuffer());
};

const digestOfIngredients = async (): Promise<string> => {
  const folder = fileURLToPath(MIGRATIONS_FOLDER);
  const migrations = (await readdir(folder)).toSorted().map((name) => join(folder, name));
  const hash = createHash("sha256");
  for (const path of [DEPENDENCIES, ...migrations]) {
    hash.update(`${path}\0`).update(await readFile(path));
  }
  return hash.digest("hex").slice(0, 16);
};

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

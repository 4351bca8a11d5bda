/** Migrated databases to copy from: a test then has its own in milliseconds, not by running every migration again. */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import pg from "pg";
import { migrate } from "../../src/db/migrate.ts";
import { openDatabase } from "../../src/db/open.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CACHE = join(ROOT, "node_modules", ".cache", "convene");
/** What the embedded template depends on. */
const INGREDIENTS = ["package-lock.json", "src/db/migrate.ts"];

/** Where the tests find them. */
export interface Templates {
  /** The server, by its maintenance database. */
  serverUrl: string;
  /** Name of the migrated database on the server. */
  serverTemplate: string;
  /** File of a dumped, migrated data folder. */
  embeddedTemplate: string;
}

/** Makes both; the embedded one is kept between runs as long as nothing that it depends on changes. */
export const makeTemplates = async (
  serverUrl: string,
): Promise<{ paths: Templates; drop(): Promise<void> }> => {
  const embeddedTemplate = await makeEmbedded();
  const serverTemplate = `convene_test_template_${randomUUID().slice(0, 8)}`;
  await onServer(serverUrl, `create database ${serverTemplate}`);
  const database = await openDatabase({ url: databaseUrl(serverUrl, serverTemplate) });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
  return {
    paths: { serverUrl, serverTemplate, embeddedTemplate },
    drop: () => onServer(serverUrl, `drop database if exists ${serverTemplate} with (force)`),
  };
};

/** The URL of another database on the same server. */
export const databaseUrl = (serverUrl: string, name: string): string => {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
};

/** One statement on the maintenance database. */
export const onServer = async (serverUrl: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

const makeEmbedded = async (): Promise<string> => {
  await mkdir(CACHE, { recursive: true });
  const path = join(CACHE, `embedded-${await digestOfIngredients()}.tar`);
  if (await isFile(path)) return path;
  const draft = join(CACHE, `draft-${randomUUID()}`);
  const database = await openDatabase({ dataDir: draft });
  await migrate(database);
  await database.close();
  const session = new PGlite({ dataDir: join(draft, "db"), extensions: { btree_gist } });
  await session.waitReady;
  const dump = await session.dumpDataDir("none");
  await session.close();
  await writeFile(`${draft}.tar`, Buffer.from(await dump.arrayBuffer()));
  await rename(`${draft}.tar`, path);
  await rm(draft, { recursive: true });
  return path;
};

const digestOfIngredients = async (): Promise<string> => {
  const folder = join(ROOT, "src/db/migrations");
  const migrations = (await readdir(folder)).toSorted().map((name) => join(folder, name));
  const hash = createHash("sha256");
  for (const path of [...INGREDIENTS.map((name) => join(ROOT, name)), ...migrations]) {
    hash.update(path).update(await readFile(path));
  }
  return hash.digest("hex").slice(0, 16);
};

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

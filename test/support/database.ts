/** The same tests on both databases: the embedded one and a real server. Each `open()` gives a fresh, migrated database
 * of its own, closed and removed after the test, or after the block when it was opened in `beforeAll`. */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, inject } from "vitest";
import { openDatabase } from "../../src/db/open.ts";
import type { Database } from "../../src/db/port.ts";
import { fillDataFolder } from "./embedded-template.ts";
import { IS_WHOLE } from "./extent.ts";
import { databaseUrl, onServer } from "./templates.ts";

/** What a test may say about its database. */
export interface OpenTestDatabaseOptions {
  /** Default true. */
  isMigrated?: boolean;
  /** Folder for the embedded database, which stays. Default: one of its own, which goes with it. */
  dataDir?: string;
  poolSize?: number;
}

/** Gives a fresh database. `kind` says on which of the two this is. */
export interface OpenTestDatabase {
  (options?: OpenTestDatabaseOptions): Promise<TestDatabase>;
  kind: Database["kind"];
  /** Puts a migrated embedded database into a data folder, for a process to open. */
  fill(folder: string): Promise<void>;
}

/** A database that knows its own address. */
export interface TestDatabase extends Database {
  /** Absent when embedded. */
  url?: string;
}

type Opened = { database: TestDatabase; remove(): Promise<void> };

/** Runs the block of tests once for each database. */
export const describeEachDatabase = (
  name: string,
  tests: (open: OpenTestDatabase) => void,
): void => {
  for (const kind of ["embedded", "postgres"] as const) describeOn(kind, name, tests);
};

/** Runs the block on one of the databases, and on both in a whole run: for what is about the way of the work and not about
 * how it is stored, which blocks for each database see to. Long ones are on the server, where a statement costs the less; many
 * short ones are on the embedded one. */
export const describeOneDatabase = (
  kind: Database["kind"],
  name: string,
  tests: (open: OpenTestDatabase) => void,
): void => {
  if (IS_WHOLE) describeEachDatabase(name, tests);
  else describeOn(kind, name, tests);
};

/** Runs the block on the server only: for what the embedded database cannot meet, such as a second process. */
export const describePostgres = (name: string, tests: (open: OpenTestDatabase) => void): void =>
  describeOn("postgres", name, tests);

const describeOn = (
  kind: Database["kind"],
  name: string,
  tests: (open: OpenTestDatabase) => void,
): void => {
  const openOne = kind === "embedded" ? openEmbedded : openOnServer;
  describe(`${name}, ${kind}`, () => {
    const ofBlock: Opened[] = [];
    const ofTest: Opened[] = [];
    let isInTest = false;
    const open = async (options: OpenTestDatabaseOptions = {}): Promise<TestDatabase> => {
      const one = await openOne(options);
      (isInTest ? ofTest : ofBlock).push(one);
      return one.database;
    };
    beforeEach(() => {
      isInTest = true;
    });
    afterEach(async () => {
      isInTest = false;
      for (const one of ofTest.splice(0)) await one.remove();
    });
    afterAll(async () => {
      for (const one of ofBlock) await one.remove();
    });
    tests(Object.assign(open, { kind, fill: fillFolder }));
  });
};

const openEmbedded = async (options: OpenTestDatabaseOptions): Promise<Opened> => {
  if (options.isMigrated === false) {
    return closeOnce(await openDatabase({ dataDir: options.dataDir ?? "memory" }));
  }
  const folder = options.dataDir ?? (await mkdtemp(join(tmpdir(), "convene-embedded-")));
  await fillFolder(folder);
  const { database, remove } = closeOnce(await openDatabase({ dataDir: folder }));
  return {
    database,
    async remove() {
      await remove();
      if (folder !== options.dataDir) await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Puts a migrated embedded database into a data folder, for a process to open. */
export const fillFolder = async (folder: string): Promise<void> =>
  await fillDataFolder(folder, inject("databases").embeddedTemplate);

const openOnServer = async (options: OpenTestDatabaseOptions): Promise<Opened> => {
  const { serverUrl, serverTemplate } = inject("databases");
  const name = `convene_test_${randomUUID().replaceAll("-", "")}`;
  const template = (options.isMigrated ?? true) ? serverTemplate : "template1";
  await onServer(serverUrl, `create database ${name} template ${template}`);
  const url = databaseUrl(serverUrl, name);
  const database = await openDatabase({
    url,
    // A machine that does much else may take its time; how long the product waits is tested where it matters.
    connectTimeoutMs: 60_000,
    ...(options.poolSize !== undefined && { poolSize: options.poolSize }),
  });
  const { database: closable, remove } = closeOnce(database);
  return {
    database: Object.assign(closable, { url }),
    async remove() {
      await remove();
      await onServer(serverUrl, `drop database if exists ${name} with (force)`);
    },
  };
};

/** A test may close its database itself. */
const closeOnce = (database: Database): Opened => {
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= database.close());
  return { database: { ...database, close }, remove: close };
};

/** `convene doctor` reads a database as it finds it: an older one stays as old as it was, and none is made by looking. */
import { cp, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { MIGRATIONS_FOLDER, migrate } from "../../../src/db/migrate.ts";
import { openDatabase } from "../../../src/db/open.ts";
import { dumpSchema } from "../../../src/db/schema-dump.ts";
import { type Outcome, runConvene } from "../../support/convene.ts";
import { fillFolder } from "../../support/database.ts";
import { type LoopbackServer, openLoopbackServer } from "../../support/loopback-server.ts";

let lever: LoopbackServer;
let place: string;
let dataDir: string;

beforeEach(async () => {
  lever = await openLoopbackServer(() => ({ body: { data: [] } }));
  place = await mkdtemp(join(tmpdir(), "convene-doctor-database-"));
  dataDir = join(place, "data");
});
afterEach(async () => {
  await lever[Symbol.asyncDispose]();
  await rm(place, { recursive: true, force: true });
});

const BY_OAUTH = {
  LEVER_CLIENT_ID: "client",
  LEVER_CLIENT_SECRET: "secret",
  LEVER_REFRESH_TOKEN: "r0",
};

const doctor = async (env: Record<string, string> = { LEVER_API_KEY: "a key" }): Promise<Outcome> =>
  await runConvene(["doctor"], {
    PATH: process.env["PATH"],
    DATA_DIR: dataDir,
    LEVER_API_URL: lever.url,
    LEVER_TOKEN_URL: `${lever.url}/oauth/token`,
    ...env,
  });

/** As the version left it that had so many migrations fewer. */
const makeOlder = async (fewer: number): Promise<void> => {
  const older = join(place, "migrations");
  await mkdir(older);
  const files = (await readdir(MIGRATIONS_FOLDER)).toSorted();
  for (const name of files.slice(0, files.length - fewer)) {
    await cp(new URL(name, MIGRATIONS_FOLDER), join(older, name));
  }
  const database = await openDatabase({ dataDir });
  await migrate(database, pathToFileURL(`${older}/`));
  await database.close();
};

const stateOf = async (): Promise<unknown> => {
  const database = await openDatabase({ dataDir });
  try {
    const applied = await database.query("select id, checksum, applied_at from migrations");
    return [applied, await dumpSchema(database)];
  } finally {
    await database.close();
  }
};

it("says how many migrations an older database lacks, looks at the rest, and changes nothing", async () => {
  await makeOlder(2);
  const before = await stateOf();
  const { code, out } = await doctor();
  expect(out).toMatch(/^behind {3}database: 2 migrations are missing\. Nothing was changed: /m);
  expect(out).toMatch(/^unknown {2}whether all effects are paused/m);
  expect(out).toMatch(/^ok {7}lever: /m);
  expect(code).toBe(0);
  expect(await stateOf()).toEqual(before);
});

it("makes no database where there is none, and takes no token that only a database could keep the next one of", async () => {
  const { code, out } = await doctor(BY_OAUTH);
  expect(out).toMatch(/^behind {3}database: there is none in .*data yet\. Nothing was made/m);
  expect(out).toMatch(/^unknown {2}whether Lever answers: /m);
  expect(lever.received).toEqual([]);
  expect(code).toBe(0);
  expect(await readdir(place)).toEqual([]);
});

it("reads one that is up to date", async () => {
  await fillFolder(dataDir);
  const { code, out } = await doctor();
  expect(out).toMatch(/^ok {7}database: embedded$/m);
  expect(out).not.toMatch(/behind|unknown/);
  expect(code).toBe(0);
});

it("says of a database that is newer than the program that it is", async () => {
  await fillFolder(dataDir);
  const database = await openDatabase({ dataDir });
  await database.query("insert into migrations (id, checksum) values (999999, 'of tomorrow')");
  await database.close();
  const { code, err } = await doctor();
  expect([code, err]).toEqual([1, expect.stringMatching(/newer than this program/) as unknown]);
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { countMissing, migrate } from "../../../src/db/migrate.ts";
import { openDatabase } from "../../../src/db/open.ts";
import { describeEachDatabase } from "../../support/database.ts";

describeEachDatabase("Migrations", (open) => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-migrations-"));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const url = () => pathToFileURL(`${folder}/`);
  const write = (name: string, sql: string) => writeFile(join(folder, name), sql);

  test("are applied in order, once, beside LangGraph's and the queue's tables", async () => {
    const database = await open({ isMigrated: false });
    await write("000002.sql", "insert into steps values (2)");
    await write("000001.sql", "create table steps (n integer); insert into steps values (1)");
    await write("notes.txt", "not SQL");
    expect(await migrate(database, url())).toEqual({ applied: [1, 2] });
    expect(await migrate(database, url())).toEqual({ applied: [] });
    expect(await database.query("select n from steps")).toEqual([{ n: 1 }, { n: 2 }]);
    const schemas = await database.query<{ name: string }>(
      "select distinct table_schema as name from information_schema.tables order by 1",
    );
    expect(schemas.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["langgraph", "pgboss", "public"]),
    );
  });

  test("are applied where one of a lower number comes after others were", async () => {
    const database = await open({ isMigrated: false });
    await write("000078.sql", "create table first (n integer)");
    await write("000080.sql", "create table third (n integer)");
    expect(await migrate(database, url())).toEqual({ applied: [78, 80] });
    await write("000079.sql", "create table second (n integer)");
    expect(await countMissing(database, url())).toBe(1);
    expect(await migrate(database, url())).toEqual({ applied: [79] });
    expect(await countMissing(database, url())).toBe(0);
  });

  test("make LangGraph's tables again when another release of its saver made them, and not otherwise", async () => {
    const database = await open({ isMigrated: false });
    await migrate(database, url());
    const isThere = async () =>
      await database.query("select to_regclass('langgraph.checkpoint_writes') is not null as yes");
    const loseATable = async () =>
      await database.query(
        "drop table langgraph.checkpoint_writes; delete from langgraph.checkpoint_migrations where v >= 3",
      );
    await loseATable();
    await migrate(database, url());
    expect(await isThere()).toEqual([{ yes: false }]);
    await database.query("comment on schema langgraph is 'made by another release'");
    await migrate(database, url());
    expect(await isThere()).toEqual([{ yes: true }]);
  });

  test("leave no trace of one that fails, and go on from there when it is mended", async () => {
    const database = await open({ isMigrated: false });
    await write("000001.sql", "create table good (n integer)");
    await write("000002.sql", "create table bad (n integer); select 1/0");
    await expect(migrate(database, url())).rejects.toMatchObject({ code: "22012" });
    await write("000002.sql", "create table bad (n integer)");
    expect(await migrate(database, url())).toEqual({ applied: [2] });
  });

  test("are refused when an applied file was changed, and say which", async () => {
    const database = await open({ isMigrated: false });
    await write("000001.sql", "create table first (n integer)");
    await migrate(database, url());
    await write("000001.sql", "create table first (n bigint)");
    await expect(migrate(database, url())).rejects.toMatchObject({
      code: "config_invalid",
      message: expect.stringContaining("000001.sql was changed") as unknown,
    });
  });

  test("are refused on a database that is newer than the program", async () => {
    const database = await open({ isMigrated: false });
    await write("000001.sql", "select 1");
    await write("000002.sql", "select 2");
    await migrate(database, url());
    await rm(join(folder, "000002.sql"));
    await expect(migrate(database, url())).rejects.toMatchObject({
      code: "config_invalid",
      message: expect.stringContaining("newer than this program") as unknown,
    });
  });

  test("run once when several processes start together", async () => {
    const database = await open({ isMigrated: false });
    await write("000001.sql", "create table only_once (n integer); select pg_sleep(0.2)");
    const { url: address } = database;
    const others = await Promise.all(
      Array.from({ length: 4 }, async () =>
        address === undefined ? database : openDatabase({ url: address }),
      ),
    );
    const reports = await Promise.all(others.map((each) => migrate(each, url())));
    expect(reports.map(({ applied }) => applied.length).toSorted((a, b) => a - b)).toEqual([
      0, 0, 0, 1,
    ]);
    if (address !== undefined) await Promise.all(others.map((each) => each.close()));
  });
});

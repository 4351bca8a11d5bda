import { beforeAll, expect, test } from "vitest";
import { isConstraintError } from "../../../src/db/errors.ts";
import type { Database } from "../../../src/db/port.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { describeEachDatabase } from "../../support/database.ts";

describeEachDatabase("The database", (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });

  test("gives times as instants, int8 as numbers and JSON parsed", async () => {
    const instant = Temporal.Instant.from("2026-03-29T00:59:59.123456Z");
    const [row] = await database.query(
      `select $1::timestamptz as at, array[$1::timestamptz, null] as times, 7::int8 as count,
         '{1,null}'::int8[] as counts, $2::jsonb as json, date '2026-03-29' as day, '\\x00ff'::bytea as bytes,
         null::timestamptz as nothing`,
      [instant, { list: [1, "two"] }],
    );
    expect(row).toMatchObject({
      count: 7,
      counts: [1, null],
      json: { list: [1, "two"] },
      day: "2026-03-29",
      nothing: null,
    });
    expect(String(row?.["at"])).toBe("2026-03-29T00:59:59.123456Z");
    expect(row?.["times"]).toEqual([instant, null]);
    expect(Buffer.from([0, 255]).equals(row?.["bytes"] as Buffer)).toBe(true);
  });

  test("refuses an int8 that a number cannot hold", async () => {
    await expect(database.query("select 9007199254740993::int8 as n")).rejects.toThrow(RangeError);
    await expect(database.query("select 1 as fine")).resolves.toEqual([{ fine: 1 }]);
  });

  test("commits what resolves and rolls back what rejects", async () => {
    await database.query("create table kept (name text)");
    await database.transaction((tx) => tx.query("insert into kept values ('yes')"));
    const failure = database.transaction(async (tx) => {
      await tx.query("insert into kept values ('no')");
      throw new Error("changed my mind");
    });
    await expect(failure).rejects.toThrow("changed my mind");
    expect(await database.query("select name from kept")).toEqual([{ name: "yes" }]);
  });

  test("runs statements that are asked for at once in their order, and none after one that fails", async () => {
    await database.query("create table asked (n integer primary key)");
    const seen = await database.transaction(async (tx) => {
      const [, before, , after] = await Promise.all([
        tx.prepared("insert into asked values ($1)", [1]),
        tx.query("select n from asked order by n"),
        tx.prepared("insert into asked values ($1)", [2]),
        tx.query("select n from asked order by n"),
      ]);
      return { before, after };
    });
    expect(seen).toEqual({ before: [{ n: 1 }], after: [{ n: 1 }, { n: 2 }] });
    const failure = database.transaction(
      async (tx) =>
        await Promise.all([
          tx.query("insert into asked values (3)"),
          tx.query("insert into asked values (1)"),
          tx.query("insert into asked values (4)"),
        ]),
    );
    await expect(failure).rejects.toSatisfy((error) => isConstraintError(error));
    expect(await database.query("select count(*) as n from asked")).toEqual([{ n: 2 }]);
  });

  test("says which constraint a statement broke, and goes on working", async () => {
    await database.query("create table one (n integer constraint only_once unique)");
    await database.query("insert into one values (1)");
    const error: unknown = await database
      .query("insert into one values (1)")
      .catch((caught: unknown) => caught);
    expect(isConstraintError(error)).toBe(true);
    expect(isConstraintError(error, "only_once")).toBe(true);
    expect(isConstraintError(error, "another")).toBe(false);
    expect(isConstraintError(new Error("no"))).toBe(false);
    expect(await database.query("select n from one")).toEqual([{ n: 1 }]);
  });

  test("knows its prepared statements still, or again, after one that failed", async () => {
    const double = async (n: number) =>
      await database.transaction(
        async (tx) => await tx.prepared<{ n: number }>("select $1::int * 2 as n", [n]),
      );
    expect(await double(1)).toEqual([{ n: 2 }]);
    await expect(database.query("select 1 / $1::int", [0])).rejects.toThrow("division by zero");
    expect(await double(2)).toEqual([{ n: 4 }]);
  });

  test("knows its prepared statements still after a value that cannot be written", async () => {
    const circle: Record<string, unknown> = {};
    circle["itself"] = circle;
    const withToJson = { toJSON: () => BigInt(1) };
    for (const bad of [circle, [[circle]], { n: 1n }, withToJson]) {
      const echo = async (value: unknown) =>
        await database.transaction(
          async (tx) => await tx.prepared<{ json: unknown }>("select $1::jsonb as json", [value]),
        );
      await expect(echo(bad)).rejects.toThrow(/circular|BigInt/);
      expect(await echo({ fine: [1, { two: null }] })).toEqual([
        { json: { fine: [1, { two: null }] } },
      ]);
    }
    const texts = await database.query("select $1::text[] as texts", [[{ a: '"' }, "b", null]]);
    expect(texts).toEqual([{ texts: ['{"a":"\\""}', "b", null] }]);
  });

  test("plans a statement when it runs, prepared or not, where all are prepared", async () => {
    const [row] = await database.query("show plan_cache_mode");
    const [asked] = await database.query("select $1::int as n", [1]);
    expect(asked).toEqual({ n: 1 });
    expect(row).toEqual({
      plan_cache_mode: open.kind === "embedded" ? "force_custom_plan" : "auto",
    });
  });

  test("refuses overlapping reservations of one person", async () => {
    await database.query(
      "create table held (who text, during tstzrange, exclude using gist (who with =, during with &&))",
    );
    const hold = (who: string, from: string, to: string) =>
      database.query("insert into held values ($1, tstzrange($2, $3))", [who, from, to]);
    await hold("ada", "2026-01-01T10:00Z", "2026-01-01T11:00Z");
    await hold("ada", "2026-01-01T11:00Z", "2026-01-01T12:00Z");
    await hold("bob", "2026-01-01T10:30Z", "2026-01-01T11:30Z");
    const overlap = hold("ada", "2026-01-01T10:30Z", "2026-01-01T11:30Z");
    await expect(overlap).rejects.toMatchObject({ code: "23P01" });
  });

  test("calls it a bug when the database is used inside its own transaction, instead of waiting for ever", async () => {
    const uses: (() => Promise<unknown>)[] = [
      () => database.query("select 1"),
      () => database.transaction((tx) => tx.query("select 1")),
      () => database.pool.query("select 1"),
      () => database.pool.connect(),
      () => Promise.resolve().then(() => database.query("select 1")),
    ];
    for (const use of uses) {
      const error: unknown = await database.transaction(use).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({ code: "internal", fault: "bug" });
    }
    expect(await database.query("select 1 as fine")).toEqual([{ fine: 1 }]);
  });

  test("lets another database be used inside a transaction", async () => {
    const other = await open();
    const rows = await database.transaction(() => other.query("select 1 as fine"));
    expect(rows).toEqual([{ fine: 1 }]);
  });

  test("calls it a bug when a transaction is used after its end", async () => {
    const escaped = await database.transaction((tx) => Promise.resolve(tx));
    await expect(escaped.query("select 1")).rejects.toMatchObject({ code: "internal" });
  });

  test("calls it a bug when the error of a statement was dropped and nothing was committed", async () => {
    const work = database.transaction(async (tx) => {
      await tx.query("select 1/0").catch(() => undefined);
    });
    await expect(work).rejects.toMatchObject({ code: "internal", fault: "bug" });
  });

  test("rolls back what a library left open when it gave its client back", async () => {
    await database.query("create table leaked (n integer)");
    const client = await database.pool.connect();
    await client.query("begin");
    await client.query("insert into leaked values (1)");
    client.release();
    await database.pool.query("begin; insert into leaked values (2)");
    expect(await database.query("select * from leaked")).toEqual([]);
  });

  test("keeps many parallel transactions apart", async () => {
    await database.query("create table counter (n integer)");
    await database.query("insert into counter values (0)");
    const add = () =>
      database.transaction(async (tx) => {
        const [row] = await tx.query<{ n: number }>("select n from counter for update");
        await tx.query("update counter set n = $1", [(row?.n ?? 0) + 1]);
      });
    await Promise.all(Array.from({ length: 100 }, add));
    expect(await database.query("select n from counter")).toEqual([{ n: 100 }]);
  });

  test("tries a transaction again that lost a race", async () => {
    let attempts = 0;
    const result = await database.transaction(async (tx) => {
      attempts += 1;
      if (attempts < 3) await tx.query("do $$ begin raise sqlstate '40001'; end $$");
      return attempts;
    });
    expect(result).toBe(3);
    const hopeless = database.transaction((tx) =>
      tx.query("do $$ begin raise sqlstate '40P01'; end $$"),
    );
    await expect(hopeless).rejects.toMatchObject({ code: "40P01" });
  });
});

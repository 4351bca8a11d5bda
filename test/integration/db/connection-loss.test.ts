import { createServer } from "node:net";
import { once } from "node:events";
import { expect, test } from "vitest";
import { openDatabase } from "../../../src/db/open.ts";
import { describePostgres } from "../../support/database.ts";

const unavailable = { code: "database_unavailable", fault: "upstream", retryable: true };

describePostgres("A lost connection", (open) => {
  test("to a server that is not there is said so, without the address", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    server.close();
    await once(server, "close");
    const database = await openDatabase({ url: `postgres://u:secret@127.0.0.1:${port}/none` });
    const error: unknown = await database.query("select 1").catch((caught: unknown) => caught);
    expect(error).toMatchObject(unavailable);
    expect(String(error)).not.toMatch(/secret|127\.0\.0\.1/);
    await expect(database.listen("x", () => undefined)).rejects.toMatchObject(unavailable);
    await database.close();
  });

  test("to a server that accepts and says nothing is given up in time", async () => {
    const server = createServer(() => undefined).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const url = `postgres://u@127.0.0.1:${port}/none`;
    const database = await openDatabase({ url, connectTimeoutMs: 200 });
    await expect(database.query("select 1")).rejects.toMatchObject(unavailable);
    await database.close();
    server.close();
  });

  const killOthers = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;

  test("in the pool is not noticed by the next statement", async () => {
    const { url = "", ...database } = await open();
    await Promise.all(Array.from({ length: 4 }, () => database.query("select pg_sleep(0.01)")));
    const other = await openDatabase({ url });
    await other.query(killOthers);
    await other.close();
    await expect.poll(() => database.pool.idleCount).toBe(0);
    expect(await database.query("select 1 as fine")).toEqual([{ fine: 1 }]);
  });

  test("inside a transaction ends it as unavailable, rolled back", async () => {
    const { url = "", ...database } = await open();
    await database.query("create table half (n integer)");
    const other = await openDatabase({ url });
    const work = database.transaction(async (tx) => {
      await tx.query("insert into half values (1)");
      await other.query(killOthers);
      await tx.query("insert into half values (2)");
    });
    await expect(work).rejects.toMatchObject(unavailable);
    expect(await database.query("select * from half")).toEqual([]);
    await other.close();
  });

  test("a statement that takes too long, or waits too long for a lock, is busy and retryable", async () => {
    const database = await open();
    await database.query("create table locked (n integer)");
    const busy = { code: "database_busy", retryable: true };
    const slow = database.transaction(async (tx) => {
      await tx.query("set local statement_timeout = 20");
      await tx.query("select pg_sleep(5)");
    });
    await expect(slow).rejects.toMatchObject(busy);
    const client = await database.pool.connect();
    await client.query("begin; lock table locked");
    const waiting = database.transaction(async (tx) => {
      await tx.query("set local lock_timeout = 20");
      await tx.query("insert into locked values (1)");
    });
    await expect(waiting).rejects.toMatchObject(busy);
    client.release();
  });

  test("an exhausted pool is busy and retryable", async () => {
    const { url = "" } = await open();
    const database = await openDatabase({ url, poolSize: 1, connectTimeoutMs: 50 });
    const client = await database.pool.connect();
    await expect(database.query("select 1")).rejects.toMatchObject({
      code: "database_busy",
      retryable: true,
    });
    client.release();
    await database.close();
  });
});

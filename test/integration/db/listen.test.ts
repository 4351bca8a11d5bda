import { expect, test } from "vitest";
import { openDatabase } from "../../../src/db/open.ts";
import { describeEachDatabase, describePostgres } from "../../support/database.ts";
import { createInbox } from "../../support/inbox.ts";

describeEachDatabase("Notices", (open) => {
  test("come after the commit, in order, and not after a rollback", async () => {
    const database = await open();
    const inbox = createInbox<string>();
    await database.listen("news", inbox.put);
    const seen = await database.transaction(async (tx) => {
      await tx.query("select pg_notify('news', 'one')");
      await tx.query("select pg_notify('news', 'two')");
      await tx.query("select pg_notify('other', 'three')");
      return inbox.items.length;
    });
    await database
      .transaction(async (tx) => {
        await tx.query("select pg_notify('news', 'never')");
        throw new Error("no");
      })
      .catch(() => undefined);
    await database.query("select pg_notify('news', 'four')");
    expect(seen).toBe(0);
    expect(await inbox.take(3)).toEqual(["one", "two", "four"]);
  });

  test("reach each listener of a channel until it stops", async () => {
    const database = await open();
    const [one, two] = [createInbox<string>(), createInbox<string>()];
    const stop = await database.listen('odd "name"', one.put);
    await database.listen('odd "name"', two.put);
    const notify = (text: string) =>
      database.query("select pg_notify($1, $2)", ['odd "name"', text]);
    await notify("first");
    expect(await one.take(1)).toEqual(["first"]);
    await stop();
    await notify("second");
    expect(await two.take(2)).toEqual(["first", "second"]);
    expect(one.items).toEqual(["first"]);
  });

  test("may be answered with a query, since they are outside of any transaction", async () => {
    const database = await open();
    const inbox = createInbox<unknown>();
    await database.listen("work", () => {
      database.query("select 1 as fine").then(inbox.put, inbox.put);
    });
    await database.transaction((tx) => tx.query("select pg_notify('work', '')"));
    expect(await inbox.take(1)).toEqual([[{ fine: 1 }]]);
  });
});

describePostgres("Notices between processes", (open) => {
  test("arrive, and a lost connection is made again with a word about the gap", async () => {
    const { url = "", ...database } = await open();
    const other = await openDatabase({ url });
    const inbox = createInbox<string>();
    await database.listen("news", inbox.put, () => inbox.put("gap"));
    await other.query("select pg_notify('news', 'before')");
    expect(await inbox.take(1)).toEqual(["before"]);
    await other.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query like 'listen%'`,
    );
    expect(await inbox.take(2)).toEqual(["before", "gap"]);
    await other.query("select pg_notify('news', 'after')");
    expect(await inbox.take(3)).toEqual(["before", "gap", "after"]);
    await other.close();
  });
});

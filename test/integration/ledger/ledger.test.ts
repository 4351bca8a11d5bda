import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "../../../src/db/port.ts";
import { appendLedger } from "../../../src/ledger/append.ts";
import type { NewLedgerEntry } from "../../../src/ledger/entry.ts";
import { listLedger } from "../../../src/ledger/list.ts";
import { type LedgerVerification, ledgerOf, verifyChain } from "../../../src/ledger/verify.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { createInbox } from "../../support/inbox.ts";
import { startStopwatch } from "../../support/stopwatch.ts";

const entry = (n: number): NewLedgerEntry => ({
  type: "case.opened",
  actor: "convene",
  caseId: n % 2 === 0 ? "even" : "odd",
  correlationId: `co_${n}`,
  data: { n, nested: { b: [1, 2.5, null, "é"], a: true }, left: undefined },
  at: Temporal.Instant.from("2026-11-23T10:00:00.123456789Z").add({ seconds: n }),
});

const append = (database: Database, count: number): Promise<void> =>
  database.transaction(async (tx) => {
    for (let n = 1; n <= count; n += 1) await appendLedger(tx, entry(n));
  });

describeEachDatabase("The ledger", (open) => {
  test("is whole when empty, and after appends by many at the same time", async () => {
    const database = await open();
    const none = { ok: true, entries: 0, head: "0".repeat(64), firstBroken: null };
    expect(await verifyChain(ledgerOf(database))).toEqual(none);
    const tasks = Array.from({ length: 40 }, (_, n) =>
      database.transaction((tx) => appendLedger(tx, entry(n))),
    );
    const appended = await Promise.all(tasks);
    const seqs = appended.map(({ seq }) => seq).toSorted((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    expect(await verifyChain(ledgerOf(database))).toMatchObject({ ok: true, entries: 40 });
  });

  test("keeps no entry of a transaction that was rolled back", async () => {
    const database = await open();
    await append(database, 2);
    const undone = database.transaction(async (tx) => {
      await appendLedger(tx, entry(3));
      throw new Error("no");
    });
    await expect(undone).rejects.toThrow("no");
    await database.transaction((tx) => appendLedger(tx, entry(4)));
    expect(await verifyChain(ledgerOf(database))).toMatchObject({ ok: true, entries: 3 });
  });

  test("lists all, or a case's, page by page in either order", async () => {
    const database = await open();
    await append(database, 5);
    const seqs = async (query: Omit<Parameters<typeof listLedger>[1], "limit">) =>
      (await listLedger(database, { ...query, limit: 2 })).map(({ seq }) => seq);
    expect(await seqs({})).toEqual([1, 2]);
    expect(await seqs({ after: 2 })).toEqual([3, 4]);
    expect(await seqs({ caseId: "odd", after: 1 })).toEqual([3, 5]);
    expect(await seqs({ order: "newest first" })).toEqual([5, 4]);
    expect(await seqs({ order: "newest first", after: 4 })).toEqual([3, 2]);
    const [first] = await listLedger(database, { limit: 1 });
    expect(first).toMatchObject({
      caseId: "odd",
      data: { n: 1, nested: { a: true, b: [1, 2.5, null, "é"] } },
    });
  });

  test("tells the channel of each entry after its commit", async () => {
    const database = await open();
    const inbox = createInbox<unknown>();
    await database.listen("convene", (payload) => inbox.put(JSON.parse(payload)));
    await append(database, 1);
    expect(await inbox.take(1)).toEqual([{ topic: "ledger", caseId: "odd" }]);
  });

  const tampers: [name: string, sql: string, found: { seq: number; what: string }][] = [
    [
      "a changed value",
      `update ledger set data = '{"n":0}' where seq = 4`,
      { seq: 4, what: "changed" },
    ],
    [
      "a changed time",
      `update ledger set at = at + interval '1 microsecond' where seq = 1`,
      { seq: 1, what: "changed" },
    ],
    [
      "a changed actor",
      `update ledger set actor = 'nobody' where seq = 6`,
      { seq: 6, what: "changed" },
    ],
    [
      "a changed hash",
      `update ledger set hash = repeat('a', 64) where seq = 3`,
      { seq: 3, what: "changed" },
    ],
    ["a removed entry", `delete from ledger where seq = 5`, { seq: 5, what: "removed" }],
    ["a removed first entry", `delete from ledger where seq = 1`, { seq: 1, what: "removed" }],
    ["a cut end", `delete from ledger where seq >= 6`, { seq: 6, what: "cut" }],
    ["an emptied ledger", `delete from ledger`, { seq: 1, what: "cut" }],
    [
      "two that changed places",
      `
      update ledger set seq = -seq where seq in (3, 4);
      update ledger set seq = 7 + seq where seq < 0`,
      { seq: 3, what: "reordered" },
    ],
    [
      "a head set back",
      `update ledger_head set seq = 5, hash = (select hash from ledger where seq = 5)`,
      { seq: 6, what: "not under the head" },
    ],
    [
      "a head with another hash",
      `update ledger_head set hash = repeat('b', 64)`,
      { seq: 7, what: "changed" },
    ],
  ];
  test.each(tampers)("finds %s", async (_name, sql, { seq, what }) => {
    const database = await open();
    await append(database, 7);
    await database.pool.query(sql);
    const found = await verifyChain(ledgerOf(database));
    expect(found).toMatchObject({ ok: false, firstBroken: { seq } });
    expect(found.firstBroken?.what).toContain(what);
  });
});

describeEachDatabase("A long ledger", (open) => {
  const LENGTH = 2_500;
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await append(database, LENGTH);
  });

  test("gives away any one changed bit of any entry, and where it is", async () => {
    const rows = await listLedger(database, { limit: LENGTH });
    const columns = ["type", "actor", "case_id", "correlation_id", "prev_hash", "hash"] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: LENGTH }),
        fc.constantFrom(...columns),
        fc.integer({ min: 0, max: 6 }),
        async (seq, column, bit) => {
          const flip = `overlay(${column} placing chr(ascii(${column}) # ${1 << bit}) from 1 for 1)`;
          const found = await database
            .transaction(async (tx) => {
              await tx.query(`update ledger set ${column} = ${flip} where seq = $1`, [seq]);
              throw new Found(await verifyChain(ledgerOf(asDatabase(database, tx))));
            })
            .catch(resultOf);
          expect(found.ok).toBe(false);
          expect([seq, seq + 1]).toContain(found.firstBroken?.seq);
        },
      ),
      { numRuns: 25 },
    );
    expect(rows).toHaveLength(LENGTH);
    expect(await verifyChain(ledgerOf(database))).toMatchObject({ ok: true, entries: LENGTH });
  });

  test("is verified at ten thousand entries a second or more", async () => {
    const times: number[] = [];
    // The best of some: the machine may be busy with other tests.
    for (let run = 0; run < 5; run += 1) {
      const started = startStopwatch();
      await verifyChain(ledgerOf(database));
      times.push(started.wallMs());
    }
    expect(Math.min(...times)).toBeLessThan(LENGTH / 10);
  });
});

type Verification = LedgerVerification;

/** Carries a result out of a transaction that must not be kept. */
class Found extends Error {
  readonly result: Verification;

  constructor(result: Verification) {
    super("found");
    this.result = result;
  }
}

const resultOf = (error: unknown): Verification => {
  if (error instanceof Found) return error.result;
  throw error;
};

const asDatabase = (database: Database, tx: Pick<Database, "query">): Database => ({
  ...database,
  query: tx.query,
});

/** What the whole look at a ledger finds of each way to tamper with it: by the database alone, and held against what somebody kept. */
import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { type Anchors, NO_ANCHORS, readAnchors } from "../../../src/ledger/anchors.ts";
import { appendLedger } from "../../../src/ledger/append.ts";
import { auditLedger } from "../../../src/ledger/audit.ts";
import { keepCheckpoint, listCheckpoints } from "../../../src/ledger/checkpoints.ts";
import { FIRST_HASH, hashOf } from "../../../src/ledger/entry.ts";
import { exportLedger } from "../../../src/ledger/export.ts";
import { listLedger } from "../../../src/ledger/list.ts";
import { openTrail } from "../../../src/ledger/trail.ts";
import { parseKeyring } from "../../../src/privacy/keyring.ts";
import { describeOneDatabase } from "../../support/database.ts";

const SIGNED_TABLES = ["ledger", "ledger_head", "ledger_checkpoints"] as const;

describeOneDatabase("embedded", "a ledger of which something was kept elsewhere", (open) => {
  let database: Database;
  const clock = createManualClock(Temporal.Instant.from("2026-11-23T10:00:00Z"));
  const keyring = parseKeyring(`k:${randomBytes(32).toString("base64")}`);
  /** Of before anybody has had it in their hands. */
  let kept: Record<"hash" | "places" | "export", Anchors>;
  beforeEach(async () => {
    database = await open();
    await append(5);
    await sign();
    await append(5);
    await sign();
    kept = await keep();
    await append(2);
  });

  const append = async (count: number): Promise<void> => {
    await database.transaction(async (tx) => {
      for (let n = 1; n <= count; n += 1) {
        const what = { type: "case.opened", actor: "convene", correlationId: "co", data: { n } };
        await appendLedger(tx, { ...what, at: clock.now() });
      }
    });
  };
  const sign = async () => {
    clock.advance({ minutes: 6 });
    return await keepCheckpoint({ database, keyring, clock });
  };
  const keep = async (): Promise<typeof kept> => {
    const places = await listCheckpoints(database);
    const { text } = await exportLedger(database, { after: 0, limit: 100 });
    return {
      hash: readAnchors(places.at(-1)?.hash ?? ""),
      places: readAnchors(places.map((one) => JSON.stringify(one)).join("\n")),
      export: readAnchors(text),
    };
  };
  const found = async (anchors: Anchors): Promise<string> => {
    const { firstBroken } = await auditLedger(
      { database, keyring, trail: openTrail(null), clock },
      anchors,
    );
    return firstBroken === null ? "nothing" : `${firstBroken.kind} ${firstBroken.seq}`;
  };

  const run = async (...statements: string[]): Promise<void> => {
    for (const statement of statements) await database.query(statement);
  };
  const setHead =
    "update ledger_head set (seq, hash) = (select seq, hash from ledger order by seq desc limit 1)";
  /** Every hash is made anew from the first entry on, and the head. */
  const relink = async (): Promise<void> => {
    let prevHash = FIRST_HASH;
    for (const [at, entry] of (await listLedger(database, { limit: 1_000 })).entries()) {
      const anew = { ...entry, seq: at + 1, prevHash };
      prevHash = hashOf(anew);
      await database.query("update ledger set seq = $2, prev_hash = $3, hash = $4 where seq = $1", [
        entry.seq,
        anew.seq,
        anew.prevHash,
        prevHash,
      ]);
    }
    await run(setHead);
  };
  const cutTo = async (seq: number) => await run(`delete from ledger where seq > ${seq}`, setHead);
  const forget = async () =>
    await run(
      "delete from ledger_checkpoints",
      "delete from settings where name in ('ledger_key', 'ledger_mark')",
    );
  const change = async () => await run("update ledger set actor = 'nobody' where seq = 7");
  const swap = async () =>
    await run(
      "update ledger set seq = 100 where seq = 7",
      "update ledger set seq = 7 where seq = 8",
      "update ledger set seq = 8 where seq = 100",
    );
  const insert = async (): Promise<void> => {
    await run(
      "update ledger set seq = seq + 100 where seq > 7",
      "update ledger set seq = seq - 99 where seq > 100",
    );
    const [before] = await listLedger(database, { after: 6, limit: 1 });
    if (!before) throw new Error("there is no entry 7");
    const added = { ...before, seq: 8, actor: "nobody", prevHash: before.hash };
    await database.query(
      `insert into ledger (seq, at, type, actor, correlation_id, data, prev_hash, hash)
       select $1, at, type, $2, correlation_id, data, $3, $4 from ledger where seq = 7`,
      [added.seq, added.actor, added.prevHash, hashOf(added)],
    );
    await run(setHead);
  };
  const remove = async () => await run("delete from ledger where seq = 7");

  /** What is done; what the database alone shows of it; what a kept hash, kept places and a kept export show. */
  const TAMPERINGS: [string, () => Promise<void>, string, [string, string, string]][] = [
    ["nothing", async () => await Promise.resolve(), "nothing", ["nothing", "nothing", "nothing"]],
    ["an entry is changed", change, "changed 7", ["changed 7", "changed 7", "changed 7"]],
    ["an entry is taken out", remove, "removed 7", ["removed 7", "removed 7", "removed 7"]],
    ["two change places", swap, "reordered 7", ["reordered 7", "reordered 7", "reordered 7"]],
    ["one is put in", insert, "added 8", ["added 8", "added 8", "added 8"]],
    [
      "the end is cut, and the head set back",
      async () => await cutTo(8),
      "cut 9",
      ["cut 9", "cut 9", "cut 9"],
    ],
    [
      "all is written anew since an entry",
      async () => (await change(), await relink()),
      "rewritten 6",
      ["rewritten 6", "rewritten 6", "rewritten 6"],
    ],
    [
      "the end is cut with its signed place",
      async () => (await cutTo(8), await run("delete from ledger_checkpoints where n = 2")),
      "removed 6",
      ["removed 6", "removed 6", "removed 6"],
    ],
    [
      "the end is cut, and key, mark and places are gone",
      async () => (await cutTo(8), await forget()),
      "removed 1",
      ["cut 9", "cut 9", "cut 9"],
    ],
    [
      "all is written anew, and key, mark and places are gone",
      async () => (await change(), await relink(), await forget()),
      "removed 1",
      ["cut 13", "rewritten 6", "cut 13"],
    ],
    [
      "all is written anew, and signed anew with a key of its own",
      async () => {
        await change();
        await relink();
        await forget();
        await sign();
      },
      "nothing",
      ["cut 13", "rewritten 6", "cut 13"],
    ],
    // Every entry is as it was kept: a hash shows no more than the database alone.
    [
      "key, mark and places are gone, and the entries are as they were",
      forget,
      "removed 1",
      ["removed 1", "removed 5", "removed 1"],
    ],
    // Nobody kept anything of these two.
    [
      "what came after the last signed place is cut",
      async () => await cutTo(10),
      "nothing",
      ["nothing", "nothing", "nothing"],
    ],
  ];
  it.each(TAMPERINGS)("shows where %s", async (_, tamper, alone, against) => {
    await tamper();
    expect(await found(NO_ANCHORS)).toBe(alone);
    expect([await found(kept.hash), await found(kept.places), await found(kept.export)]).toEqual(
      against,
    );
  });

  describe("and put back to an earlier state", () => {
    afterEach(async () => {
      await run(...SIGNED_TABLES.map((table) => `drop table if exists former_${table}`));
    });

    it("is shown by that alone: all of it is ours, and old", async () => {
      const names = [...SIGNED_TABLES, "settings"] as const;
      for (const table of names) await run(`create table former_${table} as table ${table}`);
      await append(3);
      await sign();
      const later = await keep();
      for (const table of names) {
        await run(`delete from ${table}`, `insert into ${table} select * from former_${table}`);
      }
      expect(await found(NO_ANCHORS)).toBe("nothing");
      expect(await found(kept.places)).toBe("nothing");
      expect([
        await found(later.hash),
        await found(later.places),
        await found(later.export),
      ]).toEqual(["cut 13", "cut 13", "cut 13"]);
    });
  });
});

import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { createManualClock } from "../../../src/clock.ts";
import type { Database, Tx } from "../../../src/db/port.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { parseKeyring } from "../../../src/privacy/keyring.ts";
import { createTexts } from "../../../src/privacy/texts.ts";
import { describeEachDatabase } from "../../support/database.ts";

const clock = createManualClock(Temporal.Instant.from("2026-11-23T10:00:00Z"));
const newKey = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const oldKey = newKey("old");
const texts = createTexts({ keyring: parseKeyring(oldKey), clock, ids: randomIds });

describeEachDatabase("Texts", (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  const seal = (candidate: string, text: string, id?: string) =>
    database.transaction((tx) =>
      texts.seal(tx, { candidate, kind: "note", text, ...(id !== undefined && { id }) }),
    );

  test("open as they were sealed, one or many, inside a transaction and outside", async () => {
    const all = ["", "Ada ♥ Lovelace\n\u0000", "x".repeat(200_000)];
    const ids = await Promise.all(all.map((text) => seal("ada", text)));
    for (const [index, id] of ids.entries()) {
      expect(await texts.open(database, id)).toBe(all[index]);
    }
    const opened = await database.transaction((tx) => texts.openMany(tx, [...ids, "nothing"]));
    expect([...opened.values()].toSorted()).toEqual(all.toSorted());
    expect(await texts.open(database, "nothing")).toBeNull();
  });

  test("are nowhere in clear, and the same text never looks the same twice", async () => {
    const ids = [await seal("ada", "CANARY-1815"), await seal("ada", "CANARY-1815")];
    const rows = await database.query<{ sealed: Buffer }>(
      "select sealed from texts where id = any($1)",
      [ids],
    );
    const [one, two] = rows.map((row) => row.sealed);
    expect(one?.includes("CANARY")).toBe(false);
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(false);
  });

  test("written again under their id replace, but not those of another candidate or kind", async () => {
    await seal("ada", "first", "tx_again");
    await seal("ada", "second", "tx_again");
    expect(await texts.open(database, "tx_again")).toBe("second");
    await expect(seal("bob", "third", "tx_again")).rejects.toMatchObject({ code: "conflict" });
    expect(await texts.open(database, "tx_again")).toBe("second");
  });

  test("moved to another row, or changed, do not open, and say nothing of what they hold", async () => {
    await seal("eve", "SECRET", "tx_here");
    await database.query(
      "insert into texts select 'tx_there', candidate, kind, sealed, created_at from texts where id = 'tx_here'",
    );
    const error: unknown = await texts
      .open(database, "tx_there")
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "crypto_failed" });
    expect(JSON.stringify(error) + String(error)).not.toContain("SECRET");
    expect(await texts.open(database, "tx_here")).toBe("SECRET");
  });

  test("of an erased candidate are gone, for everyone who kept a copy of the rows too", async () => {
    const id = await seal("mary", "gone soon");
    const other = await seal("bob", "stays");
    const [copy] = await database.query<{ sealed: Buffer }>(
      "select sealed from texts where id = $1",
      [id],
    );
    expect(await database.transaction((tx) => texts.erase(tx, "mary"))).toBe(1);
    expect(await texts.open(database, id)).toBeNull();
    await seal("mary", "a new life");
    await database.query(
      "insert into texts (id, candidate, kind, sealed, created_at) values ($1, 'mary', 'note', $2, now())",
      [id, copy?.sealed],
    );
    await expect(texts.open(database, id)).rejects.toMatchObject({ code: "crypto_failed" });
    expect(await texts.open(database, other)).toBe("stays");
  });

  test("of a candidate seen first by many at once share one key", async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, (_, n) => seal("new", String(n))));
    const opened = await texts.openMany(database, ids);
    expect([...opened.values()].toSorted()).toEqual(Array.from("01234567"));
    const keys = await database.query("select 1 from candidate_keys where candidate = 'new'");
    expect(keys).toHaveLength(1);
  });

  test("sealed under an old master key open as long as it is in the ring", async () => {
    const id = await seal("ada", "old times");
    const rotated = createTexts({
      keyring: parseKeyring(`${newKey("new")},${oldKey}`),
      clock,
      ids: randomIds,
    });
    expect(await rotated.open(database, id)).toBe("old times");
    const later = await database.transaction((tx: Tx) =>
      rotated.seal(tx, { candidate: "fresh", kind: "note", text: "new times" }),
    );
    expect(await rotated.open(database, later)).toBe("new times");
    await expect(texts.open(database, later)).rejects.toMatchObject({
      code: "crypto_failed",
      message: expect.stringContaining("no key new") as unknown,
    });
  });
});

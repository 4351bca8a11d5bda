import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { createCheckpointer } from "../../../graphs/checkpointer.ts";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { SAVER_SCHEMA } from "../../../src/db/saver-tables.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { createLeverTokenStore } from "../../../src/lever-token-store.ts";
import { checkKeyring } from "../../../src/privacy/key-check.ts";
import { parseKeyring } from "../../../src/privacy/keyring.ts";
import { listKeyUses, rewrapKeys } from "../../../src/privacy/rewrap.ts";
import { createTexts } from "../../../src/privacy/texts.ts";
import { describeEachDatabase } from "../../support/database.ts";

const CANDIDATES = 450;
const clock = createManualClock(Temporal.Instant.from("2026-11-23T10:00:00Z"));
const newKey = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const [oldKey, freshKey] = [newKey("old"), newKey("fresh")];
const tokens = {
  refreshToken: "r",
  accessToken: "a",
  expiresAt: null,
  origins: ["digest"],
  untried: null,
};

describeEachDatabase("Another master key", (open) => {
  let database: Database;
  const ids: string[] = [];
  beforeAll(async () => {
    database = await open();
    const keyring = parseKeyring(oldKey);
    const texts = createTexts({ keyring, clock, ids: randomIds });
    await database.transaction(async (tx) => {
      for (let index = 0; index < CANDIDATES; index += 1) {
        const text = { candidate: `candidate ${index}`, kind: "note", text: `text ${index}` };
        ids.push(await texts.seal(tx, text));
      }
    });
    await createLeverTokenStore({ database, keyring, clock }).save(tokens);
    await createCheckpointer({ database, keyring }).putWrites(
      { configurable: { thread_id: "run", checkpoint_ns: "", checkpoint_id: "1" } },
      [["channel", "value"]],
      "task",
    );
  });

  test("closes what the old one closed, text by text and once, so that the old one can go", async () => {
    const both = parseKeyring(`${freshKey},${oldKey}`);
    expect(await listKeyUses(database)).toEqual([
      {
        masterKeyId: "old",
        candidates: CANDIDATES,
        leverTokens: true,
        keyCheck: false,
        ledgerKey: false,
        runs: 1,
      },
    ]);
    expect(await rewrapKeys(database, both)).toEqual({ count: CANDIDATES, damaged: [] });
    expect(await rewrapKeys(database, both)).toEqual({ count: 0, damaged: [] });
    expect(await listKeyUses(database)).toEqual([
      {
        masterKeyId: "fresh",
        candidates: CANDIDATES,
        leverTokens: true,
        keyCheck: false,
        ledgerKey: false,
        runs: 0,
      },
      {
        masterKeyId: "old",
        candidates: 0,
        leverTokens: false,
        keyCheck: false,
        ledgerKey: false,
        runs: 1,
      },
    ]);
    const keyring = parseKeyring(freshKey);
    const texts = createTexts({ keyring, clock, ids: randomIds });
    const opened = await texts.openMany(database, ids);
    expect(ids.map((id) => opened.get(id))).toEqual(ids.map((_, index) => `text ${index}`));
    expect(await createLeverTokenStore({ database, keyring, clock }).load()).toEqual(tokens);
  });

  test("that comes without the one before changes nothing, and says which is missing", async () => {
    const stranger = parseKeyring(newKey("stranger"));
    await expect(rewrapKeys(database, stranger)).rejects.toMatchObject({
      code: "crypto_failed",
      message: expect.stringContaining("no key fresh") as unknown,
    });
    const [use] = await listKeyUses(database);
    expect(use).toMatchObject({ masterKeyId: "fresh", candidates: CANDIDATES });
  });

  test("passes over damaged ones, tells which they are, and is not held against the old one for them", async () => {
    const both = parseKeyring(`${newKey("third")},${freshKey}`);
    const damaged = ["candidate 0", "candidate 299"];
    const break_ = "update candidate_keys set wrapped = '\\x01' where candidate = any($1)";
    await database.query(break_, [damaged]);
    for (const count of [CANDIDATES - 2, 0]) {
      expect(await rewrapKeys(database, both)).toEqual({ count, damaged });
    }
    expect(await listKeyUses(database)).toMatchObject([
      { masterKeyId: "fresh", candidates: 2, leverTokens: false },
      { masterKeyId: "old", candidates: 0 },
      { masterKeyId: "third", candidates: CANDIDATES - 2, leverTokens: true },
    ]);
    await database.query(`delete from ${SAVER_SCHEMA}.checkpoint_writes`);
    await checkKeyring({ database, keyring: both });
  });
});

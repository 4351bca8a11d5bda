import { randomBytes } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { createCheckpointer } from "../../../graphs/checkpointer.ts";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { createLeverTokenStore } from "../../../src/lever-token-store.ts";
import { checkKeyring, keepKeyCheck } from "../../../src/privacy/key-check.ts";
import { parseKeyring } from "../../../src/privacy/keyring.ts";
import { rewrapKeys } from "../../../src/privacy/rewrap.ts";
import { createTexts } from "../../../src/privacy/texts.ts";
import { runConvene } from "../../support/convene.ts";
import { describeEachDatabase, describePostgres } from "../../support/database.ts";

const clock = createManualClock(Temporal.Instant.from("2026-11-23T10:00:00Z"));
const newKey = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const [old, fresh] = [newKey("old"), newKey("fresh")];

const refused = (words: string) => ({
  code: "config_invalid",
  message: expect.stringMatching(new RegExp(`^ENCRYPTION_KEYS: .*${words}`)) as unknown,
});

describeEachDatabase("The master keys at the start", (open) => {
  let database: Database;
  beforeEach(async () => {
    database = await open();
  });
  const check = async (keys: string): Promise<void> =>
    await keepKeyCheck({ database, keyring: parseKeyring(keys), clock });
  const look = async (keys: string): Promise<void> =>
    await checkKeyring({ database, keyring: parseKeyring(keys) });
  const sealFor = async (candidate: string, keys: string): Promise<void> => {
    const texts = createTexts({ keyring: parseKeyring(keys), clock, ids: randomIds });
    await database.transaction(
      async (tx) => await texts.seal(tx, { candidate, kind: "note", text: "t" }),
    );
  };
  const closedKnownText = async (): Promise<unknown[]> =>
    await database.query(
      "select value ->> 'masterKeyId' as by, updated_at from settings where name = 'key_check'",
    );

  test("are those of the first start", async () => {
    await check(old);
    await check(old);
    await expect(check(newKey("old"))).rejects.toMatchObject(refused("key old is another"));
    await expect(check(fresh)).rejects.toMatchObject(refused("has no key old"));
    await check(old);
  });

  test("change by putting a new one first, and back again until something is closed anew", async () => {
    await check(old);
    await sealFor("a", old);
    const before = await closedKnownText();
    await check(`${fresh},${old}`);
    expect(await closedKnownText()).toEqual(before);
    await check(old);
    await rewrapKeys(database, parseKeyring(`${fresh},${old}`));
    expect(await closedKnownText()).toMatchObject([{ by: "fresh" }]);
    await check(fresh);
    await expect(check(old)).rejects.toMatchObject(
      refused(
        "has no key fresh, which closed the text that each start opens and the texts of cand",
      ),
    );
  });

  test("are all tried, not the first alone", async () => {
    await check(old);
    await sealFor("a", old);
    await sealFor("b", `${fresh},${old}`);
    const third = newKey("third");
    await check(`${third},${old},${fresh}`);
    for (const [keys, words] of [
      [
        `${fresh},${newKey("old")}`,
        "key old is another .* the texts of candidates. Put the old one",
      ],
      [`${old},${newKey("fresh")}`, "key fresh is another .* which closed the texts of candidates"],
      [old, "has no key fresh, which closed the texts of candidates. Put it behind the others"],
      [
        `${third},${fresh}`,
        "has no key old, which closed the text that each start opens and the te",
      ],
      [third, "has no key fresh, .* has no key old, "],
    ] as const) {
      await expect(check(keys)).rejects.toMatchObject(refused(words));
      await expect(look(keys)).rejects.toMatchObject(refused(words));
    }
  });

  test("are held against Lever's tokens and the checkpoints too", async () => {
    await check(old);
    const newer = { database, keyring: parseKeyring(`${fresh},${old}`), clock };
    await createLeverTokenStore(newer).save({
      refreshToken: "r",
      accessToken: "a",
      expiresAt: null,
      origins: null,
      untried: null,
    });
    await expect(check(old)).rejects.toMatchObject(refused("has no key fresh, .* access tokens"));
    await database.query("delete from settings where name = 'lever_tokens'");
    await check(old);
    await createCheckpointer(newer).putWrites(
      { configurable: { thread_id: "run", checkpoint_ns: "", checkpoint_id: "1" } },
      [["channel", "value"]],
      "task",
    );
    const words = "key fresh is another than .* closed the checkpoints of runs";
    await expect(check(`${old},${newKey("fresh")}`)).rejects.toMatchObject(refused(words));
    await check(`${old},${fresh}`);
  });

  test("are not blamed for one row that was damaged", async () => {
    for (const candidate of ["a", "b"]) await sealFor(candidate, old);
    await database.query("update candidate_keys set wrapped = '\\x01' where candidate = 'a'");
    await expect(check(old)).resolves.toBeUndefined();
    await database.query("update candidate_keys set wrapped = '\\x01'");
    await expect(check(old)).rejects.toMatchObject(refused("key old is another"));
  });

  test.each([
    ["lever_tokens", /^The setting lever_tokens .* is damaged: .*set LEVER_REFRESH_TOKEN/],
    ["key_check", /^The setting key_check .* is damaged: .*`delete from settings/],
  ])("are not blamed for %s that was damaged, which has its own remedy", async (name, words) => {
    await check(old);
    await sealFor("a", old);
    const damage = `insert into settings (name, value, updated_at) values ($1, $2, now())
       on conflict (name) do update set value = excluded.value`;
    await database.query(damage, [name, JSON.stringify({ masterKeyId: "old", sealed: "AAAA" })]);
    const told = { code: "config_invalid", message: expect.stringMatching(words) as unknown };
    await expect(check(old)).rejects.toMatchObject(told);
    await expect(look(old)).rejects.toMatchObject(told);
    await expect(check(newKey("old"))).rejects.toMatchObject(refused("key old is another"));
  });

  test("leave nothing behind where they are only looked at", async () => {
    await look(old);
    expect(await closedKnownText()).toEqual([]);
    await sealFor("a", old);
    await check(`${fresh},${old}`);
    expect(await closedKnownText()).toEqual([]);
    await check(old);
    expect(await closedKnownText()).toMatchObject([{ by: "old" }]);
  });

  test("are held against a candidate's key where nothing else was kept", async () => {
    await sealFor("c", old);
    await expect(check(newKey("old"))).rejects.toMatchObject(refused("key old is another"));
    await check(old);
    await database.query("delete from candidate_keys");
    await expect(check(newKey("old"))).rejects.toMatchObject(refused("key old is another"));
  });

  test.each(["{}", '"x"', "null", '{"masterKeyId":"old","sealed":"secret?"}'])(
    "are told from a setting that somebody else has written: %s",
    async (value) => {
      await database.query(
        "insert into settings (name, value, updated_at) values ('lever_tokens', $1::jsonb, now())",
        [value],
      );
      const keyring = parseKeyring(old);
      const store = createLeverTokenStore({ database, keyring, clock });
      const attempts = [store.load(), check(old), rewrapKeys(database, keyring)];
      for (const attempt of await Promise.allSettled(attempts)) {
        expect(attempt).toMatchObject({ status: "rejected", reason: { code: "config_invalid" } });
        const words = String((attempt as PromiseRejectedResult).reason);
        expect(words).toMatch(
          /lever_tokens .* is not what Convene keeps there.* LEVER_REFRESH_TOKEN/,
        );
        expect(words).not.toContain("secret?");
      }
    },
  );

  test("of two first starts at once are those of one", async () => {
    const starts = await Promise.allSettled([check(old), check(fresh)]);
    expect(starts.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describePostgres("The master keys of a process that starts", (open) => {
  test("are named in one line when they are others", async () => {
    const database = await open();
    await keepKeyCheck({ database, keyring: parseKeyring(old), clock });
    const env = { PATH: "", PORT: "0", DATABASE_URL: database.url, ENCRYPTION_KEYS: fresh };
    for (const command of ["doctor", "all", "keys"]) {
      expect(await runConvene([command], env)).toMatchObject({
        code: 1,
        err: expect.stringMatching(/^ENCRYPTION_KEYS: has no key old, .*\n$/) as unknown,
      });
    }
  });

  test("stay with the first one through `doctor`, and move by `keys rewrap`", async () => {
    const database = await open();
    await keepKeyCheck({ database, keyring: parseKeyring(old), clock });
    const convene = async (keys: string, ...args: string[]): Promise<string> => {
      const env = { PATH: "", DATABASE_URL: database.url, ENCRYPTION_KEYS: keys };
      return (await runConvene(args, env)).out;
    };
    const both = `${fresh},${old}`;
    await convene(both, "doctor");
    expect(await convene(both, "keys")).toBe("old: closes the text that each start opens.\n");
    expect(await convene(old, "keys")).toBe("old: closes the text that each start opens.\n");
    expect(await convene(both, "keys", "rewrap")).toContain("old: closes nothing any more.");
    expect(await convene(fresh, "keys")).toBe("fresh: closes the text that each start opens.\n");
  });

  test("move by `keys rewrap` but for a damaged one, which is named", async () => {
    const database = await open();
    const texts = createTexts({ keyring: parseKeyring(old), clock, ids: randomIds });
    for (const candidate of ["one", "two"]) {
      const text = { candidate, kind: "note", text: "t" };
      await database.transaction(async (tx) => await texts.seal(tx, text));
    }
    await database.query("update candidate_keys set wrapped = '\\x01' where candidate = 'one'");
    const env = { PATH: "", DATABASE_URL: database.url, ENCRYPTION_KEYS: `${fresh},${old}` };
    const { code, out, err } = await runConvene(["keys", "rewrap"], env);
    expect([code, out]).toEqual([1, expect.stringMatching(/the keys of 1 candidates/) as unknown]);
    expect(err).toMatch(/^Passed over, because they are damaged: the keys of one\. .*\n$/);
    expect(await runConvene(["keys"], env)).toMatchObject({ code: 0, err: "" });
  });

  test("are named without what their ids would do to a terminal", async () => {
    const database = await open();
    await database.query(
      "insert into candidate_keys (candidate, wrapped, master_key_id, created_at) values ('c', '\\x01', $1, now())",
      ["\u001b[2J\u202e"],
    );
    const env = { PATH: "", DATABASE_URL: database.url, ENCRYPTION_KEYS: old };
    const { code, out, err } = await runConvene(["keys"], env);
    expect([code, out]).toEqual([1, "\\u{1b}[2J\\u{202e}: closes the texts of 1 candidates.\n"]);
    expect(err).toContain("has no key \\u{1b}[2J\\u{202e}, which");
  });
});

import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeEach, expect, test } from "vitest";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { checkKeyring } from "../../../src/privacy/key-check.ts";
import { parseKeyring } from "../../../src/privacy/keyring.ts";
import { createTexts } from "../../../src/privacy/texts.ts";
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
    await checkKeyring({ database, keyring: parseKeyring(keys), clock });

  test("are those of the first start", async () => {
    await check(old);
    await check(old);
    await expect(check(newKey("old"))).rejects.toMatchObject(refused("key old is another"));
    await expect(check(fresh)).rejects.toMatchObject(refused("has no key old"));
    await check(old);
  });

  test("change by putting a new one first: then the old one alone is not enough any more", async () => {
    await check(old);
    await check(`${fresh},${old}`);
    await check(fresh);
    await expect(check(old)).rejects.toMatchObject(refused("has no key fresh"));
  });

  test("are held against a candidate's key where nothing else was kept", async () => {
    const texts = createTexts({ keyring: parseKeyring(old), clock, ids: randomIds });
    await database.transaction(
      async (tx) => await texts.seal(tx, { candidate: "c", kind: "note", text: "t" }),
    );
    await expect(check(newKey("old"))).rejects.toMatchObject(refused("key old is another"));
    await check(old);
    await database.query("delete from candidate_keys");
    await expect(check(newKey("old"))).rejects.toMatchObject(refused("key old is another"));
  });

  test("of two first starts at once are those of one", async () => {
    const starts = await Promise.allSettled([check(old), check(fresh)]);
    expect(starts.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describePostgres("The master keys of a process that starts", (open) => {
  test("are named in one line when they are others", async () => {
    const database = await open();
    await checkKeyring({ database, keyring: parseKeyring(old), clock });
    const program = fileURLToPath(new URL("../../../src/cli.ts", import.meta.url));
    const env = { PATH: "", PORT: "0", DATABASE_URL: database.url, ENCRYPTION_KEYS: fresh };
    for (const command of ["doctor", "all"]) {
      const started = promisify(execFile)(process.execPath, [program, command], { env });
      await expect(started).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^ENCRYPTION_KEYS: has no key old, .*\n$/) as unknown,
      });
    }
  });
});

import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "../../../src/domain/errors.ts";
import { loadOrCreateKeyFile, parseKeyring } from "../../../src/privacy/keyring.ts";

const key = () => randomBytes(32).toString("base64");

describe("ENCRYPTION_KEYS", () => {
  test("give a keyring whose first key closes and whose others still open", () => {
    const [old, fresh] = [key(), key()];
    const before = parseKeyring(`old:${old}`);
    const { masterKeyId, wrapped } = before.wrap(Buffer.from("secret"), "cand");
    const after = parseKeyring(`new:${fresh}, old:${old}`);
    expect(after.currentId).toBe("new");
    expect(after.ids).toEqual(["new", "old"]);
    expect(after.unwrap(wrapped, masterKeyId, "cand").toString()).toBe("secret");
    expect(after.wrap(Buffer.from("secret"), "cand").masterKeyId).toBe("new");
  });

  test("with faults are refused with every fault and no key", () => {
    const short = randomBytes(16).toString("base64");
    const good = key();
    const error = (() => {
      try {
        return parseKeyring(`a:${short},a:${good},nonsense-${good},b:***`);
      } catch (caught) {
        return caught;
      }
    })();
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code: "config_invalid",
      data: {
        faults: [
          "key a has 16 bytes, not 32",
          "key a is there twice",
          "entry 3 is not id:base64key",
          "entry 4 is not id:base64key",
        ],
      },
    });
    const said = JSON.stringify(error) + String(error);
    for (const secret of [short, good]) expect(said).not.toContain(secret);
    expect(() => parseKeyring("")).toThrow("entry 1 is not id:base64key");
  });

  test("derive another key for each purpose and each master key, always the same", () => {
    const keyring = parseKeyring(`a:${key()},b:${key()}`);
    const keys = [
      keyring.derive("a", "one"),
      keyring.derive("a", "two"),
      keyring.derive("b", "one"),
    ].map((each) => each.toString("hex"));
    expect(new Set(keys).size).toBe(3);
    expect(keyring.derive("a", "one").toString("hex")).toBe(keys[0]);
    expect(() => keyring.derive("c", "one")).toThrow(AppError);
  });

  test("open nothing that was closed for somebody else or changed", () => {
    const keyring = parseKeyring(`a:${key()}`);
    const { masterKeyId, wrapped } = keyring.wrap(Buffer.from("secret"), "ada");
    const failed: unknown = expect.objectContaining({ code: "crypto_failed" });
    const attempt = (bytes: Buffer, id: string, context: string) => {
      try {
        return keyring.unwrap(bytes, id, context);
      } catch (error) {
        return error;
      }
    };
    expect(attempt(wrapped, masterKeyId, "bob")).toEqual(failed);
    expect(attempt(wrapped, "gone", "ada")).toEqual(failed);
    expect(attempt(wrapped.subarray(0, 10), masterKeyId, "ada")).toEqual(failed);
    for (let index = 0; index < wrapped.length; index += 1) {
      const changed = Buffer.from(wrapped);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(attempt(changed, masterKeyId, "ada")).toEqual(failed);
    }
  });
});

describe("The key file", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-keys-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("is made once, for its owner only, and read after that", async () => {
    const path = join(folder, "data", "keys");
    const together = await Promise.all(Array.from({ length: 20 }, () => loadOrCreateKeyFile(path)));
    const later = await loadOrCreateKeyFile(path);
    const derived = [...together, later].map((each) => each.derive("local", "x").toString("hex"));
    expect(new Set(derived).size).toBe(1);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, "data"))).toEqual(["keys"]);
    expect(await readFile(path, "utf8")).toMatch(/^local:[A-Za-z0-9+/]{43}=\n$/);
  });

  test.each(["nonsense", "", "\n", "local:AAAA"])(
    "with %j in it is refused, not replaced",
    async (content) => {
      const path = join(folder, "keys");
      await writeFile(path, content);
      await expect(loadOrCreateKeyFile(path)).rejects.toMatchObject({
        code: "config_invalid",
        message: expect.stringMatching(
          /^The key file \S+keys holds no master key\. Put it back .*remove it/,
        ) as unknown,
      });
      expect(await readFile(path, "utf8")).toBe(content);
    },
  );

  test("that is a folder is named, with what to do", async () => {
    await expect(loadOrCreateKeyFile(folder)).rejects.toMatchObject({
      code: "config_invalid",
      message: expect.stringMatching(
        /^The key file \S+ cannot be read \(EISDIR\)\. Put/,
      ) as unknown,
    });
  });

  test("in a folder that can never be is refused, and not waited for", async () => {
    await expect(loadOrCreateKeyFile("/proc/nothing/keys")).rejects.toMatchObject({
      code: "config_invalid",
      message: expect.stringContaining("DATA_DIR: /proc/nothing cannot be used") as unknown,
    });
  });
});

/** The master keys. They wrap the keys of candidates and derive the key of checkpoints; the first is used for new things,
 * the others only open what they once closed. */
import { hkdfSync, randomBytes } from "node:crypto";
import { link, readFile, unlink, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { makeDataFolder } from "../db/data-folder.ts";
import { AppError } from "../domain/errors.ts";
import { printable } from "../domain/printable.ts";
import type { Sealed } from "./seal.ts";
import { KEY_BYTES, openSealed, seal } from "./seal.ts";

const ENTRY = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_-]+={0,2})$/;

/** Keys by id; never shows them. */
export interface Keyring {
  readonly currentId: string;
  readonly ids: readonly string[];
  /** Closes a key with the current master key. */
  wrap(key: Buffer, context: string): { masterKeyId: string; wrapped: Sealed };
  /** Errors: crypto_failed when the master key is not here or does not fit. */
  unwrap(wrapped: Buffer, masterKeyId: string, context: string): Buffer;
  /** A key for one purpose, from one master key. Errors: crypto_failed when that is not here. */
  derive(masterKeyId: string, purpose: string): Buffer;
}

/** The keyring of `id:base64key,…`. Errors: config_invalid, which names the entry's place or id, never a key. */
export const parseKeyring = (text: string): Keyring => {
  const keys = new Map<string, Buffer>();
  const faults: string[] = [];
  for (const [index, part] of text.split(",").entries()) {
    const [, id, encoded] = ENTRY.exec(part.trim()) ?? [];
    if (id === undefined || encoded === undefined) {
      faults.push(`entry ${index + 1} is not id:base64key`);
      continue;
    }
    const key = Buffer.from(encoded, "base64");
    if (key.length !== KEY_BYTES)
      faults.push(`key ${id} has ${key.length} bytes, not ${KEY_BYTES}`);
    if (keys.has(id)) faults.push(`key ${id} is there twice`);
    keys.set(id, key);
  }
  if (faults.length > 0) throw invalid(faults);
  return createKeyring(keys);
};

const invalid = (faults: string[]): AppError =>
  new AppError({
    code: "config_invalid",
    fault: "caller",
    message: `ENCRYPTION_KEYS: ${faults.join("; ")}`,
    data: { variable: "ENCRYPTION_KEYS", faults },
  });

const createKeyring = (keys: ReadonlyMap<string, Buffer>): Keyring => {
  const ids = [...keys.keys()];
  const [currentId = ""] = ids;
  const keyOf = (id: string): Buffer => {
    const key = keys.get(id);
    if (key !== undefined) return key;
    throw new AppError({
      code: "crypto_failed",
      fault: "caller",
      message: `ENCRYPTION_KEYS has no key ${printable(id)}, which something stored was closed with`,
      data: { masterKeyId: id },
    });
  };
  return {
    currentId,
    ids,
    wrap: (key, context) => ({
      masterKeyId: currentId,
      wrapped: seal(key, { key: keyOf(currentId), context }),
    }),
    unwrap: (wrapped, masterKeyId, context) =>
      openSealed(wrapped, { key: keyOf(masterKeyId), context }),
    derive: (masterKeyId, purpose) =>
      Buffer.from(hkdfSync("sha256", keyOf(masterKeyId), "", purpose, KEY_BYTES)),
  };
};

/** The keys in the file; a new key in a new file, for its owner only, when there is none. For the embedded database
 * without ENCRYPTION_KEYS: without this file its texts cannot be read. Errors: `config_invalid` for a file that holds no
 * keys; those of `beforeMaking`, and then nothing is made. */
export const loadOrCreateKeyFile = async (
  path: string,
  beforeMaking: () => Promise<void> = async () => {},
): Promise<Keyring> => {
  const kept = await readKeys(path);
  if (kept !== undefined) return parseKeyFile(path, kept);
  await beforeMaking();
  await makeDataFolder(dirname(path));
  const draft = `${path}.${randomBytes(8).toString("hex")}`;
  const fresh = `local:${randomBytes(KEY_BYTES).toString("base64")}\n`;
  await writeFile(draft, fresh, { mode: 0o600, flag: "wx", flush: true });
  try {
    // A link appears with its content and never replaces: two processes that start together end with the same key.
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    await unlink(draft);
  }
  return parseKeyFile(path, (await readKeys(path)) ?? "");
};

const parseKeyFile = (path: string, text: string): Keyring => {
  try {
    return parseKeyring(text);
  } catch (cause) {
    throw unusableFile(path, "holds no master key", cause);
  }
};

const unusableFile = (path: string, why: string, cause: unknown): AppError =>
  new AppError({
    code: "config_invalid",
    fault: "caller",
    message: `The key file ${path} ${why}. Put it back from your copy, or set ENCRYPTION_KEYS; only where nothing is stored yet, remove it, and a new one is made.`,
    data: { path },
    cause,
  });

const readKeys = async (path: string): Promise<string | undefined> => {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    throw unusableFile(path, `cannot be read (${code})`, error);
  }
};

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

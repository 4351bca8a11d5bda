/** AES-256-GCM, bound to where the sealed bytes belong, so that they open nowhere else. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "../domain/errors.ts";

/** The length of every key here. */
export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FORMAT = 1;
const HEADER_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** One byte of format, then nonce, tag and ciphertext. */
export type Sealed = Buffer;

/** Closes `plain` for one place: `context` is the id of the row, or what else it must not be moved away from. */
export const seal = (
  plain: Uint8Array,
  { key, context }: { key: Buffer; context: string },
): Sealed => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context, "utf8"));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([FORMAT]), nonce, cipher.getAuthTag(), body]);
};

/** Opens what `seal` made for the same place. Errors: crypto_failed, without content. */
export const openSealed = (
  sealed: Uint8Array,
  { key, context }: { key: Buffer; context: string },
): Buffer => {
  const bytes = Buffer.from(sealed);
  if (bytes.length < HEADER_BYTES || bytes[0] !== FORMAT) throw failed();
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context, "utf8"));
  decipher.setAuthTag(bytes.subarray(1 + NONCE_BYTES, HEADER_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(HEADER_BYTES)), decipher.final()]);
  } catch {
    // The library's error says nothing more; the bytes were changed, moved, or closed with another key.
    throw failed();
  }
};

const failed = (): AppError =>
  new AppError({
    code: "crypto_failed",
    fault: "bug",
    message: "Something stored cannot be opened: it was changed, moved, or closed with another key",
  });

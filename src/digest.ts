/** One digest for one content, whatever the order of its keys; and secrets compared by theirs. */
import { createHash, timingSafeEqual } from "node:crypto";
import canonicalize from "canonicalize";

/** SHA-256 over canonical JSON (RFC 8785). Shape: 64 hexadecimal digits. Errors: throws on what JSON cannot say. */
export const digestOf = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("only JSON has a digest");
  return createHash("sha256").update(text).digest("hex");
};

const bytesOf = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Whether two secrets or signatures are the same: in constant time, whatever their lengths. */
export const isSameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(bytesOf(one), bytesOf(other));

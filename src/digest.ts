/** One digest for one content, whatever the order of its keys. */
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** SHA-256 over canonical JSON (RFC 8785). Shape: 64 hexadecimal digits. Errors: throws on what JSON cannot say. */
export const digestOf = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("only JSON has a digest");
  return createHash("sha256").update(text).digest("hex");
};

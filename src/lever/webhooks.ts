/** Lever's webhook signature: HMAC-SHA256 over token and time alone, so it proves who sent, never what was sent.
 * Source: Lever API v1, webhooks. */
import { createHmac } from "node:crypto";
import { isSameSecret } from "../digest.ts";

/** The signature Lever puts on a delivery. Shape: 64 lower-case hexadecimal digits. Units: `triggeredAt` is Lever's epoch
 * milliseconds. The key is the signing token's text as it is, although it looks like hexadecimal. */
export const leverSignature = (token: string, triggeredAt: number, key: string): string =>
  createHmac("sha256", key).update(`${token}${triggeredAt}`).digest("hex");

/** Whether any of the keys made this signature; all are tried, each in constant time. No keys: false. */
export const verifyLeverSignature = (delivery: {
  token: string;
  triggeredAt: number;
  signature: string;
  keys: readonly string[];
}): boolean => {
  let isValid = false;
  for (const key of delivery.keys) {
    const expected = leverSignature(delivery.token, delivery.triggeredAt, key);
    const isSame = isSameSecret(delivery.signature, expected);
    isValid ||= isSame;
  }
  return isValid;
};

/** Event ids of our own choosing, so that a repeated insert meets the first one instead of making a second event. */
import { createHash } from "node:crypto";

const ALPHABET = "0123456789abcdefghijklmnopqrstuv";

/** The event id of an effect. Shape: 52 characters of lower-case base32hex; another generation gives another id.
 * Source: Google Calendar API, events.insert, `id` (characters a–v and 0–9, length 5–1024). */
export const googleEventId = (effectId: string, generation: number): string =>
  base32hex(
    createHash("sha256")
      .update(JSON.stringify([effectId, generation]))
      .digest(),
  );

const base32hex = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET.charAt(Number.parseInt(group.padEnd(5, "0"), 2))).join("");
};

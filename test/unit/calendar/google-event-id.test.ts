import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { googleEventId } from "../../../src/calendar/google-event-id.ts";

it("is an id that Google allows, whatever the effect is called", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (effectId, generation) => {
      expect(googleEventId(effectId, generation)).toMatch(/^[a-v0-9]{52}$/);
    }),
  );
});

it("is the same for the same effect and generation, and another one for the next generation", () => {
  expect(googleEventId("ef_1", 1)).toBe(googleEventId("ef_1", 1));
  expect(googleEventId("ef_1", 2)).not.toBe(googleEventId("ef_1", 1));
  expect(googleEventId("ef_11", 1)).not.toBe(googleEventId("ef_1", 11));
});

it("holds the whole SHA-256, in base32hex", () => {
  const digest = createHash("sha256").update('["ef_1",1]').digest("hex");
  const digits = Array.from(googleEventId("ef_1", 1)).map((char) => Number.parseInt(char, 32));
  const value = digits.reduce((sum, digit) => sum * 32n + BigInt(digit), 0n);
  // 52 digits are 260 bits: four more than the digest has.
  expect((value >> 4n).toString(16).padStart(64, "0")).toBe(digest);
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { expiryOf } from "../../../src/domain/expiry.ts";

const NOW = Temporal.Instant.from("2026-11-23T09:00:00Z");
const inMinutes = (minutes: number) => NOW.add({ minutes });

it.each([
  ["a far time: as the policy says", 100 * 60, 48, 48 * 60],
  ["a time before that: an hour before it begins", 24 * 60, 48, 23 * 60],
  ["a time within two hours: half of what is left", 60, 48, 30],
])("%s", (_, startsIn, hours, expected) => {
  expect(expiryOf(NOW, inMinutes(startsIn), hours).equals(inMinutes(expected))).toBe(true);
});

it("is never after the beginning, never after the policy's hours, and never in the past for a time to come", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 1, max: 400 }),
      (left, hours) => {
        const end = NOW.until(expiryOf(NOW, inMinutes(left), hours)).total("minutes");
        expect(end).toBeLessThanOrEqual(left);
        expect(end).toBeLessThanOrEqual(hours * 60);
        expect(end).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

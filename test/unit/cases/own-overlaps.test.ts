import fc from "fast-check";
import { expect, it } from "vitest";
import { AppError } from "../../../src/domain/errors.ts";
import { overlapIn, refuseOwnOverlap } from "../../../src/cases/own-overlaps.ts";

const DAY = Temporal.Instant.from("2026-11-24T08:00:00Z");
const SEATS = ["ines@company.test", "jonas@company.test", "room@company.test", "Ines@company.test"];

/** By quarters of an hour. */
const aSession = fc.record({
  from: fc.integer({ min: 0, max: 20 }),
  lasts: fc.integer({ min: 1, max: 6 }),
  taken: fc.uniqueArray(fc.constantFrom(...SEATS), {
    minLength: 1,
    maxLength: 3,
    selector: (email) => email.toLowerCase(),
  }),
});

const at = (quarter: number): string => DAY.add({ minutes: 15 * quarter }).toString();

const codeOf = (act: () => void): string | null => {
  try {
    act();
    return null;
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.code : "none of ours";
  }
};

it("finds whoever would be in two sessions of one booking in any quarter of an hour", () => {
  const seen = new Set<string | null>();
  fc.assert(
    fc.property(fc.array(aSession, { maxLength: 5 }), (drawn) => {
      const sessions = drawn.map(({ from, lasts, taken }) => ({
        startsAt: at(from),
        endsAt: at(from + lasts),
        taken,
      }));
      // Counted quarter by quarter: whom more than one session has.
      const ats = Array.from({ length: 27 }, (_, quarter) =>
        drawn.filter(({ from, lasts }) => from <= quarter && quarter < from + lasts),
      );
      const isTwice = ats.some((now) => {
        const all = now.flatMap(({ taken }) => taken.map((email) => email.toLowerCase()));
        return new Set(all).size < all.length;
      });
      const expected = isTwice ? "seat" : ats.some((now) => now.length > 1) ? "candidate" : null;
      seen.add(expected);
      expect(overlapIn(sessions)).toBe(expected);
      expect(codeOf(() => refuseOwnOverlap(sessions))).toBe(expected && "conflict");
    }),
    { numRuns: 1_000, seed: 9 },
  );
  expect(seen).toEqual(new Set(["seat", "candidate", null]));
});

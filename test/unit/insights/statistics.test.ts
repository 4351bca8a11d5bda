import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { gini, histogram, quantile } from "../../../src/insights/statistics.ts";

describe("a quantile", () => {
  // By hand: of 1, 2, 4, 8 the middle lies half way from 2 to 4; nine tenths at place 2.7, seven tenths of the way from 4 to 8.
  it.each<[readonly number[], number, number]>([
    [[8, 1, 4, 2], 0.5, 3],
    [[8, 1, 4, 2], 0.9, 6.8],
    [[8, 1, 4, 2], 0, 1],
    [[8, 1, 4, 2], 1, 8],
    [[5], 0.9, 5],
  ])("of %j at %d is %d", (values, share, expected) => {
    expect(quantile(values, share)).toBeCloseTo(expected, 10);
  });

  it("of none is none", () => {
    expect(quantile([], 0.5)).toBeNull();
  });

  test("lies among the values, and grows with the share", () => {
    const some = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(some, share, share, (values, a, b) => {
        const [low, high] = [quantile(values, Math.min(a, b)), quantile(values, Math.max(a, b))];
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
        expect((high ?? 0) - (low ?? 0)).toBeGreaterThanOrEqual(-1e-6);
      }),
    );
  });
});

/** As it is defined, by all pairs. */
const byPairs = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const all = values.flatMap((a) => values.map((b) => Math.abs(a - b)));
  return all.reduce((sum, value) => sum + value, 0) / (2 * values.length ** 2 * mean);
};

describe("the Gini coefficient", () => {
  // By hand: of 1, 2, 3 the differences over all pairs sum to 8, so 8 / (2 · 9 · 2) = 2/9. Of 0, 0, 0, 4: 24 / (2 · 16 · 1).
  it.each<[readonly number[], number]>([
    [[1, 2, 3], 2 / 9],
    [[0, 0, 0, 4], 0.75],
    [[2, 2, 2], 0],
    [[7], 0],
  ])("of %j is %d", (values, expected) => {
    expect(gini(values)).toBeCloseTo(expected, 12);
  });

  it("of none, or of nothing to spread, is none", () => {
    expect([gini([]), gini([0, 0])]).toEqual([null, null]);
  });

  const counts = fc
    .array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 40 })
    .filter((values) => values.some((value) => value > 0));

  test("is what its definition says, whatever the order", () => {
    fc.assert(
      fc.property(counts, (values) => {
        expect(gini(values)).toBeCloseTo(byPairs(values), 9);
        expect(gini(values.toReversed())).toBeCloseTo(gini(values) ?? -1, 12);
      }),
    );
  });

  test("is 0 when all have the same, from 0 to 1 always, and the same in another unit", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 60 }), (values, factor) => {
        const found = gini(values) ?? -1;
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1 - 1 / values.length + 1e-9);
        expect(gini(values.map((value) => value * factor))).toBeCloseTo(found, 9);
        expect(gini(values.map(() => factor))).toBeCloseTo(0, 12);
      }),
    );
  });
});

describe("a histogram", () => {
  it("counts each value once, where it begins", () => {
    expect(histogram([0, 4.9, 5, 15, 16, 9000], [0, 5, 15, 60])).toEqual([
      { from: 0, to: 5, count: 2 },
      { from: 5, to: 15, count: 1 },
      { from: 15, to: 60, count: 2 },
      { from: 60, to: null, count: 1 },
    ]);
  });

  test("loses none", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -10, max: 1e5, noNaN: true })), (values) => {
        const counted = histogram(values, [0, 5, 15]).reduce((sum, { count }) => sum + count, 0);
        expect(counted).toBe(values.length);
      }),
    );
  });
});

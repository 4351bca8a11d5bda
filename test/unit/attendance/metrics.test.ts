import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  aucOf,
  brierOf,
  calibrationOf,
  logLossOf,
  type Scored,
  wilson,
} from "../../../src/attendance/metrics.ts";

const scored = (...pairs: [risk: number, missed: 0 | 1][]): Scored[] =>
  pairs.map(([risk, missed]) => ({ risk, missed: missed === 1 }));

/** Few different risks, so that many are equal. */
const anyScored = fc.array(
  fc.record({
    risk: fc.integer({ min: 1, max: 9 }).map((tenth) => tenth / 10),
    missed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
);

describe("AUC", () => {
  it.each([
    // Of four pairs three are in order.
    [scored([0.1, 0], [0.4, 0], [0.35, 1], [0.8, 1]), 0.75],
    // Of four pairs two are in order and two are equal.
    [scored([0.2, 0], [0.5, 0], [0.5, 1], [0.9, 1]), 0.875],
    [scored([0.3, 0], [0.3, 1], [0.3, 1]), 0.5],
    [scored([0.9, 0], [0.1, 1]), 0],
    [scored([0.9, 0], [0.1, 0]), null],
    [[], null],
  ])("is counted by hand (%#)", (rows, auc) => {
    expect(aucOf(rows)).toBe(auc);
  });

  it("is the share of pairs in order, an equal one half, whatever the order of the rows", () => {
    fc.assert(
      fc.property(anyScored, (rows) => {
        const pairs = rows
          .filter(({ missed }) => missed)
          .flatMap((one) =>
            rows
              .filter(({ missed }) => !missed)
              .map((other) => (Math.sign(one.risk - other.risk) + 1) / 2),
          );
        const mean = pairs.reduce((sum, each) => sum + each, 0) / pairs.length;
        const auc = aucOf(rows);
        expect(auc === null).toBe(pairs.length === 0);
        expect(Math.abs((auc ?? 0) - (pairs.length === 0 ? 0 : mean))).toBeLessThan(1e-9);
        expect(aucOf(rows.toReversed())).toBe(aucOf(rows));
        // Told otherwise and in the same order, it is the same.
        const squared = rows.map(({ risk, missed }) => ({ risk: risk ** 2, missed }));
        expect(aucOf(squared)).toBe(aucOf(rows));
      }),
      { numRuns: 200 },
    );
  });
});

describe("Brier score and log loss", () => {
  it("are counted by hand", () => {
    const rows = scored([0.2, 0], [0.5, 1], [0.9, 1]);
    expect(brierOf(rows)).toBeCloseTo((0.04 + 0.25 + 0.01) / 3, 12);
    expect(logLossOf(rows)).toBeCloseTo(-(Math.log(0.8) + Math.log(0.5) + Math.log(0.9)) / 3, 12);
    expect([brierOf([]), logLossOf([])]).toEqual([null, null]);
  });

  it("are least for the share that was seen, among all that tell one risk of all", () => {
    fc.assert(
      fc.property(anyScored, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (rows, told) => {
        const share = rows.filter(({ missed }) => missed).length / rows.length;
        const as = (risk: number): Scored[] => rows.map(({ missed }) => ({ risk, missed }));
        expect(brierOf(as(share)) ?? 1).toBeLessThanOrEqual((brierOf(as(told)) ?? 0) + 1e-12);
        // Of 0 and 1 the logarithm has no product with zero: a hair beside them.
        const near = Math.min(1 - 1e-12, Math.max(1e-12, share));
        expect(logLossOf(as(near)) ?? 1).toBeLessThanOrEqual((logLossOf(as(told)) ?? 0) + 1e-9);
      }),
    );
  });
});

describe("Wilson's interval", () => {
  it.each([
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
    [81, 263, 0.2553, 0.3662],
  ])("of %i of %i is %f to %f", (count, of, low, high) => {
    const found = wilson(count, of);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it("holds the share, stays within 0 and 1, and narrows as there is more", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (some, of) => {
        const count = Math.min(some, of);
        const { share, low, high } = wilson(count, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        const wider = wilson(count * 4, of * 4);
        expect(wider.high - wider.low).toBeLessThan(high - low);
      }),
    );
  });

  it("of nothing is refused", () => {
    expect(() => wilson(0, 0)).toThrow(RangeError);
  });
});

describe("the calibration table", () => {
  it("has tenths, lowest first, with what was told and seen", () => {
    const rows = Array.from({ length: 20 }, (_, index) => ({
      risk: (index + 1) / 100,
      missed: index >= 18,
    }));
    const bins = calibrationOf(rows);
    expect(bins.map(({ seen }) => [seen.count, seen.of])).toEqual([
      ...Array.from({ length: 9 }, () => [0, 2]),
      [2, 2],
    ]);
    expect(bins.map(({ told }) => told)[0]).toBeCloseTo(0.015, 12);
  });

  it("loses no row, keeps equal risks together, and does not heed the order of rows", () => {
    fc.assert(
      fc.property(anyScored, (rows) => {
        const bins = calibrationOf(rows);
        expect(bins.reduce((sum, { seen }) => sum + seen.of, 0)).toBe(rows.length);
        expect(bins.reduce((sum, { seen }) => sum + seen.count, 0)).toBe(
          rows.filter(({ missed }) => missed).length,
        );
        expect(bins.length).toBeLessThanOrEqual(new Set(rows.map(({ risk }) => risk)).size);
        const told = bins.map((bin) => bin.told);
        expect(told).toEqual(told.toSorted((one, other) => one - other));
        expect(calibrationOf(rows.toReversed()).map(({ seen }) => seen)).toEqual(
          bins.map(({ seen }) => seen),
        );
      }),
      { numRuns: 200 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fitting, fitLogistic, sigmoid } from "../../../src/attendance/logistic.ts";
import { solveSymmetric } from "../../../src/attendance/solve.ts";

const flat = (rows: number[][]): Float64Array => Float64Array.from(rows.flat());

// Hours of study and whether the exam was passed: the example of Wikipedia's "Logistic regression", where R's glm gives
// -4.077713 and 1.504645.
const HOURS = [
  0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5,
];
const PASSED = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];

/** Another way altogether: down the slope, by the definition of the loss, until nothing moves. */
const descend = ({ values, wanted, prior, penalty }: Fitting): number[] => {
  const width = prior.length;
  const found = [...prior];
  for (let step = 0; step < 200_000; step += 1) {
    const slope = found.map(
      (value, index) => (penalty[index] ?? 0) * (value - (prior[index] ?? 0)),
    );
    for (let row = 0; row < wanted.length; row += 1) {
      const cells = values.subarray(row * width, (row + 1) * width);
      const logit = found.reduce((sum, value, index) => sum + value * (cells[index] ?? 0), 0);
      const miss = 1 / (1 + Math.exp(-logit)) - (wanted[row] ?? 0);
      for (const [index, cell] of cells.entries()) slope[index] = (slope[index] ?? 0) + miss * cell;
    }
    for (const [index, each] of slope.entries()) found[index] = (found[index] ?? 0) - 0.02 * each;
    if (Math.max(...slope.map(Math.abs)) < 1e-11) break;
  }
  return found;
};

const anyFitting = fc
  .record({ width: fc.integer({ min: 1, max: 4 }), count: fc.integer({ min: 0, max: 25 }) })
  .chain(({ width, count }) =>
    fc.record({
      values: fc
        .array(fc.double({ min: -3, max: 3, noNaN: true }), {
          minLength: width * count,
          maxLength: width * count,
        })
        .map((cells) => Float64Array.from(cells)),
      wanted: fc
        .array(fc.integer({ min: 0, max: 1 }), { minLength: count, maxLength: count })
        .map((each) => Float64Array.from(each)),
      prior: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
        minLength: width,
        maxLength: width,
      }),
      penalty: fc.array(fc.double({ min: 0.1, max: 20, noNaN: true }), {
        minLength: width,
        maxLength: width,
      }),
    }),
  );

describe("logistic regression", () => {
  it("finds the published coefficients of a published example when next to nothing is held", () => {
    const { coefficients } = fitLogistic({
      values: flat(HOURS.map((hours) => [1, hours])),
      wanted: Float64Array.from(PASSED),
      prior: [0, 0],
      penalty: [1e-9, 1e-9],
    });
    expect(coefficients[0]).toBeCloseTo(-4.077713, 5);
    expect(coefficients[1]).toBeCloseTo(1.504645, 5);
  });

  it("finds what gradient descent finds, held at a prior", () => {
    const fitting: Fitting = {
      values: flat(HOURS.map((hours, index) => [1, hours - 2.8, Math.sin(index)])),
      wanted: Float64Array.from(PASSED),
      prior: [-1, 0.5, 0.3],
      penalty: [0.5, 2, 4],
    };
    const other = descend(fitting);
    for (const [index, value] of fitLogistic(fitting).coefficients.entries()) {
      expect(value).toBeCloseTo(other[index] ?? Number.NaN, 9);
    }
  });

  it("leaves no slope, whatever the rows", () => {
    fc.assert(
      fc.property(anyFitting, (fitting) => {
        const { values, wanted, prior, penalty } = fitting;
        const { coefficients } = fitLogistic(fitting);
        const width = prior.length;
        for (const [column, value] of coefficients.entries()) {
          let slope = (penalty[column] ?? 0) * (value - (prior[column] ?? 0));
          for (let row = 0; row < wanted.length; row += 1) {
            const cells = values.subarray(row * width, (row + 1) * width);
            const logit = cells.reduce((sum, cell, at) => sum + cell * (coefficients[at] ?? 0), 0);
            slope += (sigmoid(logit) - (wanted[row] ?? 0)) * (cells[column] ?? 0);
          }
          expect(Math.abs(slope)).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("is the prior without rows, to the bit", () => {
    const { coefficients } = fitLogistic({
      values: new Float64Array(0),
      wanted: new Float64Array(0),
      prior: [-2.75, 0.3],
      penalty: [1, 10],
    });
    expect([...coefficients]).toEqual([-2.75, 0.3]);
  });

  it("stays finite where rows part without a fault", () => {
    const { coefficients } = fitLogistic({
      values: flat(HOURS.map((hours) => [1, hours])),
      wanted: Float64Array.from(HOURS, (hours) => Number(hours > 2)),
      prior: [0, 0],
      penalty: [0.01, 0.01],
    });
    expect([...coefficients].every(Number.isFinite)).toBe(true);
    expect(coefficients[1]).toBeGreaterThan(1);
  });
});

describe("a symmetric system", () => {
  it("is solved: what was multiplied comes out again", () => {
    const anySystem = fc.integer({ min: 1, max: 6 }).chain((size) =>
      fc.record({
        root: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
          minLength: size * size,
          maxLength: size * size,
        }),
        wanted: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
          minLength: size,
          maxLength: size,
        }),
      }),
    );
    fc.assert(
      fc.property(anySystem, ({ root, wanted }) => {
        const size = wanted.length;
        const at = (row: number, column: number): number => root[row * size + column] ?? 0;
        // A product of a matrix with itself, and something on the diagonal, is positive definite.
        const matrix = Float64Array.from({ length: size * size }, (_, index) => {
          const [row, column] = [Math.floor(index / size), index % size];
          const sum = wanted.reduce((total, _each, k) => total + at(row, k) * at(column, k), 0);
          return sum + (row === column ? 1 : 0);
        });
        const right = Float64Array.from(wanted, (_, row) =>
          wanted.reduce((sum, each, column) => sum + (matrix[row * size + column] ?? 0) * each, 0),
        );
        for (const [index, value] of solveSymmetric(matrix, right).entries()) {
          expect(value).toBeCloseTo(wanted[index] ?? Number.NaN, 6);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("is refused when it is none", () => {
    expect(() =>
      solveSymmetric(
        flat([
          [1, 2],
          [2, 1],
        ]),
        flat([[1, 1]]),
      ),
    ).toThrow(RangeError);
  });
});

/** Logistic regression whose penalty pulls to a prior instead of to zero: without rows it is the prior, with many it is theirs. */
import { solveSymmetric } from "./solve.ts";

/** What is fitted. `values`: row by row, as many a row as there are coefficients; `wanted`: 1 or 0 for each row. Each
 * coefficient is pulled to its `prior` with its `penalty`, which must be above zero. */
export interface Fitting {
  values: Float64Array;
  wanted: Float64Array;
  prior: readonly number[];
  penalty: readonly number[];
}

/** The coefficients, and how much the rows alone say of each: the information that stands against its penalty. */
export interface Fitted {
  coefficients: Float64Array;
  information: Float64Array;
}

/** Newton's way needs five to ten. */
const MOST_STEPS = 100;
const LEAST_STEP = 1e-12;
/** Of the loss, by which a step may worsen it for the way that machines round. */
const ROUNDING = 1e-12;

/** Between 0 and 1. */
export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** The way back. */
export const logitOf = (share: number): number => Math.log(share / (1 - share));

/** Minimises the log loss plus half of penalty × (coefficient − prior)². The same rows in the same order give the same bits.
 * Errors: throws when the numbers are not finite. */
export const fitLogistic = (fitting: Fitting): Fitted => {
  let coefficients = Float64Array.from(fitting.prior);
  let loss = lossOf(fitting, coefficients);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { gradient, curvature, information } = slopesOf(fitting, coefficients);
    const direction = solveSymmetric(curvature, gradient);
    const next = stepAlong({ fitting, coefficients, direction, loss });
    if (next === null || largest(direction) < LEAST_STEP) return { coefficients, information };
    ({ coefficients, loss } = next);
  }
  throw new Error(`no coefficients were found in ${MOST_STEPS} steps: are all values finite?`);
};

/** Half as far until it is no worse; null when the bottom is reached. */
const stepAlong = (state: {
  fitting: Fitting;
  coefficients: Float64Array;
  direction: Float64Array;
  loss: number;
}): { coefficients: Float64Array<ArrayBuffer>; loss: number } | null => {
  const { fitting, coefficients, direction, loss } = state;
  for (let share = 1; share > 1e-9; share /= 2) {
    const next = coefficients.map((value, index) => value - share * (direction[index] ?? 0));
    const nextLoss = lossOf(fitting, next);
    if (nextLoss <= loss + ROUNDING * Math.abs(loss)) {
      return { coefficients: Float64Array.from(next), loss: nextLoss };
    }
  }
  return null;
};

const largest = (values: Float64Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

const logitAt = (fitting: Fitting, coefficients: Float64Array, row: number): number => {
  const width = coefficients.length;
  let sum = 0;
  for (let column = 0; column < width; column += 1) {
    sum += (fitting.values[row * width + column] ?? 0) * (coefficients[column] ?? 0);
  }
  return sum;
};

const lossOf = (fitting: Fitting, coefficients: Float64Array): number => {
  const { wanted, prior, penalty } = fitting;
  let loss = 0;
  for (let row = 0; row < wanted.length; row += 1) {
    const logit = logitAt(fitting, coefficients, row);
    // log(1 + e^logit) without overflow.
    loss +=
      Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - (wanted[row] ?? 0) * logit;
  }
  for (const [index, value] of coefficients.entries()) {
    loss += ((penalty[index] ?? 0) / 2) * (value - (prior[index] ?? 0)) ** 2;
  }
  return loss;
};

const slopesOf = (
  fitting: Fitting,
  coefficients: Float64Array,
): { gradient: Float64Array; curvature: Float64Array; information: Float64Array } => {
  const { values, wanted, prior, penalty } = fitting;
  const width = coefficients.length;
  const gradient = new Float64Array(width);
  const curvature = new Float64Array(width * width);
  for (let row = 0; row < wanted.length; row += 1) {
    const start = row * width;
    const share = sigmoid(logitAt(fitting, coefficients, row));
    const miss = share - (wanted[row] ?? 0);
    const weight = share * (1 - share);
    for (let one = 0; one < width; one += 1) {
      const value = values[start + one] ?? 0;
      gradient[one] = (gradient[one] ?? 0) + miss * value;
      const weighed = weight * value;
      for (let other = 0; other <= one; other += 1) {
        const at = one * width + other;
        curvature[at] = (curvature[at] ?? 0) + weighed * (values[start + other] ?? 0);
      }
    }
  }
  const information = new Float64Array(width);
  for (let one = 0; one < width; one += 1) {
    const at = one * width + one;
    information[one] = curvature[at] ?? 0;
    curvature[at] = (curvature[at] ?? 0) + (penalty[one] ?? 0);
    const distance = (coefficients[one] ?? 0) - (prior[one] ?? 0);
    gradient[one] = (gradient[one] ?? 0) + (penalty[one] ?? 0) * distance;
  }
  return { gradient, curvature, information };
};

/** How fast no-show risks are learnt and told: 20,000 interviews learnt from, against plain gradient descent that comes within a
 * millionth; 100,000 told with their reasons, against the same risks from the same facts without. */
import { inventHistory } from "../scripts/attendance-sample.ts";
import { COLUMNS, encode, measure, standardise } from "../src/attendance/columns.ts";
import type { HistoryRow } from "../src/attendance/features.ts";
import { type Fitting, fitLogistic, sigmoid } from "../src/attendance/logistic.ts";
import type { AttendanceModel } from "../src/attendance/model.ts";
import { predict } from "../src/attendance/predict.ts";
import { PRIOR } from "../src/attendance/prior.ts";
import { trainModel, USUAL_L2 } from "../src/attendance/train.ts";
import { type Benchmark, percentile } from "./benchmark.ts";

const ROWS = 20_000;
const PREDICTIONS = 100_000;
const ROUNDS = 3;
/** So near to the least loss plain descent must come, per row; Newton's way comes as near as numbers go. */
const NEAR = 1e-6;

const msOf = (work: () => unknown): number => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

const medianMs = (work: () => unknown): number =>
  percentile(
    Array.from({ length: ROUNDS }, () => msOf(work)),
    0.5,
  );

/** The same task for both ways. */
const fittingOf = (rows: readonly HistoryRow[]): Fitting => {
  const width = COLUMNS.length;
  const columns = new Float64Array(rows.length * width);
  for (const [index, { facts }] of rows.entries()) encode(facts, columns, index * width);
  standardise(columns, measure(columns, PRIOR.beliefs));
  const values = new Float64Array(rows.length * (width + 1)).fill(1);
  for (const row of rows.keys()) {
    values.set(columns.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return {
    values,
    wanted: Float64Array.from(rows, ({ missed }) => Number(missed)),
    prior: [0, ...COLUMNS.map(() => 0)],
    penalty: [1, ...COLUMNS.map(() => USUAL_L2)],
  };
};

const lossOf = ({ values, wanted, penalty }: Fitting, coefficients: Float64Array): number => {
  const width = coefficients.length;
  let loss = coefficients.reduce((sum, each, at) => sum + ((penalty[at] ?? 0) / 2) * each ** 2, 0);
  for (let row = 0; row < wanted.length; row += 1) {
    let logit = 0;
    for (let at = 0; at < width; at += 1) {
      logit += (values[row * width + at] ?? 0) * (coefficients[at] ?? 0);
    }
    loss +=
      Math.log1p(Math.exp(-Math.abs(logit))) + Math.max(logit, 0) - (wanted[row] ?? 0) * logit;
  }
  return loss;
};

/** Down the slope, as far a step as always leads down. Shape: how often it went over the rows. */
const descend = (fitting: Fitting, least: number): number => {
  const { values, wanted, penalty } = fitting;
  const width = penalty.length;
  // The curvature is at most a quarter of the sum of squares, and a row's is that of all its columns.
  const squares = values.reduce((sum, value) => sum + value * value, 0);
  const step = 1 / (squares / 4 + USUAL_L2);
  const coefficients = new Float64Array(width);
  for (let count = 1; ; count += 1) {
    const slope = coefficients.map((value, at) => (penalty[at] ?? 0) * value);
    for (let row = 0; row < wanted.length; row += 1) {
      let logit = 0;
      for (let at = 0; at < width; at += 1) {
        logit += (values[row * width + at] ?? 0) * (coefficients[at] ?? 0);
      }
      const miss = sigmoid(logit) - (wanted[row] ?? 0);
      for (let at = 0; at < width; at += 1) {
        slope[at] = (slope[at] ?? 0) + miss * (values[row * width + at] ?? 0);
      }
    }
    for (let at = 0; at < width; at += 1) {
      coefficients[at] = (coefficients[at] ?? 0) - step * (slope[at] ?? 0);
    }
    if (count % 10 === 0 && lossOf(fitting, coefficients) - least < NEAR * wanted.length) {
      return count;
    }
  }
};

/** Facts to risks, all at once, and nothing said of them. */
const bareRisks = (model: AttendanceModel, asked: readonly HistoryRow[]): number => {
  const { coefficients, intercept, calibration } = model;
  const width = coefficients.length;
  const values = new Float64Array(asked.length * width);
  for (const [index, { facts }] of asked.entries()) encode(facts, values, index * width);
  standardise(values, coefficients);
  const weights = Float64Array.from(coefficients, ({ weight }) => weight);
  let sum = 0;
  for (let start = 0; start < values.length; start += width) {
    let logit = intercept;
    for (let at = 0; at < width; at += 1) logit += (weights[at] ?? 0) * (values[start + at] ?? 0);
    sum += sigmoid(calibration.slope * logit + calibration.intercept);
  }
  return sum;
};

/** The figures. */
export const bench: Benchmark = async () => {
  const rows = inventHistory(ROWS, "bench");
  const fitting = fittingOf(rows);
  const least = lossOf(fitting, fitLogistic(fitting).coefficients);
  const newtonMs = medianMs(() => fitLogistic(fitting));
  const descentMs = msOf(() => descend(fitting, least));
  const model = trainModel(rows);
  const trainMs = medianMs(() => trainModel(rows));
  const asked = Array.from({ length: PREDICTIONS / ROWS }, () => rows).flat();
  const predictMs = medianMs(() => asked.map(({ facts }) => predict(model, facts)));
  const bareMs = medianMs(() => bareRisks(model, asked));
  return {
    fitRatio: { value: descentMs / newtonMs, unit: "ratio", least: 3 },
    fitMs: { value: newtonMs, unit: "ms" },
    descentMs: { value: descentMs, unit: "ms" },
    trainMs: { value: trainMs, unit: "ms" },
    predictRatio: { value: predictMs / bareMs, unit: "ratio", most: 6 },
    predictMs: { value: predictMs, unit: "ms" },
    auc: { value: model.card.forward.auc ?? 0, unit: "ratio", least: 0.65, most: 0.8 },
  };
};

/** How good a model is on what came after what it learnt from: trained on the past, tested on the future, never shuffled. */
import type { AttendanceFacts, HistoryRow } from "./features.ts";
import { fitLogistic, logitOf, sigmoid } from "./logistic.ts";
import { aucOf, brierOf, calibrationOf, logLossOf, type Scored } from "./metrics.ts";
import type { AttendanceModel, ForwardReport } from "./model.ts";

/** The first of so many parts of the history is learnt from alone; each other one is predicted from all before it. */
const PARTS = 6;

/** Fewer before it teach nothing. */
const LEAST_BEFORE = 10;

/** Log odds before calibration, and what happened. */
interface Guess {
  logit: number;
  missed: boolean;
}

/** On the log odds; 1 and 0 leave them as they are. */
export type Calibration = AttendanceModel["calibration"];

const AS_IT_IS: Calibration = { slope: 1, intercept: 0 };

/** So strongly the calibration is held at leaving the log odds as they are: a few guesses move it little. */
const CALIBRATION_PENALTY = 5;

/** Platt's scaling, held at the identity. A slope below zero would turn the order round: then one risk is told of all. */
export const calibrate = (guesses: readonly Guess[]): Calibration => {
  if (guesses.length === 0) return AS_IT_IS;
  const wanted = Float64Array.from(guesses, ({ missed }) => Number(missed));
  const [intercept = 0, slope = 1] = fitLogistic({
    values: Float64Array.from(guesses.flatMap(({ logit }) => [1, logit])),
    wanted,
    prior: [0, 1],
    penalty: [CALIBRATION_PENALTY, CALIBRATION_PENALTY],
  }).coefficients;
  if (slope > 0) return { slope, intercept };
  const missed = guesses.filter((guess) => guess.missed).length;
  return { slope: 0, intercept: logitOf((missed + 1) / (guesses.length + 2)) };
};

interface Fold {
  before: readonly HistoryRow[];
  test: readonly HistoryRow[];
}

/** Those that start at one moment stay together: nobody learns from what happens at the same time. `rows` in order of time. */
const foldsOf = (rows: readonly HistoryRow[]): Fold[] => {
  const cuts = Array.from({ length: PARTS }, (_, part) =>
    firstAt(rows, Math.floor((rows.length * (part + 1)) / PARTS)),
  );
  return cuts.slice(0, -1).flatMap((start, index) => {
    const test = rows.slice(start, cuts[index + 1]);
    return test.length === 0 || start < LEAST_BEFORE
      ? []
      : [{ before: rows.slice(0, start), test }];
  });
};

/** The first row that starts when the one at `index` does. */
const firstAt = (rows: readonly HistoryRow[], index: number): number => {
  const moment = rows[index]?.startsAt;
  if (moment === undefined) return rows.length;
  let first = index;
  while (rows[first - 1]?.startsAt.equals(moment) === true) first -= 1;
  return first;
};

/** Learns from the rows; gives the log odds of facts. */
type Learn = (rows: readonly HistoryRow[]) => (facts: AttendanceFacts) => number;

/** The report, and the calibration that all guesses together give. `rows` in order of time. Of each fold the calibration is of
 * the folds before it, so nothing told in the report knew what it was to tell. */
export const validateForward = (
  rows: readonly HistoryRow[],
  learn: Learn,
): { report: ForwardReport; calibration: Calibration } => {
  const guesses: Guess[] = [];
  const scored: Scored[] = [];
  const plain: Scored[] = [];
  const folds: ForwardReport["folds"] = [];
  for (const { before, test } of foldsOf(rows)) {
    const { slope, intercept } = calibrate(guesses);
    const logitFor = learn(before);
    const plainRisk = (missedOf(before) + 1) / (before.length + 2);
    const found = test.map(({ facts, missed }) => ({ logit: logitFor(facts), missed }));
    for (const { logit, missed } of found) {
      scored.push({ risk: sigmoid(slope * logit + intercept), missed });
      plain.push({ risk: plainRisk, missed });
    }
    for (const guess of found) guesses.push(guess);
    folds.push({
      from: test[0]?.startsAt.toString() ?? "",
      to: test.at(-1)?.startsAt.toString() ?? "",
      learntFrom: before.length,
      predicted: test.length,
      missed: missedOf(test),
    });
  }
  const report = {
    folds,
    predicted: scored.length,
    missed: missedOf(scored),
    auc: aucOf(scored),
    brier: brierOf(scored),
    plainBrier: brierOf(plain),
    logLoss: logLossOf(scored),
    calibration: calibrationOf(scored),
  };
  return { report, calibration: calibrate(guesses) };
};

const missedOf = (rows: readonly { missed: boolean }[]): number =>
  rows.filter(({ missed }) => missed).length;

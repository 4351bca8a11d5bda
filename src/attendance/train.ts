/** A model from history and prior. */
import { digestOf } from "../digest.ts";
import { COLUMNS, encode, type Measure, measure, standardise } from "./columns.ts";
import { AttendanceFacts, type HistoryRow, NEEDS_CONSENT } from "./features.ts";
import { validateForward } from "./forward.ts";
import { HORIZON_HOURS } from "./horizon.ts";
import { fitLogistic, logitOf } from "./logistic.ts";
import type { AttendanceModel, ModelCard } from "./model.ts";
import { PRIOR, type Prior } from "./prior.ts";

/** How strongly the prior holds each standardised coefficient. Where one in twelve stays away, it weighs as much as about 130
 * interviews. */
export const USUAL_L2 = 10;

/** The base rate differs most from company to company and is learnt first: the prior holds it a tenth as strongly. */
const INTERCEPT_SHARE = 0.1;

/** Below this, figures of one's own say next to nothing: the prior stands. */
export const LEAST_ROWS = 50;
export const LEAST_MISSED = 5;

/** Whether there is enough to learn from. */
export const hasEnough = (rows: readonly HistoryRow[]): boolean =>
  rows.length >= LEAST_ROWS && rows.filter(({ missed }) => missed).length >= LEAST_MISSED;

/** What is held to, and how strongly. */
export interface TrainingOptions {
  prior?: Prior;
  l2?: number;
}

interface Learnt {
  measures: Measure[];
  coefficients: Float64Array;
  priorWeight: number;
}

/** The model of these rows and the prior: of none, the prior; of many, what they say. The order of the rows does not count. */
export const trainModel = (
  rows: readonly HistoryRow[],
  { prior = PRIOR, l2 = USUAL_L2 }: TrainingOptions = {},
): AttendanceModel => {
  const keyed = rows
    .map((row) => ({ row, key: keyOf(row) }))
    .toSorted((one, other) => compare(one, other));
  const ordered = keyed.map(({ row }) => row);
  const learn = (some: readonly HistoryRow[]): Learnt => learnFrom(some, prior, l2);
  const { report, calibration } = validateForward(ordered, (some) => logitOfFacts(learn(some)));
  const { measures, coefficients, priorWeight } = learn(ordered);
  const fitted = {
    intercept: coefficients[0] ?? 0,
    coefficients: COLUMNS.map((column, index) => ({
      ...column,
      ...(measures[index] ?? { centre: 0, scale: 1 }),
      weight: coefficients[index + 1] ?? 0,
    })),
    calibration,
  };
  const learntFrom = {
    interviews: ordered.length,
    missed: ordered.filter(({ missed }) => missed).length,
    from: ordered[0]?.startsAt.toString() ?? null,
    to: ordered.at(-1)?.startsAt.toString() ?? null,
    digest: digestOf(keyed.map(({ key }) => key)),
  };
  return {
    kind: "convene.attendance",
    schema: 2,
    version: digestOf({ ...fitted, data: learntFrom.digest, prior: prior.name, l2 }),
    ...fitted,
    card: { ...CARD, learntFrom, prior: prior.name, priorWeight, l2, forward: report },
  };
};

const keyOf = ({ startsAt, missed, facts }: HistoryRow): string =>
  JSON.stringify([
    startsAt.toString(),
    missed,
    ...AttendanceFacts.keyof().options.map((name) => facts[name]),
  ]);

type Keyed = { row: HistoryRow; key: string };

const compare = (one: Keyed, other: Keyed): number => {
  const byTime = Temporal.Instant.compare(one.row.startsAt, other.row.startsAt);
  if (byTime !== 0) return byTime;
  return one.key < other.key ? -1 : Number(one.key > other.key);
};

const learnFrom = (rows: readonly HistoryRow[], prior: Prior, l2: number): Learnt => {
  const width = COLUMNS.length;
  const values = new Float64Array(rows.length * width);
  for (const [index, { facts }] of rows.entries()) encode(facts, values, index * width);
  const measures = measure(values, prior.beliefs);
  standardise(values, measures);
  const { coefficients, information } = fitLogistic({
    values: withOnes(values, width),
    wanted: Float64Array.from(rows, ({ missed }) => Number(missed)),
    prior: centredPrior(prior, measures),
    penalty: [l2 * INTERCEPT_SHARE, ...COLUMNS.map(() => l2)],
  });
  return { measures, coefficients, priorWeight: priorWeightOf(information.subarray(1), l2) };
};

/** Of each coefficient the prior makes up its penalty's part of all that speaks of it. The mean, in which a column counts by how
 * much the rows say of it: what none of them has does not matter. */
const priorWeightOf = (information: Float64Array, l2: number): number => {
  const all = information.reduce((sum, own) => sum + own, 0);
  if (all === 0) return 1;
  return information.reduce((sum, own) => sum + (own * l2) / (l2 + own), 0) / all;
};

/** The prior in what the columns are measured in here: what is usual here is as risky as the prior says of it. */
const centredPrior = ({ baseRisk, beliefs }: Prior, measures: readonly Measure[]): number[] => {
  const moved = beliefs.map(
    ({ weight, centre }, index) => weight * ((measures[index]?.centre ?? centre) - centre),
  );
  return [
    logitOf(baseRisk) + moved.reduce((sum, each) => sum + each, 0),
    ...beliefs.map(({ weight }, index) => weight * (measures[index]?.scale ?? 1)),
  ];
};

/** With a first column of ones, for the intercept. */
const withOnes = (values: Float64Array, width: number): Float64Array => {
  const rows = values.length / width;
  const wide = new Float64Array(rows * (width + 1));
  for (let row = 0; row < rows; row += 1) {
    wide[row * (width + 1)] = 1;
    wide.set(values.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return wide;
};

const logitOfFacts = ({ measures, coefficients }: Learnt) => {
  const values = new Float64Array(COLUMNS.length);
  return (facts: AttendanceFacts): number => {
    encode(facts, values);
    standardise(values, measures);
    return values.reduce(
      (sum, value, index) => sum + value * (coefficients[index + 1] ?? 0),
      coefficients[0] ?? 0,
    );
  };
};

const CARD: Omit<ModelCard, "learntFrom" | "prior" | "priorWeight" | "l2" | "forward"> = {
  purpose:
    "The chance that a candidate stays away from an upcoming interview without a word, so that a coordinator can help: one more friendly reminder, an offer to move, a word to the recruiter.",
  class: "evaluative",
  notFor:
    "Choosing, ranking or rejecting people, or anything that makes it harder for them. It is of one interview, is seen by coordinators alone, and is deleted after the interview.",
  neverUses:
    "gender, age, name, origin, family, photo, health, address, or what stands in for them",
  horizonHours: HORIZON_HOURS,
  features: AttendanceFacts.keyof().options.map((feature) => ({
    feature,
    what: AttendanceFacts.shape[feature].description ?? feature,
    needsConsent: NEEDS_CONSENT.includes(feature),
  })),
};

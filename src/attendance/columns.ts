/** Facts as numbers: an amount has a column, each level but the usual one has one, and so has what is not known. */
import { type AttendanceFacts, FEATURE_NAMES, FEATURES, type FeatureName } from "./features.ts";

/** One number of the model. `level`: `amount`, `unknown`, or a level of the feature. */
export interface Column {
  feature: FeatureName;
  level: string;
}

/** All of them, in the order in which a model keeps them. */
export const COLUMNS: readonly Column[] = FEATURE_NAMES.flatMap((feature) => {
  const others = FEATURES[feature].levels?.slice(1) ?? ["amount"];
  return [...others, "unknown"].map((level) => ({ feature, level }));
});

/** Where a column lies and how wide it is: what it is measured in. */
export interface Measure {
  centre: number;
  scale: number;
}

/** Writes one number a column to `into`, from `offset` on. An amount that is not known is NaN: whoever measures it puts the
 * usual one there, and the column beside it says that it was not known. */
export const encode = (facts: AttendanceFacts, into: Float64Array, offset = 0): void => {
  for (const [index, { feature, level }] of COLUMNS.entries()) {
    const value = FEATURES[feature].valueOf(facts);
    into[offset + index] = numberOf(value, level);
  }
};

const numberOf = (value: number | string | null, level: string): number => {
  if (level === "amount") return typeof value === "number" ? value : Number.NaN;
  return value === (level === "unknown" ? null : level) ? 1 : 0;
};

/** Standardised in place; what is not known lies in the middle. */
export const standardise = (values: Float64Array, measures: readonly Measure[]): void => {
  const width = measures.length;
  for (let start = 0; start < values.length; start += width) {
    for (const [index, { centre, scale }] of measures.entries()) {
      const value = values[start + index] ?? Number.NaN;
      values[start + index] = Number.isNaN(value) ? 0 : (value - centre) / scale;
    }
  }
};

/** A usual row counts as so many of one's own before there are some. */
const ROWS_OF_PRIOR = 50;

/** A level that next to nobody has would else be hardly held by the prior: its coefficient would follow a handful of rows. */
const LEAST_SCALE = 0.25;

/** Mean and spread of each column, of the rows that know it, beginning from what is usual. */
export const measure = (values: Float64Array, usual: readonly Measure[]): Measure[] =>
  usual.map(({ centre: usualCentre, scale: usualScale }, index) => {
    let known = 0;
    let sum = 0;
    for (let at = index; at < values.length; at += usual.length) {
      const value = values[at] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      known += 1;
      sum += value;
    }
    const all = ROWS_OF_PRIOR + known;
    const centre = (ROWS_OF_PRIOR * usualCentre + sum) / all;
    let squares = ROWS_OF_PRIOR * (usualScale ** 2 + (usualCentre - centre) ** 2);
    for (let at = index; at < values.length; at += usual.length) {
      const value = values[at] ?? Number.NaN;
      if (!Number.isNaN(value)) squares += (value - centre) ** 2;
    }
    return { centre, scale: Math.max(LEAST_SCALE, Math.sqrt(squares / all)) };
  });

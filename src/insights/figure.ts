/** A figure, or that there is too little to say one: nothing is made up from three cases. */
import { quantile } from "./statistics.ts";

export interface Figure {
  /** Null: not enough yet. */
  value: number | null;
  /** Of how many it is. */
  of: number;
  /** So many are needed. */
  needed: number;
}

/** Fewer do not show a middle. */
export const MEDIAN_NEEDS = 5;
/** Of fewer, nine tenths are all of them. */
export const TENTH_NEEDS = 10;
export const SHARE_NEEDS = 5;

/** A figure of so many, if they are enough. */
export const figureOf = (
  of: number,
  { needed, value }: { needed: number; value: number | null },
): Figure => ({ value: of < needed ? null : value, of, needed });

/** The middle, and below which nine of ten lie. */
export const spreadOf = (values: readonly number[]): { median: Figure; p90: Figure } => ({
  median: figureOf(values.length, { needed: MEDIAN_NEEDS, value: quantile(values, 0.5) }),
  p90: figureOf(values.length, { needed: TENTH_NEEDS, value: quantile(values, 0.9) }),
});

/** How many of them. */
export const shareOf = (some: number, all: number): Figure =>
  figureOf(all, { needed: SHARE_NEEDS, value: all === 0 ? null : some / all });

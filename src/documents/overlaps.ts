/** Months counted once, however many jobs they were worked in. */
import type { Entry, Moment } from "./shape.ts";

/** Half-open. Units: months since the year 0. */
export interface Months {
  from: number;
  to: number;
}

/** The months of an entry; null when it does not say enough, or nothing that can be. A year without a month counts from its
 * middle to its middle, so that "2019 – 2021" is two years; a year alone is half a one. */
export const monthsOf = (
  { from, to }: Pick<Entry, "from" | "to">,
  today: Temporal.PlainDate,
): Months | null => {
  if (!from || !to) return null;
  const now = today.year * 12 + today.month;
  const begin = from.year * 12 + (from.month ?? 7) - 1;
  const end = to === "present" ? now : to.year * 12 + (to.month ?? 6);
  if (end > begin) return begin < now ? { from: begin, to: Math.min(end, now) } : null;
  const isOneYear = to !== "present" && from.year === to.year;
  return isOneYear && (from.month === null || to.month === null) && begin < now
    ? { from: from.year * 12, to: Math.min(from.year * 12 + 6, now) }
    : null;
};

/** The same months without what is in two of them. Shape: by beginning, none touching. */
export const mergeMonths = (all: readonly Months[]): Months[] => {
  const merged: Months[] = [];
  for (const { from, to } of all.toSorted((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
};

/** How many months they are together, each counted once. */
export const countMonths = (all: readonly Months[]): number =>
  mergeMonths(all).reduce((sum, { from, to }) => sum + to - from, 0);

/** What lies between them. */
export const gapsIn = (all: readonly Months[]): Months[] =>
  mergeMonths(all).flatMap(({ to }, index, merged) => {
    const next = merged[index + 1];
    return next ? [{ from: to, to: next.from }] : [];
  });

/** The month as a date. */
export const momentOf = (month: number): Moment => ({
  year: Math.floor(month / 12),
  month: (month % 12) + 1,
});

/** What a benchmark is: something measured, with the limits that it promises to keep. */

/** One figure. `most` and `least`: the promise that it is held to; a figure without either is only told. */
export interface Metric {
  value: number;
  unit:
    | "ms"
    | "ratio"
    | "calls"
    | "bytes"
    | "rows"
    | "events"
    | "MB"
    | "seconds"
    | "per second"
    | "tokens"
    | "US cents";
  most?: number;
  least?: number;
}

/** Figures by name. */
export type Metrics = Record<string, Metric>;

/** Measures. Errors: whatever keeps it from measuring; a promise that is not kept is a figure, not an error. */
export type Benchmark = () => Promise<Metrics>;

/** Whether every promise is kept. */
export const keepsPromises = (metrics: Metrics): boolean =>
  Object.values(metrics).every(
    ({ value, most, least }) => value <= (most ?? Infinity) && value >= (least ?? -Infinity),
  );

/** The value below which that share of the values lies. Source: nearest rank. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (found === undefined) throw new Error("nothing was measured");
  return found;
};

/** The mean. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

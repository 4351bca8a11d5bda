/** Numbers that describe many: quantiles, a histogram, and how unevenly something is spread. */

/** The value below which a share of them lies; between two of them by a straight line.
 * Shape: null of none. Source: Hyndman and Fan, Sample Quantiles in Statistical Packages (1996), definition 7. */
export const quantile = (values: readonly number[], share: number): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (at - Math.floor(at));
};

/** How unevenly values of zero and more are spread: 0 when all have the same, towards 1 when one has all. Half of the mean
 * difference between any two, over the mean: G = Σᵢ Σⱼ |xᵢ − xⱼ| / (2 n² x̄), computed by rank.
 * Shape: null of none, and when all are zero. Source: Gini, Variabilità e mutabilità (1912). */
export const gini = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  const count = sorted.length;
  const weighted = sorted.reduce((sum, value, at) => sum + (2 * (at + 1) - count - 1) * value, 0);
  // A spread of next to nothing may come out below it.
  return Math.max(0, weighted / (count * total));
};

/** Some of the values, from `from` up to `to`, which is the next one's. */
export interface Bin {
  from: number;
  /** Null: without an end. */
  to: number | null;
  count: number;
}

/** How many values lie in each span between edges. Shape: a bin for each edge; the last one has no end. What is below the first
 * edge counts with the first. */
export const histogram = (values: readonly number[], edges: readonly number[]): Bin[] => {
  const bins = edges.map((from, at): Bin => ({ from, to: edges[at + 1] ?? null, count: 0 }));
  for (const value of values) {
    const bin = bins.findLast(({ from }) => value >= from) ?? bins[0];
    if (bin) bin.count += 1;
  }
  return bins;
};

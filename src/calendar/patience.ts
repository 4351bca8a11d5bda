/** Trying a read again, and doing many at a time: the same for every calendar service. */
import type { AppError } from "../domain/errors.ts";

export interface Patience {
  /** Ceilings of the waits between attempts of a read: their number is that of the retries. */
  delaysMs: number[];
  /** Uniform in [0, 1). */
  random: () => number;
  sleep: (milliseconds: number) => Promise<void>;
}

/** A longer wait is left to the caller's own retry. */
const MAX_RETRY_AFTER_MS = 30_000;

/** Full jitter, unless the answer says how long; undefined when trying again is useless. */
export const waitBeforeRetry = (
  error: AppError,
  { delaysMs, random }: Patience,
  attempt: number,
): number | undefined => {
  const ceiling = delaysMs[attempt];
  if (!error.retryable || ceiling === undefined) return undefined;
  const retryAfterMs = error.data["retryAfterMs"];
  if (typeof retryAfterMs !== "number") return Math.round(random() * ceiling);
  return retryAfterMs <= MAX_RETRY_AFTER_MS ? retryAfterMs : undefined;
};

/** The items in groups of `size`, the last one smaller. */
export const batchesOf = <Item>(items: Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/** People read at the same time: polite under every service's limits. */
const CONCURRENT_PEOPLE = 6;

/** Results in the order of the items; at most `CONCURRENT_PEOPLE` at the same time. */
export const mapLimited = async <Item, Result>(
  items: Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = [];
  const entries = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of entries) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: CONCURRENT_PEOPLE }, worker));
  return results;
};

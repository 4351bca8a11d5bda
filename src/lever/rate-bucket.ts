/** One token bucket for each Lever key. All processes that share a key share the bucket, so it lives in the database and
 * runs on the database's clock. Source: Lever API v1, rate limits (10 requests a second, bursts of 20). */
import { createHash } from "node:crypto";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";

/** Takes one token, waiting for it. Errors: lever_rate_limited (retryable) when the wait would be too long. */
export interface RateBucket {
  take(signal?: AbortSignal): Promise<void>;
}

/** Waits; a dependency, so that tests need not. Units: milliseconds. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

export interface RateLimit {
  /** Tokens that come back each second. Default 10. */
  perSecond?: number;
  /** Most tokens at once. Default 20. */
  burst?: number;
  /** Longest wait for one token, in milliseconds. Default 30,000. */
  maxWaitMs?: number;
}

const withDefaults = (limit: RateLimit): Required<RateLimit> => ({
  perSecond: limit.perSecond ?? 10,
  burst: limit.burst ?? 20,
  maxWaitMs: limit.maxWaitMs ?? 30_000,
});

/** The bucket's name for a credential: a digest, because the name is stored in clear. */
export const rateBucketName = (credential: string): string =>
  `lever:${createHash("sha256").update(credential).digest("hex").slice(0, 16)}`;

// Tokens may go below zero: a taker books its place in the queue and waits for its turn, so one statement is enough and
// nobody is overtaken for ever. The `where` refuses what would have to wait too long.
const TAKE = `
  insert into rate_buckets as bucket (name, tokens, updated_at)
  values ($1, $2::float8 - 1, clock_timestamp())
  on conflict (name) do update set
    tokens = least($2, bucket.tokens + $3 * greatest(0, extract(epoch from clock_timestamp() - bucket.updated_at))) - 1,
    updated_at = greatest(bucket.updated_at, clock_timestamp())
  where bucket.tokens + $3 * greatest(0, extract(epoch from clock_timestamp() - bucket.updated_at)) - 1 >= $4::float8
  returning tokens`;

/** A bucket in the table `rate_buckets`. Errors besides its own: database_unavailable (retryable). */
export const createDatabaseRateBucket = (
  deps: { database: Pick<Database, "query">; sleep: Sleep },
  options: RateLimit & { name: string },
): RateBucket => {
  const { perSecond, burst, maxWaitMs } = withDefaults(options);
  const lowest = (-maxWaitMs / 1000) * perSecond;
  return {
    async take(signal) {
      signal?.throwIfAborted();
      const [row] = await deps.database.query<{ tokens: number }>(TAKE, [
        options.name,
        burst,
        perSecond,
        lowest,
      ]);
      if (row === undefined) throw tooBusy(maxWaitMs);
      await waitFor(row.tokens, { perSecond, sleep: deps.sleep, signal });
    },
  };
};

/** A bucket of one process: for tests, and for tools that open no database. `now` in milliseconds, never going back. */
export const createMemoryRateBucket = (
  deps: { now: () => number; sleep: Sleep },
  limit: RateLimit = {},
): RateBucket => {
  const { perSecond, burst, maxWaitMs } = withDefaults(limit);
  let tokens = burst;
  let updatedAt = deps.now();
  return {
    async take(signal) {
      signal?.throwIfAborted();
      const now = deps.now();
      const left = Math.min(burst, tokens + ((now - updatedAt) / 1000) * perSecond) - 1;
      if (left < (-maxWaitMs / 1000) * perSecond) throw tooBusy(maxWaitMs);
      tokens = left;
      updatedAt = now;
      await waitFor(left, { perSecond, sleep: deps.sleep, signal });
    },
  };
};

const waitFor = async (
  tokens: number,
  options: { perSecond: number; sleep: Sleep; signal: AbortSignal | undefined },
): Promise<void> => {
  if (tokens >= 0) return;
  await options.sleep(Math.ceil((-tokens / options.perSecond) * 1000), options.signal);
};

const tooBusy = (maxWaitMs: number): AppError =>
  new AppError({
    code: "lever_rate_limited",
    fault: "upstream",
    retryable: true,
    message: "Too many requests to Lever are waiting already; this one was not sent.",
    data: { maxWaitMs },
  });

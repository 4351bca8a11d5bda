/** Google's quotas: requests a minute, of the whole project and of each user. */
import { refusals } from "./errors.ts";

export interface Quota {
  perMinute: number;
  perMinutePerUser: number;
}

export interface QuotaKeeper {
  /** Counts one request for a user. Errors: 403 `rateLimitExceeded`, `userRateLimitExceeded`. */
  take(email: string): void;
  /** Null: none. */
  set(quota: Quota | null): void;
}

/** Those of a new project. */
export const USUAL_QUOTA: Quota = { perMinute: 10_000, perMinutePerUser: 600 };

const WINDOW_MS = 60_000;

/** Counts over the last minute of real time. */
export const createQuotaKeeper = (initial: Quota | null): QuotaKeeper => {
  let quota = initial;
  let windowStart = performance.now();
  let used = new Map<string, number>();
  return {
    take: (email) => {
      if (!quota) return;
      const now = performance.now();
      if (now - windowStart >= WINDOW_MS) {
        windowStart = now;
        used = new Map();
      }
      const all = (used.get("") ?? 0) + 1;
      const own = (used.get(email) ?? 0) + 1;
      if (all > quota.perMinute) throw refusals.rateLimit();
      if (own > quota.perMinutePerUser) throw refusals.userRateLimit();
      used.set("", all);
      used.set(email, own);
    },
    set: (next) => {
      quota = next;
      used = new Map();
    },
  };
};

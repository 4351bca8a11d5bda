/** Sync tokens: opaque, for one calendar, and no longer valid after a while or when Google says so. */
import type { CompanyClock } from "../clock.ts";
import { refusals } from "./errors.ts";

export interface SyncTokens {
  issue(email: string, point: number): string;
  /** The point in the calendar's history that the token stands for. Errors: 410 `fullSyncRequired`. */
  pointOf(token: string, email: string): number;
  /** Every token given out so far is no longer valid. */
  expireAll(): void;
}

/** Google promises no age; ours end before four weeks are over, so that nobody relies on more. */
const LIFETIME_MS = 28 * 86_400_000;

/** Tokens of a Google that has given out none. */
export const createSyncTokens = (clock: CompanyClock): SyncTokens => {
  let generation = 1;
  return {
    issue: (email, point) => {
      const parts = [generation, clock.now().epochMilliseconds, point, email];
      return Buffer.from(JSON.stringify(parts)).toString("base64url");
    },
    pointOf: (token, email) => {
      const [madeIn, at, point, owner] = partsOf(token);
      const isValid =
        typeof point === "number" &&
        typeof at === "number" &&
        madeIn === generation &&
        owner === email &&
        clock.now().epochMilliseconds - at < LIFETIME_MS;
      if (!isValid) throw refusals.fullSyncRequired();
      return point;
    },
    expireAll: () => {
      generation += 1;
    },
  };
};

const partsOf = (token: string): unknown[] => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, "base64url").toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
};

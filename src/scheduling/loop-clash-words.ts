/** The rules of a loop that are nobody's own, in words. */
import { DEFAULT_MOST_GAP_MINUTES } from "./defaults.ts";
import { minimumNoticeOf } from "./horizon.ts";
import type { LoopRequest } from "./loop-types.ts";
import { countInWords, otherWindowsInWords, spanInWords } from "./time-words.ts";
import type { BlockerKind } from "./types.ts";

/** Part of a sentence: `45 minutes of lunch stay free`. */
export const loopRuleInWords = (what: BlockerKind, request: LoopRequest): string =>
  WORDS[what]?.(request) ?? what;

const WORDS: Partial<Record<BlockerKind, (request: LoopRequest) => string>> = {
  minimum_notice: (request) => `the minimum notice is ${spanInWords(minimumNoticeOf(request))}`,
  candidate_windows: ({ candidate }) => otherWindowsInWords(candidate),
  order: () => "the sessions have an order",
  least_gap: ({ rules = {} }) =>
    `at least ${spanInWords(rules.leastGapMinutes ?? 0)} lie between two sessions`,
  most_gap: ({ rules = {} }) =>
    `no more than ${spanInWords(rules.mostGapMinutes ?? DEFAULT_MOST_GAP_MINUTES)} lie between two sessions`,
  pause: ({ rules = {} }) =>
    `a pause of ${spanInWords(rules.pause?.minutes ?? 0)} is due after ${spanInWords(rules.pause?.afterMinutes ?? 0)}`,
  lunch: ({ rules = {} }) => `${spanInWords(rules.lunch?.minutes ?? 0)} of lunch stay free`,
  days: ({ rules = {} }) => `all are held on ${countInWords(rules.mostDays ?? 1, "day")} at most`,
  sessions_a_day: ({ rules = {}, sessions }) =>
    `no day has more than ${countInWords(rules.mostSessionsADay ?? sessions.length, "session")}`,
};

/** What Google's answers mean. */
import { RATE_LIMITED, at, createCalendarErrors } from "./exchange.ts";

const RATE_REASONS = new Set(["rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded"]);

/** The errors of Google Calendar. `method` is Google's name, such as `events.list`. */
export const { readError, writeError, unknownOutcome, badAnswer } = createCalendarErrors({
  name: "Google Calendar",
  vendor: "Google",
  reasonOf: (body) => {
    const reason = at(body, ["error", "errors", "0", "reason"]) ?? at(body, ["error"]);
    return typeof reason === "string" && /^[A-Za-z_]{1,60}$/.test(reason) ? reason : undefined;
  },
  meaningOf: (status, reason) =>
    status === 403 && reason !== undefined && RATE_REASONS.has(reason) ? RATE_LIMITED : undefined,
});

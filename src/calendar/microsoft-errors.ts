/** What Graph's answers mean. Source: Microsoft Graph, "error responses and resource types". */
import { type Meaning, RATE_LIMITED, at, createCalendarErrors } from "./exchange.ts";

/** Codes that mean the same under whatever status they come. */
const MEANINGS: Record<string, Meaning> = {
  ApplicationThrottled: RATE_LIMITED,
  ErrorServerBusy: RATE_LIMITED,
  TooManyRequests: RATE_LIMITED,
  ErrorDuplicateTransactionId: {
    code: "calendar_conflict",
    retryable: false,
    says: "the transaction id is in use",
  },
  // Graph says 400 to an event id that it cannot read, which an event that is gone may have become.
  ErrorInvalidIdMalformed: {
    code: "calendar_not_found",
    retryable: false,
    says: "it is not there",
  },
};

/** The errors of Microsoft 365's calendars. `method` is a name such as `events.create`. */
export const { readError, writeError, unknownOutcome, badAnswer } = createCalendarErrors({
  name: "Microsoft 365",
  vendor: "Microsoft",
  reasonOf: (body) => {
    const reason = at(body, ["error", "code"]) ?? at(body, ["error"]);
    return typeof reason === "string" && /^[A-Za-z_]{1,60}$/.test(reason) ? reason : undefined;
  },
  meaningOf: (status, reason) =>
    status < 500 && reason !== undefined ? MEANINGS[reason] : undefined,
});

/** What Slack's faults mean: for a read that it failed; for a write that it certainly failed, or that nobody knows. Errors name
 * the method and Slack's own word: no address, no text, no token. Source: Slack Web API reference, "Errors". */
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from "@slack/web-api";
import { networkFaultOf } from "../calendar/network-fault.ts";
import { AppError } from "../domain/errors.ts";

/** Slack's words for a fault of its own, after which nobody knows what was done. */
const DOUBTFUL = new Set(["fatal_error", "internal_error", "request_timeout"]);
const PASSING = new Set(["ratelimited", "service_unavailable", ...DOUBTFUL]);

interface Meaning {
  kind: "rejected" | "unavailable" | "unknown";
  says: string;
  data?: Record<string, unknown>;
}

/** The error of a read. */
export const readSlackError = (method: string, thrown: unknown): AppError => {
  const meaning = meaningOf(thrown);
  return errorOf(
    method,
    meaning.kind === "unknown" ? { ...meaning, kind: "unavailable" } : meaning,
  );
};

/** The error of a write: `outcome_unknown` when Slack may have done it. */
export const writeSlackError = (method: string, thrown: unknown): AppError =>
  errorOf(method, meaningOf(thrown));

const meaningOf = (thrown: unknown): Meaning => {
  if (thrown instanceof WebAPIRateLimitedError) {
    const { retryAfter } = thrown;
    return {
      kind: "unavailable",
      says: "too many requests",
      data: { retryAfterMs: retryAfter * 1_000 },
    };
  }
  if (thrown instanceof WebAPIPlatformError) {
    const word = thrown.data.error;
    // What is cut short is given back as if it were Slack's word for a fault.
    if (!/^\w{1,60}$/.test(word)) return { kind: "unknown", says: "its answer cannot be read" };
    if (DOUBTFUL.has(word)) return { kind: "unknown", says: word, data: { word } };
    return { kind: PASSING.has(word) ? "unavailable" : "rejected", says: word, data: { word } };
  }
  if (thrown instanceof WebAPIHTTPError) {
    const { statusCode } = thrown;
    const says = `it answered ${statusCode}`;
    return { kind: statusCode >= 500 ? "unknown" : "rejected", says };
  }
  const fault = networkFaultOf(thrown instanceof WebAPIRequestError ? thrown.original : thrown);
  return { kind: fault.kind === "not_sent" ? "unavailable" : "unknown", says: fault.reason };
};

const errorOf = (method: string, { kind, says, data = {} }: Meaning): AppError => {
  if (kind === "unknown") {
    return new AppError({
      code: "outcome_unknown",
      fault: "upstream",
      message: `Nobody knows yet whether Slack did ${method}: ${says}.`,
      data: { method },
    });
  }
  const isPassing = kind === "unavailable";
  return new AppError({
    code: isPassing ? "message_unavailable" : "message_rejected",
    fault: "upstream",
    retryable: isPassing,
    message: isPassing
      ? `Slack did not do ${method}: ${says}.`
      : `Slack refused ${method}: ${says} (docs/alerts.md names what the app needs).`,
    data: { method, ...data },
  });
};

/** What Zoom's answers mean: for a read that it failed; for a write that it certainly failed, or that nobody knows. Errors
 * name the method and Zoom's own number: no address, no query, no message. Source: Zoom API reference, "Error definitions". */
import { type Exchange, at } from "../calendar/exchange.ts";
import { AppError, type ErrorCode } from "../domain/errors.ts";

interface Meaning {
  code: ErrorCode;
  retryable: boolean;
  says: string;
}

const REJECTED: Meaning = {
  code: "video_rejected",
  retryable: false,
  says: "it was not accepted",
};
const NO_USER: Meaning = {
  code: "video_rejected",
  retryable: false,
  says: "the host has no active account there",
};
const GONE: Meaning = { code: "video_not_found", retryable: false, says: "it is not there" };

/** By Zoom's number, whatever the status. */
const BY_NUMBER: Record<number, Meaning> = {
  1001: NO_USER,
  1010: NO_USER,
  1120: NO_USER,
  3001: GONE,
  4711: {
    code: "video_denied",
    retryable: false,
    says: "the app lacks a scope for this (docs/zoom-setup.md names them)",
  },
};

const BY_STATUS: Record<number, Meaning> = {
  401: { code: "video_denied", retryable: false, says: "the credential is not accepted" },
  403: { code: "video_denied", retryable: false, says: "this may not be read or changed" },
  404: GONE,
  408: { code: "video_unavailable", retryable: true, says: "the request came too slowly" },
  429: { code: "video_rate_limited", retryable: true, says: "too many requests" },
};

/** The error of a read that got no usable answer. */
export const readError = (method: string, exchange: Exchange): AppError =>
  exchange.kind === "answer" ? statusError(method, exchange) : unavailable(method, exchange.reason);

/** The error of a write: `outcome_unknown` when Zoom may have done it, else one that is certain. */
export const writeError = (method: string, exchange: Exchange): AppError => {
  if (exchange.kind === "not_sent") return unavailable(method, exchange.reason);
  if (exchange.kind === "lost") return unknownOutcome(method, exchange.reason);
  const isDoubtful = exchange.status >= 500 && !exchange.isTokenAnswer;
  if (isDoubtful) return unknownOutcome(method, `Zoom answered ${exchange.status}`);
  return statusError(method, exchange);
};

/** The error of a write that Zoom may have done although nobody saw the answer. */
export const unknownOutcome = (method: string, reason: string): AppError =>
  new AppError({
    code: "outcome_unknown",
    fault: "upstream",
    message: `Nobody knows yet whether Zoom did ${method}: ${reason}.`,
    data: { method },
  });

/** The error of a success whose body is not what Zoom documents. */
export const badAnswer = (method: string, paths: string[]): AppError =>
  new AppError({
    code: "video_bad_answer",
    fault: "upstream",
    message: `Zoom's answer to ${method} cannot be used.`,
    data: { method, paths },
  });

const unavailable = (method: string, reason: string): AppError =>
  new AppError({
    code: "video_unavailable",
    fault: "upstream",
    retryable: true,
    message: `Zoom did not answer ${method}: ${reason}.`,
    data: { method },
  });

const statusError = (
  method: string,
  { status, body, retryAfterMs }: Extract<Exchange, { kind: "answer" }>,
): AppError => {
  const number = at(body, ["code"]);
  const { code, retryable, says } = meaningOf(status, typeof number === "number" ? number : 0);
  return new AppError({
    code,
    fault: "upstream",
    retryable,
    message: `Zoom answered ${status} to ${method}: ${says}.`,
    data: {
      method,
      status,
      ...(typeof number === "number" && { number }),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    },
  });
};

const meaningOf = (status: number, number: number): Meaning => {
  if (status >= 500) {
    return { code: "video_unavailable", retryable: true, says: "Zoom has a fault" };
  }
  return BY_NUMBER[number] ?? BY_STATUS[status] ?? REJECTED;
};

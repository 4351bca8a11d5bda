/** How an exchange with Google went, and what that means: for a read it failed; for a write it certainly failed, or nobody
 * knows. Errors name the method of the API and Google's own reason: no address, no query, no body, no library error. */
import { AppError } from "../domain/errors.ts";

/** not_sent: not a byte of the request arrived. lost: it may have arrived, no answer came. answer: Google said something. */
export type Exchange =
  | { kind: "not_sent"; reason: string }
  | { kind: "lost"; reason: string }
  | Answer;

export interface Answer {
  kind: "answer";
  status: number;
  body: unknown;
  retryAfterMs: number | undefined;
  /** It came from the token endpoint: it speaks of the mailbox, not of what was asked. */
  isTokenAnswer?: true;
}

/** Whether Google says that it did what was asked. */
export const isSuccess = (exchange: Exchange): exchange is Answer =>
  exchange.kind === "answer" && exchange.status >= 200 && exchange.status < 300;

/** How long a `Retry-After` header asks to wait, in milliseconds. Google sends seconds, never a date. */
export const retryAfterMsOf = (header: unknown): number | undefined =>
  typeof header === "string" && /^\d{1,6}$/.test(header.trim())
    ? Number(header.trim()) * 1000
    : undefined;

/** The error of a read that got no usable answer. `method` is Google's name, such as `events.list`. */
export const readError = (method: string, exchange: Exchange): AppError =>
  exchange.kind === "answer" ? statusError(method, exchange) : unavailable(method, exchange.reason);

/** The error of a write: `outcome_unknown` when Google may have done it, else one that is certain. */
export const writeError = (method: string, exchange: Exchange): AppError => {
  if (exchange.kind === "not_sent") return unavailable(method, exchange.reason);
  if (exchange.kind === "lost") return unknownOutcome(method, exchange.reason);
  if (exchange.status >= 500) return unknownOutcome(method, `Google answered ${exchange.status}`);
  return statusError(method, exchange);
};

/** Whether no token could be had to act as a mailbox: nothing was asked of its calendar. */
export const isTokenFault = (error: AppError): boolean => error.data["isTokenAnswer"] === true;

/** The error of a write that Google may have done although nobody saw the answer. */
export const unknownOutcome = (method: string, reason: string): AppError =>
  new AppError({
    code: "outcome_unknown",
    fault: "upstream",
    message: `Nobody knows yet whether Google Calendar did ${method}: ${reason}.`,
    data: { method },
  });

/** The error of a success whose body is not what Google documents. */
export const badAnswer = (method: string, paths: string[]): AppError =>
  new AppError({
    code: "calendar_bad_answer",
    fault: "upstream",
    message: `Google Calendar's answer to ${method} cannot be used.`,
    data: { method, paths },
  });

const unavailable = (method: string, reason: string): AppError =>
  new AppError({
    code: "calendar_unavailable",
    fault: "upstream",
    retryable: true,
    message: `Google Calendar did not answer ${method}: ${reason}.`,
    data: { method },
  });

const statusError = (method: string, answer: Answer): AppError => {
  const reason = reasonOf(answer.body);
  const { code, retryable, says } = meaningOf(answer.status, reason);
  return new AppError({
    code,
    fault: "upstream",
    retryable,
    message: `Google Calendar answered ${answer.status} to ${method}: ${says}.`,
    data: {
      method,
      status: answer.status,
      ...(reason && { reason }),
      ...(answer.isTokenAnswer && { isTokenAnswer: true }),
      ...(answer.retryAfterMs !== undefined && { retryAfterMs: answer.retryAfterMs }),
    },
  });
};

interface Meaning {
  code: AppError["code"];
  retryable: boolean;
  says: string;
}

const RATE_REASONS = new Set(["rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded"]);

const RATE_LIMITED: Meaning = {
  code: "calendar_rate_limited",
  retryable: true,
  says: "too many requests",
};
const GONE: Meaning = { code: "calendar_not_found", retryable: false, says: "it is not there" };

const MEANINGS: Record<number, Meaning> = {
  401: { code: "calendar_denied", retryable: false, says: "the credential is not accepted" },
  403: { code: "calendar_denied", retryable: false, says: "this may not be read or changed" },
  404: GONE,
  408: { code: "calendar_unavailable", retryable: true, says: "the request came too slowly" },
  409: { code: "calendar_conflict", retryable: false, says: "the id is in use" },
  410: GONE,
  412: { code: "calendar_rejected", retryable: false, says: "it was changed meanwhile" },
  429: RATE_LIMITED,
};

const meaningOf = (status: number, reason: string | undefined): Meaning => {
  if (status === 403 && reason !== undefined && RATE_REASONS.has(reason)) return RATE_LIMITED;
  if (status >= 500) {
    return { code: "calendar_unavailable", retryable: true, says: "Google has a fault" };
  }
  return (
    MEANINGS[status] ?? { code: "calendar_rejected", retryable: false, says: "it was not accepted" }
  );
};

/** Google's word for what is wrong, such as `rateLimitExceeded`; its message may quote an address. */
const reasonOf = (body: unknown): string | undefined => {
  const reason = at(body, ["error", "errors", "0", "reason"]) ?? at(body, ["error"]);
  return typeof reason === "string" && /^[A-Za-z_]{1,60}$/.test(reason) ? reason : undefined;
};

const at = (value: unknown, path: string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );

/** An event that is not there, not a mailbox: of a mailbox without a token Google says nothing about its events. */
export const isEventGone = (error: unknown): boolean =>
  error instanceof AppError && error.code === "calendar_not_found" && !isTokenFault(error);

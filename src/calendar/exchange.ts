/** How an exchange with a calendar service went, and what that means: for a read it failed; for a write it certainly
 * failed, or nobody knows. Errors name the method and the service's own reason: no address, no query, no body, no library
 * error. */
import { AppError } from "../domain/errors.ts";

/** not_sent: not a byte of the request arrived. lost: it may have arrived, no answer came. answer: the service said
 * something. */
export type Exchange =
  | { kind: "not_sent"; reason: string }
  | { kind: "lost"; reason: string }
  | Answer;

export interface Answer {
  kind: "answer";
  status: number;
  body: unknown;
  retryAfterMs: number | undefined;
  /** It came from the token endpoint: it speaks of the mailbox or the application, not of what was asked. */
  isTokenAnswer?: true;
}

/** What a status means. */
export interface Meaning {
  code: AppError["code"];
  retryable: boolean;
  says: string;
}

/** A service whose errors are to be told. */
export interface CalendarService {
  /** `Google Calendar`. */
  name: string;
  /** `Google`. */
  vendor: string;
  /** The service's word for what is wrong, such as `rateLimitExceeded`; its message may quote an address. */
  reasonOf(body: unknown): string | undefined;
  /** Where a reason means something other than its status does. */
  meaningOf(status: number, reason: string | undefined): Meaning | undefined;
}

/** The errors of one service. `method` is the service's own name of what was asked, such as `events.list`. */
export interface CalendarErrors {
  /** The error of a read that got no usable answer. */
  readError(method: string, exchange: Exchange): AppError;
  /** The error of a write: `outcome_unknown` when the service may have done it, else one that is certain. */
  writeError(method: string, exchange: Exchange): AppError;
  /** The error of a write that the service may have done although nobody saw the answer. */
  unknownOutcome(method: string, reason: string): AppError;
  /** The error of a success whose body is not what the service documents. */
  badAnswer(method: string, paths: string[]): AppError;
}

/** Whether the service says that it did what was asked. */
export const isSuccess = (exchange: Exchange): exchange is Answer =>
  exchange.kind === "answer" && exchange.status >= 200 && exchange.status < 300;

/** How long a `Retry-After` header asks to wait, in milliseconds. Both services send seconds, never a date. */
export const retryAfterMsOf = (header: unknown): number | undefined =>
  typeof header === "string" && /^\d{1,6}$/.test(header.trim())
    ? Number(header.trim()) * 1000
    : undefined;

/** Whether no token could be had to act as a mailbox: nothing was asked of its calendar. */
export const isTokenFault = (error: AppError): boolean => error.data["isTokenAnswer"] === true;

/** An event that is not there, not a mailbox: of a mailbox without a token nothing is said about its events. */
export const isEventGone = (error: unknown): boolean =>
  error instanceof AppError && error.code === "calendar_not_found" && !isTokenFault(error);

/** The service asks for patience. */
export const RATE_LIMITED: Meaning = {
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

/** Tells the errors of a service. */
export const createCalendarErrors = (service: CalendarService): CalendarErrors => {
  const unavailable = (method: string, reason: string): AppError =>
    new AppError({
      code: "calendar_unavailable",
      fault: "upstream",
      retryable: true,
      message: `${service.name} did not answer ${method}: ${reason}.`,
      data: { method },
    });
  const unknownOutcome = (method: string, reason: string): AppError =>
    new AppError({
      code: "outcome_unknown",
      fault: "upstream",
      message: `Nobody knows yet whether ${service.name} did ${method}: ${reason}.`,
      data: { method },
    });
  return {
    readError: (method, exchange) =>
      exchange.kind === "answer"
        ? statusError(service, method, exchange)
        : unavailable(method, exchange.reason),
    writeError: (method, exchange) => {
      if (exchange.kind === "not_sent") return unavailable(method, exchange.reason);
      if (exchange.kind === "lost") return unknownOutcome(method, exchange.reason);
      if (exchange.status >= 500) {
        return unknownOutcome(method, `${service.vendor} answered ${exchange.status}`);
      }
      return statusError(service, method, exchange);
    },
    unknownOutcome,
    badAnswer: (method, paths) =>
      new AppError({
        code: "calendar_bad_answer",
        fault: "upstream",
        message: `${service.name}'s answer to ${method} cannot be used.`,
        data: { method, paths },
      }),
  };
};

const statusError = (service: CalendarService, method: string, answer: Answer): AppError => {
  const reason = service.reasonOf(answer.body);
  const { code, retryable, says } =
    service.meaningOf(answer.status, reason) ?? usualMeaning(service, answer.status);
  return new AppError({
    code,
    fault: "upstream",
    retryable,
    message: `${service.name} answered ${answer.status} to ${method}: ${says}.`,
    data: {
      method,
      status: answer.status,
      ...(reason && { reason }),
      ...(answer.isTokenAnswer && { isTokenAnswer: true }),
      ...(answer.retryAfterMs !== undefined && { retryAfterMs: answer.retryAfterMs }),
    },
  });
};

const usualMeaning = ({ vendor }: CalendarService, status: number): Meaning => {
  if (status >= 500) {
    return { code: "calendar_unavailable", retryable: true, says: `${vendor} has a fault` };
  }
  return (
    MEANINGS[status] ?? { code: "calendar_rejected", retryable: false, says: "it was not accepted" }
  );
};

/** A value deep in a body; undefined where the way to it ends. */
export const at = (value: unknown, path: string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );

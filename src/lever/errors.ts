/** How an exchange with Lever went, and what that means: for a read it failed; for a write it certainly failed, or nobody
 * knows. Messages hold method, path and status: no query, no body, no word of Lever's, which may quote what we sent. */
import { AppError } from "../domain/errors.ts";

/** What was asked, as far as an error may tell. `path` holds ids only. */
export interface Asked {
  method: string;
  path: string;
}

/** not_sent: not a byte of the request arrived. lost: it may have arrived, no answer came. answer: Lever said something. */
export type Exchange =
  | { kind: "not_sent"; reason: string; cause: unknown }
  | { kind: "lost"; reason: string; cause: unknown }
  | {
      kind: "answer";
      status: number;
      /** Undefined when it was not JSON. */
      body: unknown;
      retryAfterMs: number | undefined;
    };

export type Answer = Extract<Exchange, { kind: "answer" }>;

/** Whether Lever says that it did what was asked. */
export const isSuccess = (exchange: Exchange): exchange is Answer =>
  exchange.kind === "answer" && exchange.status >= 200 && exchange.status < 300;

/** The error of a read that got no usable answer. */
export const readError = (asked: Asked, exchange: Exchange): AppError => {
  if (exchange.kind === "answer") return statusError(asked, exchange);
  return unavailable(asked, exchange);
};

/** The error of a write: `outcome_unknown` when Lever may have done it, else one that is certain. */
export const writeError = (asked: Asked, exchange: Exchange): AppError => {
  if (exchange.kind === "not_sent") return unavailable(asked, exchange);
  if (exchange.kind === "lost") return unknownOutcome(asked, exchange.reason, exchange.cause);
  if (exchange.status >= 500) return unknownOutcome(asked, `Lever answered ${exchange.status}`);
  return statusError(asked, exchange);
};

/** The error of a write that Lever may have done although its answer cannot be read. */
export const unknownOutcome = (asked: Asked, reason: string, cause?: unknown): AppError =>
  new AppError({
    code: "outcome_unknown",
    fault: "upstream",
    message: `Nobody knows yet whether Lever did ${words(asked)}: ${reason}.`,
    data: { ...where(asked) },
    cause,
  });

/** The error of a success whose body is not what Lever documents. */
export const badAnswer = (asked: Asked, reason: string, cause?: unknown): AppError =>
  new AppError({
    code: "lever_bad_answer",
    fault: "upstream",
    message: `Lever's answer to ${words(asked)} cannot be used: ${reason}.`,
    data: { ...where(asked) },
    cause,
  });

const words = ({ method, path }: Asked): string => `${method} ${path}`;

// Named one by one: what is given may carry a query and a body as well.
const where = ({ method, path }: Asked): Asked => ({ method, path });

const unavailable = (asked: Asked, exchange: Exclude<Exchange, Answer>): AppError =>
  new AppError({
    code: "lever_unavailable",
    fault: "upstream",
    retryable: true,
    message: `Lever did not answer ${words(asked)}: ${exchange.reason}.`,
    data: { ...where(asked) },
    cause: exchange.cause,
  });

const statusError = (asked: Asked, answer: Answer): AppError => {
  const { code, retryable, says } = meaningOf(answer.status);
  return new AppError({
    code,
    fault: "upstream",
    retryable,
    message: `Lever answered ${answer.status} to ${words(asked)}: ${says}.`,
    data: { ...where(asked), status: answer.status, ...safeDetails(answer) },
  });
};

interface Meaning {
  code: AppError["code"];
  retryable: boolean;
  says: string;
}

const MEANINGS: Record<number, Meaning> = {
  401: { code: "lever_denied", retryable: false, says: "the credential is not accepted" },
  403: {
    code: "lever_denied",
    retryable: false,
    says: "the credential has no access to this, or it is confidential",
  },
  404: { code: "lever_not_found", retryable: false, says: "there is no such record" },
  408: { code: "lever_unavailable", retryable: true, says: "the request came too slowly" },
  429: { code: "lever_rate_limited", retryable: true, says: "too many requests" },
};

const meaningOf = (status: number): Meaning => {
  if (status >= 500)
    return { code: "lever_unavailable", retryable: true, says: "Lever has a fault" };
  return (
    MEANINGS[status] ?? { code: "lever_rejected", retryable: false, says: "it was not accepted" }
  );
};

/** Lever's code and the JSON pointer that may end its message; the message itself may quote a candidate. */
const safeDetails = (answer: Answer): Record<string, unknown> => {
  const { code, message } = textsOf(answer.body);
  const pointer = / at (\/[A-Za-z0-9_/]{1,80})$/.exec(message)?.[1];
  return {
    ...(/^[A-Za-z]{1,60}$/.test(code) && { leverCode: code }),
    ...(pointer !== undefined && { pointer }),
    ...(/invalid offset token/i.test(message) && { isStaleOffset: true }),
    ...(answer.retryAfterMs !== undefined && { retryAfterMs: answer.retryAfterMs }),
  };
};

const textsOf = (body: unknown): { code: string; message: string } => {
  const field = (name: string): string => {
    if (typeof body !== "object" || body === null) return "";
    const value: unknown = Reflect.get(body, name);
    return typeof value === "string" ? value : "";
  };
  return { code: field("code"), message: field("message") };
};

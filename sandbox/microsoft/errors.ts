/** Graph's error bodies. Source: Microsoft Graph, "Microsoft Graph error responses and resource types". */
import { randomUUID } from "node:crypto";
import type { Response } from "express";
import type { FaultAnswer } from "../faults/over-http.ts";

/** What Graph says with a status when nothing more particular is wrong. */
const USUAL: Record<number, [code: string, message: string]> = {
  401: ["InvalidAuthenticationToken", "Access token has expired or is not yet valid."],
  403: ["ErrorAccessDenied", "Access is denied. Check credentials and try again."],
  404: ["ErrorItemNotFound", "The specified object was not found in the store."],
  409: ["ErrorDuplicateTransactionId", "The TransactionId specified has already been used."],
  410: ["SyncStateNotFound", "The sync state generation is not found."],
  412: ["ErrorIrresolvableConflict", "The send or update operation could not be performed."],
  429: ["ApplicationThrottled", "Application is over its MailboxConcurrency limit."],
  503: ["serviceNotAvailable", "The service is temporarily unavailable."],
};

/** A refusal, thrown anywhere in a route and written by the router's error handler. */
export class GraphRefusal extends Error {
  readonly status: number;
  readonly code: string;
  /** Seconds. */
  readonly retryAfter: number | undefined;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = "GraphRefusal";
    this.status = status;
    this.code = code;
    this.retryAfter = status === 429 ? 10 : undefined;
  }
}

const usual = (status: number): GraphRefusal => {
  const [code, message] = USUAL[status] ?? ["generalException", "An error occurred."];
  return new GraphRefusal(status, code, message);
};

/** The refusals that routes share. */
export const refusals = {
  unauthorized: () => usual(401),
  denied: () => usual(403),
  notFound: () => usual(404),
  syncStateNotFound: () => usual(410),
  changed: () => usual(412),
  throttled: () => usual(429),
  noMailbox: () => new GraphRefusal(404, "ErrorInvalidUser", "The requested user is invalid."),
  noSuchResource: () => new GraphRefusal(404, "ResourceNotFound", "The object was not found."),
  noSuchRoute: () => new GraphRefusal(400, "BadRequest", "Resource not found for the segment."),
  transactionUsed: () =>
    new GraphRefusal(
      409,
      "ErrorDuplicateTransactionId",
      "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.",
    ),
  invalid: (what: string) =>
    new GraphRefusal(400, "ErrorInvalidRequest", `The value of ${what} is invalid.`),
  property: (what: string) =>
    new GraphRefusal(400, "ErrorPropertyValidationFailure", `${what} is missing or invalid.`),
  filter: (what: string) =>
    new GraphRefusal(400, "ErrorInvalidUrlQueryFilter", `The query filter ${what} is invalid.`),
  parameter: (what: string) =>
    new GraphRefusal(400, "ErrorInvalidParameter", `The parameter ${what} is missing or invalid.`),
  zone: () =>
    new GraphRefusal(
      400,
      "TimeZoneNotSupportedException",
      "A valid TimeZone value must be specified.",
    ),
  validation: (message: string) => new GraphRefusal(400, "ValidationError", message),
} as const;

/** Writes an error as Graph would. */
export const sendRefusal = (response: Response, refusal: GraphRefusal): void => {
  const { status, code, message, retryAfter } = refusal;
  if (retryAfter !== undefined && !response.hasHeader("retry-after")) {
    response.setHeader("retry-after", String(retryAfter));
  }
  response.status(status).json(refusalBody({ code, message }));
};

/** The body of a refusal. */
export const refusalBody = ({ code, message }: { code: string; message: string }): object => {
  const id = randomUUID();
  return {
    error: { code, message, innerError: { "request-id": id, "client-request-id": id } },
  };
};

/** Answers with a status as Graph does when nothing more particular is said of why. */
export const refuseAsMicrosoft = (fault: FaultAnswer, response: Response): void => {
  const { code, message } = usual(fault.status);
  // How long to wait is said by the fault alone.
  response.status(fault.status).json(refusalBody({ code: fault.reason ?? code, message }));
};

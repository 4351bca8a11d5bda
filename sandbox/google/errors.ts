/** Google's error bodies. Source: Google Calendar API, "Handle API errors". */
import type { Response } from "express";
import type { FaultAnswer } from "../faults/over-http.ts";

const DOMAINS: Record<string, string> = {
  rateLimitExceeded: "usageLimits",
  userRateLimitExceeded: "usageLimits",
  quotaExceeded: "usageLimits",
  fullSyncRequired: "calendar",
};

/** What Google says with a status when nothing more particular is wrong. */
const USUAL: Record<number, [reason: string, message: string]> = {
  401: ["authError", "Invalid Credentials"],
  403: ["forbidden", "Forbidden"],
  404: ["notFound", "Not Found"],
  409: ["conflict", "Conflict"],
  410: ["deleted", "Resource has been deleted"],
  412: ["conditionNotMet", "Precondition Failed"],
  429: ["rateLimitExceeded", "Rate Limit Exceeded"],
};

/** A refusal, thrown anywhere in a route and written by the router's error handler. */
export class GoogleError extends Error {
  readonly status: number;
  readonly reason: string;
  readonly domain: string;

  constructor(status: number, reason: string, message: string) {
    super(message);
    this.name = "GoogleError";
    this.status = status;
    this.reason = reason;
    this.domain = DOMAINS[reason] ?? "global";
  }
}

/** The refusals that routes share. */
export const refusals = {
  notFound: () => new GoogleError(404, "notFound", "Not Found"),
  gone: () => new GoogleError(410, "deleted", "Resource has been deleted"),
  duplicate: () => new GoogleError(409, "duplicate", "The requested identifier already exists."),
  invalid: (field: string) => new GoogleError(400, "invalid", `Invalid value for: ${field}`),
  required: (field: string) => new GoogleError(400, "required", `Missing ${field}.`),
  emptyRange: () => new GoogleError(400, "timeRangeEmpty", "The specified time range is empty."),
  conditionNotMet: () => new GoogleError(412, "conditionNotMet", "Precondition Failed"),
  unauthorized: () => new GoogleError(401, "authError", "Invalid Credentials"),
  insufficientScope: () =>
    new GoogleError(
      403,
      "insufficientPermissions",
      "Request had insufficient authentication scopes.",
    ),
  notACalendarUser: () =>
    new GoogleError(403, "notACalendarUser", "The user must be signed up for Google Calendar."),
  rateLimit: () => new GoogleError(403, "rateLimitExceeded", "Rate Limit Exceeded"),
  userRateLimit: () => new GoogleError(403, "userRateLimitExceeded", "User Rate Limit Exceeded"),
  fullSyncRequired: () =>
    new GoogleError(
      410,
      "fullSyncRequired",
      "Sync token is no longer valid, a full sync is required.",
    ),
  channelIdNotUnique: () => new GoogleError(400, "channelIdNotUnique", "Channel id is not unique."),
  forbiddenForNonOrganizer: () =>
    new GoogleError(
      403,
      "forbiddenForNonOrganizer",
      "Shared properties can only be changed by the organizer of the event.",
    ),
} as const;

/** Writes an error as Google would. */
export const sendGoogleError = (response: Response, error: GoogleError): void => {
  const { status, domain, reason, message } = error;
  response.status(status).json({
    error: {
      errors: [{ domain, reason, message }],
      code: status,
      message,
    },
  });
};

/** Answers with a status as Google does when nothing more particular is said of why. */
export const refuseAsGoogle = (fault: FaultAnswer, response: Response): void => {
  const [usual, message] = USUAL[fault.status] ?? ["backendError", "Backend Error"];
  sendGoogleError(response, new GoogleError(fault.status, fault.reason ?? usual, message));
};

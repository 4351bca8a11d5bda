/** Google's error bodies. Source: Google Calendar API, "Handle API errors". */
import type { Response } from "express";

/** A refusal, thrown anywhere in a route and written by the router's error handler. */
export class GoogleError extends Error {
  readonly status: number;
  readonly reason: string;

  constructor(status: number, reason: string, message: string) {
    super(message);
    this.name = "GoogleError";
    this.status = status;
    this.reason = reason;
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
  forbiddenForNonOrganizer: () =>
    new GoogleError(
      403,
      "forbiddenForNonOrganizer",
      "Shared properties can only be changed by the organizer of the event.",
    ),
} as const;

/** Writes an error as Google would. */
export const sendGoogleError = (response: Response, error: GoogleError): void => {
  const { status, reason, message } = error;
  response.status(status).json({
    error: {
      errors: [{ domain: "global", reason, message }],
      code: status,
      message,
    },
  });
};

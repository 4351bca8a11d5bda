/** Zoom's error bodies: a number of its own and a message. Source: Zoom API reference, "Error definitions". */
import type { Response } from "express";
import type { FaultAnswer } from "../faults/over-http.ts";

/** What Zoom says with a status when nothing more particular is wrong. */
const USUAL: Record<number, [code: number, message: string]> = {
  400: [300, "Request Body should be a valid JSON object."],
  401: [124, "Access token is expired."],
  403: [200, "No permission."],
  404: [1001, "User does not exist."],
  429: [429, "You have reached the maximum per-second rate limit for this API. Try again later."],
};

/** A refusal, thrown anywhere in a route and written by the router's error handler. */
export class ZoomRefusal extends Error {
  readonly status: number;
  readonly code: number;
  /** Fields that are wrong. */
  readonly errors: { field: string; message: string }[];

  constructor(
    status: number,
    code: number,
    { message, errors = [] }: { message: string; errors?: ZoomRefusal["errors"] },
  ) {
    super(message);
    this.name = "ZoomRefusal";
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

const usual = (status: number): ZoomRefusal => {
  const [code, message] = USUAL[status] ?? [status, "Service unavailable. Try again later."];
  return new ZoomRefusal(status, code, { message });
};

/** The refusals that routes share. */
export const refusals = {
  withoutToken: () => new ZoomRefusal(401, 124, { message: "Invalid access token." }),
  expired: () => usual(401),
  withoutScope: (scope: string) =>
    new ZoomRefusal(400, 4711, {
      message: `Invalid access token, does not contain scopes:[${scope}].`,
    }),
  noUser: (user: string) =>
    new ZoomRefusal(404, 1001, { message: `User does not exist: ${user}.` }),
  noMeeting: (id: string) =>
    new ZoomRefusal(404, 3001, { message: `Meeting does not exist: ${id}.` }),
  invalid: (errors: ZoomRefusal["errors"]) =>
    new ZoomRefusal(400, 300, { message: "Validation Failed.", errors }),
  perDay: (limit: number) =>
    new ZoomRefusal(429, 429, {
      message: `You have exceeded the daily rate limit (${limit}) of Meeting Create/Update API requests permitted for this particular user.`,
    }),
  noSuchRoute: () =>
    new ZoomRefusal(404, 2300, { message: "This API endpoint is not recognized." }),
} as const;

/** Writes an error as Zoom would. */
export const sendRefusal = (
  response: Response,
  { status, code, message, errors }: ZoomRefusal,
): void => {
  response.status(status).json({ code, message, ...(errors.length > 0 && { errors }) });
};

/** Answers with a status as Zoom does when nothing more particular is said of why; its reasons are numbers. */
export const refuseAsZoom = (fault: FaultAnswer, response: Response): void => {
  sendRefusal(response, usual(fault.status));
};

/** Errors over HTTP: problem+json (RFC 9457). One mapping from our codes to statuses. */
import type { ErrorRequestHandler, Request, Response } from "express";
import type { Logger } from "pino";
import { AppError, type ErrorCode, asAppError } from "../domain/errors.ts";
import type { Ids } from "../identifiers.ts";

const STATUS: Partial<Record<ErrorCode, number>> = {
  input_invalid: 400,
  event_mismatch: 400,
  signature_missing: 401,
  signature_invalid: 401,
  signature_stale: 401,
  unauthorized: 401,
  link_invalid: 404,
  link_expired: 410,
  forbidden: 403,
  not_found: 404,
  lever_not_found: 404,
  conflict: 409,
  signature_reused: 409,
  already_decided: 409,
  stale_proposal: 409,
  address_changed: 409,
  booking_unreadable: 409,
  slot_lost: 409,
  no_slot: 422,
  plan_missing: 422,
  plan_invalid: 422,
  guide_invalid: 422,
  policy_invalid: 422,
  payload_too_large: 413,
  rate_limited: 429,
  oidc_unavailable: 503,
  database_unavailable: 503,
  database_busy: 503,
  paused: 503,
};

/** The status that tells a caller what to do about an error. */
export const statusOf = (error: AppError): number =>
  STATUS[error.code] ?? (error.fault === "upstream" ? 502 : 500);

/** The answer where nothing is. */
export const noSuchAddress = (): AppError =>
  new AppError({ code: "not_found", fault: "caller", message: "There is no such address." });

/** Sends an error as problem+json. A bug's own message stays in the log. */
export const sendProblem = (
  response: Response,
  error: AppError,
  extra: { correlationId?: string; state?: unknown } = {},
): void => {
  const status = statusOf(error);
  const seconds = error.data["retryAfterSeconds"];
  if (typeof seconds === "number") response.setHeader("retry-after", String(seconds));
  else if (status === 503) response.setHeader("retry-after", "5");
  // Who knows more of what is asked for has said so already.
  if (status === 401 && error.code === "unauthorized" && !response.hasHeader("www-authenticate")) {
    response.setHeader("www-authenticate", "Bearer");
  }
  response
    .status(status)
    .type("application/problem+json")
    .send(
      JSON.stringify({
        type: `urn:convene:problem:${error.code}`,
        title: TITLES[status] ?? "Something went wrong",
        status,
        code: error.code,
        detail: error.message,
        ...(extra.correlationId && { correlationId: extra.correlationId }),
        ...(Array.isArray(error.data["faults"]) && { faults: error.data["faults"] }),
        ...(extra.state !== undefined && { state: extra.state }),
      }),
    );
};

const TITLES: Record<number, string> = {
  400: "The request cannot be used",
  401: "Who you are is not known",
  403: "You may not do this",
  404: "Not found",
  409: "Somebody was faster, or this has changed",
  410: "No longer there",
  413: "Too large",
  422: "This cannot be done as asked",
  429: "Too many requests",
  500: "A fault of ours",
  502: "A service outside does not work as expected",
  503: "Not available just now",
};

/** An error together with the present state of what it is about, so that the caller sees at once what has changed. */
export class ProblemWithState extends Error {
  readonly error: AppError;
  readonly state: unknown;

  constructor(error: AppError, state: unknown) {
    super(error.message, { cause: error });
    this.error = error;
    this.state = state;
  }
}

/** Changes something and shows it. A conflict carries it as it is now, so that the person sees both. */
export const changeAndShow = async <Shown>(
  change: () => Promise<unknown>,
  show: () => Promise<Shown>,
): Promise<Shown> => {
  try {
    await change();
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== "conflict") throw thrown;
    throw new ProblemWithState(thrown, await show());
  }
  return await show();
};

/** Turns every thrown thing into a problem, with an id that is in the log too when it is our fault. */
export const problemHandler =
  (log: Logger, ids: Ids): ErrorRequestHandler =>
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters.
  (thrown: unknown, request, response, next) => {
    if (response.headersSent) {
      next(thrown);
      return;
    }
    const withState = thrown instanceof ProblemWithState ? thrown : null;
    const error = withState?.error ?? fromExpress(thrown) ?? asAppError(thrown);
    const correlationId = correlationIdOf(request, ids);
    if (statusOf(error) >= 500) {
      const { method, path } = request;
      log.error({ err: error, method, path, correlationId }, "request failed");
    }
    sendProblem(response, error, {
      correlationId,
      ...(withState && { state: withState.state }),
    });
  };

/** The caller's own word for the request, when it is one; else a new one. */
const correlationIdOf = (request: Request, ids: Ids): string => {
  const given = request.header("x-request-id") ?? "";
  return /^[!-~]{1,100}$/.test(given) ? given : ids.next("co");
};

/** What Express's own body parsers throw. */
export const fromExpress = (thrown: unknown): AppError | null => {
  if (thrown instanceof AppError || typeof thrown !== "object" || thrown === null) return null;
  const type: unknown = Reflect.get(thrown, "type");
  if (type === "entity.too.large") {
    return new AppError({
      code: "payload_too_large",
      fault: "caller",
      message: `The body is too large: at most ${String(Reflect.get(thrown, "limit"))} bytes are taken.`,
    });
  }
  if (type === "entity.parse.failed") {
    return new AppError({
      code: "input_invalid",
      fault: "caller",
      message: "The body is not a JSON object, as it has to be: {…}.",
    });
  }
  if (type === "encoding.unsupported") {
    return new AppError({
      code: "input_invalid",
      fault: "caller",
      message: "The body's content-encoding is not one that is taken: send it as it is.",
    });
  }
  const status: unknown = Reflect.get(thrown, "status");
  return typeof status === "number" && status >= 400 && status < 500
    ? new AppError({
        code: "input_invalid",
        fault: "caller",
        message: "The request cannot be read.",
      })
    : null;
};

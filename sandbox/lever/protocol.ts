/** How Lever's API speaks, whatever it speaks about: who may ask, how often, in which envelopes, with which errors. */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import type { FaultAnswer } from "../faults/over-http.ts";

/** A JSON object, going in or out. */
export type Wire = Record<string, unknown>;

/** An answer that is no success. Body: `{code, message}`. */
export class LeverError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** 400, with the reason. */
export const badRequest = (message: string): LeverError =>
  new LeverError(400, "BadRequestError", message);
/** 404. */
export const notFound = (): LeverError =>
  new LeverError(404, "ResourceNotFound", "The resource was not found.");

/** A token bucket. */
export interface Limit {
  perSecond: number;
  burst: number;
}

/** What routes need to know of how they are spoken to. */
export interface ProtocolOptions {
  apiKey: string;
  /** Also taken as bearer token. */
  accessToken: string;
  /** Areas that the credential may not, as in scopes. */
  areasOff: () => ReadonlySet<string>;
  /** Null: no limit. */
  limit: () => Limit | null;
  /** Answers to creates and updates wrapped twice, as the documentation shows them. */
  doubleWrap: () => boolean;
}

/** Basic with the key as user name, or Bearer. */
export const authenticate =
  (options: ProtocolOptions): RequestHandler =>
  (request, _response, next) => {
    const [scheme, value = ""] = (request.header("authorization") ?? "").split(" ");
    const user =
      scheme === "Basic" ? Buffer.from(value, "base64").toString("utf8").split(":")[0] : "";
    const isKnown =
      user === options.apiKey || (scheme === "Bearer" && value === options.accessToken);
    next(isKnown ? undefined : new LeverError(401, "UnauthorizedError", "No valid credential."));
  };

/** Area of an address: what is below an opportunity has one of its own. */
const areaOf = (path: string): string => {
  const [first = "", id, below] = path.split("/").filter((part) => part !== "");
  if (first === "contacts") return "contact";
  return first === "opportunities" && id !== undefined && below !== undefined ? below : first;
};

/** 403 to whatever is of an area that is off, as for a key that was made without it. */
export const refuseAreas =
  (options: ProtocolOptions): RequestHandler =>
  (request, _response, next) => {
    const isOff = options.areasOff().has(areaOf(request.path));
    next(
      isOff ? new LeverError(403, "Forbidden", "This credential has no access here.") : undefined,
    );
  };

/** Ten a second, twenty at once, in real time; 429 without Retry-After. */
export const limitRate = (options: ProtocolOptions): RequestHandler => {
  let tokens = Number.POSITIVE_INFINITY;
  let at = performance.now();
  return (_request, _response, next) => {
    const limit = options.limit();
    if (!limit) {
      next();
      return;
    }
    const now = performance.now();
    tokens = Math.min(limit.burst, tokens + ((now - at) / 1000) * limit.perSecond);
    at = now;
    if (tokens < 1) {
      next(new LeverError(429, "TooManyRequests", "Too many requests."));
      return;
    }
    tokens -= 1;
    next();
  };
};

/** Turns errors into Lever's body; a body that cannot be read is the caller's fault. */
// Express knows an error handler by its four parameters.
// oxlint-disable-next-line max-params
export const answerError: ErrorRequestHandler = (error, _request, response, next) => {
  const known = error instanceof LeverError ? error : unreadable(error);
  if (known) response.status(known.status).json({ code: known.code, message: known.message });
  else next(error);
};

/** What the body reader throws carries a status of its own. */
const unreadable = (error: unknown): LeverError | null => {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") {
    return null;
  }
  return new LeverError(error.status, "BadRequestError", "The body cannot be read.");
};

/** The query, with repeated keys kept. */
export const queryOf = (request: Request): URLSearchParams =>
  new URL(request.originalUrl, "http://lever.test").searchParams;

/** Repeated keys of a query as a list. */
export const listOf = (request: Request, name: string): string[] => queryOf(request).getAll(name);

/** `include` subtracts: only the fields named return. `expand` replaces ids; what cannot be expanded is refused. */
export const shape = (
  request: Request,
  item: Wire,
  expanders: Record<string, (item: Wire) => unknown>,
): Wire => {
  const expand = [
    ...listOf(request, "expand"),
    ...listOf(request, "expand[]").map(() => "expand[]"),
  ];
  const include = listOf(request, "include");
  for (const name of expand) {
    if (!Object.hasOwn(expanders, name)) throw badRequest(`${name} is not expandable`);
  }
  const expanded = Object.fromEntries(expand.map((name) => [name, expanders[name]?.(item)]));
  const whole = { ...item, ...expanded };
  if (include.length === 0) return whole;
  return Object.fromEntries(
    Object.entries(whole).filter(
      ([name]) => name === "id" || include.includes(name) || expand.includes(name),
    ),
  );
};

const MAX_LIMIT = 100;

/** One page of a list, with an opaque token to the next. */
export const sendPage = (request: Request, response: Response, items: readonly Wire[]): void => {
  const limit = limitOf(listOf(request, "limit")[0]);
  const from = offsetOf(listOf(request, "offset")[0]);
  const page = items.slice(from, from + limit);
  const hasNext = from + limit < items.length;
  const token = encodeURIComponent(JSON.stringify([1, from + limit, page.at(-1)?.["id"] ?? ""]));
  response.json({ data: page, hasNext, ...(hasNext && { next: token }) });
};

const limitOf = (text: string | undefined): number => {
  const limit = Number(text ?? MAX_LIMIT);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw badRequest(`limit must be a whole number from 1 to ${MAX_LIMIT}`);
};

const offsetOf = (token: string | undefined): number => {
  if (token === undefined) return 0;
  try {
    const parsed: unknown = JSON.parse(decodeURIComponent(token));
    const from: unknown = Array.isArray(parsed) ? parsed[1] : null;
    if (typeof from === "number" && Number.isInteger(from) && from >= 0) return from;
  } catch {
    // Falls through to the one refusal.
  }
  throw badRequest("Invalid offset token");
};

/** A single record in its envelope. */
export const sendOne = (
  response: Response,
  item: Wire,
  options: { status?: number; doubleWrap?: boolean } = {},
): void => {
  response
    .status(options.status ?? 200)
    .json(options.doubleWrap ? { data: { data: item } } : { data: item });
};

/** Whether it is a JSON object. */
export const isWire = (value: unknown): value is Wire =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The body, which must be a JSON object. */
export const bodyOf = (request: Request): Wire => {
  const body: unknown = request.body;
  if (isWire(body)) return body;
  throw badRequest("The body must be a JSON object.");
};

/** Objects in a list that must not be empty. */
export const objectsField = (body: Wire, name: string): Wire[] => {
  const items: unknown = body[name];
  if (Array.isArray(items) && items.length > 0 && items.every(isWire)) return items;
  throw badRequest(`must be a list of objects, not empty, at /${name}`);
};

/** Texts in a list; null when it is left out. */
export const textsField = (body: Wire, name: string): string[] | null => {
  const items: unknown = body[name];
  if (items === undefined || items === null) return null;
  if (Array.isArray(items) && items.every((item) => typeof item === "string")) return items;
  throw badRequest(`must be a list of strings at /${name}`);
};

/** A text; null when it is left out. */
export const textField = (body: Wire, name: string): string | null => {
  const value = body[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") throw badRequest(`must be a string at /${name}`);
  return value;
};

/** A number that must be there. */
export const numberField = (body: Wire, name: string): number => {
  const value = body[name];
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw badRequest(`must be a number at /${name}`);
  }
  return value;
};

const FAULT_CODES: Record<number, string> = {
  401: "UnauthorizedError",
  403: "Forbidden",
  404: "ResourceNotFound",
  429: "TooManyRequests",
};

/** Answers with a status as Lever does. */
export const refuseAsLever = (fault: FaultAnswer, response: Response): void => {
  const isServers = fault.status >= 500;
  const code = FAULT_CODES[fault.status] ?? (isServers ? "InternalServerError" : "BadRequestError");
  response.status(fault.status).json({ code: fault.reason ?? code, message: "A fault was set." });
};

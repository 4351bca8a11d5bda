/** How Lever's API speaks, whatever it speaks about: who may ask, how often, in which envelopes, with which errors. */
import type { NextFunction, Request, RequestHandler, Response } from "express";

type Wire = Record<string, unknown>;

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

export const badRequest = (message: string): LeverError =>
  new LeverError(400, "BadRequestError", message);
export const notFound = (): LeverError =>
  new LeverError(404, "ResourceNotFound", "The resource was not found.");

export interface Limit {
  perSecond: number;
  burst: number;
}

export interface ProtocolOptions {
  apiKey: string;
  /** Also taken as bearer token. */
  accessToken: string;
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

/** Turns errors into Lever's body. */
export const answerError = (
  error: unknown,
  _request: Request,
  response: Response,
  next: NextFunction,
): void => {
  if (error instanceof LeverError) {
    response.status(error.status).json({ code: error.code, message: error.message });
    return;
  }
  next(error);
};

/** Repeated keys of a query as a list. */
export const listOf = (request: Request, name: string): string[] => {
  const query = new URL(request.originalUrl, "http://lever.test").searchParams;
  return query.getAll(name);
};

/** `include` subtracts: only the fields named return. `expand` replaces ids; what cannot be expanded is refused. */
export const shape = (
  request: Request,
  item: Wire,
  expanders: Record<string, (item: Wire) => unknown>,
): Wire => {
  const expand = listOf(request, "expand");
  const include = listOf(request, "include");
  for (const name of expand) {
    if (!(name in expanders)) throw badRequest(`${name} is not expandable`);
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
  const limit = Math.min(MAX_LIMIT, Math.max(1, Number(listOf(request, "limit")[0] ?? MAX_LIMIT)));
  const from = offsetOf(listOf(request, "offset")[0]);
  const page = items.slice(from, from + limit);
  const hasNext = from + limit < items.length;
  const token = encodeURIComponent(JSON.stringify([1, from + limit, page.at(-1)?.["id"] ?? ""]));
  response.json({ data: page, hasNext, ...(hasNext && { next: token }) });
};

const offsetOf = (token: string | undefined): number => {
  if (token === undefined) return 0;
  try {
    const parsed: unknown = JSON.parse(decodeURIComponent(token));
    if (Array.isArray(parsed) && Number.isInteger(parsed[1])) return Number(parsed[1]);
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

/** A field of a body that must be there. */
export const bodyOf = (request: Request): Wire => {
  const body: unknown = request.body;
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw badRequest("The body must be a JSON object.");
  }
  return body as Wire;
};

export const textField = (body: Wire, name: string): string | null => {
  const value = body[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") throw badRequest(`must be a string at /${name}`);
  return value;
};

export const numberField = (body: Wire, name: string): number => {
  const value = body[name];
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw badRequest(`must be a number at /${name}`);
  }
  return value;
};

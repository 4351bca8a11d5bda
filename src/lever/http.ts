/** HTTP to Lever on native fetch. What crosses here: JSON both ways, one credential, one rate bucket. Reads are tried
 * again with full jitter; writes are sent once. Source: Lever API v1, basics. */
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import {
  type Answer,
  type Asked,
  type Exchange,
  isSuccess,
  readError,
  writeError,
} from "./errors.ts";
import { mapRetryAfter } from "./map-retry-after.ts";
import type { AccessTokens } from "./oauth.ts";
import type { RateBucket, Sleep } from "./rate-bucket.ts";

/** An API key of one customer, or OAuth tokens that renew themselves. */
export type LeverAuth = { apiKey: string } | { accessTokens: AccessTokens };

export interface LeverHttpOptions {
  /** Without a slash at its end, for instance `https://api.lever.co/v1`. */
  baseUrl: string;
  auth: LeverAuth;
  bucket: RateBucket;
  clock: Clock;
  sleep: Sleep;
  /** Uniform in [0, 1). */
  random: () => number;
  /** For one attempt, in milliseconds. Default 15,000. */
  timeoutMs?: number;
  /** Attempts of a read, the first one counted. Default 4. */
  maxAttempts?: number;
  /** Asked just before a write leaves, however long it waited for its turn: rejects to keep it back. */
  mayWrite?: () => Promise<void>;
}

/** Arrays become repeated keys; undefined is left out. */
export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

export interface WriteRequest {
  method: "POST" | "PUT" | "DELETE";
  path: string;
  query: Query;
  body?: unknown;
}

/** Reads and writes of JSON bodies, still in Lever's envelopes. */
export interface LeverHttp {
  /** Errors: lever_not_found, lever_denied, lever_rejected, lever_rate_limited and lever_unavailable (retryable). */
  read(path: string, query?: Query): Promise<unknown>;
  /** The bytes of a file. Errors: those of `read`; payload_too_large for more than so many, which are not read. */
  readBytes(path: string, maxBytes: number): Promise<Uint8Array>;
  /** Sent once. Shape: undefined when a success has no JSON. Errors: those of `read` and of `mayWrite`, and then certainly
   * nothing was done; outcome_unknown when Lever may have done it. */
  write(request: WriteRequest): Promise<unknown>;
}

const BACKOFF_BASE_MS = 500;
const BACKOFF_CAP_MS = 8_000;
/** A longer wait is left to the caller's own retry. */
const MAX_RETRY_AFTER_MS = 30_000;

/** The two ways to talk to one Lever account. */
export const createLeverHttp = (options: LeverHttpOptions): LeverHttp => {
  const maxAttempts = options.maxAttempts ?? 4;
  const read = async (outgoing: Outgoing): Promise<unknown> => {
    const asked: Asked = { method: outgoing.method, path: outgoing.path };
    for (let attempt = 1; ; attempt += 1) {
      const exchange = await exchangeOnce(options, outgoing);
      if (isSuccess(exchange)) return exchange.body;
      const error = readError(asked, exchange);
      const waitMs = waitBeforeRetry({ error, attempt, random: options.random });
      if (waitMs === undefined || attempt >= maxAttempts) throw error;
      await options.sleep(waitMs);
    }
  };
  return {
    read: async (path, query = {}) => await read({ method: "GET", path, query }),
    async readBytes(path, maxBytes) {
      const body = await read({ method: "GET", path, query: {}, maxBytes });
      if (body instanceof Uint8Array) return body;
      throw tooLarge(path, maxBytes);
    },
    async write({ method, path, query, body }) {
      const exchange = await exchangeOnce(options, { method, path, query, body });
      if (isSuccess(exchange)) return exchange.body;
      throw writeError({ method, path }, exchange);
    },
  };
};

/** Full jitter, unless the answer says how long; undefined when trying again is useless. */
const waitBeforeRetry = (failed: {
  error: AppError;
  attempt: number;
  random: () => number;
}): number | undefined => {
  if (!failed.error.retryable) return undefined;
  const retryAfterMs = failed.error.data["retryAfterMs"];
  if (typeof retryAfterMs === "number") {
    return retryAfterMs <= MAX_RETRY_AFTER_MS ? retryAfterMs : undefined;
  }
  const ceiling = Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** (failed.attempt - 1));
  return Math.round(failed.random() * ceiling);
};

interface Outgoing extends Asked {
  query: Query;
  body?: unknown;
  /** Of a file that is asked for; absent: JSON is. */
  maxBytes?: number;
}

const tooLarge = (path: string, maxBytes: number): AppError =>
  new AppError({
    code: "payload_too_large",
    fault: "caller",
    message: `The file behind GET ${path} in Lever is larger than ${maxBytes} bytes.`,
    data: { path, maxBytes },
  });

const exchangeOnce = async (options: LeverHttpOptions, outgoing: Outgoing): Promise<Exchange> => {
  const { auth } = options;
  if ("apiKey" in auth) {
    return await send(options, outgoing, `Basic ${btoa(`${auth.apiKey}:`)}`);
  }
  const token = await auth.accessTokens.get();
  const exchange = await send(options, outgoing, `Bearer ${token}`);
  if (exchange.kind !== "answer" || exchange.status !== 401) return exchange;
  // A 401 is certain: nothing was done, so even a write may go again with a fresh token.
  auth.accessTokens.invalidate(token);
  return await send(options, outgoing, `Bearer ${await auth.accessTokens.get()}`);
};

const send = async (
  options: LeverHttpOptions,
  outgoing: Outgoing,
  authorization: string,
): Promise<Exchange> => {
  await options.bucket.take();
  if (outgoing.method !== "GET") await options.mayWrite?.();
  const url = toUrl(options.baseUrl, outgoing);
  try {
    const response = await fetch(url, {
      method: outgoing.method,
      // fetch turns a redirected POST into a GET: only reads follow.
      redirect: outgoing.method === "GET" ? "follow" : "manual",
      signal: AbortSignal.timeout(options.timeoutMs ?? 15_000),
      headers: {
        accept: outgoing.maxBytes === undefined ? "application/json" : "*/*",
        authorization,
        ...(outgoing.body !== undefined && { "content-type": "application/json" }),
      },
      ...(outgoing.body !== undefined && { body: JSON.stringify(outgoing.body) }),
    });
    return await toAnswer(response, options.clock, outgoing.maxBytes);
  } catch (error) {
    return toFailure(error);
  }
};

const toUrl = (baseUrl: string, { path, query }: Outgoing): URL => {
  const url = new URL(`${baseUrl}${path}`);
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? value : [value];
    for (const one of values) if (one !== undefined) url.searchParams.append(name, String(one));
  }
  return url;
};

const toAnswer = async (
  response: Response,
  clock: Clock,
  maxBytes: number | undefined,
): Promise<Answer> => {
  const isFile = maxBytes !== undefined && response.ok;
  return {
    kind: "answer",
    status: response.status,
    body: isFile ? await takeBytes(response, maxBytes) : parseJson(await response.text()),
    retryAfterMs: mapRetryAfter(response.headers.get("retry-after"), clock.now()),
  };
};

/** The bytes; null when there are more, and then the rest is not waited for. */
const takeBytes = async (response: Response, maxBytes: number): Promise<Uint8Array | null> => {
  const chunks: Uint8Array[] = [];
  let taken = 0;
  for await (const chunk of response.body ?? []) {
    taken += chunk.length;
    // Leaving the loop ends the connection.
    if (taken > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

// Faults before the first byte of the request could leave: names, routes, refused connections, certificates.
const NOT_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_.*|ERR_TLS_.*|ERR_SSL_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*)$/;

const toFailure = (error: unknown): Exchange => {
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return { kind: "lost", reason: "no answer in time", cause: error };
  }
  const codes = codesOf(error);
  const [code] = codes;
  if (code !== undefined && codes.every((each) => NOT_SENT.test(each))) {
    return { kind: "not_sent", reason: `it cannot be reached (${code})`, cause: error };
  }
  const detail = code === undefined ? "" : ` (${code})`;
  return { kind: "lost", reason: `the connection broke${detail}`, cause: error };
};

/** Codes of system errors under fetch's own `TypeError: fetch failed`; several when several addresses were tried. */
const codesOf = (error: unknown): string[] => {
  if (!(error instanceof Error)) return [];
  if (error instanceof AggregateError) return error.errors.flatMap(codesOf);
  const own = "code" in error && typeof error.code === "string" ? [error.code] : [];
  return own.length > 0 ? own : codesOf(error.cause);
};

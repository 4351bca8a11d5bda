/** Calls of Graph. What crosses here: Microsoft's own client builds each request; sending, waiting and giving up are ours.
 * Its middleware is off: it sends no token to a host that it does not know, and repeats a POST by itself. Reads are tried
 * again with full jitter; writes are sent once. */
import {
  Client,
  type Context,
  type GraphRequest,
  type Middleware,
  ResponseType,
} from "@microsoft/microsoft-graph-client";
import { type Exchange, isSuccess, retryAfterMsOf } from "./exchange.ts";
import { MOST_IN_BATCH, type Outcome, readBatch } from "./microsoft-batch.ts";
import { readError, writeError } from "./microsoft-errors.ts";
import type { KeptTokens } from "./kept-tokens.ts";
import { networkFaultOf } from "./network-fault.ts";
import { type Patience, batchesOf, mapLimited, waitBeforeRetry } from "./patience.ts";

export interface MicrosoftCall {
  /** Our name of the method, such as `events.create`: it stands in errors. */
  method: string;
  /** Asked just before it leaves: rejects to keep it back. */
  mayLeave?: (() => Promise<void>) | undefined;
  /** The path below the version, with its parts encoded; or where Graph said that the rest is. */
  path: string;
  /** Values of the query; not encoded. */
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** Default: GET. */
  verb?: "GET" | "POST" | "PATCH" | "DELETE";
  body?: object;
}

/** Reads and writes; both give the body of a success, as it came. */
export interface MicrosoftHttp {
  /** Errors: calendar_not_found, calendar_denied, calendar_rejected, calendar_rate_limited and calendar_unavailable
   * (retryable). */
  read(call: MicrosoftCall): Promise<unknown>;
  /** Many reads in few requests; the outcomes in their order. */
  readAll(calls: MicrosoftCall[]): Promise<Outcome[]>;
  /** Errors: those of `read`, calendar_conflict and what `mayLeave` throws, and then certainly nothing was done; outcome_unknown. */
  write(call: MicrosoftCall): Promise<unknown>;
  /** The path of a link that Graph gave; undefined when it leads to another place: no token goes there. */
  pathOf(link: string): string | undefined;
}

export interface MicrosoftHttpOptions extends Patience {
  /** Without a slash at its end; `/v1.0/…` is put behind it. */
  graphUrl: string;
  tokens: KeptTokens;
  /** For one attempt. */
  timeoutMs: number;
}

const VERSION = "v1.0";

/** Ids that stay when an item is moved, times that need no zone to be read, and texts as they were written. */
const PREFER = 'IdType="ImmutableId", outlook.timezone="UTC", outlook.body-content-type="text"';

/** The two ways to call one tenant. */
export const createMicrosoftHttp = (options: MicrosoftHttpOptions): MicrosoftHttp => {
  const root = `${options.graphUrl}/${VERSION}/`;
  const once = async (call: MicrosoftCall): Promise<Exchange> => await exchangeOnce(options, call);
  return {
    async read(call) {
      for (let attempt = 0; ; attempt += 1) {
        const exchange = await once(call);
        if (isSuccess(exchange)) return exchange.body;
        const error = readError(call.method, exchange);
        const waitMs = waitBeforeRetry(error, options, attempt);
        if (waitMs === undefined) throw error;
        await options.sleep(waitMs);
      }
    },
    async readAll(calls) {
      const batches = batchesOf(calls, MOST_IN_BATCH);
      const deps = { ...options, once, headers: { Prefer: PREFER } };
      const outcomes = await mapLimited(batches, async (batch) => await readBatch(deps, batch));
      return outcomes.flat();
    },
    async write(call) {
      const exchange = await once(call);
      if (isSuccess(exchange)) return exchange.body;
      throw writeError(call.method, exchange);
    },
    pathOf: (link) => {
      const path = link.startsWith(root) ? link.slice(root.length) : undefined;
      // Microsoft's client takes another address inside of a path for the host.
      return path === undefined || path.includes("://") ? undefined : `/${path}`;
    },
  };
};

/** The only middleware: one request, sent as it is. It keeps why a request failed, of which Microsoft's client tells no cause. */
class Sending implements Middleware {
  readonly #graphUrl: string;
  readonly #timeoutMs: number;
  failure: unknown;

  constructor({ graphUrl, timeoutMs }: Pick<MicrosoftHttpOptions, "graphUrl" | "timeoutMs">) {
    this.#graphUrl = graphUrl;
    this.#timeoutMs = timeoutMs;
  }

  /** Errors: when the request would carry the token to another host than Graph's. */
  async execute(context: Context): Promise<void> {
    const { request } = context;
    const address = typeof request === "string" ? request : request.url;
    if (new URL(address).origin !== new URL(this.#graphUrl).origin) {
      throw new Error("a request would have left Graph's host");
    }
    try {
      context.response = await fetch(context.request, {
        ...context.options,
        // A redirected POST must not be sent a second time, nor the token to another host.
        redirect: "manual",
        signal: AbortSignal.timeout(this.#timeoutMs),
      });
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }
}

const exchangeOnce = async (
  options: MicrosoftHttpOptions,
  call: MicrosoftCall,
): Promise<Exchange> => {
  const { tokens } = options;
  const first = await tokens.get();
  if (first.kind !== "token") return first;
  await call.mayLeave?.();
  const exchange = await send(options, call, first.token);
  if (exchange.kind !== "answer" || exchange.status !== 401) return exchange;
  // A 401 is certain: nothing was done, so even a write may go again with a fresh token.
  tokens.forget(first.token);
  const second = await tokens.get();
  return second.kind === "token" ? await send(options, call, second.token) : second;
};

const send = async (
  options: MicrosoftHttpOptions,
  call: MicrosoftCall,
  token: string,
): Promise<Exchange> => {
  const sending = new Sending(options);
  const client = Client.initWithMiddleware({
    baseUrl: `${options.graphUrl}/`,
    defaultVersion: VERSION,
    middleware: sending,
  });
  const query = Object.entries(call.query ?? {}).map(
    ([name, value]) => [name, encodeURIComponent(value)] as const,
  );
  const request = client
    .api(call.path)
    .query(Object.fromEntries(query))
    .headers({ Prefer: PREFER, ...call.headers, Authorization: `Bearer ${token}` })
    .responseType(ResponseType.RAW);
  try {
    const response = await act(request, call);
    const text = await response.text();
    return {
      kind: "answer",
      status: response.status,
      body: parsed(text),
      retryAfterMs: retryAfterMsOf(response.headers.get("retry-after")),
    };
  } catch (error) {
    return networkFaultOf(sending.failure ?? error);
  }
};

const act = async (request: GraphRequest, { verb, body }: MicrosoftCall): Promise<Response> => {
  const answer: unknown = await perform(request, verb ?? "GET", body);
  if (answer instanceof Response) return answer;
  throw new Error("Microsoft's client gave no response");
};

const perform = async (
  request: GraphRequest,
  verb: NonNullable<MicrosoftCall["verb"]>,
  body: object | undefined,
): Promise<unknown> => {
  switch (verb) {
    case "GET":
      return (await request.get()) as unknown;
    case "POST":
      return (await request.post(body)) as unknown;
    case "PATCH":
      return (await request.patch(body)) as unknown;
    case "DELETE":
      return (await request.delete()) as unknown;
  }
};

/** An answer that is cut short or no JSON is one that cannot be used, and the caller's schema says so. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

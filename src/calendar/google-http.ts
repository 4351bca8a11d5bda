/** Calls of the Calendar API as one person. What crosses here: Google's own client builds each request; sending, waiting
 * and giving up are ours, its retries are off. Reads are tried again with full jitter; writes are sent once. */
import { calendar, type calendar_v3 } from "@googleapis/calendar";
import { type Exchange, isSuccess, retryAfterMsOf } from "./exchange.ts";
import { readError, writeError } from "./google-errors.ts";
import type { KeptTokens } from "./kept-tokens.ts";
import { networkFaultOf } from "./network-fault.ts";
import { type Patience, waitBeforeRetry } from "./patience.ts";

/** Given to each method of Google's client. */
export interface CallOptions {
  rootUrl: string;
  headers: Record<string, string>;
  retry: false;
  timeout: number;
  validateStatus: () => true;
  fetchImplementation: typeof fetch;
}

export interface GoogleCall {
  /** Google's name of the method, such as `events.list`: it stands in errors. */
  method: string;
  /** Whose access is used. */
  mailbox: string;
  /** Asked just before it leaves: rejects to keep it back. */
  mayLeave?: (() => Promise<void>) | undefined;
  run(
    api: calendar_v3.Calendar,
    options: CallOptions,
  ): Promise<{ status: number; data: unknown; headers: object }>;
}

/** Reads and writes; both give the body of a success, as it came. */
export interface GoogleHttp {
  /** Errors: calendar_not_found, calendar_denied, calendar_rejected, calendar_rate_limited and calendar_unavailable
   * (retryable). */
  read(call: GoogleCall): Promise<unknown>;
  /** Errors: those of `read`, calendar_conflict and what `mayLeave` throws, and then certainly nothing was done; outcome_unknown. */
  write(call: GoogleCall): Promise<unknown>;
}

export interface GoogleHttpOptions extends Patience {
  /** Without a slash at its end; `/calendar/v3/…` is put behind it. */
  baseUrl: string;
  tokens: KeptTokens;
  /** For one attempt. */
  timeoutMs: number;
}

/** The two ways to call one Google domain. */
export const createGoogleHttp = (options: GoogleHttpOptions): GoogleHttp => {
  const api = calendar("v3");
  const once = async (call: GoogleCall): Promise<Exchange> =>
    await exchangeOnce(options, api, call);
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
    async write(call) {
      const exchange = await once(call);
      if (isSuccess(exchange)) return exchange.body;
      throw writeError(call.method, exchange);
    },
  };
};

const exchangeOnce = async (
  options: GoogleHttpOptions,
  api: calendar_v3.Calendar,
  call: GoogleCall,
): Promise<Exchange> => {
  const first = await options.tokens.get(call.mailbox);
  if (first.kind !== "token") return first;
  await call.mayLeave?.();
  const exchange = await send(options, api, { call, token: first.token });
  if (exchange.kind !== "answer" || exchange.status !== 401) return exchange;
  // A 401 is certain: nothing was done, so even a write may go again with a fresh token.
  options.tokens.forget(first.token, call.mailbox);
  const second = await options.tokens.get(call.mailbox);
  return second.kind === "token" ? await send(options, api, { call, token: second.token }) : second;
};

const send = async (
  { baseUrl, timeoutMs }: GoogleHttpOptions,
  api: calendar_v3.Calendar,
  { call, token }: { call: GoogleCall; token: string },
): Promise<Exchange> => {
  try {
    const { status, data, headers } = await call.run(api, {
      rootUrl: `${baseUrl}/`,
      headers: { authorization: `Bearer ${token}` },
      retry: false,
      timeout: timeoutMs,
      validateStatus: () => true,
      // A redirected POST must not be sent a second time, nor the token to another host.
      fetchImplementation: async (url, init) => await fetch(url, { ...init, redirect: "manual" }),
    });
    return {
      kind: "answer",
      status,
      body: data,
      retryAfterMs: retryAfterMsOf(Reflect.get(headers, "retry-after")),
    };
  } catch (error) {
    return networkFaultOf(error);
  }
};

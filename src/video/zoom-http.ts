/** Calls of Zoom's API. Each is sent once: who calls tries again, or looks an unknown outcome up. */
import { type Exchange, isSuccess } from "../calendar/exchange.ts";
import { networkFaultOf } from "../calendar/network-fault.ts";
import type { Clock } from "../domain/time.ts";
import { readError, writeError } from "./zoom-errors.ts";
import type { KeptTokens } from "../calendar/kept-tokens.ts";

export interface ZoomCall {
  /** Our name of the method, such as `meetings.create`: it stands in errors. */
  method: string;
  /** The path below the version, with its parts encoded. */
  path: string;
  query?: Record<string, string>;
  /** Default: GET. */
  verb?: "GET" | "POST" | "PATCH" | "DELETE";
  body?: object;
}

/** Reads and writes; both give the body of a success, as it came. */
export interface ZoomHttp {
  /** Errors: video_not_found, video_denied, video_rejected, video_rate_limited and video_unavailable (retryable). */
  read(call: ZoomCall): Promise<unknown>;
  /** Errors: those of `read` and what `mayWrite` throws, and then certainly nothing was done; outcome_unknown. */
  write(call: ZoomCall): Promise<unknown>;
}

export interface ZoomHttpOptions {
  /** With its version, without a slash at its end. */
  apiUrl: string;
  tokens: KeptTokens;
  clock: Clock;
  timeoutMs: number;
  /** Asked just before a write leaves: rejects to keep it back. */
  mayWrite: (() => Promise<void>) | undefined;
}

/** The two ways to call one account. */
export const createZoomHttp = (options: ZoomHttpOptions): ZoomHttp => ({
  async read(call) {
    const exchange = await exchangeOnce(options, call);
    if (isSuccess(exchange)) return exchange.body;
    throw readError(call.method, exchange);
  },
  async write(call) {
    const exchange = await exchangeOnce(options, call, options.mayWrite);
    if (isSuccess(exchange)) return exchange.body;
    throw writeError(call.method, exchange);
  },
});

const exchangeOnce = async (
  options: ZoomHttpOptions,
  call: ZoomCall,
  mayLeave?: () => Promise<void>,
): Promise<Exchange> => {
  const { tokens } = options;
  const first = await tokens.get();
  if (first.kind !== "token") return first;
  await mayLeave?.();
  const exchange = await send(options, call, first.token);
  if (exchange.kind !== "answer" || exchange.status !== 401) return exchange;
  // A 401 is certain: nothing was done, so even a write may go again with a fresh token.
  tokens.forget(first.token);
  const second = await tokens.get();
  return second.kind === "token" ? await send(options, call, second.token) : second;
};

const send = async (
  { apiUrl, timeoutMs, clock }: ZoomHttpOptions,
  { path, query, verb = "GET", body }: ZoomCall,
  token: string,
): Promise<Exchange> => {
  const search = query ? `?${new URLSearchParams(query)}` : "";
  try {
    const response = await fetch(`${apiUrl}${path}${search}`, {
      method: verb,
      // A redirected POST must not be sent a second time, nor the token to another host.
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { "content-type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return {
      kind: "answer",
      status: response.status,
      body: parsed(await response.text()),
      retryAfterMs: retryAfterMsOf(response.headers.get("retry-after"), clock.now()),
    };
  } catch (error) {
    return networkFaultOf(error);
  }
};

/** Zoom says until when in ISO 8601, and on some answers for how many seconds. */
const retryAfterMsOf = (header: string | null, now: Temporal.Instant): number | undefined => {
  const text = header?.trim() ?? "";
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1_000;
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return undefined;
  try {
    return Math.max(0, Math.round(now.until(Temporal.Instant.from(text)).total("milliseconds")));
  } catch {
    return undefined;
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

/** Access tokens of services that give them for a secret: kept until shortly before they end, asked for once at a time. */
import { z } from "zod";
import type { Clock } from "../domain/time.ts";
import { type Exchange, isSuccess, retryAfterMsOf } from "./exchange.ts";
import { networkFaultOf } from "./network-fault.ts";

/** A token, or the exchange that gave none. */
export type TokenAnswer = { kind: "token"; token: string } | Exchange;

export interface KeptTokens {
  /** The token of an identity that is acted as; of services with one for all, without. */
  get(identity?: string): Promise<TokenAnswer>;
  /** Drops a token that the service no longer takes. */
  forget(token: string, identity?: string): void;
}

/** A token is renewed this long before it ends, so that it cannot end on its way. */
const RENEW_BEFORE_SECONDS = 300;
/** Where an answer does not say how long its token lasts. */
const USUAL_SECONDS = 3600;

const Granted = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().default(USUAL_SECONDS),
});

/** Tokens, one an identity. `exchange` asks for a new one. */
export const keepTokens = (
  exchange: (identity: string) => Promise<Exchange>,
  clock: Clock,
): KeptTokens => {
  const kept = new Map<string, { token: string; renewAt: Temporal.Instant }>();
  const underway = new Map<string, Promise<TokenAnswer>>();
  const ask = async (identity: string): Promise<TokenAnswer> => {
    const askedAt = clock.now();
    const answered = await exchange(identity);
    if (!isSuccess(answered)) return answered;
    const granted = Granted.safeParse(answered.body);
    if (!granted.success) return { ...answered, status: 502 };
    const { access_token: token, expires_in: lifetime } = granted.data;
    const seconds = Math.max(0, lifetime - RENEW_BEFORE_SECONDS);
    kept.set(identity, { token, renewAt: askedAt.add({ seconds }) });
    return { kind: "token", token };
  };
  return {
    async get(identity = "") {
      const entry = kept.get(identity);
      if (entry && Temporal.Instant.compare(clock.now(), entry.renewAt) < 0) {
        return { kind: "token", token: entry.token };
      }
      const asked =
        underway.get(identity) ?? ask(identity).finally(() => underway.delete(identity));
      underway.set(identity, asked);
      return await asked;
    },
    forget(token, identity = "") {
      if (kept.get(identity)?.token === token) kept.delete(identity);
    },
  };
};

/** Sends a secret for a token. `statusOf`: what a service means by its status. */
export const exchangeForToken = async (
  url: string,
  request: { body: URLSearchParams; headers?: Record<string, string>; timeoutMs: number },
  statusOf: (status: number, body: unknown) => number,
): Promise<Exchange> => {
  try {
    const response = await fetch(url, {
      method: "POST",
      redirect: "error",
      signal: AbortSignal.timeout(request.timeoutMs),
      ...(request.headers && { headers: request.headers }),
      body: request.body,
    });
    const body: unknown = await response.json().catch(() => undefined);
    const retryAfterMs = retryAfterMsOf(response.headers.get("retry-after"));
    const status = statusOf(response.status, body);
    return { kind: "answer", status, body, retryAfterMs, isTokenAnswer: true };
  } catch (error) {
    // Nothing was done whatever happened: a token changes nothing.
    return { kind: "not_sent", reason: `no token: ${networkFaultOf(error).reason}` };
  }
};

/** Whatever is wrong with the application or its secret, nobody may read or change anything with it. */
export const deniedStatus = (status: number): number =>
  status >= 400 && status < 500 && status !== 429 ? 403 : status;

/** Access tokens for Zoom, by the secret of a server-to-server app. What crosses here: the secret out, a bearer token in.
 * Source: Zoom, "Server-to-Server OAuth". */
import { z } from "zod";
import { type Exchange, isSuccess } from "../calendar/exchange.ts";
import { networkFaultOf } from "../calendar/network-fault.ts";
import type { Clock } from "../domain/time.ts";

/** What the app's page in Zoom's marketplace shows. */
export interface ZoomApp {
  accountId: string;
  clientId: string;
  clientSecret: string;
}

export interface ZoomTokens {
  /** A token, or the exchange that gave none. */
  get(): Promise<{ kind: "token"; token: string } | Exchange>;
  /** Drops a token that Zoom no longer takes. */
  forget(token: string): void;
}

export interface ZoomTokensOptions {
  /** Without a slash at its end; `/oauth/token` is put behind it. */
  loginUrl: string;
  app: ZoomApp;
  clock: Clock;
  timeoutMs: number;
}

/** A token is renewed this long before it ends, so that it cannot end on its way. */
const RENEW_BEFORE_SECONDS = 300;

/** One token for all, kept until shortly before it ends. */
export const createZoomTokens = (options: ZoomTokensOptions): ZoomTokens => {
  let kept: { token: string; renewAt: Temporal.Instant } | undefined;
  let underway: ReturnType<ZoomTokens["get"]> | undefined;
  const ask = async (): ReturnType<ZoomTokens["get"]> => {
    const askedAt = options.clock.now();
    const exchange = await exchangeSecret(options);
    if (!isSuccess(exchange)) return exchange;
    const answer = TokenAnswer.safeParse(exchange.body);
    if (!answer.success) return { ...exchange, status: 502 };
    const { access_token: token, expires_in: lifetime } = answer.data;
    const seconds = Math.max(0, lifetime - RENEW_BEFORE_SECONDS);
    kept = { token, renewAt: askedAt.add({ seconds }) };
    return { kind: "token", token };
  };
  return {
    async get() {
      if (kept && Temporal.Instant.compare(options.clock.now(), kept.renewAt) < 0) {
        return { kind: "token", token: kept.token };
      }
      underway ??= ask().finally(() => {
        underway = undefined;
      });
      return await underway;
    },
    forget(token) {
      if (kept?.token === token) kept = undefined;
    },
  };
};

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
});

const exchangeSecret = async ({
  loginUrl,
  app,
  timeoutMs,
}: ZoomTokensOptions): Promise<Exchange> => {
  const basic = Buffer.from(`${app.clientId}:${app.clientSecret}`).toString("base64");
  try {
    const response = await fetch(`${loginUrl}/oauth/token`, {
      method: "POST",
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({
        grant_type: "account_credentials",
        account_id: app.accountId,
      }),
    });
    const body: unknown = await response.json().catch(() => undefined);
    const status = meaningfulStatus(response.status);
    return { kind: "answer", status, body, retryAfterMs: undefined, isTokenAnswer: true };
  } catch (error) {
    // Nothing was done whatever happened: a token changes nothing.
    return { kind: "not_sent", reason: `no token: ${networkFaultOf(error).reason}` };
  }
};

/** Whatever is wrong with account, app or secret, nobody may read or change anything with it. */
const meaningfulStatus = (status: number): number =>
  status >= 400 && status < 500 && status !== 429 ? 403 : status;

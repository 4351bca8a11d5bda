/** Access tokens for Graph, by the secret of a registered application (client credentials). What crosses here: the secret
 * out, a bearer token in. One token opens every mailbox that the access policy of the tenant allows.
 * Source: Microsoft identity platform, "OAuth 2.0 client credentials flow". */
import { z } from "zod";
import type { Clock } from "../domain/time.ts";
import { type Exchange, isSuccess, retryAfterMsOf } from "./exchange.ts";
import { networkFaultOf } from "./network-fault.ts";

/** What the registration of the application says. */
export interface MicrosoftApplication {
  tenantId: string;
  clientId: string;
  clientSecret: string;
}

export interface MicrosoftTokens {
  /** A token, or the exchange that gave none. */
  get(): Promise<{ kind: "token"; token: string } | Exchange>;
  /** Drops a token that Graph no longer takes. */
  forget(token: string): void;
}

export interface MicrosoftTokensOptions {
  /** Without a slash at its end; `/{tenant}/oauth2/v2.0/token` is put behind it. */
  loginUrl: string;
  application: MicrosoftApplication;
  clock: Clock;
  timeoutMs: number;
}

/** The resource whose granted permissions are asked for; the same word at every address. */
const SCOPE = "https://graph.microsoft.com/.default";
/** A token is renewed this long before it ends, so that it cannot end on its way. */
const RENEW_BEFORE_SECONDS = 300;

/** One token for all, kept until shortly before it ends. */
export const createMicrosoftTokens = (options: MicrosoftTokensOptions): MicrosoftTokens => {
  let kept: { token: string; renewAt: Temporal.Instant } | undefined;
  let underway: ReturnType<MicrosoftTokens["get"]> | undefined;
  const ask = async (): ReturnType<MicrosoftTokens["get"]> => {
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
  application,
  timeoutMs,
}: MicrosoftTokensOptions): Promise<Exchange> => {
  const url = `${loginUrl}/${encodeURIComponent(application.tenantId)}/oauth2/v2.0/token`;
  try {
    const response = await fetch(url, {
      method: "POST",
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: application.clientId,
        client_secret: application.clientSecret,
        scope: SCOPE,
      }),
    });
    const body: unknown = await response.json().catch(() => undefined);
    const retryAfterMs = retryAfterMsOf(response.headers.get("retry-after"));
    const status = meaningfulStatus(response.status);
    return { kind: "answer", status, body, retryAfterMs, isTokenAnswer: true };
  } catch (error) {
    // Nothing was done whatever happened: a token changes nothing.
    return { kind: "not_sent", reason: `no token: ${networkFaultOf(error).reason}` };
  }
};

/** Whatever is wrong with tenant, application or secret, nobody may read or change anything with it. */
const meaningfulStatus = (status: number): number =>
  status >= 400 && status < 500 && status !== 429 ? 403 : status;

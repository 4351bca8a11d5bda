/** Access tokens for mailboxes, by a service account with domain-wide delegation. What crosses here: a signed assertion
 * out, a bearer token in. Own code, because google-auth-library pins the token endpoint of service accounts to Google's.
 * Source: Google Identity, "Using OAuth 2.0 for Server to Server Applications". */
import { SignJWT, importPKCS8 } from "jose";
import { z } from "zod";
import type { Clock } from "../domain/time.ts";
import { type Exchange, isSuccess, retryAfterMsOf } from "./exchange.ts";
import { networkFaultOf } from "./network-fault.ts";

/** The fields of a service account's key file that count. */
export interface GoogleServiceAccount {
  client_email: string;
  private_key: string;
  token_uri: string;
}

/** The least that reads busy time and makes events. */
export const GOOGLE_SCOPES = [
  "https://www.googleapis.com/auth/calendar.events",
  "https://www.googleapis.com/auth/calendar.readonly",
];

export interface GoogleTokens {
  /** A token that acts as this mailbox, or the exchange that gave none. */
  get(mailbox: string): Promise<{ kind: "token"; token: string } | Exchange>;
  /** Drops a token that Google no longer takes. */
  forget(mailbox: string, token: string): void;
}

export interface GoogleTokensOptions {
  serviceAccount: GoogleServiceAccount;
  clock: Clock;
  timeoutMs: number;
}

const LIFETIME_SECONDS = 3600;
/** A token is renewed this long before it ends, so that it cannot end on its way. */
const RENEW_BEFORE_SECONDS = 300;

/** Tokens, one a mailbox, kept until shortly before they end. */
export const createGoogleTokens = (options: GoogleTokensOptions): GoogleTokens => {
  const kept = new Map<string, { token: string; renewAt: Temporal.Instant }>();
  const underway = new Map<string, ReturnType<GoogleTokens["get"]>>();
  const ask = async (mailbox: string): ReturnType<GoogleTokens["get"]> => {
    const askedAt = options.clock.now();
    const exchange = await exchangeAssertion(options, mailbox);
    if (!isSuccess(exchange)) return exchange;
    const answer = TokenAnswer.safeParse(exchange.body);
    if (!answer.success) return { ...exchange, status: 502 };
    const { access_token: token, expires_in: lifetime } = answer.data;
    const seconds = Math.max(0, lifetime - RENEW_BEFORE_SECONDS);
    kept.set(mailbox, { token, renewAt: askedAt.add({ seconds }) });
    return { kind: "token", token };
  };
  return {
    async get(mailbox) {
      const entry = kept.get(mailbox);
      if (entry && Temporal.Instant.compare(options.clock.now(), entry.renewAt) < 0) {
        return { kind: "token", token: entry.token };
      }
      const asked = underway.get(mailbox) ?? ask(mailbox).finally(() => underway.delete(mailbox));
      underway.set(mailbox, asked);
      return await asked;
    },
    forget(mailbox, token) {
      if (kept.get(mailbox)?.token === token) kept.delete(mailbox);
    },
  };
};

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().default(LIFETIME_SECONDS),
});

const exchangeAssertion = async (
  { serviceAccount, clock, timeoutMs }: GoogleTokensOptions,
  mailbox: string,
): Promise<Exchange> => {
  const issuedAt = Math.floor(clock.now().epochMilliseconds / 1000);
  const assertion = await new SignJWT({ scope: GOOGLE_SCOPES.join(" ") })
    .setProtectedHeader({ alg: "RS256", typ: "JWT" })
    .setIssuer(serviceAccount.client_email)
    .setSubject(mailbox)
    .setAudience(serviceAccount.token_uri)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFETIME_SECONDS)
    .sign(await importPKCS8(serviceAccount.private_key, "RS256"));
  try {
    const response = await fetch(serviceAccount.token_uri, {
      method: "POST",
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
      body: new URLSearchParams({
        grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
        assertion,
      }),
    });
    const body: unknown = await response.json().catch(() => undefined);
    const retryAfterMs = retryAfterMsOf(response.headers.get("retry-after"));
    const status = meaningfulStatus(response.status, body);
    return { kind: "answer", status, body, retryAfterMs, isTokenAnswer: true };
  } catch (error) {
    // Nothing was done whatever happened: a token changes nothing.
    return { kind: "not_sent", reason: `no token: ${networkFaultOf(error).reason}` };
  }
};

/** The token endpoint says 400 and 401 with words; the API says the same by status. A mailbox that is not of the domain is
 * `invalid_grant`, a missing delegation `unauthorized_client`. */
const meaningfulStatus = (status: number, body: unknown): number => {
  if (status < 400 || status >= 500 || status === 429) return status;
  const { data } = TokenFault.safeParse(body);
  return data?.error === "invalid_grant" && isAboutMailbox(data.error_description) ? 404 : 403;
};

const TokenFault = z.object({ error: z.string(), error_description: z.string().default("") });

/** `invalid_grant` is also said of a wrong signature or a wrong clock: those are not the mailbox's fault. */
const isAboutMailbox = (description: string): boolean =>
  /invalid email|user id|not.*valid.*email|account not found/i.test(description);

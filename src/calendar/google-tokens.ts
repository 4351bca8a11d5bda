/** Access tokens for mailboxes, by a service account with domain-wide delegation. What crosses here: a signed assertion
 * out, a bearer token in. Own code, because google-auth-library pins the token endpoint of service accounts to Google's.
 * Source: Google Identity, "Using OAuth 2.0 for Server to Server Applications". */
import { SignJWT, importPKCS8 } from "jose";
import { z } from "zod";
import type { Clock } from "../domain/time.ts";
import type { Exchange } from "./exchange.ts";
import { type KeptTokens, exchangeForToken, keepTokens } from "./kept-tokens.ts";

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

export interface GoogleTokensOptions {
  serviceAccount: GoogleServiceAccount;
  clock: Clock;
  timeoutMs: number;
}

const LIFETIME_SECONDS = 3600;
/** Tokens, one a mailbox. */
export const createGoogleTokens = (options: GoogleTokensOptions): KeptTokens =>
  keepTokens(async (mailbox) => await exchangeAssertion(options, mailbox), options.clock);

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
  const body = new URLSearchParams({
    grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    assertion,
  });
  return await exchangeForToken(serviceAccount.token_uri, { body, timeoutMs }, meaningfulStatus);
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

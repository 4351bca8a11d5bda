/** Access tokens for Graph, by the secret of a registered application (client credentials). What crosses here: the secret
 * out, a bearer token in. One token opens every mailbox that the access policy of the tenant allows.
 * Source: Microsoft identity platform, "OAuth 2.0 client credentials flow". */
import type { Clock } from "../domain/time.ts";
import { type KeptTokens, deniedStatus, exchangeForToken, keepTokens } from "./kept-tokens.ts";

/** What the registration of the application says. */
export interface MicrosoftApplication {
  tenantId: string;
  clientId: string;
  clientSecret: string;
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
/** One token for all mailboxes. */
export const createMicrosoftTokens = ({
  loginUrl,
  application,
  clock,
  timeoutMs,
}: MicrosoftTokensOptions): KeptTokens => {
  const url = `${loginUrl}/${encodeURIComponent(application.tenantId)}/oauth2/v2.0/token`;
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: application.clientId,
    client_secret: application.clientSecret,
    scope: SCOPE,
  });
  return keepTokens(
    async () => await exchangeForToken(url, { body, timeoutMs }, deniedStatus),
    clock,
  );
};

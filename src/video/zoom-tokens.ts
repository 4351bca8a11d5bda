/** Access tokens for Zoom, by the secret of a server-to-server app. What crosses here: the secret out, a bearer token in.
 * Source: Zoom, "Server-to-Server OAuth". */
import {
  type KeptTokens,
  deniedStatus,
  exchangeForToken,
  keepTokens,
} from "../calendar/kept-tokens.ts";
import type { Clock } from "../domain/time.ts";

/** What the app's page in Zoom's marketplace shows. */
export interface ZoomApp {
  accountId: string;
  clientId: string;
  clientSecret: string;
}

export interface ZoomTokensOptions {
  /** Without a slash at its end; `/oauth/token` is put behind it. */
  loginUrl: string;
  app: ZoomApp;
  clock: Clock;
  timeoutMs: number;
}

/** One token for the whole account. */
export const createZoomTokens = ({
  loginUrl,
  app,
  clock,
  timeoutMs,
}: ZoomTokensOptions): KeptTokens => {
  const basic = Buffer.from(`${app.clientId}:${app.clientSecret}`).toString("base64");
  const request = {
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({
      grant_type: "account_credentials",
      account_id: app.accountId,
    }),
    timeoutMs,
  };
  return keepTokens(
    async () => await exchangeForToken(`${loginUrl}/oauth/token`, request, deniedStatus),
    clock,
  );
};

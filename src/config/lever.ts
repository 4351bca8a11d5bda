/** How Lever is reached. */
import type { Secret } from "../secret.ts";
import type { Environment } from "./environment.ts";

/** How Lever is reached. sandbox: no credentials at all were given, so the company on loopback is used. */
export type LeverConfig =
  | { kind: "sandbox" }
  | ({ kind: "api_key"; apiKey: Secret } & LeverPlace)
  | ({
      kind: "oauth";
      clientId: string;
      clientSecret: Secret;
      refreshToken: Secret;
      tokenUrl: string;
    } & LeverPlace);

export interface LeverPlace {
  apiUrl: string;
  /** Lever's web application, when it is known from the API's address. */
  webUrl: string | null;
}

const LEVER_API_URL = "https://api.lever.co/v1";
const LEVER_SANDBOX_HOST = "api.sandbox.lever.co";

const OAUTH = ["LEVER_CLIENT_ID", "LEVER_CLIENT_SECRET", "LEVER_REFRESH_TOKEN"] as const;

/** With no credentials at all the sandbox company is used; with half of them nobody knows which was meant. */
export const findLeverContradictions = (has: (name: keyof Environment) => boolean): string[] => {
  const together = OAUTH.join(", ");
  const absent = OAUTH.filter((name) => !has(name));
  const hasOAuth = absent.length < OAUTH.length;
  if (has("LEVER_API_KEY")) {
    return hasOAuth ? [`LEVER_API_KEY: give either this or ${together}, not both`] : [];
  }
  if (hasOAuth) {
    return absent.length === 0
      ? []
      : [`${absent.join(", ")}: missing; OAuth needs ${together} together`];
  }
  const lonely = ["LEVER_API_URL", "LEVER_TOKEN_URL", "LEVER_PERFORM_AS"] as const;
  return lonely
    .filter(has)
    .map(
      (name) =>
        `${name}: is set without credentials; set LEVER_API_KEY (or ${together}), or remove it to use the sandbox company`,
    );
};

/** The sandbox where no credentials are given. */
export const buildLever = (env: Environment): LeverConfig => {
  const apiUrl = env.LEVER_API_URL ?? LEVER_API_URL;
  const isLeversSandbox = new URL(apiUrl).hostname === LEVER_SANDBOX_HOST;
  const place: LeverPlace = { apiUrl, webUrl: webUrlOf(apiUrl) };
  if (env.LEVER_API_KEY) return { kind: "api_key", apiKey: env.LEVER_API_KEY, ...place };
  const { LEVER_CLIENT_ID, LEVER_CLIENT_SECRET, LEVER_REFRESH_TOKEN } = env;
  if (!LEVER_CLIENT_ID || !LEVER_CLIENT_SECRET || !LEVER_REFRESH_TOKEN) return { kind: "sandbox" };
  return {
    kind: "oauth",
    clientId: LEVER_CLIENT_ID,
    clientSecret: LEVER_CLIENT_SECRET,
    refreshToken: LEVER_REFRESH_TOKEN,
    tokenUrl:
      env.LEVER_TOKEN_URL ??
      (isLeversSandbox
        ? "https://sandbox-lever.auth0.com/oauth/token"
        : "https://auth.lever.co/oauth/token"),
    ...place,
  };
};

const webUrlOf = (apiUrl: string): string | null => {
  const { hostname } = new URL(apiUrl);
  if (hostname === "api.lever.co") return "https://hire.lever.co";
  return hostname === LEVER_SANDBOX_HOST ? "https://hire.sandbox.lever.co" : null;
};

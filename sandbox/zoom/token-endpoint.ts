/** Zoom's token endpoint for one server-to-server app, and what its tokens open. Source: Zoom, "Server-to-Server OAuth". */
import { createHash, randomBytes } from "node:crypto";
import { type Request, type RequestHandler, urlencoded } from "express";
import type { CompanyClock } from "../clock.ts";

/** What an administrator would copy from the app's page. */
export interface ZoomApp {
  accountId: string;
  clientId: string;
  clientSecret: string;
}

export interface TokenEndpoint {
  app: ZoomApp;
  handlers: RequestHandler[];
  /** Whether a token is known and has not ended. */
  isValid(token: string): boolean;
  /** Every token given out so far has ended. */
  expireAll(): void;
  /** How many were given out. */
  given(): number;
}

const LIFETIME_SECONDS = 3600;

export interface TokenEndpointOptions {
  seed: number;
  clock: CompanyClock;
  /** The address that tokens are for, without a version. */
  apiUrl: string;
  /** What the app may do. */
  scopes: ReadonlySet<string>;
}

/** An app whose ids and secret follow from the seed, and the endpoint that knows it. */
export const createTokenEndpoint = (options: TokenEndpointOptions): TokenEndpoint => {
  const { seed, clock, apiUrl, scopes } = options;
  const app = appOf(seed);
  const tokens = new Map<string, Temporal.Instant>();
  let given = 0;
  const exchange: RequestHandler = (request, response) => {
    const refused = refusalOf(request, app);
    if (refused) {
      response.status(400).json(refused);
      return;
    }
    const token = `eyJzdiI6.${randomBytes(24).toString("base64url")}`;
    given += 1;
    tokens.set(token, clock.now().add({ seconds: LIFETIME_SECONDS }));
    response.json({
      access_token: token,
      token_type: "bearer",
      expires_in: LIFETIME_SECONDS,
      scope: [...scopes].join(" "),
      api_url: apiUrl,
    });
  };
  return {
    app,
    handlers: [urlencoded({ extended: false, limit: "16kb" }), exchange],
    isValid: (token) => {
      const endsAt = tokens.get(token);
      return endsAt !== undefined && Temporal.Instant.compare(endsAt, clock.now()) > 0;
    },
    expireAll: () => tokens.clear(),
    given: () => given,
  };
};

const appOf = (seed: number): ZoomApp => {
  const digest = (what: string) => createHash("sha256").update(`zoom ${what} ${seed}`);
  return {
    accountId: digest("account").digest("base64url").slice(0, 22),
    clientId: digest("client").digest("base64url").slice(0, 22),
    clientSecret: digest("secret").digest("base64url").slice(0, 32),
  };
};

/** Zoom takes both fields in the query or in a form. */
const fieldOf = (request: Request, name: string): string => {
  const body: unknown = request.body;
  const inForm: unknown =
    typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;
  const value: unknown = request.query[name] ?? inForm;
  return typeof value === "string" ? value : "";
};

const refusalOf = (
  request: Request,
  app: ZoomApp,
): { reason: string; error: string } | undefined => {
  const credentials = Buffer.from(`${app.clientId}:${app.clientSecret}`).toString("base64");
  if (request.headers.authorization !== `Basic ${credentials}`) {
    return { reason: "Invalid client_id or client_secret", error: "invalid_client" };
  }
  if (fieldOf(request, "grant_type") !== "account_credentials") {
    return { reason: "unsupported grant type", error: "unsupported_grant_type" };
  }
  if (fieldOf(request, "account_id") !== app.accountId) {
    return { reason: "Bad Request", error: "invalid_request" };
  }
  return undefined;
};

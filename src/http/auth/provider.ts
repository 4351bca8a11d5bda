/** The company's identity provider, at which people sign in: OpenID Connect, code flow with PKCE. What crosses here: an address to send a
 * browser to, and who the provider says has come back. No token leaves this file but the one that signing out needs. */
import type { Configuration } from "openid-client";
import type { OidcConfig, SignInConfig } from "../../config/oidc.ts";
import { AppError } from "../../domain/errors.ts";
import { cleanLine } from "../../domain/quoted.ts";
import type { KnownPerson } from "./accounts.ts";
import type { Proofs } from "./attempts.ts";
import { accessByGroups, addressIn } from "./groups.ts";

/** The provider with what we are to it. */
export type SignInProvider = OidcConfig & { signIn: SignInConfig };

export interface IdentityProvider {
  /** Where the browser goes. */
  startUrl(proofs: Proofs): Promise<string>;
  /** Who has come back with this query. Errors: `forbidden`, for an answer that is refused or not to be trusted; `oidc_unavailable`. */
  finish(query: URLSearchParams, proofs: Proofs): Promise<{ person: KnownPerson; idToken: string }>;
  /** Where the browser goes to end the provider's own session; null: the provider has no such place. */
  endUrl(idToken: string | null): Promise<string | null>;
}

const PATIENCE_SECONDS = 5;
const NAME_CHARACTERS = 80;

/** Described by itself, at the first use; asked again where it could not be read. */
export const createIdentityProvider = (
  config: SignInProvider,
  { publicUrl }: { publicUrl: string },
): IdentityProvider => {
  const callback = `${publicUrl}/auth/callback`;
  let discovered: Promise<Configuration> | null = null;
  const read = async (): Promise<Configuration> => {
    discovered ??= discover(config);
    try {
      return await discovered;
    } catch (thrown) {
      discovered = null;
      throw errorOf(thrown);
    }
  };
  return {
    startUrl: async ({ state, nonce, verifier }) => {
      const client = await import("openid-client");
      return client.buildAuthorizationUrl(await read(), {
        redirect_uri: callback,
        response_type: "code",
        scope: config.signIn.scopes,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      }).href;
    },
    finish: async (query, { state, nonce, verifier }) => {
      const client = await import("openid-client");
      const configuration = await read();
      try {
        const tokens = await client.authorizationCodeGrant(
          configuration,
          new URL(`${callback}?${query.toString()}`),
          { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
        );
        const { id_token: idToken } = tokens;
        const claims = tokens.claims();
        if (!claims || idToken === undefined) throw untrusted();
        return { person: personOf(claims, config), idToken };
      } catch (thrown) {
        throw errorOf(thrown);
      }
    },
    endUrl: async (idToken) => {
      const configuration = await read();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      const client = await import("openid-client");
      return client.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: `${publicUrl}/`,
        ...(idToken !== null && { id_token_hint: idToken }),
      }).href;
    },
  };
};

const discover = async ({ issuer, signIn }: SignInProvider): Promise<Configuration> => {
  const client = await import("openid-client");
  const secret = signIn.clientSecret?.reveal();
  return await client.discovery(
    new URL(issuer),
    signIn.clientId,
    undefined,
    secret === undefined ? client.None() : client.ClientSecretBasic(secret),
    {
      timeout: PATIENCE_SECONDS,
      execute: [
        // The provider's signature is checked also on what comes from it directly.
        client.enableNonRepudiationChecks,
        // Configuration lets no issuer be in clear but one on this machine or network.
        ...(issuer.startsWith("http:") ? [client.allowInsecureRequests] : []),
      ],
    },
  );
};

const lineIn = (claim: unknown, longest: number): string =>
  typeof claim === "string" ? cleanLine(claim, longest) : "";

/** Errors: `forbidden` for somebody without an address that is theirs: by it they are known here. */
const personOf = (
  claims: { sub: string; [claim: string]: unknown },
  config: SignInProvider,
): KnownPerson => {
  const email = addressIn(claims);
  if (email === null) {
    throw refused(
      "no_address",
      "The identity provider tells no confirmed mail address of yours, by which you would be known here. Whoever runs it can add the claim email for Convene (OIDC_SCOPES).",
    );
  }
  const name = lineIn(claims["name"], NAME_CHARACTERS);
  return {
    issuer: config.issuer,
    subject: claims.sub,
    email,
    displayName: name === "" ? null : name,
    byGroups: accessByGroups(claims, config),
  };
};

const refused = (reason: string, message: string): AppError =>
  new AppError({ code: "forbidden", fault: "caller", message, data: { reason } });

const untrusted = (reason = "untrusted"): AppError =>
  refused(
    reason,
    "What the identity provider answered does not hold, so nobody was signed in. Begin again; if it stays like this, tell whoever runs Convene.",
  );

const unavailable = (reason: string): AppError =>
  new AppError({
    code: "oidc_unavailable",
    fault: "upstream",
    retryable: true,
    message:
      "The identity provider (OIDC_ISSUER) does not answer as it should, so nobody can sign in there. Try again in a minute.",
    data: { reason },
  });

/** The library's errors hold answers and claims: of them the code alone is kept. */
const errorOf = (thrown: unknown): AppError => {
  if (thrown instanceof AppError) return thrown;
  const code = wordOf(thrown, "code");
  const answer = wordOf(thrown, "error");
  if (code === "OAUTH_AUTHORIZATION_RESPONSE_ERROR") return refusalOf(answer);
  if (code === "OAUTH_RESPONSE_BODY_ERROR") {
    return answer === "invalid_grant" ? untrusted(answer) : misconfigured(answer);
  }
  if (DISTRUST.has(code)) return untrusted(code);
  if (code === "OAUTH_WWW_AUTHENTICATE_CHALLENGE") return misconfigured(code);
  return unavailable(code === "" ? "unreachable" : code);
};

const DISTRUST = new Set([
  "OAUTH_INVALID_RESPONSE",
  "OAUTH_JWT_CLAIM_COMPARISON_FAILED",
  "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED",
  "OAUTH_JWT_TIMESTAMP_CHECK_FAILED",
  "OAUTH_KEY_SELECTION_FAILED",
  "OAUTH_PARSE_ERROR",
  "OAUTH_UNSUPPORTED_OPERATION",
  "OAUTH_MISSING_SERVER_METADATA",
]);

const wordOf = (thrown: unknown, field: string): string => {
  const value: unknown =
    typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, field) : null;
  return typeof value === "string" && /^\w{1,60}$/.test(value) ? value : "";
};

const refusalOf = (answer: string): AppError =>
  answer === "access_denied"
    ? refused(
        answer,
        "The identity provider did not let you in, or you did not go on there. Ask whoever runs it to assign Convene to you, or begin again.",
      )
    : refused(
        answer,
        "The identity provider refused this sign-in. Begin again; if it stays like this, tell whoever runs Convene.",
      );

const misconfigured = (reason: string): AppError =>
  refused(
    reason,
    "The identity provider does not accept how Convene signs people in. Whoever runs Convene has to look at OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and the redirect address /auth/callback.",
  );

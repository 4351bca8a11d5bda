/** Access tokens of the company's own identity provider (OAuth 2.1): we are a resource server, and check what it has signed. */
import { createHash } from "node:crypto";
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from "jose";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import { cleanLine } from "../../domain/quoted.ts";
import { scopeOf } from "../../domain/access.ts";
import type { OidcConfig } from "../../config/oidc.ts";
import type { Account, AccountAccess } from "./accounts.ts";
import { accessByGroups, isUnconfirmed, wordsIn } from "./groups.ts";
import type { Principal } from "./principal.ts";
import { scopesIn } from "./scopes.ts";

/** Signed by a key pair: what both sides share anybody of them could have made. */
const ALGORITHMS = ["RS256", "PS256", "ES256", "ES384", "EdDSA"];
const CLOCK_TOLERANCE_SECONDS = 30;
const PATIENCE_MS = 5_000;

/** Who an access token is of. */
export interface TokenHolder {
  principal: Principal;
  /** The same for a newer token of the same person and program. */
  key: string;
}

/** Whether it is meant to be one: a JWT in its three parts. */
export const isAccessToken = (secret: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(secret);

const Discovered = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Whom we know of the provider. Null: nobody of that subject. */
export type FindAccount = (person: {
  issuer: string;
  subject: string;
}) => Promise<Pick<Account, "email" | "access" | "setBy"> | null>;

/** A function that says who an access token is of. `audience`: for whom it must have been made. Shape: null when it is not good, for
 * whatever reason. Errors: `oidc_unavailable` while the provider's keys cannot be read; `forbidden` for somebody without a role. */
export const createAccessTokens = (
  config: OidcConfig,
  { audience, findAccount }: { audience: string; findAccount: FindAccount },
): ((secret: string) => Promise<TokenHolder | null>) => {
  let keys: Promise<ReturnType<typeof createRemoteJWKSet>> | null = null;
  const readKeys = async (): Promise<ReturnType<typeof createRemoteJWKSet>> => {
    keys ??= findKeys(config.issuer);
    try {
      return await keys;
    } catch (cause) {
      keys = null;
      throw unavailable(cause);
    }
  };
  return async (secret) => {
    const keysNow = await readKeys();
    try {
      const { payload } = await jwtVerify(secret, keysNow, {
        issuer: config.issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ["sub", "exp", "aud"],
      });
      const known = await findAccount({ issuer: config.issuer, subject: payload.sub ?? "" });
      // What was set here by hand outranks the groups.
      const isByHand = known !== null && known.setBy !== null;
      const access = isByHand ? known.access : byGroups(payload, config);
      if (!access) throw withoutAccess(config);
      return holderOf(payload, { access, name: known?.email ?? nameIn(payload) });
    } catch (thrown) {
      if (isOfTheToken(thrown)) return null;
      throw thrown instanceof AppError ? thrown : unavailable(thrown);
    }
  };
};

/** A fault of the token; the others are of the provider or of the way to it. */
const isOfTheToken = (thrown: unknown): boolean =>
  thrown instanceof errors.JOSEError &&
  !(thrown instanceof errors.JWKSTimeout || thrown instanceof errors.JWKSInvalid) &&
  thrown.code !== "ERR_JOSE_GENERIC";

const unavailable = (cause: unknown): AppError =>
  new AppError({
    code: "oidc_unavailable",
    fault: "upstream",
    retryable: true,
    message:
      "The identity provider (OIDC_ISSUER) does not say with which keys it signs, so nobody's access token can be checked. Try again in a minute.",
    cause,
  });

/** By its own description, as OpenID Connect or as OAuth has it. */
const findKeys = async (issuer: string): Promise<ReturnType<typeof createRemoteJWKSet>> => {
  let cause: unknown = null;
  for (const name of ["openid-configuration", "oauth-authorization-server"]) {
    try {
      const response = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/${name}`, {
        signal: AbortSignal.timeout(PATIENCE_MS),
        redirect: "error",
      });
      const described = response.ok ? Discovered.safeParse(await response.json()) : null;
      if (!described?.success || described.data.issuer !== issuer) continue;
      return createRemoteJWKSet(new URL(described.data.jwks_uri), { timeoutDuration: PATIENCE_MS });
    } catch (thrown) {
      cause = thrown;
    }
  }
  throw new Error("the issuer describes itself nowhere", { cause });
};

const byGroups = (payload: JWTPayload, config: OidcConfig): AccountAccess | null => {
  const access = accessByGroups(payload, config);
  return access && { ...access, requisitions: null };
};

const withoutAccess = ({ groupsClaim }: OidcConfig): AppError =>
  new AppError({
    code: "forbidden",
    fault: "caller",
    message: `Nothing in the access token's claim ${groupsClaim} gives access to Convene, and nobody has given it by hand. Ask an administrator of Convene.`,
  });

const holderOf = (
  payload: JWTPayload,
  { access, name }: { access: AccountAccess; name: string },
): TokenHolder => {
  const { role } = access;
  const scopes = scopesIn([...wordsIn(payload["scope"]), ...wordsIn(payload["scp"])]);
  const identity = [payload.iss, payload.sub, programIn(payload)];
  return {
    principal: {
      name,
      role,
      scope: scopeOf(role, access),
      email: name.includes("@") ? name : null,
      identity: `${payload.iss} ${payload.sub}`,
      via: "token",
      scopes,
    },
    key: createHash("sha256").update(JSON.stringify(identity)).digest("hex"),
  };
};

const textIn = (claim: unknown): string => (typeof claim === "string" ? cleanLine(claim, 80) : "");

/** Never a name that people give themselves: by it others' forms are kept from whoever owes one. An address that the provider has not
 * seen to be theirs could be anybody's. */
const nameIn = (payload: JWTPayload): string => {
  const email = isUnconfirmed(payload) ? "" : textIn(payload["email"]);
  return email.includes("@") ? email : `subject ${textIn(payload.sub)}`;
};

const programIn = (payload: JWTPayload): string =>
  textIn(payload["azp"]) || textIn(payload["client_id"]);

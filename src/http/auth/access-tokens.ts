/** Access tokens of the company's own identity provider (OAuth 2.1): we are a resource server, and check what it has signed. */
import { createHash } from "node:crypto";
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from "jose";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import { cleanLine } from "../../domain/quoted.ts";
import { scopeOf } from "../../domain/access.ts";
import type { OidcConfig } from "../../config/oidc.ts";
import type { Account, AccountAccess } from "./accounts.ts";
import type { Claimant } from "./foreign-address.ts";
import { accessByGroups, addressIn, wordsIn } from "./groups.ts";
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

/** Whom we know of the provider. */
export interface Accounts {
  /** Null: nobody of that subject. */
  find(person: {
    issuer: string;
    subject: string;
  }): Promise<Pick<Account, "email" | "access" | "setBy"> | null>;
  /** Errors: `forbidden` for somebody who is not known, and whose address is an account's. */
  refuseForeign(claimant: Claimant): Promise<void>;
}

/** A function that says who an access token is of. `audience`: for whom it must have been made. Shape: null when it is not good, for
 * whatever reason. Errors: `oidc_unavailable` while the provider's keys cannot be read; `forbidden` for somebody without a role, or with an
 * address that is another's account. */
export const createAccessTokens = (
  config: OidcConfig,
  { audience, accounts }: { audience: string; accounts: Accounts },
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
      const person = { issuer: config.issuer, subject: payload.sub ?? "" };
      const known = await accounts.find(person);
      const email = known?.email ?? addressIn(payload);
      if (!known && email !== null) {
        await accounts.refuseForeign({ ...person, email, by: "access token" });
      }
      // What was set here by hand outranks the groups.
      const isByHand = known !== null && known.setBy !== null;
      const access = isByHand ? known.access : byGroups(payload, config);
      if (!access) throw withoutAccess(config);
      return holderOf(payload, { access, email });
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
  { access, email }: { access: AccountAccess; email: string | null },
): TokenHolder => {
  const { role } = access;
  const scopes = scopesIn([...wordsIn(payload["scope"]), ...wordsIn(payload["scp"])]);
  const identity = [payload.iss, payload.sub, programIn(payload)];
  return {
    principal: {
      // Never a name that people give themselves: by it others' forms are kept from whoever owes one.
      name: email ?? `subject ${textIn(payload.sub)}`,
      role,
      scope: scopeOf(role, access),
      email,
      identity: `${payload.iss} ${payload.sub}`,
      via: "token",
      scopes,
    },
    key: createHash("sha256").update(JSON.stringify(identity)).digest("hex"),
  };
};

const textIn = (claim: unknown): string => (typeof claim === "string" ? cleanLine(claim, 80) : "");

const programIn = (payload: JWTPayload): string =>
  textIn(payload["azp"]) || textIn(payload["client_id"]);

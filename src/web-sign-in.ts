/** Signing in with what a process has: the identity provider that is configured, or in a sandbox the company's own. */
import { GROUPS_HOLD_DAYS, type OidcConfig } from "./config/oidc.ts";
import type { Deps } from "./deps.ts";
import { AppError } from "./domain/errors.ts";
import type { SessionRouteDeps } from "./http/api/session-routes.ts";
import { type SessionDeps } from "./http/auth/open-session.ts";
import {
  type IdentityProvider,
  type SignInProvider,
  createIdentityProvider,
} from "./http/auth/provider.ts";
import { renewSession } from "./http/auth/renew.ts";
import { readHint } from "./http/auth/sign-out-hint.ts";
import { createKnownToken, revokeToken } from "./http/auth/tokens.ts";

export interface SignIn extends SessionDeps, Pick<SessionRouteDeps, "providerHost" | "endUrlOf"> {
  provider: IdentityProvider | null;
  /** How long a role by groups holds. Units: days. */
  groupsHoldDays: number;
}

const hasSignIn = (config: OidcConfig | null | undefined): config is SignInProvider =>
  !!config && config.signIn !== null;

/** Null: nobody signs in at a provider. */
const providerOf = ({ config, sandbox }: Deps): SignInProvider | null => {
  if (hasSignIn(config.oidc)) return config.oidc;
  return config.oidc === null && hasSignIn(sandbox?.oidc) ? sandbox.oidc : null;
};

/** What routes and pages need for it. */
export const openSignIn = (deps: Deps): SignIn => {
  const config = providerOf(deps);
  const { publicUrl } = deps;
  const provider = config && createIdentityProvider(config, { publicUrl });
  return {
    provider,
    groupsHoldDays: config?.signIn.groupsHoldDays ?? GROUPS_HOLD_DAYS,
    providerHost: config && new URL(config.issuer).host,
    publicUrl,
    createToken: async (token) => await createKnownToken(token, deps),
    revokeToken: async (secret) => await revokeToken(secret, deps),
    renewSession: async (secret) => await renewSession(secret, deps),
    endUrlOf: async (session) => {
      const kept = provider && (await readHint(session, deps));
      if (!provider || !kept) return null;
      try {
        return await provider.endUrl(kept.hint);
      } catch (thrown) {
        // Whoever leaves has left here, also while the provider does not answer.
        if (thrown instanceof AppError && thrown.code === "oidc_unavailable") return null;
        throw thrown;
      }
    },
  };
};

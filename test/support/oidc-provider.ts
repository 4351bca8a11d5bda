/** An identity provider on loopback, apart from the sandbox company: the company's own, at an address of its own, which a test can switch off and
 * have misbehave. */
import { Router } from "express";
import { type DirectoryEntry } from "../../sandbox/oidc/directory.ts";
import { type Oidc, createOidc } from "../../sandbox/oidc/oidc.ts";
import { systemClock } from "../../src/clock.ts";
import { openMountedApp } from "./loopback-app.ts";

export interface OidcProvider extends AsyncDisposable, Oidc {
  /** Whether it answers at all. */
  isUp: boolean;
}

/** Opens it, with these people. */
export const openOidcProvider = async (
  people: readonly DirectoryEntry[] = [],
): Promise<OidcProvider> => {
  let oidc: Oidc | null = null;
  const app = await openMountedApp((issuer) => {
    oidc = createOidc({ seed: 1, issuer, clock: systemClock, people });
    const router = Router();
    router.use((_request, response, next) => {
      if (provider.isUp) next();
      else response.status(503).end();
    });
    router.use(oidc.router);
    return { path: "/", router };
  });
  if (!oidc) throw new Error("the provider was not built");
  const provider: OidcProvider = {
    ...(oidc as Oidc),
    isUp: true,
    [Symbol.asyncDispose]: async () => await app[Symbol.asyncDispose](),
  };
  return provider;
};

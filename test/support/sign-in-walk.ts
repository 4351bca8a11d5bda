/** Convene with an identity provider of its own, and people who can sign in there. */
import { expect } from "vitest";
import { Session } from "../../src/http/api/session-schemas.ts";
import { type Jar, openJar, signInAs } from "./browser-session.ts";
import type { OpenTestDatabase } from "./database.ts";
import { type OidcProvider, openOidcProvider } from "./oidc-provider.ts";
import { type Walk, startWalk } from "./walk.ts";

const person = (name: string, ...groups: string[]) => ({
  subject: name,
  name: name.toUpperCase(),
  email: `${name}@house.test`,
  jobTitle: "",
  isDeactivated: name === "left",
  groups,
});

const PEOPLE = [
  person("ada", "talent"),
  person("root", "talent", "bosses"),
  person("lead", "leads-data", "leads-platform"),
  person("guest"),
  person("left", "talent"),
  person("rita", "talent"),
  person("sam", "talent"),
  person("tom", "talent"),
];

export interface SignInWalk {
  walk: Walk;
  provider: OidcProvider;
  url: string;
  /** Who a browser is signed in as; else the status. */
  whoIs(jar: Jar): Promise<Session | number>;
  /** A browser of somebody who has signed in. */
  signedIn(who: string): Promise<Jar>;
  /** The words of a page that lets nobody in. */
  refusal(jar: Jar, response: Response): Promise<string>;
  close(): Promise<void>;
}

/** Starts both. */
export const startSignInWalk = async (open: OpenTestDatabase): Promise<SignInWalk> => {
  const provider = await openOidcProvider(PEOPLE);
  const walk = await startWalk(open, {
    env: {
      TRUSTED_PROXIES: "1",
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.application.clientId,
      OIDC_CLIENT_SECRET: provider.application.clientSecret,
      OIDC_GROUPS:
        "talent=recruiter,bosses=admin,leads-data=hiring_manager@Data,leads-platform=hiring_manager@Platform",
    },
  });
  const { url } = walk;
  const whoIs = async (jar: Jar): Promise<Session | number> => {
    const answer = await jar.fetch(`${url}/api/session`);
    return answer.status === 200 ? Session.parse(await answer.json()) : answer.status;
  };
  const signedIn = async (who: string): Promise<Jar> => {
    const jar = openJar();
    expect((await signInAs(jar, { url, person: who })).status).toBe(303);
    return jar;
  };
  const refusal = async (jar: Jar, response: Response): Promise<string> => {
    const text = await response.text();
    expect(response.status).toBeGreaterThanOrEqual(400);
    // Nothing of what was sent comes back.
    expect(text).not.toMatch(/eyJ|code=|state=/);
    expect(await whoIs(jar)).toBe(401);
    return text;
  };
  return {
    walk,
    provider,
    url,
    whoIs,
    signedIn,
    refusal,
    close: async () => {
      await walk.close();
      await provider[Symbol.asyncDispose]();
    },
  };
};

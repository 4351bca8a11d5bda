/** The company's Google alone, spoken to as Google's own client speaks to Google. */
import { calendar } from "@googleapis/calendar";
import { SignJWT, importPKCS8 } from "jose";
import { z } from "zod";
import { type CompanyClock, createCompanyClock } from "../../sandbox/clock.ts";
import { type Google, createGoogle } from "../../sandbox/google/google.ts";
import { type Journal, createJournal } from "../../sandbox/journal.ts";
import { buildWorld } from "../../sandbox/worlds/build.ts";
import type { Person, World } from "../../sandbox/worlds/types.ts";
import { openMountedApp } from "./loopback-app.ts";

/** What an assertion says; what is left out is as it should be. */
export interface Claims {
  sub?: string;
  scope?: string;
  iss?: string;
  aud?: string;
  iat?: number;
  lifetime?: number;
}

export const CALENDAR_SCOPE = "https://www.googleapis.com/auth/calendar";

export interface CompanyGoogle extends AsyncDisposable {
  url: string;
  google: Google;
  world: World;
  /** Active, with a calendar that may be read. */
  people: Person[];
  clock: CompanyClock;
  journal: Journal;
  assertion(claims?: Claims): Promise<string>;
  exchange(assertion: string, grantType?: string): Promise<Response>;
  /** Google's client as one person: answers of any status come back as they are. */
  clientOf(
    sub: string,
    scope?: string,
  ): Promise<{ api: ReturnType<typeof calendar>; options: ClientOptions }>;
}

export interface ClientOptions {
  rootUrl: string;
  headers: Record<string, string>;
  retry: false;
  validateStatus: () => true;
}

const JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const Token = z.object({ access_token: z.string() });

/** Starts it at a time at which it stands still. */
export const openCompanyGoogle = async (now: Temporal.Instant): Promise<CompanyGoogle> => {
  const clock = createCompanyClock({ startsAt: now, frozen: true });
  const journal = createJournal(clock);
  const world = buildWorld({ seed: 1, now });
  const built: Google[] = [];
  const app = await openMountedApp((baseUrl) => {
    const google = createGoogle({
      world,
      clock,
      journal,
      baseUrl,
      quota: null,
      notifyRetryDelaysMs: [10, 10],
    });
    built.push(google);
    return { path: "/google", router: google.router };
  });
  const [google] = built;
  if (!google) throw new Error("the company has no Google");
  const { serviceAccount } = google;
  const assertion = async (claims: Claims = {}): Promise<string> => {
    const iat = claims.iat ?? now.epochMilliseconds / 1000;
    const scope = claims.scope ?? CALENDAR_SCOPE;
    return await new SignJWT({ scope, ...(claims.sub && { sub: claims.sub }) })
      .setProtectedHeader({ alg: "RS256", typ: "JWT" })
      .setIssuer(claims.iss ?? serviceAccount.client_email)
      .setAudience(claims.aud ?? serviceAccount.token_uri)
      .setIssuedAt(iat)
      .setExpirationTime(iat + (claims.lifetime ?? 3600))
      .sign(await importPKCS8(serviceAccount.private_key, "RS256"));
  };
  const exchange = async (signed: string, grantType = JWT_BEARER): Promise<Response> =>
    await fetch(serviceAccount.token_uri, {
      method: "POST",
      body: new URLSearchParams({ grant_type: grantType, assertion: signed }),
    });
  return {
    url: `${app.url}/google`,
    google,
    world,
    people: world.people.filter((one) => one.calendar === "ok" && one.deactivatedAtMs === null),
    clock,
    journal,
    assertion,
    exchange,
    async clientOf(sub, scope = CALENDAR_SCOPE) {
      const answer = await exchange(await assertion({ sub, scope }));
      const { access_token: token } = Token.parse(await answer.json());
      return {
        api: calendar("v3"),
        options: {
          rootUrl: `${app.url}/google/`,
          headers: { authorization: `Bearer ${token}` },
          retry: false,
          validateStatus: () => true,
        },
      };
    },
    [Symbol.asyncDispose]: async () => await app[Symbol.asyncDispose](),
  };
};

/** The company's Microsoft 365 alone, spoken to over HTTP as any application would. */
import { z } from "zod";
import { type CompanyClock, createCompanyClock } from "../../sandbox/clock.ts";
import { type Journal, createJournal } from "../../sandbox/journal.ts";
import { type Microsoft, createMicrosoft } from "../../sandbox/microsoft/microsoft.ts";
import { buildWorld } from "../../sandbox/worlds/build.ts";
import type { Person, World } from "../../sandbox/worlds/types.ts";
import { openMountedApp } from "./loopback-app.ts";

export interface GraphAnswer {
  status: number;
  headers: Headers;
  body: unknown;
}

export interface CompanyMicrosoft extends AsyncDisposable {
  url: string;
  microsoft: Microsoft;
  world: World;
  /** Active, with a mailbox here that may be opened. */
  people: Person[];
  clock: CompanyClock;
  journal: Journal;
  /** Asks the token endpoint; what is left out is as it should be. */
  exchange(form?: Record<string, string>, tenant?: string): Promise<GraphAnswer>;
  /** Asks Graph below its version, or at a link that Graph gave. */
  ask(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string>; token?: string },
  ): Promise<GraphAnswer>;
}

const Token = z.object({ access_token: z.string() });

/** Starts it at a time at which it stands still. */
export const openCompanyMicrosoft = async (now: Temporal.Instant): Promise<CompanyMicrosoft> => {
  const clock = createCompanyClock({ startsAt: now, frozen: true });
  const journal = createJournal(clock);
  const world = buildWorld({ seed: 1, now, microsoft: true });
  const built: Microsoft[] = [];
  const notifyRetryDelaysMs = [10, 10];
  const app = await openMountedApp((baseUrl) => {
    const shared = { world, clock, journal, baseUrl };
    const microsoft = createMicrosoft({ ...shared, throttle: null, notifyRetryDelaysMs });
    built.push(microsoft);
    return { path: "/microsoft", router: microsoft.router };
  });
  const [microsoft] = built;
  if (!microsoft) throw new Error("the company has no Microsoft");
  const { tenantId, clientId, clientSecret } = microsoft.application;
  const usual = {
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
    scope: "https://graph.microsoft.com/.default",
  };
  const exchange: CompanyMicrosoft["exchange"] = async (form = {}, tenant = tenantId) =>
    await answerOf(
      await fetch(`${app.url}/microsoft/login/${tenant}/oauth2/v2.0/token`, {
        method: "POST",
        body: new URLSearchParams({ ...usual, ...form }),
      }),
    );
  const { access_token: token } = Token.parse((await exchange()).body);
  return {
    url: `${app.url}/microsoft`,
    microsoft,
    world,
    people: world.people.filter(
      (one) => one.mailbox === "microsoft" && one.calendar === "ok" && one.deactivatedAtMs === null,
    ),
    clock,
    journal,
    exchange,
    ask: async (method, path, options = {}) =>
      await answerOf(
        await fetch(path.startsWith("http") ? path : `${app.url}/microsoft/graph/v1.0${path}`, {
          method,
          headers: {
            authorization: `Bearer ${options.token ?? token}`,
            ...(options.body !== undefined && { "content-type": "application/json" }),
            ...options.headers,
          },
          ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
        }),
      ),
    async [Symbol.asyncDispose]() {
      await microsoft.subscriptions.shut();
      await app[Symbol.asyncDispose]();
    },
  };
};

const answerOf = async (response: Response): Promise<GraphAnswer> => {
  const text = await response.text();
  const body: unknown = text === "" ? undefined : JSON.parse(text);
  return { status: response.status, headers: response.headers, body };
};

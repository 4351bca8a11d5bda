/** The company, running: every service on one loopback server by path, mail on a port of its own, one clock for all. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { type Server, createServer } from "node:http";
import express, { type Express, type Router } from "express";
import { type CompanyClock, createCompanyClock, skewedClock } from "./clock.ts";
import { createControl } from "./control/control.ts";
import { meetFaults } from "./faults/over-http.ts";
import { type Faults, type FaultyService, createFaults } from "./faults/rules.ts";
import { refuseAsGoogle } from "./google/errors.ts";
import { createGoogle } from "./google/google.ts";
import { USUAL_QUOTA } from "./google/quota.ts";
import { type Journal, createJournal } from "./journal.ts";
import { createLever } from "./lever/lever.ts";
import { refuseAsLever } from "./lever/protocol.ts";
import { USUAL_THROTTLE } from "./microsoft/access.ts";
import { refuseAsMicrosoft } from "./microsoft/errors.ts";
import { createMicrosoft } from "./microsoft/microsoft.ts";
import { carryInvitations } from "./invitations.ts";
import { ownSiteOnly } from "./own-site.ts";
import { directoryOf, groupsOf } from "./oidc/directory.ts";
import { createOidc } from "./oidc/oidc.ts";
import { refuseAsOpenAi } from "./openai/errors.ts";
import { createOpenAi } from "./openai/openai.ts";
import { createPages } from "./pages.ts";
import { createSlack, refuseAsSlack } from "./slack/slack.ts";
import { createTeams, refuseAsTeams } from "./teams/teams.ts";
import { letRoomsAnswer } from "./rooms.ts";
import { startSmtp } from "./smtp/smtp.ts";
import { buildWorld } from "./worlds/build.ts";
import { refuseAsZoom } from "./zoom/errors.ts";
import { USUAL_PER_DAY, createZoom } from "./zoom/zoom.ts";

export interface CompanyOptions {
  /** Default 1. */
  seed?: number;
  /** Default: the present. */
  startsAt?: Temporal.Instant;
  /** Default 60. */
  candidates?: number;
  host?: string;
  /** 0, the default: any free port. */
  port?: number;
  smtpPort?: number;
  /** Default: Lever's own, 10 a second and 20 at once. */
  rateLimit?: { perSecond: number; burst: number } | "off";
  /** Real milliseconds before each further try of a webhook. */
  webhookRetryDelaysMs?: readonly number[];
  /** Default: running. */
  clock?: "running" | "frozen";
  /** Whether a part of its people lives at Microsoft (`sandbox/worlds/build.ts` says who). Default: all are at Google. */
  microsoft?: boolean;
}

const LEVER_LIMIT = { perSecond: 10, burst: 20 };
const RETRY_DELAYS_MS = [1_000, 5_000, 15_000, 60_000, 300_000];

/** Starts the company. Shape: addresses and credentials for the product, handles for tests. */
export const startCompany = async (options: CompanyOptions = {}) => {
  const host = options.host ?? "127.0.0.1";
  const clock = createCompanyClock({
    ...(options.startsAt && { startsAt: options.startsAt }),
    frozen: options.clock === "frozen",
  });
  const journal = createJournal(clock);
  const app = express();
  app.disable("x-powered-by");
  await using undo = new AsyncDisposableStack();
  const server = createServer(app);
  const url = await listen(server, host, options.port ?? 0);
  undo.defer(async () => await shut(server));
  const base = { clock, journal, faults: createFaults(options.seed ?? 1), url };
  const services = createServices(options, base);
  carryInvitations({ google: services.google.store, microsoft: services.microsoft.store });
  letRoomsAnswer(services);
  undo.defer(async () => await services.lever.webhooks.close());
  undo.defer(async () => await services.google.channels.close());
  undo.defer(async () => await services.microsoft.subscriptions.shut());
  const smtp = await startSmtp({ ...base, host, port: options.smtpPort ?? 0 });
  undo.defer(async () => await smtp.close());
  mount(app, { ...base, ...services, mailPages: smtp.pages });
  const open = undo.move();
  return {
    ...base,
    ...services,
    leverUrl: `${url}/lever/v1`,
    googleUrl: `${url}/google`,
    googleServiceAccount: services.google.serviceAccount,
    microsoftGraphUrl: `${url}/microsoft/graph`,
    microsoftLoginUrl: `${url}/microsoft/login`,
    microsoftApplication: services.microsoft.application,
    zoomApiUrl: `${url}/zoom/v2`,
    zoomLoginUrl: `${url}/zoom`,
    zoomApp: services.zoom.app,
    directoryGroups: groupsOf(services.world),
    slackUrl: `${url}/slack/api/`,
    teamsWebhookUrl: `${url}/teams${services.teams.webhookPath}`,
    openaiUrl: `${url}/openai/v1`,
    smtpUrl: smtp.url,
    mails: smtp.mails,
    close: async () => await open.disposeAsync(),
  };
};

interface Base {
  clock: CompanyClock;
  journal: Journal;
  faults: Faults;
  url: string;
}

const createServices = (options: CompanyOptions, { clock, journal, faults, url }: Base) => {
  const seed = options.seed ?? 1;
  const { candidates, microsoft } = options;
  const world = buildWorld({ seed, now: clock.now(), candidates, microsoft });
  const isUnlimited = options.rateLimit === "off";
  const usual = (service: FaultyService) => ({
    world,
    journal,
    clock: skewedClock(clock, () => faults.skewSeconds(service)),
    baseUrl: url,
  });
  const leverApiKey = createHash("sha256").update(`lever key ${seed}`).digest("hex").slice(0, 40);
  return {
    world,
    leverApiKey,
    lever: createLever({
      ...usual("lever"),
      apiKey: leverApiKey,
      limit: options.rateLimit === "off" ? null : (options.rateLimit ?? LEVER_LIMIT),
      webhookRetryDelaysMs: options.webhookRetryDelaysMs ?? RETRY_DELAYS_MS,
    }),
    google: createGoogle({
      ...usual("google"),
      quota: isUnlimited ? null : USUAL_QUOTA,
      notifyRetryDelaysMs: RETRY_DELAYS_MS.slice(0, 3),
    }),
    microsoft: createMicrosoft({
      ...usual("microsoft"),
      throttle: isUnlimited ? null : USUAL_THROTTLE,
      notifyRetryDelaysMs: RETRY_DELAYS_MS.slice(0, 3),
    }),
    zoom: createZoom({ ...usual("zoom"), perDay: isUnlimited ? null : USUAL_PER_DAY }),
    slack: createSlack(usual("slack")),
    teams: createTeams({ world, journal }),
    openai: createOpenAi(usual("openai")),
    oidc: createOidc({ seed, clock, issuer: `${url}/oidc`, people: directoryOf(world) }),
  };
};

type Services = ReturnType<typeof createServices>;

const mount = (app: Express, parts: Base & Services & { mailPages: Router }): void => {
  const { clock, journal, faults, lever, google, microsoft, zoom, slack, teams, openai } = parts;
  app.use(ownSiteOnly);
  app.use(journal.during);
  const leverDoor = { service: "lever", faults, refuse: refuseAsLever } as const;
  app.use("/lever/v1", meetFaults(leverDoor), lever.router);
  const { expireTokens } = google;
  const googleDoor = { service: "google", faults, refuse: refuseAsGoogle, expireTokens } as const;
  // Its pages are for people who look: a fault is not for them.
  app.use(["/google/token", "/google/calendar"], meetFaults(googleDoor));
  app.use("/google", google.router);
  const microsoftDoor = {
    service: "microsoft",
    faults,
    refuse: refuseAsMicrosoft,
    expireTokens: microsoft.expireTokens,
  } as const;
  app.use(["/microsoft/login", "/microsoft/graph"], meetFaults(microsoftDoor));
  app.use("/microsoft", microsoft.router);
  const { expireTokens: expireZoom } = zoom;
  const zoomDoor = {
    service: "zoom",
    faults,
    refuse: refuseAsZoom,
    expireTokens: expireZoom,
  } as const;
  app.use(["/zoom/oauth", "/zoom/v2"], meetFaults(zoomDoor));
  app.use("/zoom", zoom.router);
  app.use("/slack/api", meetFaults({ service: "slack", faults, refuse: refuseAsSlack }));
  app.use("/slack", slack.router);
  app.use("/teams/workflows", meetFaults({ service: "teams", faults, refuse: refuseAsTeams }));
  app.use("/teams", teams.router);
  app.use("/openai/v1", meetFaults({ service: "openai", faults, refuse: refuseAsOpenAi }));
  app.use("/openai", openai.router);
  app.use("/oidc", parts.oidc.router);
  // Before the controls, which answer every other address under theirs.
  app.use(parts.mailPages);
  app.use(
    "/control",
    createControl({ clock, journal, faults, lever, google, microsoft, zoom, slack, teams, openai }),
  );
  app.use(createPages({ clock, journal, state: lever.state, faults, slack, teams }));
};

/** The running company. */
export type Company = Awaited<ReturnType<typeof startCompany>>;

const listen = async (server: Server, host: string, port: number): Promise<string> => {
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return `http://${host}:${address.port}`;
};

const shut = async (server: Server): Promise<void> => {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
};

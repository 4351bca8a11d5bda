/** The company, running: every service on one loopback server by path, mail on a port of its own, one clock for all. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { type Server, createServer } from "node:http";
import express from "express";
import { createCompanyClock } from "./clock.ts";
import { createControl } from "./control.ts";
import { createFaults } from "./faults.ts";
import { createGoogle } from "./google/google.ts";
import { createJournal } from "./journal.ts";
import { createLever } from "./lever/lever.ts";
import { ownSiteOnly } from "./own-site.ts";
import { createPages } from "./pages.ts";
import { startSmtp } from "./smtp/smtp.ts";
import { buildWorld } from "./worlds/build.ts";

export interface CompanyOptions {
  /** Default 1. */
  seed?: number;
  /** Default: the present. */
  startsAt?: Temporal.Instant;
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
}

const LEVER_LIMIT = { perSecond: 10, burst: 20 };
const RETRY_DELAYS_MS = [1_000, 5_000, 15_000, 60_000, 300_000];

/** Starts the company. Shape: addresses and credentials for the product, handles for tests. */
export const startCompany = async (options: CompanyOptions = {}) => {
  const seed = options.seed ?? 1;
  const host = options.host ?? "127.0.0.1";
  const clock = createCompanyClock({
    ...(options.startsAt && { startsAt: options.startsAt }),
    frozen: options.clock === "frozen",
  });
  const world = buildWorld({ seed, now: clock.now() });
  const journal = createJournal(clock);
  const app = express();
  app.disable("x-powered-by");
  await using undo = new AsyncDisposableStack();
  const server = createServer(app);
  const url = await listen(server, host, options.port ?? 0);
  undo.defer(async () => await shut(server));
  const leverApiKey = createHash("sha256").update(`lever key ${seed}`).digest("hex").slice(0, 40);
  const lever = createLever({
    world,
    clock,
    journal,
    baseUrl: url,
    apiKey: leverApiKey,
    limit: options.rateLimit === "off" ? null : (options.rateLimit ?? LEVER_LIMIT),
    webhookRetryDelaysMs: options.webhookRetryDelaysMs ?? RETRY_DELAYS_MS,
  });
  undo.defer(async () => await lever.webhooks.close());
  const google = createGoogle({ world, clock, journal, baseUrl: url });
  const smtp = await startSmtp({ journal, clock, host, port: options.smtpPort ?? 0 });
  undo.defer(async () => await smtp.close());
  const faults = createFaults();
  app.use(ownSiteOnly);
  app.use(journal.during);
  app.use("/lever/v1", faults.before("lever"), lever.router);
  app.use("/google", faults.before("google"), google.router);
  // Before the controls, which answer every other address under theirs.
  app.use(smtp.pages);
  app.use("/control", createControl({ clock, journal, lever, respond: google.respond }));
  app.use(createPages({ clock, journal, state: lever.state }));
  const open = undo.move();
  return {
    url,
    leverUrl: `${url}/lever/v1`,
    leverApiKey,
    googleUrl: `${url}/google`,
    googleServiceAccount: google.serviceAccount,
    smtpUrl: smtp.url,
    world,
    clock,
    journal,
    lever,
    google,
    mails: smtp.mails,
    faults,
    close: async () => await open.disposeAsync(),
  };
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

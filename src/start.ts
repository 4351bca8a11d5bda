/** Starts what a process is for: web, worker or both; and stops it in order, so that nothing is lost. */
import { randomBytes } from "node:crypto";
import { type Server, createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Express } from "express";
import { failRun, handleEvent } from "../graphs/run.ts";
import { mcpHandler } from "../mcp-server/http.ts";
import type { Config } from "./config.ts";
import { type Deps, type DepsOptions, createDeps } from "./deps.ts";
import { AppError } from "./domain/errors.ts";
import { caseRoutes } from "./http/api/case-routes.ts";
import { controlRoutes } from "./http/api/control-routes.ts";
import { eventRoutes } from "./http/api/event-routes.ts";
import { proposalRoutes } from "./http/api/proposal-routes.ts";
import { reconcileRoutes } from "./http/api/reconcile-routes.ts";
import { sandboxRoutes } from "./http/api/sandbox-routes.ts";
import { sessionRoutes } from "./http/api/session-routes.ts";
import { createChangeFeed } from "./http/api/stream.ts";
import { createApp } from "./http/app.ts";
import type { Principal } from "./http/auth/principal.ts";
import { createToken, findPrincipal, revokeToken } from "./http/auth/tokens.ts";
import { createMetrics } from "./http/metrics.ts";
import { LEVER_EVENTS, type LeverIntakeDeps } from "./intake/lever.ts";
import { Secret } from "./secret.ts";
import { VERSION } from "./version.ts";
import { drainAll } from "./worker/tick.ts";
import { readAges, readWarnings, watchWork } from "./worker/watchdog.ts";
import { type Worker, startWorker } from "./worker/worker.ts";

export interface Roles {
  /** Answers HTTP. */
  web: boolean;
  /** Handles events. */
  work: boolean;
}

export interface StartOptions extends Omit<DepsOptions, "publicUrl"> {
  roles: Roles;
  webFolder?: string;
  /** Seconds between rounds of timed duties. Default 5. */
  tickSeconds?: number;
  /** Milliseconds for which readiness is not asked again. Default 1,000. */
  healthKeptMs?: number;
  /** Seconds before attempt n is tried again. Default: 1, 2, 4 … 60. */
  retryDelaySeconds?: (attempt: number) => number;
  /** Deaths in the middle of one event before it is given up. Default 10. */
  maxDeaths?: number;
}

export interface Running {
  url: string;
  deps: Deps;
  stop(): Promise<void>;
}

/** Together with the next two less than the ten seconds after which a process that stops is ended. */
const DRAIN_GRACE_MS = 6_500;
const UNWIND_GRACE_MS = 1_000;
const ANSWER_GRACE_MS = 1_500;
/** A request that has not come whole by then is given up. */
const REQUEST_TIMEOUT_MS = 20_000;
const WEB_FOLDER = fileURLToPath(new URL("../web/dist/", import.meta.url));
const CONCURRENCY = 8;

/** Starts the roles. Errors: those of `createDeps`; `config_invalid` when the address cannot be listened on. */
export const start = async (config: Config, options: StartOptions): Promise<Running> => {
  // The port is known first: links and webhooks need it. Until all is there, callers are asked to come back.
  const door = await openDoor(config, options.roles.web);
  try {
    const publicUrl = config.publicUrl ?? door.url;
    const secret = randomBytes(24).toString("hex");
    const signatureTokens =
      config.lever.kind === "sandbox" ? { "*": [new Secret(secret)] } : config.leverSignatureTokens;
    const deps = await createDeps(config, { ...options, publicUrl });
    const state = { isAccepting: true };
    await deps.queue.start();
    const worker = options.roles.work
      ? await createWorker(deps, options, channelAddress(config, options.roles.web, door.url))
      : null;
    const web = options.roles.web
      ? await createWeb(deps, { options, signatureTokens, worker, state })
      : null;
    if (web) door.use(web.app);
    if (web && deps.sandbox) await connectSandbox(deps, door.url, secret);
    return {
      url: door.url,
      deps,
      stop: async () => {
        state.isAccepting = false;
        // Live updates end first: they would hold the door open.
        await web?.close();
        await door.close();
        const ended = worker?.stop();
        await deps.queue.stop({ graceMs: DRAIN_GRACE_MS });
        // What was cut off gives its cases back while there is a database; what hangs in a request is left behind.
        await Promise.race([ended, wait(UNWIND_GRACE_MS, undefined, { ref: false })]);
        await deps.close();
      },
    };
  } catch (error) {
    await door.close();
    throw error;
  }
};

interface Door {
  url: string;
  use(app: Express): void;
  close(): Promise<void>;
}

const openDoor = async (config: Config, isNeeded: boolean): Promise<Door> => {
  if (!isNeeded) {
    return {
      url: `http://${config.host}:${config.port}`,
      use: () => {},
      close: async () => await Promise.resolve(),
    };
  }
  let app: Express | null = null;
  const server = createServer((request, response) => {
    if (app) {
      app(request, response);
      return;
    }
    response.writeHead(503, { "retry-after": "2", "content-type": "text/plain" });
    response.end("Convene is starting.\n");
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = REQUEST_TIMEOUT_MS;
  await listen(server, config);
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("listening has no port");
  const host = config.host.includes(":") ? `[${config.host}]` : config.host;
  return {
    url: `http://${host}:${address.port}`,
    use: (ready) => {
      app = ready;
    },
    close: async () => {
      // What is being answered is answered; what takes too long is cut.
      const late = setTimeout(() => server.closeAllConnections(), ANSWER_GRACE_MS);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      clearTimeout(late);
    },
  };
};

const listen = async (server: Server, config: Config): Promise<void> => {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      reject(
        new AppError({
          code: "config_invalid",
          fault: "caller",
          message:
            cause.code === "EADDRINUSE"
              ? `PORT: ${config.port} is in use by another program. Set another PORT, or 0 for any.`
              : `HOST, PORT: cannot listen there (${cause.code ?? "unknown reason"}).`,
          cause,
        }),
      );
    });
    server.listen(config.port, config.host, resolve);
  });
};

/** Where Google can tell us of changes: a public address over TLS, or, for the sandbox company, this machine. */
const channelAddress = (config: Config, isWeb: boolean, doorUrl: string): string | null => {
  if (config.lever.kind === "sandbox" && isWeb) return `${doorUrl}/webhooks/google`;
  return config.publicUrl?.startsWith("https:") ? `${config.publicUrl}/webhooks/google` : null;
};

const createWorker = async (
  deps: Deps,
  options: StartOptions,
  address: string | null,
): Promise<Worker> =>
  await startWorker({
    ...deps,
    lever: deps.services.lever.reader,
    companyZone: deps.company.zone,
    watcher: deps.services.calendar.watcher,
    channelAddress: address,
    concurrency: CONCURRENCY,
    keepRunsDays: deps.config.keepRunsDays,
    maxDeaths: options.maxDeaths,
    tickSeconds: options.tickSeconds ?? 5,
    retryDelaySeconds: options.retryDelaySeconds ?? ((attempt) => Math.min(60, 2 ** (attempt - 1))),
    handleEvent: async (event, lease, signal) =>
      await handleEvent(event, deps.runDeps(lease, signal), deps.checkpointer),
    failRun: async (event, lease, words) => await failRun(event, words, { ...deps, lease }),
  });

interface WebOptions {
  options: StartOptions;
  signatureTokens: LeverIntakeDeps["signatureTokens"];
  worker: Worker | null;
  state: { isAccepting: boolean };
}

const createWeb = async (deps: Deps, { options, signatureTokens, worker, state }: WebOptions) => {
  const { config, sandbox, log } = deps;
  const feed = await createChangeFeed(deps.database);
  const adminToken = config.adminToken?.reveal();
  const principalOf = async (secret: string): Promise<Principal | null> =>
    await findPrincipal(secret, adminToken, deps);
  const routes = [
    ...proposalRoutes(deps),
    ...caseRoutes(deps),
    ...eventRoutes(deps),
    ...controlRoutes({
      ...deps,
      version: VERSION,
      sandboxUrl: sandbox?.url ?? null,
      companyName: deps.company.name,
      companyZone: deps.company.zone,
      drainAll: async () => await drainAll(deps),
    }),
    ...sessionRoutes({
      findPrincipal: principalOf,
      createToken: async (token) => await createToken(token, deps),
      revokeToken: async (secret) => await revokeToken(secret, deps),
      sandbox: sandbox !== null,
      secureCookies: deps.publicUrl.startsWith("https:"),
    }),
    ...reconcileRoutes(deps),
    ...sandboxRoutes(sandbox?.controls ?? null),
  ];
  const app = createApp({
    database: deps.database,
    log,
    intake: {
      ...deps,
      signatureTokens,
      signingSecret: config.automationSigningSecret?.reveal(),
    },
    metrics: createMetrics(deps.database, async () => await readAges(deps.database, deps.clock)),
    routes,
    findPrincipal: principalOf,
    feed,
    version: VERSION,
    publicUrl: deps.publicUrl,
    mcp: createMcp(deps, principalOf),
    webFolder: options.webFolder ?? WEB_FOLDER,
    signInsPerMinute: 30,
    trustedProxies: config.trustedProxies,
    isAccepting: () => state.isAccepting,
    loops: () => worker?.loops() ?? {},
    watch: async () => await watchWork(deps.database, deps.clock),
    warnings: async () => await readWarnings(deps.database),
    planFaults: () => deps.plans.faults().length,
    healthKeptMs: options.healthKeptMs,
  });
  return { app, close: async () => await feed.close() };
};

const createMcp = (deps: Deps, principalOf: (secret: string) => Promise<Principal | null>) =>
  mcpHandler({
    findPrincipal: principalOf,
    version: VERSION,
    allowedHosts: hostsOf(deps.publicUrl),
    contextFor: (principal) => ({
      ...deps.tools,
      caller: {
        kind: "mcp",
        name: principal.name,
        mayPropose: principal.role === "admin" || principal.role === "recruiter",
      },
    }),
  });

/** The public name, and the names by which the same machine knows itself. */
const hostsOf = (publicUrl: string): string[] => {
  const { host, port, hostname } = new URL(publicUrl);
  const isLoopback = ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
  return isLoopback ? [host, `127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`] : [host];
};

/** The company's Lever sends us its events, signed with a token of this start. */
const connectSandbox = async (deps: Deps, url: string, secret: string): Promise<void> => {
  for (const event of LEVER_EVENTS) {
    await deps.sandbox?.registerWebhook(event, `${url}/webhooks/lever/${event}`, secret);
  }
};

/** Starts what a process is for: web, worker or both; and stops it in order, so that nothing is lost. A role that a process
 * does not have is not loaded. */
import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Config } from "./config.ts";
import { type Deps, type DepsOptions, createDeps } from "./deps.ts";
import { openDoor } from "./http/door.ts";
import { LEVER_EVENTS } from "./intake/lever.ts";
import { Secret } from "./secret.ts";
import type { Web, WebOptions } from "./web.ts";
import type { Worker } from "./worker/worker.ts";

export interface Roles {
  /** Answers HTTP. */
  web: boolean;
  /** Handles events. */
  work: boolean;
}

export interface StartOptions extends Omit<DepsOptions, "publicUrl"> {
  roles: Roles;
  /** Aborted: it starts no further than it is, closes what it has opened, and throws the signal's reason. */
  signal?: AbortSignal;
  webFolder?: string;
  /** Seconds between rounds of timed duties. Default 5. */
  tickSeconds?: number;
  /** Milliseconds for which readiness is not asked again. Default 1,000. */
  healthKeptMs?: number;
  /** Wrong tokens of one network address that are answered as what they are. Default 60. */
  guessesPerMinute?: number;
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
const WEB_FOLDER = fileURLToPath(new URL("../web/dist/", import.meta.url));

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
    if (options.signal?.aborted) {
      await deps.close();
      throw options.signal.reason;
    }
    const state = { isAccepting: true };
    await deps.queue.start();
    const worker = options.roles.work ? await openWorker(deps, options, door.url) : null;
    const web = options.roles.web
      ? await openWeb(deps, {
          webFolder: options.webFolder ?? WEB_FOLDER,
          healthKeptMs: options.healthKeptMs,
          guessesPerMinute: options.guessesPerMinute,
          signatureTokens,
          worker,
          isAccepting: () => state.isAccepting,
        })
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

const openWorker = async (deps: Deps, options: StartOptions, doorUrl: string): Promise<Worker> => {
  const { createWorker } = await import("./work.ts");
  return await createWorker(deps, {
    channelAddress: channelAddress(deps.config, options.roles.web, doorUrl),
    tickSeconds: options.tickSeconds,
    retryDelaySeconds: options.retryDelaySeconds,
    maxDeaths: options.maxDeaths,
  });
};

const openWeb = async (deps: Deps, options: WebOptions): Promise<Web> => {
  const { createWeb } = await import("./web.ts");
  return await createWeb(deps, options);
};

/** Where calendars can tell us of changes (Microsoft at a door beside this one): a public address over TLS, or, for the sandbox company, this machine. */
const channelAddress = (config: Config, isWeb: boolean, doorUrl: string): string | null => {
  if (config.lever.kind === "sandbox" && isWeb) return `${doorUrl}/webhooks/google`;
  return config.publicUrl?.startsWith("https:") ? `${config.publicUrl}/webhooks/google` : null;
};

/** The company's Lever sends us its events, signed with a token of this start, and its Slack what is typed there. */
const connectSandbox = async (deps: Deps, url: string, secret: string): Promise<void> => {
  for (const event of LEVER_EVENTS) {
    await deps.sandbox?.registerWebhook(event, `${url}/webhooks/lever/${event}`, secret);
  }
  await deps.sandbox?.registerSlackCommand(`${url}/webhooks/slack/command`);
  await deps.sandbox?.registerSlackInteraction(`${url}/webhooks/slack/interaction`);
};

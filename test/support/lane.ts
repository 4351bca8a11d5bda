/** Product and company as in production: a web server, workers in processes of their own that a test may kill, one real
 * Postgres between them. Everything that the company was asked to do stands in its journal. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWorld } from "../../sandbox/worlds/build.ts";
import type { World } from "../../sandbox/worlds/types.ts";
import { parseConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { type RunningCompany, startSandboxCompany } from "../../src/sandbox-company.ts";
import { type Running, start } from "../../src/start.ts";
import { ProposalItem, page } from "../../src/http/api/schemas.ts";
import { type Answer, type Api, openApi } from "./api.ts";
import { type CompanyEyes, openCompanyEyes } from "./company-eyes.ts";
import { findWaiting, hasWaiting, isBooked, isHandled } from "./in-the-books.ts";
import {
  type Program,
  type WebOptions,
  type WebProcess,
  type WorkerOptions,
  type WorkerProcess,
  spawnConvene,
  spawnWeb,
  spawnWorker,
} from "./role-process.ts";
import { type WaitFor, openWaitFor } from "./wait-for.ts";
import { ADMIN_TOKEN, ROOMY_PLANS, ordinaryCandidates } from "./walk.ts";

export interface Lane extends AsyncDisposable {
  company: RunningCompany;
  eyes: CompanyEyes;
  world: World;
  web: Running;
  api: Api;
  /** What another process of this installation needs. */
  env: Record<string, string>;
  /** Ids of ordinary candidates who are not at Phone Screen yet. */
  candidates: readonly string[];
  /** One of them; each is given once. */
  nextCandidate(): string;
  moveToPhoneScreen(opportunityId: string): Promise<void>;
  waitFor: WaitFor;
  /** The proposal that waits for this opportunity. */
  waitForProposal(opportunityId: string): Promise<{ id: string; digest: string }>;
  /** Until the interview is booked and nothing of the opportunity waits to be handled. */
  waitForBooking(opportunityId: string): Promise<void>;
  /** A recruiter who says yes to whatever waits, until told to stop. */
  startRecruiter(): { stop(): Promise<void> };
  startWorker(options?: WorkerOptions): WorkerProcess;
  stopWorkers(): Promise<void>;
  /** A web server beside the lane's own. */
  startWeb(options?: WebOptions): WebProcess;
  /** The command line itself, as of this installation. */
  startConvene(...args: string[]): Program;
  /** Has the company send its webhooks to a web server of ours. */
  connectWebhooks(url: string): Promise<void>;
}

export interface LaneOptions {
  databaseUrl: string;
  seed?: number;
  candidates?: number;
  patienceMs?: number;
  /** Default: none. Every limit of the company's is lifted; or its Lever has another than usual, and we know it. */
  rateLimits?: "usual" | "none" | { perSecond: number };
  /** Where the company sends its webhooks at first. Default: to the lane's own web server. */
  webhooks?: "own" | "nowhere";
}

/** What the company's webhooks and automation tools sign with. */
export const SECRET = "a signing token of the test";
const EVENTS = [
  "candidateStageChange",
  "candidateArchiveChange",
  "candidateDeleted",
  "interviewUpdated",
  "interviewDeleted",
];

/** Starts company and web server; workers are the test's own affair. */
export const openLane = async (options: LaneOptions): Promise<Lane> => {
  await using undo = new AsyncDisposableStack();
  const { seed = 1, candidates: size = 60 } = options;
  const folder = await mkdtemp(join(tmpdir(), "convene-lane-"));
  undo.defer(async () => await rm(folder, { recursive: true, force: true }));
  const company = await startSandboxCompany({
    seed,
    candidates: size,
    isUnlimited: options.rateLimits !== "usual",
  });
  undo.defer(async () => await company.close());
  const eyes = openCompanyEyes(company);
  if (typeof options.rateLimits === "object") {
    const { perSecond } = options.rateLimits;
    await eyes.control("POST", "/lever", { limit: { perSecond, burst: perSecond * 2 } });
  }
  const env = await environment(company, folder, options);
  const web = await start(parseConfig(env), {
    log: createLog({ level: "silent" }),
    roles: { web: true, work: false },
  });
  undo.defer(async () => await web.stop());
  const connectWebhooks = async (url: string): Promise<void> => {
    for (const event of EVENTS) {
      await company.registerWebhook(event, `${url}/webhooks/lever/${event}`, SECRET);
    }
  };
  if (options.webhooks !== "nowhere") await connectWebhooks(web.url);
  const wait = await openWaitFor(web.deps.database, options.patienceMs);
  undo.defer(async () => await wait.close());
  const workers = new Set<Program>();
  const others = new Set<Program>();
  const stopWorkers = async (): Promise<void> => await killAll(workers);
  undo.defer(async () => await killAll(others));
  undo.defer(stopWorkers);
  const world = buildWorld({ seed, candidates: size, now: company.clock.now() });
  const candidates = ordinaryCandidates(world);
  const fresh = [...candidates];
  const api = openApi(web.url, ADMIN_TOKEN);
  const open = undo.move();
  return {
    company,
    eyes,
    world,
    web,
    api,
    env,
    candidates,
    nextCandidate: () => {
      const next = fresh.shift();
      if (next === undefined) throw new Error("the company has no such candidate left");
      return next;
    },
    moveToPhoneScreen: async (id) =>
      await company.controls.moveStage(id, world.cast.stages.phoneScreen),
    waitFor: wait.until,
    ...createWaits(api, wait.until, web),
    startRecruiter: () => startRecruiter(api, { waitFor: wait.until, web }),
    startWorker: (worker = {}) => kept(workers, spawnWorker(env, worker)),
    stopWorkers,
    startWeb: (server = {}) => kept(others, spawnWeb(env, server)),
    startConvene: (...args) => kept(others, spawnConvene(args, env)),
    connectWebhooks,
    [Symbol.asyncDispose]: async () => await open.disposeAsync(),
  };
};

/** Remembers a process for as long as it lives. */
const kept = <One extends Program>(programs: Set<Program>, program: One): One => {
  programs.add(program);
  void program.ended.then(() => programs.delete(program));
  return program;
};

const killAll = async (programs: ReadonlySet<Program>): Promise<void> => {
  await Promise.all([...programs].map(async (program) => await program.kill()));
};

const createWaits = (
  api: Api,
  waitFor: WaitFor,
  web: Running,
): Pick<Lane, "waitForProposal" | "waitForBooking"> => ({
  waitForProposal: async (opportunityId) =>
    await waitFor("a proposal", async () => await findWaiting(web.deps.database, opportunityId)),
  waitForBooking: async (opportunityId) => {
    const howItStands = async (): Promise<string> => {
      const events = await web.deps.database.query(
        "select kind, status, attempts, begun, note from inbox where opportunity_id = $1 order by seq",
        [opportunityId],
      );
      const { status, problem } = (await api.caseOf(opportunityId)) ?? {};
      return `a booking: ${JSON.stringify({ opportunityId, status, problem, events })}`;
    };
    const { database } = web.deps;
    await waitFor(howItStands, async () => await isBooked(database, opportunityId));
    await waitFor("the end of its events", async () => await isHandled(database, [opportunityId]));
  },
});

/** Asks again for as long as the product says that it cannot just now. */
const untilAnswered = async (ask: () => Promise<Answer>): Promise<Answer> => {
  for (;;) {
    const answer = await ask();
    if (answer.status !== 503) return answer;
  }
};

const startRecruiter = (
  api: Api,
  { waitFor, web }: { waitFor: WaitFor; web: Running },
): { stop(): Promise<void> } => {
  const over = new AbortController();
  const isOver = () => over.signal.aborted;
  const whatWaits = async (): Promise<ProposalItem[]> => {
    const { status, body } = await untilAnswered(
      async () => await api.send("GET", "/api/proposals?status=waiting"),
    );
    if (status !== 200) throw new Error(`the API answered ${status}`);
    return page(ProposalItem).parse(body).items;
  };
  const approveAll = async (): Promise<void> => {
    for (const { id, digest } of await whatWaits()) {
      const { status } = await untilAnswered(
        async () => await api.decide(id, { decision: "approve", digest }),
      );
      // Somebody or something else was quicker: then it is not the recruiter's any more.
      if (status !== 200 && status !== 409) throw new Error(`the API answered ${status}`);
    }
  };
  const work = (async () => {
    while (!isOver()) {
      await approveAll();
      // However long that takes: it is not the recruiter who runs out of patience.
      // A database that is away tells nothing: the API is asked until it answers.
      const next = async () => await hasWaiting(web.deps.database).catch(() => true);
      await waitFor("another proposal", next, over.signal);
    }
  })().catch((error: unknown) => {
    if (!isOver()) throw error;
  });
  return {
    stop: async () => {
      over.abort();
      await work;
    },
  };
};

const environment = async (
  company: RunningCompany,
  folder: string,
  { databaseUrl, rateLimits = "none" }: LaneOptions,
): Promise<Record<string, string>> => {
  const keyFile = join(folder, "google.json");
  await writeFile(keyFile, JSON.stringify(company.googleServiceAccount));
  return {
    PATH: process.env["PATH"] ?? "",
    // Workers start all the time here.
    NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"] ?? join(tmpdir(), "convene-compiled"),
    DATABASE_URL: databaseUrl,
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    ADMIN_TOKEN,
    PORT: "0",
    LOG_LEVEL: "silent",
    PLANS_DIR: ROOMY_PLANS,
    COMPANY_NAME: company.name,
    COMPANY_TIME_ZONE: company.zone,
    LEVER_API_URL: company.leverUrl,
    LEVER_API_KEY: company.leverApiKey,
    ...(rateLimits !== "usual" && {
      LEVER_REQUESTS_PER_SECOND: String(rateLimits === "none" ? 10_000 : rateLimits.perSecond),
    }),
    LEVER_SIGNATURE_TOKENS: `*=${SECRET}`,
    AUTOMATION_SIGNING_SECRET: SECRET,
    DAILY_DIGEST: "off",
    GOOGLE_API_URL: company.googleUrl,
    GOOGLE_SERVICE_ACCOUNT_FILE: keyFile,
    SMTP_URL: company.smtpUrl,
    MAIL_FROM: `Interviews at ${company.name} <${company.mailFrom}>`,
  };
};

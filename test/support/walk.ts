/** Product and company running side by side, as in real life but for time, which stands still until it is moved: real HTTP
 * between them, a real database below, a person at the API and a person at the company's keyboard. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import { buildWorld } from "../../sandbox/worlds/build.ts";
import type { Cast, World, WorldOpportunity } from "../../sandbox/worlds/types.ts";
import { type Config, parseConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { type RunningCompany, startSandboxCompany } from "../../src/sandbox-company.ts";
import { type Running, type StartOptions, start } from "../../src/start.ts";
import type { Witness } from "../../src/witness.ts";
import { type Api, openApi } from "./api.ts";
import { type CompanyEyes, openCompanyEyes } from "./company-eyes.ts";
import type { OpenTestDatabase } from "./database.ts";
import { type WaitFor, openWaitFor } from "./wait-for.ts";

/** A Monday with eight weeks of calendars before us. */
export const MONDAY = Temporal.Instant.from("2026-11-23T09:00:00Z");
export const ADMIN_TOKEN = "a-token-for-tests-long-enough";
/** Short talks over many weeks: a plan under which hundreds of bookings find a time. */
export const ROOMY_PLANS = fileURLToPath(new URL("roomy-plans", import.meta.url));
/** The same with two people, one of whom is a guest. */
export const ROOMY_PAIRS = fileURLToPath(new URL("roomy-pairs", import.meta.url));
/** A phone screen whose time the candidate chooses. */
export const OFFER_PLANS = fileURLToPath(new URL("offer-plans", import.meta.url));
/** Seats that several people can take. */
export const POOL_PLANS = fileURLToPath(new URL("pool-plans", import.meta.url));
/** Two interviews on two days. */
export const TWO_DAY_PLANS = fileURLToPath(new URL("two-day-plans", import.meta.url));
/** The same at two stages, with pools so large that the best time of one stage is the best of the next. */
export const ONE_PERSON_PLANS = fileURLToPath(new URL("one-person-plans", import.meta.url));
/** Interviews for which nothing fits. */
export const STUCK_PLANS = fileURLToPath(new URL("stuck-plans", import.meta.url));
export const AUTOMATION_SECRET = "the automation tool's own secret";

export interface WalkOptions {
  env?: Record<string, string>;
  /** Stands between product and server. Shape: the address to use instead. */
  databaseThrough?(url: string): Promise<string>;
  /** Stands between product and company: an address that is not the company's own. */
  through?(company: RunningCompany): Promise<RunningCompany> | RunningCompany;
  roles?: StartOptions["roles"];
  /** Waited for at each point that the product passes. */
  witness?: Witness;
  /** Where its log goes. Default: nowhere. */
  log?: Logger;
  startsAt?: Temporal.Instant;
  /** How long `waitFor` waits. Default 120,000. */
  patienceMs?: number;
  /** How many the company has. Default: its own number. */
  candidates?: number;
  /** Whether a part of its people has its calendars at Microsoft. */
  microsoft?: boolean;
  /** Wrong tokens of one network address in a minute. */
  guessesPerMinute?: number;
}

export interface Walk {
  running: Running;
  /** As the product sees it. */
  company: RunningCompany;
  /** What is really there. */
  eyes: CompanyEyes;
  world: World;
  cast: Cast;
  config: Config;
  url: string;
  api: Api;
  waitFor: WaitFor;
  /** The signing token of the company's webhooks. */
  webhookSecret: string;
  /** A candidate whom no test has had yet: address, zone and consent, nothing odd. Default: not at a stage with a plan. */
  nextCandidate(stage?: keyof Cast["stages"]): string;
  moveStage(opportunityId: string, stage: keyof Cast["stages"]): Promise<void>;
  close(): Promise<void>;
}

/** Starts both on a database of the test's own. Closing stops the product first. */
export const startWalk = async (
  open: OpenTestDatabase,
  options: WalkOptions = {},
): Promise<Walk> => {
  await using undo = new AsyncDisposableStack();
  const startsAt = options.startsAt ?? MONDAY;
  const size = {
    ...(options.candidates !== undefined && { candidates: options.candidates }),
    ...(options.microsoft !== undefined && { microsoft: options.microsoft }),
  };
  const real = await startSandboxCompany({
    clock: "frozen",
    startsAt,
    isUnlimited: true,
    seed: 1,
    ...size,
  });
  undo.defer(async () => await real.close());
  const seen = (await options.through?.(real)) ?? real;
  let webhookSecret = "";
  const company: RunningCompany = {
    ...seen,
    registerWebhook: async (event, url, secret) => {
      webhookSecret = secret;
      await seen.registerWebhook(event, url, secret);
    },
  };
  const folder = await mkdtemp(join(tmpdir(), "convene-walk-"));
  undo.defer(async () => await rm(folder, { recursive: true, force: true }));
  const config = await configure(open, folder, options);
  const running = await start(config, {
    log: options.log ?? createLog({ level: config.logLevel }),
    company,
    roles: options.roles ?? { web: true, work: true },
    // By the wall, while a test goes on: a round asks the database some sixty things, which is dear with the embedded one.
    tickSeconds: open.kind === "embedded" ? 2 : 1,
    healthKeptMs: 0,
    ...(options.guessesPerMinute !== undefined && { guessesPerMinute: options.guessesPerMinute }),
    probeDelayMs: 0,
    lateCommitMs: 0,
    ...(options.witness && { witness: options.witness }),
    retryDelaySeconds: () => 0,
  });
  undo.defer(async () => await running.stop());
  const waitFor = await openWaitFor(running.deps.database, options.patienceMs);
  undo.defer(async () => await waitFor.close());
  const world = buildWorld({ seed: 1, now: startsAt, ...size });
  const eyes = openCompanyEyes(real);
  const taken = new Set<string>();
  const close = undo.move();
  return {
    running,
    company,
    eyes,
    world,
    cast: world.cast,
    config,
    url: running.url,
    api: openApi(running.url, ADMIN_TOKEN),
    waitFor: waitFor.until,
    webhookSecret,
    nextCandidate: (stage) => {
      const next = ordinaryCandidates(world, stage).find((id) => !taken.has(id));
      if (next === undefined) throw new Error("the company has no such candidate left");
      taken.add(next);
      return next;
    },
    moveStage: async (opportunityId, stage) =>
      await real.controls.moveStage(opportunityId, world.cast.stages[stage]),
    close: async () => await close.disposeAsync(),
  };
};

/** The embedded database is opened by `start` itself, on a folder that holds a migrated one. */
const configure = async (
  open: OpenTestDatabase,
  folder: string,
  options: WalkOptions,
): Promise<Config> => {
  if (open.kind === "embedded") await open.fill(folder);
  const url = open.kind === "embedded" ? undefined : await addressOf(open, options);
  return parseConfig({
    DATA_DIR: folder,
    PORT: "0",
    LOG_LEVEL: "silent",
    ADMIN_TOKEN,
    AUTOMATION_SIGNING_SECRET: AUTOMATION_SECRET,
    DAILY_DIGEST: "off",
    ...(url !== undefined && {
      DATABASE_URL: url,
      ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    }),
    ...options.env,
  });
};

const addressOf = async (open: OpenTestDatabase, options: WalkOptions): Promise<string> => {
  const { url = "" } = await open();
  return (await options.databaseThrough?.(url)) ?? url;
};

const MOST_HOURS_APART = 8;

/** Ids of candidates with nothing odd about them, whose phone screen finds a time; not at that stage yet by default. */
export const ordinaryCandidates = (world: World, stage?: keyof Cast["stages"]): string[] => {
  const { stages, ...people } = world.cast;
  const odd = new Set(Object.values(people).flat());
  const isThere = ({ stageId }: WorldOpportunity): boolean =>
    stage ? stageId === stages[stage] : stageId !== stages.phoneScreen;
  return world.opportunities
    .filter((one) => isThere(one) && !odd.has(one.id) && canMeetAtPhoneScreen(one, world))
    .map((one) => one.id);
};

/** Whether everybody of a phone screen can be read and has daylight in common. */
const canMeetAtPhoneScreen = (one: WorldOpportunity, world: World): boolean => {
  const posting = world.postings.find(({ id }) => id === one.postingId);
  const panel = world.people.filter(
    ({ userId }) => userId === posting?.hiringManagerId || userId === one.ownerId,
  );
  if (one.applicationZone === null || panel.some(({ calendar }) => calendar !== "ok")) return false;
  const offsets = [one.applicationZone, ...panel.map(({ zone }) => zone)].map(
    (zone) => MONDAY.toZonedDateTimeISO(zone).offsetNanoseconds / 3.6e12,
  );
  return Math.max(...offsets) - Math.min(...offsets) <= MOST_HOURS_APART;
};

/** The soak's house: a company whose clock is moved, a door that accepts, and one worker in a process of its own, on a real
 * Postgres. */
import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { z } from "zod";
import { parseConfig } from "../src/config.ts";
import { createLog } from "../src/log.ts";
import { type RunningCompany, startSandboxCompany } from "../src/sandbox-company.ts";
import { type Running, start } from "../src/start.ts";
import { databaseUrl, onServer } from "../test/support/templates.ts";
import { startPostgres } from "../test/support/throwaway-postgres.ts";
import { MONDAY, ROOMY_PLANS } from "../test/support/walk.ts";
import { Answer, type Beginning, type Later, soakProgram } from "./soak-program.ts";

export interface SoakHouse extends AsyncDisposable {
  company: RunningCompany;
  web: Running;
  /** The signing token of the company's webhooks. */
  secret: string;
  candidates: number;
  /** Moves the time of everybody. */
  advance(hours: number): Promise<void>;
  /** What the worker holds in memory once its garbage is collected, in megabytes. */
  residentMb(): Promise<number>;
}

const CANDIDATES = 500;

/** Starts all of it. */
export const openSoakHouse = async (keepRunsDays: number): Promise<SoakHouse> => {
  await using undo = new AsyncDisposableStack();
  const server = await startPostgres();
  undo.defer(async () => await server.stop());
  await onServer(server.url, "create database bench");
  const company = await startSandboxCompany({
    clock: "frozen",
    startsAt: MONDAY,
    isUnlimited: true,
    candidates: CANDIDATES,
  });
  undo.defer(async () => await company.close());
  const env = {
    DATABASE_URL: databaseUrl(server.url, "bench"),
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    PORT: "0",
    LOG_LEVEL: "silent",
    PLANS_DIR: ROOMY_PLANS,
    KEEP_RUNS_DAYS: String(keepRunsDays),
  };
  let secret = "";
  const registerWebhook: RunningCompany["registerWebhook"] = async (event, url, token) => {
    secret = token;
    await company.registerWebhook(event, url, token);
  };
  const web = await start(parseConfig(env), {
    log: createLog({ level: "silent" }),
    company: { ...company, registerWebhook },
    roles: { web: true, work: false },
  });
  undo.defer(async () => await web.stop());
  const worker = await startWorker({ env, place: placeOf(company), now: MONDAY.toString() });
  undo.defer(async () => await worker.stop());
  const open = undo.move();
  return {
    company,
    web,
    secret,
    candidates: CANDIDATES,
    advance: async (hours) => {
      await company.controls.advance(hours * 60);
      worker.tell({ now: company.clock.now().toString() });
    },
    residentMb: worker.residentMb,
    [Symbol.asyncDispose]: async () => await open.disposeAsync(),
  };
};

/** Without what cannot leave the process. */
const placeOf = ({
  clock: _clock,
  close: _close,
  controls: _controls,
  registerWebhook: _registerWebhook,
  ...place
}: RunningCompany): Beginning["place"] => place;

const startWorker = async (beginning: Beginning) => {
  const child = fork(soakProgram, { execArgv: ["--expose-gc"], env: {} });
  child.send(beginning);
  await answerOf(child);
  return {
    tell: (later: Later) => child.send(later),
    residentMb: async (): Promise<number> => {
      child.send({ measure: true } satisfies Later);
      const answer = await answerOf(child);
      if (!("mb" in answer)) throw new Error("the worker answered something else");
      return answer.mb;
    },
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
};

const answerOf = async (child: ChildProcess): Promise<z.infer<typeof Answer>> => {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const end = (): void => reject(new Error("the worker has ended"));
  child.once("message", resolve).once("exit", end);
  try {
    return Answer.parse(await promise);
  } finally {
    child.off("message", resolve).off("exit", end);
  }
};

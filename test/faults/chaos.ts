/** Kills workers, at random moments and at random points of their work, while cases are booked, and now and then the
 * database too; then holds the company's journal against our books. Seeded; goes on where it was stopped.
 * A kill counts when the worker had begun to take work; `atWork` says how many were in the middle of an event then, with
 * its lease in their hands.
 * Usage: `npm run chaos -- [--kills 2000] [--seed 1] [--file chaos.jsonl]`. The last line is the result. */
import { appendFile, readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { Command } from "commander";
import { z } from "zod";
import { type Random, createRandom } from "../../sandbox/worlds/random.ts";
import { faultsOf, readBooks } from "../support/books.ts";
import { type Lane, openLane } from "../support/lane.ts";
import type { WorkerProcess } from "../support/role-process.ts";
import { databaseUrl, onServer } from "../support/templates.ts";
import { codeDigest } from "../support/code-digest.ts";
import { wholeOption } from "../support/whole-option.ts";
import { type PostgresServer, startPostgres } from "../support/throwaway-postgres.ts";

const CASES_A_ROUND = 60;
const KILLS_A_ROUND = 100;
const WORKERS = 3;
const SETTLE_MS = 480_000;
/** A database that goes away is a kill of everybody: one of so many. */
const DATABASE_EVERY = 25;

const Round = z.object({
  round: z.int(),
  seed: z.int(),
  kills: z.int(),
  /** How many of them hit a worker in the middle of an event. */
  atWork: z.int(),
  databaseCrashes: z.int(),
  booked: z.int(),
  parkedMails: z.int(),
  faults: z.array(z.string()),
  /** Of which code: rounds of another one prove nothing about this. */
  code: z.string().optional(),
  seconds: z.number(),
});
type Round = z.infer<typeof Round>;

const values = new Command("npm run chaos --")
  .description("Kills workers and the database while cases are booked; then checks the books.")
  .option("--kills <number>", "how many, in all rounds", wholeOption, 2_000)
  .option("--seed <number>", "what chance begins with", wholeOption, 1)
  .option(
    "--file <path>",
    "where each round is kept; a later start of the same code goes on from there",
    "chaos.jsonl",
  )
  .parse()
  .opts<{ kills: number; seed: number; file: string }>();

const readRounds = async (file: string): Promise<Round[]> => {
  const text = await readFile(file, "utf8").catch(() => "");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => Round.parse(JSON.parse(line)));
};

const main = async (): Promise<void> => {
  const { kills: wanted, seed } = values;
  const code = await codeDigest("agents", "graphs", "src", "tools");
  const rounds = (await readRounds(values.file)).filter(
    (round) => round.seed === seed && round.code === code,
  );
  const server = await startPostgres();
  try {
    while (sum(rounds, "kills") < wanted) {
      const round = { ...(await runRound({ number: rounds.length + 1, seed, server })), code };
      await appendFile(values.file, `${JSON.stringify(round)}\n`);
      rounds.push(round);
      const { round: number, kills, booked, faults } = round;
      process.stderr.write(
        `round ${number}: ${kills} kills, ${booked} booked, ${faults.length} faults; ${sum(rounds, "kills")} kills in all\n`,
      );
    }
  } finally {
    await server.stop();
  }
  const faults = rounds.flatMap((round) => round.faults);
  const result = {
    kills: sum(rounds, "kills"),
    atWork: sum(rounds, "atWork"),
    databaseCrashes: sum(rounds, "databaseCrashes"),
    booked: sum(rounds, "booked"),
    parkedMails: sum(rounds, "parkedMails"),
    faults: faults.length,
    seconds: Math.round(sum(rounds, "seconds")),
    ok: faults.length === 0,
  };
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exitCode = result.ok ? 0 : 1;
};

const sum = (
  rounds: readonly Round[],
  name: "kills" | "atWork" | "databaseCrashes" | "booked" | "parkedMails" | "seconds",
): number => rounds.reduce((total, round) => total + round[name], 0);

interface RoundOptions {
  number: number;
  seed: number;
  server: PostgresServer;
}

const runRound = async ({ number, seed, server }: RoundOptions): Promise<Round> => {
  const from = performance.now();
  const name = `chaos_${seed}_${number}`;
  await onServer(server.url, `drop database if exists ${name} with (force)`);
  await onServer(server.url, `create database ${name}`);
  const random = createRandom(`chaos/${seed}/${number}`);
  const lane = await openLane({
    databaseUrl: databaseUrl(server.url, name),
    seed: number,
    candidates: 500,
    patienceMs: SETTLE_MS,
  });
  try {
    const recorded = lane.nextCandidate();
    const points = await recordPoints(lane, recorded);
    const cases: string[] = [];
    const recruiter = lane.startRecruiter();
    const done = await harass(lane, { random, points, cases, server });
    await lane.stopWorkers();
    for (let index = 0; index < WORKERS; index += 1) lane.startWorker({ maxDeaths: 1_000 });
    for (const opportunityId of cases) await lane.waitForBooking(opportunityId);
    await recruiter.stop();
    const { bookings, stray } = await readBooks(lane, [recorded, ...cases]);
    const ledger = await lane.api.verifyLedger();
    return {
      round: number,
      seed,
      ...done,
      booked: bookings.filter(({ caseStatus }) => caseStatus === "booked").length,
      parkedMails: bookings.filter(({ effects }) => effects.at(-1)?.status === "parked").length,
      faults: [
        ...bookings.flatMap(faultsOf),
        ...stray.map(({ kind, seq }) => `round ${number}: nobody asked for ${kind} (${seq})`),
        ...(ledger.ok ? [] : [`round ${number}: the ledger does not verify`]),
      ],
      seconds: (performance.now() - from) / 1_000,
    };
  } finally {
    await lane[Symbol.asyncDispose]();
    await onServer(server.url, `drop database if exists ${name} with (force)`);
  }
};

/** The points that one undisturbed booking passes. */
const recordPoints = async (lane: Lane, opportunityId: string): Promise<string[]> => {
  const worker = lane.startWorker({ saysPoints: true });
  await lane.moveToPhoneScreen(opportunityId);
  await lane.api.approve(await lane.waitForProposal(opportunityId));
  await lane.waitForBooking(opportunityId);
  await worker.kill("SIGTERM");
  return [...new Set(worker.points)];
};

interface Harassing {
  random: Random;
  points: string[];
  cases: string[];
  server: PostgresServer;
}

/** Half of the deaths come at a chosen point of whatever case passes it first, half at any moment. */
const harass = async (
  lane: Lane,
  { random, points, cases, server }: Harassing,
): Promise<{ kills: number; atWork: number; databaseCrashes: number }> => {
  let kills = 0;
  let atWork = 0;
  let databaseCrashes = 0;
  const start = (): WorkerProcess =>
    lane.startWorker({
      maxDeaths: 1_000,
      saysPoints: true,
      ...(random.chance(0.5) && { crashAt: random.pick(points) }),
    });
  const workers = Array.from({ length: WORKERS }, start);
  while (kills < KILLS_A_ROUND) {
    if (cases.length < CASES_A_ROUND) {
      const opportunityId = lane.nextCandidate();
      cases.push(opportunityId);
      await lane.moveToPhoneScreen(opportunityId);
    }
    const index = random.int(0, WORKERS - 1);
    const victim = workers[index] ?? start();
    await Promise.race([victim.ended, wait(random.int(200, 1_800))]);
    await victim.kill();
    if (wasKilled(victim)) {
      kills += 1;
      if (victim.isAtWork) atWork += 1;
      if (kills % DATABASE_EVERY === 0) {
        await server.crash();
        await server.startAgain();
        databaseCrashes += 1;
      }
    }
    workers[index] = start();
  }
  return { kills, atWork, databaseCrashes };
};

/** One that had not started yet had nothing in its hands, and one that ended by itself was not killed. */
const wasKilled = ({ child, isThere, points }: WorkerProcess): boolean =>
  child.signalCode === "SIGKILL" && (isThere || points.length > 0);

await main();

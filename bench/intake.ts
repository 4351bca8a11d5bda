/** Deliveries accepted over HTTP with a durable commit, against the bare database: single-row inserts by plain `pg` with
 * the same concurrency on the same server, in turns. Then the answer's time at a steady 200 a second. */
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { databaseUrl, onServer } from "../test/support/templates.ts";
import { startPostgres } from "../test/support/throwaway-postgres.ts";
import { type Benchmark, percentile } from "./benchmark.ts";
import { startProgram } from "./program.ts";
import { type Sender, openSender } from "./sender.ts";

const SECRET = "a signing token of the benchmark";
/** A burst, as when somebody in Lever moves a whole list: fewer at once make smaller groups, more make larger ones. */
const CONCURRENCY = 128;
const ROUNDS = 5;
const A_ROUND = 4_000;
/** Both sides run compiled code when they are measured, as a service does that is up for a minute. */
const WARM_UP = 8_000;
const DOOR = "/webhooks/lever/candidateStageChange";
const STEADY_PER_SECOND = 200;
const STEADY_SECONDS = 15;
const OPPORTUNITIES = Array.from({ length: 500 }, () => randomUUID());

/** A delivery as Lever would send it, each of its own. */
const newDelivery = (): string => {
  const token = randomBytes(24).toString("hex");
  const triggeredAt = Temporal.Now.instant().epochMilliseconds;
  return JSON.stringify({
    id: randomUUID(),
    event: "candidateStageChange",
    triggeredAt,
    token,
    signature: createHmac("sha256", SECRET).update(`${token}${triggeredAt}`).digest("hex"),
    data: {
      opportunityId: OPPORTUNITIES[Math.floor(Math.random() * OPPORTUNITIES.length)],
      fromStageId: "applicant-new",
      toStageId: "applicant-phone",
    },
  });
};

/** Units: per second. */
const rateOf = async (count: number, one: (body: string) => Promise<unknown>): Promise<number> => {
  const bodies = Array.from({ length: count }, newDelivery);
  const from = performance.now();
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) await one(body);
    }),
  );
  return count / ((performance.now() - from) / 1_000);
};

/** Sends when its time has come, whatever became of those before. Shape: milliseconds from then to the answer. */
const steadily = async (sender: Sender): Promise<number[]> => {
  const from = performance.now();
  const all = Array.from({ length: STEADY_PER_SECOND * STEADY_SECONDS }, async (_, index) => {
    const due = from + (index * 1_000) / STEADY_PER_SECOND;
    await wait(Math.max(0, due - performance.now()));
    await sender.post(DOOR, newDelivery());
    return performance.now() - due;
  });
  return await Promise.all(all);
};

/** See `docs/benchmarks.md`. */
export const bench: Benchmark = async () => {
  await using undo = new AsyncDisposableStack();
  const server = await startPostgres({ isDurable: true });
  undo.defer(async () => await server.stop());
  await onServer(server.url, "create database bench");
  const url = databaseUrl(server.url, "bench");
  const web = await startProgram("serve", {
    DATABASE_URL: url,
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    ADMIN_TOKEN: randomBytes(24).toString("hex"),
    LEVER_API_KEY: "none is called",
    LEVER_SIGNATURE_TOKENS: `*=${SECRET}`,
  });
  undo.defer(async () => await web.stop());
  const pool = new pg.Pool({ connectionString: url, max: CONCURRENCY });
  undo.defer(async () => await pool.end());
  await pool.query(
    "create table bare (id text primary key, body jsonb not null, at timestamptz default now())",
  );
  const insert = async (body: string) =>
    await pool.query("insert into bare (id, body) values ($1, $2)", [randomUUID(), body]);
  const sender = await openSender(web.url, CONCURRENCY);
  undo.defer(() => sender.close());
  const accept = async (body: string) => await sender.post(DOOR, body);
  await rateOf(WARM_UP, insert);
  await rateOf(WARM_UP, accept);
  const bare: number[] = [];
  const accepted: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await rateOf(A_ROUND, insert));
    accepted.push(await rateOf(A_ROUND, accept));
  }
  const steady = await steadily(sender);
  const [acceptedPerSecond, insertsPerSecond] = [percentile(accepted, 0.5), percentile(bare, 0.5)];
  return {
    ratio: { value: acceptedPerSecond / insertsPerSecond, unit: "ratio", least: 0.5 },
    acceptedPerSecond: { value: acceptedPerSecond, unit: "per second" },
    insertsPerSecond: { value: insertsPerSecond, unit: "per second" },
    p50Ms: { value: percentile(steady, 0.5), unit: "ms" },
    p99Ms: { value: percentile(steady, 0.99), unit: "ms", most: 25 },
  };
};

/** Ten thousand runs of one worker while two months go by: the tables without the ledger and the worker's memory are as
 * large at the end as they were when as much was first kept as is kept. On Postgres, where a file's size means something;
 * the company's clock is moved on by three days after every five hundred runs, and what is old is pruned meanwhile. */
import { setTimeout as wait } from "node:timers/promises";
import { buildWorld } from "../sandbox/worlds/build.ts";
import { deliverAsLever } from "../test/support/deliveries.ts";
import { MONDAY, ordinaryCandidates } from "../test/support/walk.ts";
import { type Benchmark, percentile } from "./benchmark.ts";
import { type SoakHouse, openSoakHouse } from "./soak-house.ts";
import { type Sizes, readCheckpointBytes, readSizes } from "./soak-sizes.ts";

const STEPS = 20;
const A_STEP = 500;
/** Of each step: candidates who come to a stage with a plan and leave it again. Two runs each; the first one proposes. */
const VISITS = 10;
const HOURS_A_STEP = 72;
const KEEP_DAYS = 15;
const SECOND_FIFTH = (STEPS * 2) / 5;
const CONCURRENCY = 16;
const PATIENCE_MS = 180_000;

interface Soak extends SoakHouse {
  /** Opportunities whose events lead to nothing. */
  quiet: readonly string[];
  visitors: readonly string[];
  stages: { phoneScreen: string; newApplicant: string };
}

/** See `docs/benchmarks.md`. */
export const bench: Benchmark = async () => {
  await using house = await openSoakHouse(KEEP_DAYS);
  const world = buildWorld({ seed: 1, now: MONDAY, candidates: house.candidates });
  const ordinary = ordinaryCandidates(world, "newApplicant");
  const soak: Soak = {
    ...house,
    visitors: ordinary.slice(0, VISITS),
    quiet: ordinary.slice(VISITS, VISITS + 40),
    stages: world.cast.stages,
  };
  const rates: number[] = [];
  const sizes: (Sizes & { mb: number })[] = [];
  for (let step = 1; step <= STEPS; step += 1) {
    rates.push(await doRuns(soak));
    await growOlder(soak);
    if (step !== SECOND_FIFTH && step !== STEPS) continue;
    sizes.push({ ...(await readSizes(house.web.deps.database)), mb: await house.residentMb() });
  }
  const [early, late] = sizes;
  if (!early || !late) throw new Error("nothing was measured");
  return {
    runs: { value: late.runsEver, unit: "rows", least: STEPS * A_STEP },
    rowsRatio: { value: late.rows / early.rows, unit: "ratio", most: 1.1 },
    bytesRatio: { value: late.bytes / early.bytes, unit: "ratio", most: 1.1 },
    memoryRatio: { value: late.mb / early.mb, unit: "ratio", most: 1.15 },
    checkpointBytes: {
      value: await readCheckpointBytes(house.web.deps.database),
      unit: "bytes",
      most: 64_000,
    },
    oldestJobSeconds: { value: late.oldestJobSeconds, unit: "seconds", most: 150 },
    rows: { value: late.rows, unit: "rows" },
    tablesMb: { value: late.bytes / 2 ** 20, unit: "MB" },
    ledgerRows: { value: late.ledgerRows, unit: "rows" },
    memoryMb: { value: late.mb, unit: "MB" },
    runsPerSecond: { value: percentile(rates, 0.5), unit: "per second" },
  };
};

/** Shape: handled in a second. */
const doRuns = async (soak: Soak): Promise<number> => {
  const from = performance.now();
  const left = Array.from({ length: A_STEP - 2 * VISITS }, (_, index) => index);
  const deliver = async (): Promise<void> => {
    for (let index = left.pop(); index !== undefined; index = left.pop()) {
      const { status } = await deliverAsLever(soak.web.url, {
        secret: soak.secret,
        triggeredAt: soak.company.clock.now().epochMilliseconds,
        data: {
          opportunityId: soak.quiet[index % soak.quiet.length],
          toStageId: soak.stages.newApplicant,
        },
      });
      if (status !== 200) throw new Error(`a delivery was answered ${status}`);
    }
  };
  await Promise.all([
    ...Array.from({ length: CONCURRENCY }, deliver),
    ...soak.visitors.map(async (id) => await visit(id, soak)),
  ]);
  await until("every event to be handled", async () => await isNone(soak, "status = 'waiting'"));
  return A_STEP / ((performance.now() - from) / 1_000);
};

/** A candidate comes to Phone Screen, and leaves it when the proposal waits. */
const visit = async (opportunityId: string, soak: Soak): Promise<void> => {
  const { phoneScreen, newApplicant } = soak.stages;
  await soak.company.controls.moveStage(opportunityId, phoneScreen);
  await until("a proposal", async () => {
    const waiting = await soak.web.deps.database.query(
      "select from cases where opportunity_id = $1 and status = 'waiting'",
      [opportunityId],
    );
    return waiting.length > 0;
  });
  await soak.company.controls.moveStage(opportunityId, newApplicant);
  await until("its end", async () => {
    const open = await soak.web.deps.database.query(
      "select from cases where opportunity_id = $1 and closed_at is null",
      [opportunityId],
    );
    return open.length === 0;
  });
};

/** Until the workers have pruned what is too old now. A plain vacuum stands in for the autovacuum, which has days for it
 * in life and here has seconds. */
const growOlder = async (soak: Soak): Promise<void> => {
  await soak.advance(HOURS_A_STEP);
  const before = soak.company.clock.now().subtract({ hours: 24 * KEEP_DAYS });
  await until("the pruning", async () => {
    const old = await soak.web.deps.database.query(
      `select from inbox i left join runs r on r.event_id = i.id
       where i.received_at < $1 and (r.id is null or r.pruned_at is null) limit 1`,
      [before.toString()],
    );
    return old.length === 0;
  });
  await soak.web.deps.database.query("vacuum");
};

const isNone = async (soak: Soak, condition: string): Promise<boolean> =>
  (await soak.web.deps.database.query(`select from inbox where ${condition} limit 1`)).length === 0;

const until = async (what: string, condition: () => Promise<boolean>): Promise<void> => {
  const late = performance.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (performance.now() > late) throw new Error(`waited in vain for ${what}`);
    await wait(50);
  }
};

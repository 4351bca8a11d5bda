/** Two worker processes against one, on one Postgres, when the waiting is on the company's side: its services take their
 * time, and each worker works on as many opportunities at a time as ever. */
import type { Lane } from "../test/support/lane.ts";
import { countHandledTwice, handle, startWarmWorkers } from "./backlog.ts";
import type { Benchmark } from "./benchmark.ts";
import { openOwnLane } from "./own-lane.ts";

const BACKLOG = 96;
/** What one answer of the company's takes: then two cores are not what is waited for. */
const DELAY_MS = 2_000;

/** See `docs/benchmarks.md`. */
export const bench: Benchmark = async () => {
  await using lane = await openOwnLane({
    candidates: 1_000,
  });
  const one = await rateOf(1, lane);
  const two = await rateOf(2, lane);
  return {
    ratio: { value: two / one, unit: "ratio", least: 1.7 },
    onePerSecond: { value: one, unit: "per second" },
    twoPerSecond: { value: two, unit: "per second" },
    handledTwice: { value: await countHandledTwice(lane), unit: "events", most: 0 },
  };
};

/** Shape: events handled in a second. */
const rateOf = async (workers: number, lane: Lane): Promise<number> => {
  await startWarmWorkers(lane, workers);
  for (const service of ["lever", "google"]) {
    const slow = { service, kind: "slow", delayMs: DELAY_MS, times: null };
    await lane.eyes.control("POST", "/faults", slow);
  }
  const seconds = await handle(lane, Array.from({ length: BACKLOG }, lane.nextCandidate));
  await lane.eyes.control("POST", "/faults/clear");
  await lane.stopWorkers();
  return BACKLOG / seconds;
};

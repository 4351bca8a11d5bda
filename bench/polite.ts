/** Five hundred stage moves, three worker processes, one Lever key with its limit: nothing is lost, next to nothing is
 * refused, and it takes hardly longer than the limit itself makes it. */
import { z } from "zod";
import type { Lane } from "../test/support/lane.ts";
import { countHandledTwice, handle, startWarmWorkers } from "./backlog.ts";
import type { Benchmark } from "./benchmark.ts";
import { openOwnLane } from "./own-lane.ts";

const MOVES = 500;
const WORKERS = 3;
/** Lever's own. */
const PER_SECOND = 10;

const Asked = z.object({ calls: z.int(), refusals: z.int() });

/** See `docs/benchmarks.md`. */
export const bench: Benchmark = async () => {
  await using lane = await openOwnLane({
    candidates: 2_000,
    rateLimits: { perSecond: PER_SECOND },
  });
  await startWarmWorkers(lane, WORKERS);
  const before = await asked(lane);
  const candidates = Array.from({ length: MOVES }, lane.nextCandidate);
  const seconds = await handle(lane, candidates);
  const after = await asked(lane);
  const calls = after.calls - before.calls;
  const refusals = after.refusals - before.refusals;
  return {
    timeRatio: { value: seconds / (calls / PER_SECOND), unit: "ratio", most: 1.25 },
    refusedShare: { value: refusals / calls, unit: "ratio", most: 0.01 },
    lost: { value: await countLost(lane, candidates), unit: "events", most: 0 },
    handledTwice: { value: await countHandledTwice(lane), unit: "events", most: 0 },
    calls: { value: calls, unit: "calls" },
    seconds: { value: seconds, unit: "seconds" },
    movesPerSecond: { value: MOVES / seconds, unit: "per second" },
  };
};

const asked = async (lane: Lane): Promise<z.infer<typeof Asked>> =>
  Asked.parse(await lane.eyes.control("GET", "/lever"));

/** Moves that led to no proposal. */
const countLost = async (lane: Lane, candidates: readonly string[]): Promise<number> => {
  const [row] = await lane.web.deps.database.query<{ n: number }>(
    `select count(distinct c.opportunity_id)::int as n from proposals p join cases c on c.id = p.case_id
     where c.opportunity_id = any($1)`,
    [candidates],
  );
  return candidates.length - (row?.n ?? 0);
};

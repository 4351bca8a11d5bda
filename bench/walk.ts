/** From a stage move to the proposal that waits, then to the booking: time, requests to Lever, and what the checkpoints
 * take. Embedded database, product and company in one process, no latency but the machine's own. */
import { openOwnEmbedded } from "../test/support/own-embedded.ts";
import { untilProposal } from "../test/support/story.ts";
import { ROOMY_PLANS, type Walk, startWalk } from "../test/support/walk.ts";
import { type Benchmark, mean, percentile } from "./benchmark.ts";

/** So many that each posting and each recruiter of the company has come up. */
const WARM_UP = 40;
const BOOKINGS = 100;

/** Shape: milliseconds until the proposal waits; requests to Lever until all that the booking led to is handled. */
const bookOne = async (walk: Walk): Promise<{ ms: number; calls: number; caseId: string }> => {
  const opportunityId = walk.nextCandidate();
  const callsBefore = await walk.eyes.leverCalls();
  const from = performance.now();
  await walk.moveStage(opportunityId, "phoneScreen");
  const { id: caseId } = await walk.waitFor("a proposal", async () => {
    const case_ = await walk.api.caseOf(opportunityId);
    return case_?.status === "waiting" ? case_ : null;
  });
  const ms = performance.now() - from;
  const [waiting] = (await walk.api.case(caseId)).proposals;
  if (!waiting) throw new Error("the case has no proposal");
  const proposal = await walk.api.proposal(waiting.id);
  await walk.api.approve(proposal);
  await untilProposal(walk, proposal, "done");
  return { ms, calls: (await walk.eyes.leverCalls()) - callsBefore, caseId };
};

interface Size {
  bytes: number;
  rows: number;
}

const checkpointsOf = async (walk: Walk, caseIds: readonly string[]): Promise<Size[]> => {
  const tables = ["checkpoints", "checkpoint_blobs", "checkpoint_writes"];
  const all = tables
    .map((table) => `select thread_id, pg_column_size(t.*) as size from langgraph.${table} t`)
    .join(" union all ");
  return await walk.running.deps.database.query<{ bytes: number; rows: number }>(
    `select sum(a.size)::int as bytes, count(*)::int as rows from (${all}) a
     join runs r on r.id = a.thread_id where r.case_id = any($1) group by r.case_id`,
    [caseIds],
  );
};

/** See `docs/benchmarks.md`. */
export const bench: Benchmark = async () => {
  const walk = await startWalk(openOwnEmbedded, {
    candidates: 500,
    env: { PLANS_DIR: ROOMY_PLANS },
  });
  try {
    const cold = await bookOne(walk);
    for (let count = 0; count < WARM_UP; count += 1) await bookOne(walk);
    const booked: { ms: number; calls: number; caseId: string }[] = [];
    while (booked.length < BOOKINGS) booked.push(await bookOne(walk));
    const times = booked.map(({ ms }) => ms);
    const sizes = await checkpointsOf(
      walk,
      booked.map(({ caseId }) => caseId),
    );
    return {
      p50Ms: { value: percentile(times, 0.5), unit: "ms", most: 250 },
      p99Ms: { value: percentile(times, 0.99), unit: "ms", most: 800 },
      leverCallsCold: { value: cold.calls, unit: "calls", most: 9 },
      leverCallsWarm: { value: mean(booked.map(({ calls }) => calls)), unit: "calls", most: 5 },
      checkpointBytes: {
        value: mean(sizes.map(({ bytes }) => bytes)),
        unit: "bytes",
        most: 40_000,
      },
      checkpointRows: { value: mean(sizes.map(({ rows }) => rows)), unit: "rows" },
    };
  } finally {
    await walk.close();
  }
};

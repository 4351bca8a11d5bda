/** A backlog of stage moves of different candidates, and the workers that handle it, each a process of its own. */
import { setTimeout as wait } from "node:timers/promises";
import type { Lane } from "../test/support/lane.ts";

const AT_ONCE = 16;
const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 300_000;

/** Starts so many workers. Resolves once each of them has handled something: what is measured then is work, not starting. */
export const startWarmWorkers = async (lane: Lane, count: number): Promise<void> => {
  const workers = Array.from({ length: count }, () => lane.startWorker({ saysPoints: true }));
  while (workers.some(({ points }) => points.length === 0)) {
    await handle(lane, Array.from({ length: count }, lane.nextCandidate));
  }
};

/** Moves the candidates to Phone Screen. Resolves when all that came of it is handled. Shape: seconds. */
export const handle = async (lane: Lane, candidates: readonly string[]): Promise<number> => {
  const before = await countHandled(lane);
  const from = performance.now();
  const left = [...candidates];
  const move = async (): Promise<void> => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) await lane.moveToPhoneScreen(id);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, move));
  while ((await countHandled(lane)) < before + candidates.length) {
    if (performance.now() - from > PATIENCE_MS) throw new Error("the backlog was not handled");
    // To look at every notice would take more of the machine than the work does.
    await wait(LOOK_EVERY_MS);
  }
  return (performance.now() - from) / 1_000;
};

const countHandled = async (lane: Lane): Promise<number> => {
  const [row] = await lane.web.deps.database.query<{ n: number }>(
    "select count(*)::int as n from inbox where status <> 'waiting'",
  );
  return row?.n ?? 0;
};

/** How often something was handled that had been handled already: events with a second run, and candidates with a second
 * case or proposal, by ledger and records. */
export const countHandledTwice = async (lane: Lane): Promise<number> => {
  const [row] = await lane.web.deps.database.query<{ n: number }>(
    `select (
       (select coalesce(sum(n - 1), 0) from (select count(*) as n from ledger
          where type = 'run.started' group by data ->> 'eventId') a)
       + (select coalesce(sum(n - 1), 0) from (select count(*) as n from cases
          group by opportunity_id) b)
       + (select coalesce(sum(n - 1), 0) from (select count(*) as n from proposals
          group by case_id) c))::int as n`,
  );
  return row?.n ?? -1;
};

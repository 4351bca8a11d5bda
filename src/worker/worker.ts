/** A worker: takes drains and ticks from the queue, handles events with the run they lead to. Any number may run. */
import { clearInterval, setInterval } from "node:timers";
import type { Logger } from "pino";
import { setCase } from "../cases/cases.ts";
import { type Lease, fencedTransaction } from "../cases/lease.ts";
import { getRun, runIdOf } from "../cases/runs.ts";
import type { AppError } from "../domain/errors.ts";
import { CaseId, OpportunityId } from "../domain/ids.ts";
import { appendLedger } from "../ledger/append.ts";
import type { Handled, InboxEvent } from "../cases/inbox-event.ts";
import { type DrainDeps, createDrain } from "./drain.ts";
import type { Queue } from "./queue.ts";
import { type TickDeps, tick } from "./tick.ts";

export interface WorkerDeps extends TickDeps {
  queue: Queue;
  log: Logger;
  /** Runs the thread of one event. */
  handleEvent(event: InboxEvent, lease: Lease, signal: AbortSignal): Promise<Handled>;
  /** Marks the run of an event that was given up. */
  failRun(event: InboxEvent, lease: Lease, words: string): Promise<void>;
  /** How many opportunities at a time. */
  concurrency: number;
  tickSeconds: number;
  retryDelaySeconds: DrainDeps["retryDelaySeconds"];
}

export interface Worker {
  /** Whether its loops have shown themselves lately. */
  loops(): Record<string, boolean>;
  stop(): Promise<void>;
}

/** Starts working. */
export const startWorker = async (deps: WorkerDeps): Promise<Worker> => {
  const drain = createDrain({
    ...deps,
    handle: async (event, lease, signal) => await deps.handleEvent(event, lease, signal),
    giveUp: async (event, lease, error) => await giveUp(event, { lease, error }, deps),
  });
  await deps.queue.work("drain", { concurrency: deps.concurrency }, async (job, signal) => {
    await drain(OpportunityId.parse(job.data["opportunityId"]), signal);
  });
  let lastTick = performance.now();
  let inTick: Promise<void> | null = null;
  const runTick = (): void => {
    if (inTick) return;
    inTick = tick(deps)
      .then(
        () => {
          lastTick = performance.now();
        },
        (error: unknown) => deps.log.warn({ err: error }, "a round of timed duties failed"),
      )
      .finally(() => {
        inTick = null;
      });
  };
  const timer = setInterval(runTick, deps.tickSeconds * 1000);
  return {
    loops: () => ({ ticking: performance.now() - lastTick < (deps.tickSeconds * 3 + 10) * 1000 }),
    stop: async () => {
      clearInterval(timer);
      await inTick;
    },
  };
};

const giveUp = async (
  event: InboxEvent,
  { lease, error }: { lease: Lease; error: AppError },
  deps: WorkerDeps,
): Promise<void> => {
  await deps.failRun(event, lease, error.message);
  const named = event.data["runId"];
  const run = await getRun(deps.database, typeof named === "string" ? named : runIdOf(event.id));
  await fencedTransaction(deps.database, lease, async (tx) => {
    if (run?.caseId) {
      await setCase(
        tx,
        {
          id: CaseId.parse(run.caseId),
          status: "blocked",
          nextStep: "Look at the failed event, and run it again when its cause is gone.",
          problem: { code: error.code, message: error.message },
        },
        deps.clock,
      );
    }
    await appendLedger(tx, {
      type: "event.failed",
      actor: "convene",
      ...(run?.caseId && { caseId: run.caseId }),
      correlationId: event.correlationId,
      data: { eventId: event.id, error: error.code, attempts: event.attempts + 1 },
      at: deps.clock.now(),
    });
  });
};

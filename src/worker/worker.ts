/** A worker: takes drains and ticks from the queue, handles events with the run they lead to. Any number may run. */
import { clearInterval, setInterval } from "node:timers";
import type { Logger } from "pino";
import { setCase } from "../cases/cases.ts";
import { NUDGE_DUE } from "../cases/feedback-nudges.ts";
import { type Lease, fencedTransaction } from "../cases/lease.ts";
import { listRunProposals } from "../cases/proposals.ts";
import { REMINDER_DUE, askAgainFor } from "../cases/reminders.ts";
import { ALERT_DUE, LOOK_AGAIN } from "../cases/searches.ts";
import { getRun, runIdOf } from "../cases/runs.ts";
import type { AppError } from "../domain/errors.ts";
import { CaseId, OpportunityId } from "../domain/ids.ts";
import { appendLedger } from "../ledger/append.ts";
import type { Handled, InboxEvent } from "../cases/inbox-event.ts";
import { type RiskDeps, tellRisks } from "./attendance-risks.ts";
import { type CatchUpDeps, catchUp } from "./catch-up.ts";
import { type DrainDeps, createDrain } from "./drain.ts";
import { type EraseDueDeps, eraseDue } from "./erase-due.ts";
import { planEarlierBookings } from "./earlier-bookings.ts";
import { type LookAtFeedbackDeps, lookAtFeedback } from "./look-at-feedback.ts";
import { askForAnswerMails } from "../cases/answers-told.ts";
import { askForChatNotes } from "../cases/chat-notes.ts";
import { tellGathered } from "../cases/untold-questions.ts";
import { type NudgesDueDeps, askForNudges } from "./nudges-due.ts";
import { type PruneDeps, prune } from "./prune.ts";
import type { Queue } from "./queue.ts";
import { type ReconcileDeps, reconcile } from "./reconcile.ts";
import { type SignDeps, createSigner } from "./sign-ledger.ts";
import { type TickDeps, tick } from "./tick.ts";
import { type WatchDeps, watchCalendars } from "./watch-calendars.ts";

export interface WorkerDeps
  extends
    TickDeps,
    WatchDeps,
    CatchUpDeps,
    LookAtFeedbackDeps,
    NudgesDueDeps,
    ReconcileDeps,
    RiskDeps,
    EraseDueDeps,
    SignDeps,
    PruneDeps {
  queue: Queue;
  log: Logger;
  lever: CatchUpDeps["lever"] & LookAtFeedbackDeps["lever"] & RiskDeps["lever"];
  plans: LookAtFeedbackDeps["plans"] & RiskDeps["plans"];
  /** Runs the thread of one event. */
  handleEvent(event: InboxEvent, lease: Lease, signal: AbortSignal): Promise<Handled>;
  /** Marks the run of an event that was given up. */
  failRun(event: InboxEvent, lease: Lease, words: string): Promise<void>;
  /** Tells whoever is asked for a decision, and keeps what they were told true. */
  tellAsked(): Promise<void>;
  /** How many opportunities at a time. */
  concurrency: number;
  tickSeconds: number;
  retryDelaySeconds: DrainDeps["retryDelaySeconds"];
  maxDeaths: DrainDeps["maxDeaths"];
}

export interface Worker {
  /** Whether its loops have shown themselves lately. */
  loops(): Record<string, boolean>;
  /** Ends the loops, and waits for what is being drained; to have that end is the queue's affair. */
  stop(): Promise<void>;
}

/** Starts working. */
export const startWorker = async (deps: WorkerDeps): Promise<Worker> => {
  const drain = createDrain({
    ...deps,
    handle: async (event, lease, signal) => await deps.handleEvent(event, lease, signal),
    giveUp: async (event, lease, error) => await giveUp(event, { lease, error }, deps),
  });
  const underWay = new Set<Promise<void>>();
  await deps.queue.work("drain", { concurrency: deps.concurrency }, async (job, signal) => {
    const draining = drain(OpportunityId.parse(job.data["opportunityId"]), signal);
    underWay.add(draining);
    await draining.finally(() => underWay.delete(draining));
  });
  const leaving = new AbortController();
  const sign = createSigner(deps);
  const loops = {
    ticking: startLoop(deps, async () => await tick(deps)),
    watching: startLoop(deps, async () => await watchCalendars(deps)),
    catching: startLoop(deps, async () => await catchUp(deps)),
    // Of its own: a Lever that answers slowly keeps nothing else waiting.
    mirroring: startLoop(deps, async () => {
      await lookAtFeedback(deps);
      await askForNudges(deps);
    }),
    noting: startLoop(deps, async () => {
      await askForChatNotes(deps);
      await tellGathered(deps);
      await askForAnswerMails(deps);
    }),
    // Of its own: a Slack that answers slowly keeps nothing else waiting.
    asking: startLoop(deps, async () => await deps.tellAsked()),
    reconciling: startLoop(deps, async () => await reconcile(deps)),
    foreseeing: startLoop(deps, async () => await tellRisks(deps)),
    erasing: startLoop(deps, async () => await eraseDue(deps)),
    signing: startLoop(deps, async () => await sign()),
    pruning: startLoop(deps, async () => await prune(deps, leaving.signal)),
    // Once of an installation: what fails of it fails nothing else.
    planning: startLoop(
      deps,
      untilDone(async () => await planEarlierBookings(deps)),
    ),
  };
  return {
    loops: () =>
      Object.fromEntries(Object.entries(loops).map(([name, loop]) => [name, loop.isAlive()])),
    stop: async () => {
      leaving.abort();
      await Promise.all(Object.values(loops).map(async (loop) => await loop.stop()));
      while (underWay.size > 0) await Promise.allSettled(underWay);
      await signTheEnd(sign, deps);
    },
  };
};

/** What came since the last place is signed before it ends. Where it cannot be, the stop goes on: the next worker signs it. */
const signTheEnd = async (
  sign: ReturnType<typeof createSigner>,
  { log }: Pick<WorkerDeps, "log">,
): Promise<void> => {
  try {
    await sign(true);
  } catch (error) {
    log.warn({ err: error }, "the end of the ledger was not signed");
  }
};

/** Rounds until one says that all is done, and after it none in this process. */
const untilDone = (work: () => Promise<boolean>): (() => Promise<void>) => {
  let isDone = false;
  return async () => {
    isDone ||= await work();
  };
};

/** Does something again and again, never twice at once. */
const startLoop = (
  { tickSeconds: seconds, log }: Pick<WorkerDeps, "tickSeconds" | "log">,
  work: () => Promise<void>,
): { isAlive(): boolean; stop(): Promise<void> } => {
  let lastEnd = performance.now();
  let round: Promise<void> | null = null;
  const timer = setInterval(() => {
    round ??= work()
      .then(
        () => {
          lastEnd = performance.now();
        },
        (error: unknown) => log.warn({ err: error }, "a round of timed duties failed"),
      )
      .finally(() => {
        round = null;
      });
  }, seconds * 1_000);
  return {
    isAlive: () => performance.now() - lastEnd < (seconds * 3 + 30) * 1_000,
    stop: async () => {
      clearInterval(timer);
      await round;
    },
  };
};

/** What leaves its case as it stands, also where it fails: the next one may not. */
const LEAVES_CASE: ReadonlySet<string> = new Set([LOOK_AGAIN, ALERT_DUE, NUDGE_DUE, REMINDER_DUE]);

const giveUp = async (
  event: InboxEvent,
  { lease, error }: { lease: Lease; error: AppError },
  deps: WorkerDeps,
): Promise<void> => {
  await deps.failRun(event, lease, error.message);
  const named = event.data["runId"];
  const run = await getRun(deps.database, typeof named === "string" ? named : runIdOf(event.id));
  await fencedTransaction(deps.database, lease, async (tx) => {
    if (run?.caseId && !LEAVES_CASE.has(event.kind)) {
      await setCase(
        tx,
        {
          id: CaseId.parse(run.caseId),
          status: "blocked",
          nextStep: "Look at the failed event, and run it again when its cause is gone.",
          problems: [{ code: error.code, message: error.message }],
        },
        deps.clock,
      );
    }
    const proposed = run ? await listRunProposals(tx, run.id) : [];
    if (event.kind === REMINDER_DUE && proposed.length === 0) {
      await askAgainFor(tx, event.data, deps.clock.now());
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

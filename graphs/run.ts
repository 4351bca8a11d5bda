/** Runs the thread of one event: starts it, goes on after a crash, or resumes it after a decision. */
import { type BaseCheckpointSaver, Command } from "@langchain/langgraph";
import { z } from "zod";
import { isOwnEcho } from "../src/cases/bookings.ts";
import { isCaughtUp } from "../src/cases/caught-up.ts";
import { lookAgainAtFeedback } from "../src/cases/feedback-owed.ts";
import { CHANGE_REQUESTED } from "../src/cases/hand-on.ts";
import { fencedTransaction } from "../src/cases/lease.ts";
import { PAUSE_OVER } from "../src/cases/pauses.ts";
import { getRun, runIdOf, setRun, startRun } from "../src/cases/runs.ts";
import { AppError } from "../src/domain/errors.ts";
import { RunId } from "../src/domain/ids.ts";
import { isLeftAlone } from "../src/privacy/erasures.ts";
import { isoInstant } from "../src/domain/time.ts";
import type { Asked } from "../tools/scheduling-context.ts";
import type { Handled, InboxEvent } from "../src/cases/inbox-event.ts";
import type { RunDeps } from "./deps.ts";
import { STATE_VERSION } from "./state.ts";
import { createSupervisor } from "./supervisor.ts";

/** Events that speak to a run that exists already. */
const SPEAKS_TO_RUN = new Set(["decision", "expiry", PAUSE_OVER, "retry_effects"]);

/** Events after which other interviews end than was known: whose feedback is owed is looked at again. */
const TELLS_OF_INTERVIEWS = new Set(["interviewCreated", "interviewUpdated", "interviewDeleted"]);

const LEFT_ALONE = "Its candidate was erased: nothing is begun for it any more.";

/** Handles one inbox event. Errors: retryable ones are thrown, and the thread goes on from its last checkpoint. */
export const handleEvent = async (
  event: InboxEvent,
  deps: RunDeps,
  checkpointer: BaseCheckpointSaver,
): Promise<Handled> => {
  if (TELLS_OF_INTERVIEWS.has(event.kind)) {
    await lookAgainAtFeedback(deps.database, { ...event, now: deps.clock.now() });
  }
  if (await isLeftAlone(deps.database, event.opportunityId)) return { note: LEFT_ALONE };
  if (await isOwnEcho(deps.database, event)) return { note: "Lever tells of our own panel." };
  if (await isCaughtUp(deps.database, event)) return { note: "Found in Lever before it was told." };
  const runId = SPEAKS_TO_RUN.has(event.kind)
    ? RunId.parse(event.data["runId"])
    : await fencedTransaction(
        deps.database,
        deps.lease,
        async (tx) => await startRun(tx, event, deps.clock),
      );
  const graph = createSupervisor(deps, checkpointer);
  // Identity stays out of `configurable`: deps and lease are bound to the graph itself.
  const config = {
    configurable: { thread_id: runId },
    durability: "sync" as const,
    // Each time that somebody else is quicker to hold a time costs two steps.
    recursionLimit: 500,
    signal: deps.signal,
  };
  const before = await graph.getState(config);
  const started = before.createdAt !== undefined;
  const isWaiting = before.tasks.some((task) => task.interrupts.length > 0);
  if (!started) {
    if (SPEAKS_TO_RUN.has(event.kind)) return { note: "The run it speaks of never began." };
    await graph.invoke(inputOf(event, runId), config);
  } else if (isWaiting) {
    await graph.invoke(new Command({ resume: { eventId: event.id } }), config);
  } else {
    // Where it stopped, if it did. Whether `before` names a next step does not tell: after a crash between a step's writes
    // and the checkpoint that follows them, the thread has no next step and is not at its end. At its end this does nothing.
    await graph.invoke(null, config);
  }
  const after = await getRun(deps.database, runId);
  if (after?.status === "running") {
    throw new AppError({
      code: "internal",
      fault: "bug",
      retryable: true,
      message: "The run stopped before its end.",
    });
  }
  return {
    note: after?.outcome ?? (after?.status === "waiting" ? "Waits for a decision." : "Done."),
  };
};

const inputOf = (event: InboxEvent, runId: RunId) => ({
  event: {
    version: STATE_VERSION,
    runId,
    eventId: event.id,
    eventKind: event.kind,
    source: event.source,
    correlationId: event.correlationId,
    opportunityId: event.opportunityId,
    wishes: {
      startsAt: textOf(event.data["startsAt"]),
      planId: textOf(event.data["interviewKitId"]),
      panelistIds: Array.isArray(event.data["panelistIds"])
        ? event.data["panelistIds"].map(String)
        : [],
      ...(typeof event.data["relax"] === "string" && { relax: event.data["relax"] }),
      ...askedOf(event),
    },
  },
  stageId: textOf(event.data["toStageId"]),
});

/** Put into the inbox by ourselves alone. */
const askedOf = ({ kind, data }: InboxEvent): { asked?: Asked } =>
  kind === CHANGE_REQUESTED ? { asked: AskedData.parse(data["asked"]) } : {};

const AskedData = z.strictObject({
  times: z
    .strictObject({
      windows: z.array(z.strictObject({ start: isoInstant, end: isoInstant })),
      isNamed: z.boolean(),
    })
    .nullable(),
  withUserId: z.string().nullable(),
  withoutUserId: z.string().nullable(),
  sessionIds: z.array(z.string()).nullable(),
});

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Marks the run of an event that was given up. */
export const failRun = async (
  event: InboxEvent,
  words: string,
  deps: Pick<RunDeps, "database" | "lease" | "clock">,
): Promise<void> => {
  const named = event.data["runId"];
  const id = typeof named === "string" ? RunId.parse(named) : runIdOf(event.id);
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    await setRun(tx, { id, status: "failed", outcome: words }, deps.clock);
  });
};

/** One effect through its states: planned → sending → done, or unknown → looked up → done or planned again; failed,
 * parked, undone and skipped end it. */
import { setTimeout as wait } from "node:timers/promises";
import type { AnyProposal, Ground } from "../cases/records.ts";
import type { Lease } from "../cases/lease.ts";
import type { Database } from "../db/port.ts";
import { AppError, asAppError } from "../domain/errors.ts";
import type { ProposalPayload } from "../domain/proposal.ts";
import { withSpan } from "../telemetry.ts";
import type { Witness } from "../witness.ts";
import {
  type EffectRecord,
  type EffectScope,
  countMessagesBefore,
  lastSendingOf,
  listEffects,
  setEffect,
  setHandedOver,
} from "./effects.ts";
import type { EffectContext, EffectKind, Probe } from "./kind.ts";
import type { LookAgain } from "./look-again.ts";
import { refuseWhilePaused } from "./may-still-act.ts";
import { refsOf } from "./video-urls.ts";

export interface StepDeps {
  database: Database;
  /** Milliseconds to wait before an unknown outcome is looked up: what was sent may still be on its way. */
  probeDelayMs: number;
  /** Milliseconds in which what was sent to Lever may still be carried out there: so long it is not sent again. */
  lateCommitMs: number;
  /** Before each step that the candidate sees, or that cannot be put back. */
  lookAgain: LookAgain;
  witness?: Witness | undefined;
}

/** After so many certain failures an effect has failed for good. */
export const MAX_SENDS = 5;

export interface Step {
  /** The number under which it was planned: it tells the order, and nothing of what the step is. */
  step: number;
  kind: EffectKind;
  /** All steps of the bundle. */
  kinds: readonly EffectKind[];
  proposal: AnyProposal;
  case_: Ground;
  payload: ProposalPayload;
  scope: EffectScope;
  run: { lease: Lease; correlationId: string; signal: AbortSignal };
}

export type StepResult =
  | { status: "done" | "parked" }
  | { status: "failed"; error: { code: string; message: string } };

/** Takes one effect as far as it goes. Errors: retryable ones, when it is to be tried again later. */
export const runStep = async (step: Step, deps: StepDeps): Promise<StepResult> => {
  const effect = await effectOf(step, deps);
  switch (effect.status) {
    case "done":
    case "parked":
      return { status: effect.status };
    case "failed":
    case "undone":
    case "skipped":
      return {
        status: "failed",
        error: effect.error ?? { code: "internal", message: "It failed." },
      };
    case "sending":
    case "unknown":
      return await lookUp(step, effect, deps);
    case "planned":
      return await send(step, effect, deps);
  }
};

const effectOf = async (step: Step, deps: StepDeps): Promise<EffectRecord> => {
  const effects = await listEffects(deps.database, step.proposal.id);
  const effect = effects.find((candidate) => candidate.step === step.step);
  if (!effect) throw new Error("a planned effect is not there");
  return effect;
};

/** What the step's kind is given. */
export const contextOf = async (
  step: Step,
  effect: EffectRecord,
  deps: StepDeps,
): Promise<EffectContext> => {
  const effects = await listEffects(deps.database, step.proposal.id);
  const present = effects.find(({ id }) => id === effect.id);
  return {
    effectId: effect.id,
    proposalId: step.proposal.id,
    caseId: step.case_.id,
    earlier: refsOf(step.kinds, effects, step.step),
    recorded: present?.externalRef ?? null,
    messagesBefore: await countMessagesBefore(deps.database, {
      caseId: step.case_.id,
      effectId: effect.id,
    }),
    lease: step.run.lease,
    signal: step.run.signal,
    startedAt: present?.startedAt ?? null,
    isHandedOver: present?.leftAt != null,
    handOver: async () => {
      await refuseWhilePaused(deps.database);
      await setHandedOver(step.scope, effect);
      await pass(step, "handed_over", deps);
    },
  };
};

/** Says where an effect is: `effect.lever_panel.sending`. */
const pass = async (step: Step, point: string, deps: StepDeps): Promise<void> => {
  await deps.witness?.(`effect.${step.kind.kind}.${point}`, step.case_.opportunityId);
};

const send = async (step: Step, effect: EffectRecord, deps: StepDeps): Promise<StepResult> => {
  await refuseWhilePaused(deps.database);
  step.run.signal.throwIfAborted();
  const context = await contextOf(step, effect, deps);
  await pass(step, "planned", deps);
  await setEffect(step.scope, effect, { status: "sending" });
  await pass(step, "sending", deps);
  try {
    const ref = await withSpan(
      `effect ${step.kind.kind}`,
      { "convene.effect": effect.id, "convene.case": step.case_.id },
      async () => {
        await deps.lookAgain(step, context.earlier);
        return await step.kind.send(context);
      },
    );
    await pass(step, "answered", deps);
    await setEffect(step.scope, effect, { status: "done", ref });
    await pass(step, "done", deps);
    return { status: "done" };
  } catch (thrown) {
    return await settleFailure(step, { effect, thrown }, deps);
  }
};

/** Certain failures are tried again or final; everything else is unknown and looked up, never repeated blindly. */
const settleFailure = async (
  step: Step,
  { effect, thrown }: { effect: EffectRecord; thrown: unknown },
  deps: StepDeps,
): Promise<StepResult> => {
  const error = asAppError(thrown);
  if (error.code === "stale_fence") throw error;
  const isUnknown = ["outcome_unknown", "internal", "calendar_conflict"].includes(error.code);
  if (isUnknown) {
    await setEffect(step.scope, effect, { status: "unknown", error });
    await pass(step, "unknown", deps);
    return await lookUp(step, { ...effect, status: "unknown", attempt: effect.attempt + 1 }, deps);
  }
  return await giveUpOrRetry(step, { ...effect, attempt: effect.attempt + 1 }, error);
};

const giveUpOrRetry = async (
  step: Step,
  effect: EffectRecord,
  error: AppError,
): Promise<StepResult> => {
  // A pause is nobody's failure, however often it comes in the middle of a sending.
  const isPause = error.code === "paused";
  if (error.retryable && (isPause || effect.attempt < MAX_SENDS)) {
    const uncounted = isPause && { isUncounted: true as const };
    await setEffect(step.scope, effect, { status: "planned", error, ...uncounted });
    throw error;
  }
  await setEffect(step.scope, effect, { status: "failed", error });
  return { status: "failed", error: { code: error.code, message: error.message } };
};

const lookUp = async (step: Step, effect: EffectRecord, deps: StepDeps): Promise<StepResult> => {
  let probe;
  try {
    probe = await probeInTime(step, effect, deps);
  } catch (thrown) {
    const error = asAppError(thrown);
    if (error.retryable || error.code === "stale_fence") throw error;
    await setEffect(step.scope, effect, { status: "failed", error });
    return { status: "failed", error: { code: error.code, message: error.message } };
  }
  switch (probe.outcome) {
    case "done":
      await setEffect(step.scope, effect, {
        status: "done",
        ref: probe.ref,
        because: "found there",
      });
      return { status: "done" };
    case "unknowable":
      await setEffect(step.scope, effect, {
        status: "parked",
        error: parked(),
        because: "cannot be looked up",
      });
      return { status: "parked" };
    case "absent":
      return await sendAgain(step, effect, deps);
  }
};

/** Looks until it is there or can no longer come, a few times at most. Errors: those of the probe; `outcome_unknown`
 * (retryable) when it may still come, so that nobody waits here for long. */
const probeInTime = async (step: Step, effect: EffectRecord, deps: StepDeps): Promise<Probe> => {
  let leftMs = Infinity;
  for (const factor of LOOKS) {
    const waitMs = Math.min(factor * deps.probeDelayMs, leftMs);
    if (waitMs > 0) await wait(waitMs, undefined, { signal: step.run.signal });
    leftMs = await untilTooLate(step, effect, deps);
    const probe = await step.kind.probe(await contextOf(step, effect, deps));
    if (probe.outcome !== "absent" || leftMs <= 0) return probe;
  }
  throw new AppError({
    code: "outcome_unknown",
    fault: "upstream",
    message: "It is not there yet, but may still come; it is not sent again before that is over.",
    retryable: true,
  });
};

/** Waits before the looks of one go, in times of the first. */
const LOOKS = [1, 2, 3];

/** Milliseconds in which it may still come. Nothing rules out a second one at Lever but time: the longer it was silent, the
 * later it may do what was asked. */
const untilTooLate = async (step: Step, effect: EffectRecord, deps: StepDeps): Promise<number> => {
  if (!step.kind.mayDouble || deps.lateCommitMs === 0) return 0;
  const caseId = step.case_.id;
  const sending = await lastSendingOf(deps.database, { caseId, effectId: effect.id });
  if (!sending) return 0;
  const { sentAt, unknownAt } = sending;
  const silentMs = unknownAt ? sentAt.until(unknownAt).total("milliseconds") : 0;
  const longest = LONGEST_LATE_FACTOR * deps.lateCommitMs;
  const lateMs = Math.min(longest, Math.max(deps.lateCommitMs, SILENCE_FACTOR * silentMs));
  return Math.ceil(lateMs - sentAt.until(step.scope.clock.now()).total("milliseconds"));
};

/** Three times its silence, as with a request that timed out after 15 s, is 45 s. */
const SILENCE_FACTOR = 3;
const LONGEST_LATE_FACTOR = 4.5;

const sendAgain = async (step: Step, effect: EffectRecord, deps: StepDeps): Promise<StepResult> => {
  if (effect.attempt >= MAX_SENDS) {
    return await giveUpOrRetry(
      step,
      effect,
      new AppError({
        code: "outcome_unknown",
        fault: "upstream",
        message: `Sent ${effect.attempt} times without an answer, and it is not there.`,
      }),
    );
  }
  await setEffect(step.scope, effect, { status: "planned", because: "looked up: not there" });
  return await send(step, { ...effect, status: "planned" }, deps);
};

const parked = (): AppError =>
  new AppError({
    code: "outcome_unknown",
    fault: "upstream",
    message: "Whether it left cannot be looked up; a person has to find out.",
  });

/** Takes back what an effect left outside, and only what is exactly as it was made: what somebody has changed since is
 * theirs. It is left, and a person is told which thing stays and why. */
import { AppError, asAppError } from "../domain/errors.ts";
import { type EffectRecord, setEffect } from "./effects.ts";
import type { Standing } from "./kind.ts";
import { isChangedMeanwhile } from "./kinds/write-unless-changed.ts";
import type { Look } from "./look.ts";
import { refuseWhilePaused } from "./may-still-act.ts";
import { type Step, type StepDeps, contextOf } from "./step.ts";

/** Takes one done effect back after a look at what stands of it. Shape: why something of it stays, in words; null when
 * nothing does. Errors: retryable ones, `paused`. */
export const undoStep = async (
  step: Step,
  { effect, look }: { effect: EffectRecord; look: Look },
  deps: StepDeps,
): Promise<string | null> => {
  const { kind } = step;
  if (!kind.stands) {
    // It left nothing outside: only our own books are to be put right.
    const standing = [{ ref: effect.externalRef ?? {}, isAsMade: true }];
    return await takeBackStanding(step, { effect, standing }, deps);
  }
  try {
    const standing = await kind.stands(await contextOf(step, effect, deps), look);
    return await takeBackStanding(step, { effect, standing }, deps);
  } catch (thrown) {
    const error = asAppError(thrown);
    if (error.retryable || error.code === "stale_fence") throw thrown;
    // What cannot be looked at is not deleted blindly.
    await setEffect(step.scope, effect, { status: "parked", error });
    return error.message;
  }
};

/** Takes back what was found standing of one effect; nothing found means that it is gone. Shape and errors: those of
 * `undoStep`. */
export const takeBackStanding = async (
  step: Step,
  { effect, standing }: { effect: EffectRecord; standing: readonly Standing[] },
  deps: StepDeps,
): Promise<string | null> => {
  await refuseWhilePaused(deps.database);
  if (!step.kind.undo) {
    await setEffect(step.scope, effect, { status: "parked", because: "cannot be taken back" });
    return "A step of it cannot be taken back.";
  }
  let error: AppError | null = null;
  for (const each of standing) error = (await takeAway(step, { effect, each }, deps)) ?? error;
  const because = standing.length === 0 && { because: "looked up: not there any more" };
  await setEffect(
    step.scope,
    effect,
    error ? { status: "parked", error } : { status: "undone", ...because },
  );
  return error?.message ?? null;
};

/** Takes one thing of an effect's back, and leaves our books as they are. Shape: why it stays; else null. Errors: retryable
 * ones. */
export const takeAway = async (
  step: Step,
  { effect, each: { ref, isAsMade } }: { effect: EffectRecord; each: Standing },
  deps: StepDeps,
): Promise<AppError | null> => {
  if (!isAsMade) return changed(effect.kind);
  try {
    await step.kind.undo?.(ref, await contextOf(step, effect, deps));
    return null;
  } catch (thrown) {
    const error = asAppError(thrown);
    // Somebody changed it between our look and our request.
    if (isChangedMeanwhile(error)) return changed(effect.kind);
    // Taking back is safe to repeat, so an unknown outcome is simply tried again.
    if (error.retryable || error.code === "outcome_unknown") {
      throw new AppError({
        code: error.code,
        fault: error.fault,
        message: error.message,
        retryable: true,
        cause: error,
      });
    }
    return error;
  }
};

const THINGS: Record<string, string> = {
  calendar_event: "calendar event",
  room_release: "calendar event",
  zoom_meeting: "meeting at Zoom",
  lever_panel: "panel in Lever",
  lever_note: "note in Lever",
};

const changed = (kind: string): AppError =>
  new AppError({
    code: "conflict",
    fault: "caller",
    message: `Somebody has changed the ${THINGS[kind] ?? "thing"} since it was made, so it was left as it is: delete it, unless it is meant to stay.`,
  });

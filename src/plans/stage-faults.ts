/** What a plan says of stages against those that Lever has: pure. */
import type { InterviewPlan } from "../domain/plan.ts";
import { type NamedStage, earlierStage, unknownStage } from "../domain/stage-move.ts";
import type { LooseFault } from "./loose-faults.ts";

/** A rule that moves candidates to a stage that is not there, or not on from each of the plan's own, is no rule. `stages`: in Lever's
 * order. Shape: none where they are not known. */
export const stageFaults = (
  { match, stageRule }: InterviewPlan,
  stages: readonly NamedStage[],
): LooseFault[] => {
  if (!stageRule || stages.length === 0) return [];
  const { moveTo } = stageRule;
  const words = unknownStage(moveTo, stages) ?? earlierStage(moveTo, match.stages, stages);
  return words === null ? [] : [{ path: ["stageRule", "moveTo"], message: words }];
};

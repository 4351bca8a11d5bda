/** What a plan says of stages against those that Lever has: pure. */
import type { InterviewPlan } from "../domain/plan.ts";
import { type NamedStage, unknownStage } from "../domain/stage-move.ts";
import type { LooseFault } from "./loose-faults.ts";

/** A rule that moves candidates to a stage that is not there is no rule. Shape: none where the stages are not known. */
export const stageFaults = (
  { stageRule }: InterviewPlan,
  stages: readonly NamedStage[],
): LooseFault[] => {
  if (!stageRule || stages.length === 0) return [];
  const words = unknownStage(stageRule.moveTo, stages);
  return words === null ? [] : [{ path: ["stageRule", "moveTo"], message: words }];
};

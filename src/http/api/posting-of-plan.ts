/** Which postings a plan is for, whatever the stage. */
import type { InterviewPlan } from "../../domain/plan.ts";
import { matchesSubject } from "../../domain/plan-match.ts";
import type { Posting } from "../../lever/port.ts";

/** Whether a plan is for a posting, at whichever stage. */
export const isPlanFor = (plan: InterviewPlan, { id, title, team }: Posting): boolean => {
  const [stage = ""] = plan.match.stages;
  return matchesSubject(plan, {
    stageId: stage,
    stageName: stage,
    postingId: id,
    postingTitle: title,
    team,
  });
};

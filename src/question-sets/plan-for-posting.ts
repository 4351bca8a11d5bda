/** Which postings a plan is for, and which plans a candidate for a posting goes through. Pure. */
import type { InterviewPlan } from "../domain/plan.ts";
import { bestMatch, matchesSubject, type PlanSubject } from "../domain/plan-match.ts";
import type { Posting } from "../lever/port.ts";

type OfPosting = Pick<Posting, "id" | "title" | "team">;

interface Stage {
  id: string;
  text: string;
}

const subjectAt = (stage: Stage, { id, title, team }: OfPosting): PlanSubject => ({
  stageId: stage.id,
  stageName: stage.text,
  postingId: id,
  postingTitle: title,
  team,
});

/** A stage as a plan names it. */
const asNamed = (stage: string): Stage => ({ id: stage, text: stage });

/** Whether a plan is for a posting, at whichever stage. */
export const isPlanFor = (plan: InterviewPlan, posting: Posting): boolean => {
  const [stage = ""] = plan.match.stages;
  return matchesSubject(plan, subjectAt(asNamed(stage), posting));
};

/** What a candidate for a posting goes through. */
export interface WayThrough {
  posting: OfPosting;
  /** All that are in force. */
  plans: readonly InterviewPlan[];
  /** Of Lever, in its order. */
  stages: readonly Stage[];
}

/** The plans that apply at the stages of a posting, in the order of the stages; one that applies at several stands at its first. What
 * Lever's stages do not have comes last, as it is written. */
export const plansInOrder = ({ posting, plans, stages }: WayThrough): InterviewPlan[] => {
  const known = new Set(stages.flatMap(({ id, text }) => [id, text]));
  const named = plans.flatMap(({ match }) => match.stages).filter((stage) => !known.has(stage));
  const found = [...stages, ...named.map(asNamed)].map((stage) =>
    bestMatch(plans, subjectAt(stage, posting)),
  );
  return [...new Set(found.filter((plan) => plan !== null))];
};

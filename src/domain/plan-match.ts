/** Which plan applies: the most specific one that matches. Pure. */
import type { InterviewPlan } from "./plan.ts";

/** Begins the id of every inferred plan: no plan that somebody wrote has it. */
export const INFERRED = "inferred-";

/** What a plan is matched against. */
export interface PlanSubject {
  stageId: string;
  stageName: string;
  postingId: string | null;
  postingTitle: string;
  team: string | null;
}

/** More specific first: a posting beats a team beats a stage alone; then the order given. Null when none matches. */
export const bestMatch = (
  plans: readonly InterviewPlan[],
  subject: PlanSubject,
): InterviewPlan | null => {
  const specificity = (plan: InterviewPlan): number =>
    (plan.match.postings ? 2 : 0) + (plan.match.teams ? 1 : 0);
  return (
    plans
      .filter((plan) => matchesSubject(plan, subject))
      .toSorted((a, b) => specificity(b) - specificity(a))[0] ?? null
  );
};

/** Whether a plan applies to it at all. */
export const matchesSubject = ({ match }: InterviewPlan, subject: PlanSubject): boolean =>
  (match.stages.includes(subject.stageId) || match.stages.includes(subject.stageName)) &&
  (!match.postings ||
    match.postings.includes(subject.postingTitle) ||
    (subject.postingId !== null && match.postings.includes(subject.postingId))) &&
  (!match.teams || (subject.team !== null && match.teams.includes(subject.team)));

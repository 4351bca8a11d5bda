/** What to know of a plan that is no fault: what it takes the place of, and what takes its place. Pure. */
import type { InterviewPlan } from "../domain/plan.ts";
import type { CatalogPlan } from "./catalog.ts";

/** One sentence for each. `isNew`: the person begins a plan, and does not change the one of this id. */
export const planNotes = (
  plan: InterviewPlan,
  { others, isNew, source }: { others: readonly CatalogPlan[]; isNew: boolean; source: string },
): string[] => {
  const same = others.find(({ id }) => id === plan.id);
  return [
    ...(isNew && same && same.version > 0
      ? [`The dashboard has a plan “${plan.id}” already: choose another id, or open that one.`]
      : []),
    ...(same && same.file !== null && source !== same.fileSource
      ? [`Takes the place of the plan “${plan.id}” of the file ${same.file}.`]
      : []),
    ...others
      .filter((other) => other.id !== plan.id && other.state === "on")
      .flatMap((other) => overlapOf(plan, other) ?? []),
  ];
};

const overlapOf = (
  plan: InterviewPlan,
  { id, plan: other, origin }: CatalogPlan,
): string | null => {
  if (!other || !meet(plan, other)) return null;
  const stages = plan.match.stages.filter((stage) => other.match.stages.includes(stage));
  // As `bestMatch` has it: the more specific one, then the dashboard's, then by id.
  const ahead =
    specificity(plan) - specificity(other) || (origin === "file" || plan.id < id ? 1 : -1);
  return `“${id}” matches ${stages.join(", ")} too: where both do, ${ahead > 0 ? "this plan" : "that one"} counts.`;
};

const specificity = ({ match }: InterviewPlan): number =>
  (match.postings ? 2 : 0) + (match.teams ? 1 : 0);

const meet = ({ match: one }: InterviewPlan, { match: two }: InterviewPlan): boolean =>
  share(one.stages, two.stages) && share(one.postings, two.postings) && share(one.teams, two.teams);

/** A list that is not there names everything. */
const share = (one: string[] | undefined, two: string[] | undefined): boolean =>
  one === undefined || two === undefined || one.some((name) => two.includes(name));

/** What the other stages of a posting ask, so that nobody is asked the same twice on their way. The same whichever set is asked for
 * first: what people keep comes before what is composed, and then the stages have their turn in their order. Pure. */
import type { InterviewPlan } from "../domain/plan.ts";
import type { Posting } from "../lever/port.ts";
import { composeQuestionSet } from "../questions/compose.ts";
import type { QuestionSet } from "../questions/question-set.ts";
import type { KeptVersion } from "./kept.ts";
import { requestWithoutForms } from "./request-for.ts";

/** The plan whose questions are sought, and what it stands among. */
export interface AmongStages {
  plan: InterviewPlan;
  posting: Posting;
  /** The plans that a candidate goes through, in order. */
  inOrder: readonly InterviewPlan[];
  /** By plan. */
  keptOf: ReadonlyMap<string, KeptVersion>;
}

/** Where each question is asked, by its id: of what is kept for other plans, and of what is composed for those before this one. */
export const askedAtOtherStages = ({
  plan,
  posting,
  inOrder,
  keptOf,
}: AmongStages): ReadonlyMap<string, string> => {
  const asked = new Map<string, string>();
  const way = withPlan(inOrder, plan);
  for (const { id } of way) {
    const set = id === plan.id ? null : keptOf.get(id)?.set;
    if (set) add(asked, set);
  }
  for (const one of way.slice(0, way.indexOf(plan))) {
    const kept = keptOf.get(one.id);
    if (kept?.set) continue;
    const set = composeQuestionSet({
      ...requestWithoutForms({ plan: one, posting }),
      ...(kept && kept.level !== null && { level: kept.level }),
      askedElsewhere: Object.fromEntries(asked),
    });
    add(asked, set);
  }
  return asked;
};

/** A plan that a more specific one stands in for is asked by nobody of this posting; it is composed as if it stood in its place. */
const withPlan = (
  inOrder: readonly InterviewPlan[],
  plan: InterviewPlan,
): readonly InterviewPlan[] => {
  const isHere = ({ id }: InterviewPlan): boolean => id === plan.id;
  const sharesStage = ({ match }: InterviewPlan): boolean =>
    match.stages.some((stage) => plan.match.stages.includes(stage));
  const instead = inOrder.some(isHere) ? isHere : sharesStage;
  const place = inOrder.findIndex(instead);
  if (place < 0) return [...inOrder, plan];
  return inOrder.flatMap((one, index) => {
    if (index === place) return [plan];
    return instead(one) ? [] : [one];
  });
};

const add = (asked: Map<string, string>, { sessions }: QuestionSet): void => {
  for (const { name, questions } of sessions) {
    for (const { id } of questions) if (!asked.has(id)) asked.set(id, `“${name}”`);
  }
};

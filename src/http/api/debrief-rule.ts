/** What the plan of a case says of its debrief, as the API shows it. */
import { z } from "zod";
import type { CaseRecord } from "../../cases/records.ts";
import { DEBRIEF_WITHIN_HOURS, type InterviewPlan } from "../../domain/plan.ts";
import { bestMatch } from "../../domain/plan-match.ts";

export const DebriefRuleItem = z.object({ minutes: z.int(), withinHours: z.int() });
type DebriefRuleItem = z.infer<typeof DebriefRuleItem>;

/** Null: nothing, or the case is for few. */
export const viewDebriefRule = (
  case_: CaseRecord,
  plans: readonly InterviewPlan[],
): DebriefRuleItem | null => {
  const rule = case_.isConfidential ? undefined : bestMatch(plans, case_)?.debrief;
  if (!rule) return null;
  return { minutes: rule.minutes, withinHours: rule.withinHours ?? DEBRIEF_WITHIN_HOURS };
};

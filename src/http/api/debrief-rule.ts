/** What the plan of a case says of its debrief, and which one stands, as the API shows it. */
import { z } from "zod";
import { findStandingDebrief } from "../../cases/debrief.ts";
import type { CaseRecord } from "../../cases/records.ts";
import type { Database } from "../../db/port.ts";
import { DEBRIEF_WITHIN_HOURS, type InterviewPlan } from "../../domain/plan.ts";
import { bestMatch } from "../../domain/plan-match.ts";

export const DebriefRuleItem = z.object({
  minutes: z.int(),
  withinHours: z.int(),
  standingId: z
    .string()
    .nullable()
    .describe("Proposal of the one that waits, is on its way or is booked; null: there is none"),
});
type DebriefRuleItem = z.infer<typeof DebriefRuleItem>;

/** Null: nothing, or the case is for few. */
export const viewDebriefRule = async (
  case_: CaseRecord,
  plans: readonly InterviewPlan[],
  { database }: { database: Database },
): Promise<DebriefRuleItem | null> => {
  const rule = case_.isConfidential ? undefined : bestMatch(plans, case_)?.debrief;
  if (!rule) return null;
  const standing = await findStandingDebrief(database, case_.id);
  return {
    minutes: rule.minutes,
    withinHours: rule.withinHours ?? DEBRIEF_WITHIN_HOURS,
    standingId: standing?.id ?? null,
  };
};

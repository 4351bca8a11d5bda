/** How the rule of a case's plan for its stage stands, as the API shows it. */
import { z } from "zod";
import { isoInstant } from "../../domain/time.ts";

export const StageRuleItem = z.object({
  holds: z.boolean(),
  moveTo: z.string().describe("The stage that the rule is about"),
  reasons: z
    .array(z.string())
    .describe("Why it does not hold; while forms are missing nothing of what the others say"),
  judgedAt: isoInstant.nullable().describe("Null: not yet"),
});
export type StageRuleItem = z.infer<typeof StageRuleItem>;

/** What became of a proposal. */
import { z } from "zod";
import { isoInstant } from "../../domain/time.ts";

/** What was decided on it. */
export const DecisionItem = z.object({
  decision: z.enum(["approve", "edit", "reject", "expire", "perform", "observe", "supersede"]),
  by: z.string().describe("A person's name, `policy`, or `clock`"),
  reason: z.string().nullable(),
  at: isoInstant,
});

/** Null: something of it was done, or it is not over. */
export const NotSentItem = z
  .object({
    isUnknown: z.boolean().describe("Nobody can tell: it may have been sent"),
    why: z.string().nullable(),
  })
  .nullable()
  .describe("It is done, and nothing of it is known to have come to anybody");

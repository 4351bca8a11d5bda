/** What became of a proposal. */
import { z } from "zod";
import { DecisionChannel } from "../../domain/decision-channel.ts";
import { PolicyBasis } from "../../domain/policy-basis.ts";
import { isoInstant } from "../../domain/time.ts";

/** What was decided on it. */
export const DecisionItem = z.object({
  decision: z.enum(["approve", "edit", "reject", "expire", "perform", "observe", "supersede"]),
  by: z.string().describe("A person's name, `policy`, or `clock`"),
  reason: z.string().nullable(),
  at: isoInstant,
  via: DecisionChannel.nullable().describe("By which channel a person decided"),
  onBehalfOf: z.string().nullable().describe("In whose place, by their delegate"),
  basis: PolicyBasis.nullable().describe(
    "Of policy's own: by which of its words. Null: a person decided, or it was not kept yet",
  ),
});

/** What may come before a person decides, or after the first one has. */
export const WaitsFor = z.object({
  performsAt: isoInstant.nullable().describe("When it is done by itself; null: it is not"),
  approvedBy: z
    .array(z.string())
    .describe("While it waits for a second person: who has approved it already"),
  notYours: z
    .string()
    .nullable()
    .describe(
      "Why you cannot approve or edit it while it waits: whom it waits for instead, or what else is in the way; null: nothing is",
    ),
});

/** Null: something of it was done, or it is not over. */
export const NotSentItem = z
  .object({
    isUnknown: z.boolean().describe("Nobody can tell: it may have been sent"),
    why: z.string().nullable(),
  })
  .nullable()
  .describe("It is done, and nothing of it is known to have come to anybody");

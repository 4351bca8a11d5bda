/** What goes on for a case for which nothing fits, as the API shows it. */
import { z } from "zod";
import { Relaxation } from "../../domain/no-fit.ts";
import { isoInstant } from "../../domain/time.ts";

/** What is looked for again of a case for which nothing fits. */
export const SearchItem = z.object({
  since: isoInstant,
  because: z
    .string()
    .nullable()
    .describe("What happened to a booking that no change fits; null when nothing is booked"),
  inVain: z
    .string()
    .nullable()
    .describe("That a rule gave at the last look, as was asked for, and did not help"),
  blockers: z.array(z.string()).describe("Who and what stands in the way, in words"),
  relaxations: z.array(Relaxation).describe("Rules that could give, the cheapest first"),
  lookedAt: isoInstant,
  nextLookAt: isoInstant.nullable().describe("Null when it is not looked at by itself any more"),
  alert: z
    .object({
      outcome: z.enum(["due", "waits", "told", "silent", "failed", "unknown"]),
      at: isoInstant.describe("When it is due, has been since, or was over"),
      why: z
        .string()
        .nullable()
        .describe("Why it failed or waits, in words; null where that is plain"),
    })
    .describe("What becomes of the word to the recruiter"),
});
export type SearchItem = z.infer<typeof SearchItem>;

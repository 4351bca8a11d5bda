/** What is known when nothing fits: who and what stands in the way, and what a person could give up. */
import { z } from "zod";

/** One rule that could give. Ids are of one search alone: another one may have others. */
export const Relaxation = z.object({
  id: z.string().max(320),
  change: z
    .string()
    .describe("What gives, as a sentence begins: `Without Ada's buffer of 15 minutes`"),
  words: z.string().describe("The same with what it brings, one sentence"),
});
export type Relaxation = z.infer<typeof Relaxation>;

/** Shape: JSON, in our own words; names of colleagues, nothing of the candidate. */
export const NoFit = z.object({
  blockers: z.array(z.string()).describe("Nearest to being solved first"),
  relaxations: z.array(Relaxation).describe("The cheapest first"),
  people: z.array(z.string()).describe("Addresses of the calendars that were read"),
  alertAfterHours: z.number().describe("How long until the recruiter is told"),
  because: z
    .string()
    .optional()
    .describe(
      "Of a booking that no change fits: what happened to it. Absent when nothing is booked",
    ),
  inVain: z
    .string()
    .optional()
    .describe("That a person had a rule give, and it did not help. Absent when nobody had"),
});
export type NoFit = z.infer<typeof NoFit>;

/** `without Ada's buffer of 15 minutes`: for the middle of a sentence. */
export const changeWithin = ({ change }: Pick<Relaxation, "change">): string =>
  change.slice(0, 1).toLowerCase() + change.slice(1);

/** What is wrong in a case, as the API tells it. */
import { z } from "zod";

const one = { code: z.string(), message: z.string() };

/** Of a case. */
export const CaseProblems = z.object({
  problem: z
    .object(one)
    .nullable()
    .describe("All that is wrong as one, by the code of the first; null: nothing is"),
  problems: z
    .array(
      z.object({
        ...one,
        isOfBooking: z.boolean().describe("Else it is beside the booking, and ends by itself"),
        again: z.literal("invite_again").optional().describe("What may be proposed again about it"),
      }),
    )
    .describe("Each by itself: what is of the booking first"),
});

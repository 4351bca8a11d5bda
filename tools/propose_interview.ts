import { z } from "zod";
import { defineTool } from "./define-tool.ts";
import { instant, opportunityId, proposed } from "./shapes.ts";

/** Asks for an interview to be proposed: it goes through the same run and gate as a stage move. */
export const proposeInterview = defineTool({
  name: "propose_interview",
  title: "Propose an interview",
  description:
    "Asks Convene to coordinate the interview of an opportunity's present stage: it finds times, drafts the messages and makes a proposal, which policy or a person decides on. Nothing is booked or sent by this call.",
  effect: "propose",
  access: "decide",
  about: { thing: "opportunity", in: "opportunityId" },
  input: z.object({
    opportunityId,
    startsAt: instant
      .optional()
      .describe("Only this start, if everybody can; the best one when absent"),
  }),
  output: proposed,
  run: async (input, { requests, caller, signal }) =>
    await requests.requestInterview({
      opportunityId: input.opportunityId,
      by: caller.name,
      signal,
      ...(input.startsAt && { startsAt: input.startsAt }),
    }),
});

import { z } from "zod";
import { defineTool } from "./define-tool.ts";
import { opportunityId, proposed } from "./shapes.ts";

/** Asks for the questions of an opportunity's stage as a note in Lever: through the same run and gate as when a person asks. */
export const proposeQuestions = defineTool({
  name: "propose_questions",
  title: "Propose to note interview questions",
  description:
    "Asks Convene to propose leaving the interview questions of an opportunity's stage in Lever as a note, by session, with what answers show. Policy or a person decides; nothing is written by this call.",
  effect: "propose",
  access: "decide",
  about: { thing: "opportunity", in: "opportunityId" },
  input: z.object({ opportunityId }),
  output: proposed,
  run: async (input, { requests, caller, signal }) =>
    await requests.requestQuestions({
      opportunityId: input.opportunityId,
      by: caller.name,
      signal,
    }),
});

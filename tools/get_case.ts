import { z } from "zod";
import { AppError } from "../src/domain/errors.ts";
import { askerOf } from "./context.ts";
import { defineTool } from "./define-tool.ts";
import { caseSummary, labelled, proposalSummary } from "./shapes.ts";

/** One case with its proposals. */
export const getCase = defineTool({
  name: "get_case",
  title: "Get a case",
  description: "Reads one case: where it stands, what is wrong, what is next, and its proposals.",
  effect: "read",
  access: "read",
  about: { thing: "case", in: "caseId" },
  input: z.object({ caseId: z.string().min(1).max(200).describe("Id of the case, `case_…`") }),
  output: caseSummary.extend({
    problems: z
      .array(z.object({ code: z.string(), message: z.string() }))
      .describe("What is wrong, each thing by itself: of the booking first; empty: nothing is"),
    proposals: z.array(proposalSummary),
  }),
  run: async (input, { cases, caller }) => {
    const found = await cases.getCase(input.caseId, askerOf(caller));
    if (!found) {
      throw new AppError({
        code: "not_found",
        fault: "caller",
        message: "There is no such case. Use list_cases to find its id.",
      });
    }
    return { ...found, candidateName: labelled(found.candidateName) };
  },
});

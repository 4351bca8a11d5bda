import { z } from "zod";
import { scopeOfCaller } from "./context.ts";
import { defineTool } from "./define-tool.ts";
import { caseSummary, labelled } from "./shapes.ts";

/** The cases that Convene coordinates. */
export const listCases = defineTool({
  name: "list_cases",
  title: "List cases",
  description:
    "Lists interview cases, latest change first: who, at which stage, where it stands, what is next.",
  effect: "read",
  access: "read",
  about: "listed",
  input: z.object({
    status: z
      .enum(["open", "waiting", "booked", "blocked", "observed", "closed"])
      .optional()
      .describe("Only cases that stand here; absent: all"),
    limit: z.int().min(1).max(50).optional().describe("How many at most; 20 when absent"),
    after: z
      .string()
      .max(200)
      .optional()
      .describe("The `next` of the page before; absent: from the latest change"),
  }),
  output: z.object({
    cases: z.array(caseSummary),
    next: z.string().optional().describe("For `after`, when there are more"),
  }),
  run: async (input, { cases, caller }) => {
    const page = await cases.listCases({
      limit: input.limit ?? 20,
      ...scopeOfCaller(caller),
      ...(input.status && { status: input.status }),
      ...(input.after !== undefined && { after: input.after }),
    });
    return {
      ...page,
      cases: page.cases.map((item) => ({ ...item, candidateName: labelled(item.candidateName) })),
    };
  },
});

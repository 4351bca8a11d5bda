import { z } from "zod";
import { defineTool } from "./define-tool.ts";
import { caseSummary, labelled } from "./shapes.ts";

/** The cases that Convene coordinates. */
export const listCases = defineTool({
  name: "list_cases",
  title: "List cases",
  description:
    "Lists interview cases, latest change first: who, at which stage, where it stands, what is next.",
  effect: "read",
  input: z.object({
    status: z
      .enum(["open", "waiting", "booked", "blocked", "observed", "closed"])
      .optional()
      .describe("Only cases that stand here; absent: all"),
    limit: z.int().min(1).max(50).optional().describe("How many at most; 20 when absent"),
  }),
  output: z.object({ cases: z.array(caseSummary) }),
  run: async (input, { cases }) => {
    const found = await cases.listCases({
      limit: input.limit ?? 20,
      ...(input.status && { status: input.status }),
    });
    return {
      cases: found.map((item) => ({ ...item, candidateName: labelled(item.candidateName) })),
    };
  },
});

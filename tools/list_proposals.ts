import { z } from "zod";
import { askerOf } from "./context.ts";
import { defineTool } from "./define-tool.ts";
import { proposalSummary } from "./shapes.ts";

/** What Convene proposes or has proposed. */
export const listProposals = defineTool({
  name: "list_proposals",
  title: "List proposals",
  description:
    "Lists proposals, newest first. One that waits is decided by a person in the dashboard, not here.",
  effect: "read",
  input: z.object({
    status: z
      .enum([
        "waiting",
        "observed",
        "approved",
        "rejected",
        "expired",
        "superseded",
        "performing",
        "done",
        "failed",
      ])
      .optional()
      .describe("Only these; all when absent"),
    limit: z.int().min(1).max(50).optional().describe("How many at most; 20 when absent"),
  }),
  output: z.object({ proposals: z.array(proposalSummary) }),
  run: async (input, { cases, caller }) => ({
    proposals: await cases.listProposals(
      { limit: input.limit ?? 20, ...(input.status && { status: input.status }) },
      askerOf(caller),
    ),
  }),
});

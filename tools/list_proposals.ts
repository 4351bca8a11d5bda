import { z } from "zod";
import { askerOf, scopeOfCaller } from "./context.ts";
import { defineTool } from "./define-tool.ts";
import { proposalSummary } from "./shapes.ts";

/** What Convene proposes or has proposed. */
export const listProposals = defineTool({
  name: "list_proposals",
  title: "List proposals",
  description:
    "Lists proposals, newest first. One that waits is decided by a person in the dashboard, not here.",
  effect: "read",
  access: "read",
  about: "listed",
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
    after: z
      .string()
      .max(200)
      .optional()
      .describe("The `next` of the page before; absent: from the newest"),
  }),
  output: z.object({
    proposals: z.array(proposalSummary),
    next: z.string().optional().describe("For `after`, when there are more"),
  }),
  run: async (input, { cases, caller }) =>
    await cases.listProposals(
      {
        limit: input.limit ?? 20,
        ...(input.status && { status: input.status }),
        ...(input.after !== undefined && { after: input.after }),
        ...scopeOfCaller(caller),
      },
      askerOf(caller),
    ),
});

import { z } from "zod";
import { defineTool } from "./define-tool.ts";
import { opportunityId, proposed } from "./shapes.ts";

/** Asks for the briefs of what is booked: they go through the same run and gate as those that are due. */
export const proposeBrief = defineTool({
  name: "propose_brief",
  title: "Propose interview briefs",
  description:
    "Asks Convene to make the briefs of an opportunity's booked interviews now, one for each session and each of its interviewers, and to propose to send them. Policy or a person decides; nothing is sent by this call.",
  effect: "propose",
  input: z.object({ opportunityId }),
  output: proposed,
  run: async (input, { requests, caller, signal }) =>
    await requests.requestBriefs({ opportunityId: input.opportunityId, by: caller.name, signal }),
});

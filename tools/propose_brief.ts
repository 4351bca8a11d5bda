import { z } from "zod";
import { defineTool } from "./define-tool.ts";
import { opportunityId, proposed } from "./shapes.ts";

/** Asks for the briefs of what is booked: they go through the same run and gate as those that are due. */
export const proposeBrief = defineTool({
  name: "propose_brief",
  title: "Propose interview briefs",
  description:
    "Asks Convene to make the briefs of an opportunity's booked interviews now, one for each session and each of its interviewers, and to propose to send them to these interviewers. The policy or a person decides: where the policy lets briefs go by themselves, they are sent at once, so ask only when somebody wants them. At most three times an hour.",
  effect: "propose",
  access: "decide",
  about: { thing: "opportunity", in: "opportunityId" },
  input: z.object({ opportunityId }),
  output: proposed,
  run: async (input, { requests, caller, signal }) =>
    await requests.requestBriefs({ opportunityId: input.opportunityId, by: caller.name, signal }),
});

import { z } from "zod";
import { ScoredSlot } from "../src/domain/proposal.ts";
import { findSlots as search } from "../src/scheduling/find-slots.ts";
import { defineTool } from "./define-tool.ts";
import { gatherSchedulingContext } from "./scheduling-context.ts";
import { instant, opportunityId } from "./shapes.ts";
import { toSlotRequest } from "./slot-request.ts";

const MOST = 5;

/** The best times for an opportunity's next interview, or what stands in the way. */
export const findSlots = defineTool({
  name: "find_slots",
  title: "Find interview times",
  description:
    "Finds the best times for the interview of an opportunity's present stage, by its plan and everybody's calendar, with what speaks for and against each; or says who and what stands in the way. Books nothing.",
  effect: "read",
  input: z.object({
    opportunityId,
    startsAt: instant.optional().describe("Look at this start alone"),
  }),
  output: z.object({
    session: z.object({ name: z.string(), durationMinutes: z.int() }),
    slots: z.array(ScoredSlot).describe("Best first; empty when there is none"),
    blockers: z.array(z.string()).describe("Why there is none, in words"),
    findings: z
      .array(z.string())
      .describe("What else to know, such as calendars that cannot be read"),
  }),
  run: async (input, context) => {
    const gathered = await gatherSchedulingContext(
      { opportunityId: input.opportunityId, planId: null, panelistIds: [] },
      context,
    );
    const result = search(toSlotRequest(gathered, { wantedStart: input.startsAt ?? null }));
    const { name, durationMinutes } = gathered.session;
    return {
      session: { name, durationMinutes },
      slots: result.kind === "slots" ? result.slots.slice(0, MOST) : [],
      blockers: result.kind === "none" ? result.blockers.map((blocker) => blocker.words) : [],
      findings: result.findings.map((finding) => finding.words),
    };
  },
});

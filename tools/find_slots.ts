import { z } from "zod";
import { ScoredItinerary } from "../src/domain/proposal.ts";
import { defineTool } from "./define-tool.ts";
import { avoidedInWords } from "./candidate-times.ts";
import type { ToolContext } from "./context.ts";
import { type SchedulingContext, gatherSchedulingContext } from "./scheduling-context.ts";
import { instant, opportunityId } from "./shapes.ts";

/** The best times for an opportunity's next interviews, or what stands in the way. */
export const findSlots = defineTool({
  name: "find_slots",
  title: "Find interview times",
  description:
    "Finds the best times for the interviews of an opportunity's present stage, by its plan and everybody's calendar, with what speaks for and against each; or says who and what stands in the way. Books nothing.",
  effect: "read",
  access: "read",
  about: { thing: "opportunity", in: "opportunityId" },
  input: z.object({
    opportunityId,
    startsAt: instant.optional().describe("Look at this start of the first session alone"),
  }),
  output: z.object({
    candidateZone: z.string().describe("IANA zone in which the candidate thinks"),
    sessions: z.array(z.object({ id: z.string(), name: z.string(), durationMinutes: z.int() })),
    itineraries: z.array(ScoredItinerary).describe("Best first; empty when there is none"),
    blockers: z.array(z.string()).describe("Why there is none, in words"),
    relaxations: z.array(z.string()).describe("What alone would have to give, in words"),
    findings: z
      .array(z.string())
      .describe("What else to know, such as calendars that cannot be read"),
  }),
  run: async (input, context) => {
    await context.onStep?.({ done: 0, of: 2, words: "Reading the plan, people and calendars" });
    const gathered = await gather(input, context);
    await context.onStep?.({ done: 1, of: 2, words: "Looking for times" });
    const {
      proven: _,
      relaxations,
      findings,
      ...found
    } = await context.search([gathered, { wantedStart: input.startsAt ?? null }], context.signal);
    await context.onStep?.({ done: 2, of: 2, words: "Found what there is" });
    return {
      candidateZone: gathered.candidate.zone,
      sessions: gathered.sessions.map(({ rule: { id, name, durationMinutes } }) => ({
        id,
        name,
        durationMinutes,
      })),
      ...found,
      relaxations: relaxations.map(({ words }) => words),
      findings: [...new Set([...findings, ...avoidedInWords(gathered.candidate)])],
    };
  },
});

/** Who asks for a time by name means it, wherever the candidate asked away from. */
const gather = async (
  asked: { opportunityId: string; startsAt?: string | undefined },
  context: ToolContext,
): Promise<SchedulingContext> => {
  const gathered = await gatherSchedulingContext(
    { opportunityId: asked.opportunityId, planId: null, panelistIds: [] },
    context,
  );
  if (asked.startsAt !== undefined) return gathered;
  const { candidate, opportunity } = gathered;
  const { id, stageId } = opportunity;
  const avoided = await context.cases.avoidedTimes({ opportunityId: id, stageId });
  return { ...gathered, candidate: { ...candidate, avoided } };
};

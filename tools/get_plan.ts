import { z } from "zod";
import { InterviewPlan } from "../src/domain/plan.ts";
import { AppError } from "../src/domain/errors.ts";
import { INFERRED } from "../src/domain/plan-match.ts";
import { defineTool } from "./define-tool.ts";

/** The interview plan for a stage of a posting. */
export const getPlan = defineTool({
  name: "get_plan",
  title: "Get an interview plan",
  description:
    "Reads the interview plan that applies to a stage of a posting: sessions, who may take each place, rules for times.",
  effect: "read",
  access: "settings",
  about: "nobody",
  input: z.object({
    stageId: z.string().min(1).max(200).describe("Lever stage id"),
    stageName: z.string().max(200).describe("Text of the stage in Lever"),
    postingId: z.string().max(200).nullable().describe("Lever posting id, or null"),
    postingTitle: z.string().max(300).describe("Title of the posting; empty when there is none"),
    team: z.string().max(200).nullable().describe("Team of the posting, or null"),
    planId: z
      .string()
      .max(200)
      .optional()
      .describe(
        "This very plan, whatever it matches; one that was inferred is inferred again for the stage",
      ),
  }),
  output: z.object({
    plan: InterviewPlan,
    inferred: z
      .string()
      .nullable()
      .describe("Null for a plan that somebody wrote; else what it was inferred from, in words"),
  }),
  run: async (input, { plans }) => {
    const { planId } = input;
    // Nobody has written an inferred plan: it is read by inferring it again, or is what was written for its stage since.
    const isWritten = planId !== undefined && !planId.startsWith(INFERRED);
    if (isWritten) {
      const plan = await plans.get(planId);
      if (plan) return { plan, inferred: null };
      throw missing(
        `There is no interview plan "${planId}". Name one of the dashboard or of the plans folder, or none.`,
      );
    }
    const found = await plans.find(input);
    if (found) return found;
    throw missing(
      `No interview plan matches the stage "${input.stageName}". Add one under Plans in the dashboard, or to the plans folder.`,
    );
  },
});

const missing = (message: string): AppError =>
  new AppError({ code: "plan_missing", fault: "caller", message });

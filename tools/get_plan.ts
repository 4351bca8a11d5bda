import { z } from "zod";
import { InterviewPlan } from "../src/domain/plan.ts";
import { AppError } from "../src/domain/errors.ts";
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
    planId: z.string().max(200).optional().describe("This very plan, whatever it matches"),
  }),
  output: z.object({
    plan: InterviewPlan,
    inferred: z
      .string()
      .nullable()
      .describe("Null for a plan that somebody wrote; else what it was inferred from, in words"),
  }),
  run: async (input, { plans }) => {
    if (input.planId === undefined) {
      const found = await plans.find(input);
      if (found) return found;
    } else {
      const plan = await plans.get(input.planId);
      if (plan) return { plan, inferred: null };
    }
    if (input.planId !== undefined) {
      throw new AppError({
        code: "plan_missing",
        fault: "caller",
        message: `There is no interview plan "${input.planId}". Name one of the dashboard or of the plans folder, or none.`,
      });
    }
    throw new AppError({
      code: "plan_missing",
      fault: "caller",
      message: `No interview plan matches the stage "${input.stageName}". Add one under Plans in the dashboard, or to the plans folder.`,
    });
  },
});

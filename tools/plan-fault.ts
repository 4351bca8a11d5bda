import { AppError } from "../src/domain/errors.ts";
import type { InterviewPlan } from "../src/domain/plan.ts";

/** The error of a plan that cannot be followed here, and why. */
export const planFault = (plan: InterviewPlan, what: string): AppError =>
  new AppError({
    code: "plan_invalid",
    fault: "caller",
    message: `The plan ${plan.id} cannot be used here: ${what}.`,
    data: { planId: plan.id },
  });

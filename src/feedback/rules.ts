/** What a plan says of its feedback, with what counts where it says nothing: pure. */
import type { InterviewPlan } from "../domain/plan.ts";

/** Hours after a round's last interview, where the plan says nothing. */
const DEADLINE_HOURS = 72;

/** How the feedback of a plan's interviews is handled. */
export interface FeedbackRules {
  /** From the end of the last interview on. */
  deadline: Temporal.Duration;
}

/** `plan`: null where nobody has written one. */
export const feedbackRulesOf = (plan: Pick<InterviewPlan, "feedback"> | null): FeedbackRules => ({
  deadline: Temporal.Duration.from({ hours: plan?.feedback?.deadlineHours ?? DEADLINE_HOURS }),
});

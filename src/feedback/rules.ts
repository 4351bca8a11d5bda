/** What a plan says of its feedback, with what counts where it says nothing: pure. */
import type { FeedbackRule, InterviewPlan } from "../domain/plan.ts";

/** Where the plan says nothing. */
const DEFAULTS = {
  firstAfterMinutes: 60,
  mostReminders: 5,
  by: "slack",
  deadlineHours: 72,
} as const;

/** How the feedback of a plan's interviews is handled. */
export interface FeedbackRules {
  reminders: NonNullable<FeedbackRule["reminders"]>;
  /** From the end of the interview to the first of ours. */
  firstAfter: Temporal.Duration;
  mostReminders: number;
  by: NonNullable<FeedbackRule["by"]>;
  /** From the end of a round's last interview on. */
  deadline: Temporal.Duration;
}

type Said = Pick<InterviewPlan, "feedback" | "feedbackReminder">;

/** `plan`: null where nobody has written one. */
export const feedbackRulesOf = (plan: Said | null): FeedbackRules => {
  const { firstAfterMinutes, mostReminders, by, deadlineHours } = {
    ...DEFAULTS,
    ...plan?.feedback,
  };
  return {
    reminders: remindersOf(plan),
    firstAfter: Temporal.Duration.from({ minutes: firstAfterMinutes }),
    mostReminders,
    by,
    deadline: Temporal.Duration.from({ hours: deadlineHours }),
  };
};

/** What people have written of Lever's own before there were ours still counts. */
const remindersOf = (plan: Said | null): FeedbackRules["reminders"] => {
  if (plan?.feedback?.reminders !== undefined) return plan.feedback.reminders;
  if (plan?.feedbackReminder === undefined) return "ours";
  return plan.feedbackReminder === "none" ? "off" : "lever";
};

/** How often Lever itself is to remind of the forms of a panel that we make: never beside ours. */
export const leverReminderOf = (plan: Said): NonNullable<InterviewPlan["feedbackReminder"]> =>
  remindersOf(plan) === "lever" ? (plan.feedbackReminder ?? "daily") : "none";

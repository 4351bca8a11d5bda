/** Who interviews where with which form, and whether they have handed it in: what everything about feedback begins with. */
import type { UserId } from "../domain/ids.ts";
import type { LeverUser, Panel, PanelInterview, SubmittedFeedback } from "../lever/port.ts";

/** One interviewer of one interview. */
export interface Seat {
  panel: Panel;
  interview: PanelInterview;
  userId: UserId;
  /** Null: nothing to hand in. */
  templateId: string | null;
}

/** Who interviews in a panel; of what was cancelled, who had begun by then. */
export const seatsOf = (panel: Panel): Seat[] =>
  panel.interviews
    .filter(
      (interview) =>
        hasBegunBefore(interview, panel.canceledAt) &&
        hasBegunBefore(interview, interview.canceledAt),
    )
    .flatMap((interview) =>
      interview.interviewers.map(({ userId, feedbackTemplateId }) => ({
        panel,
        interview,
        userId,
        templateId: formOf(feedbackTemplateId ?? interview.feedbackTemplateId),
      })),
    );

const hasBegunBefore = (
  { startsAt }: PanelInterview,
  canceledAt: Temporal.Instant | null,
): boolean => canceledAt === null || isBefore(startsAt, canceledAt);

/** Lever has its own name for a form that asks nothing. */
const formOf = (templateId: string | null): string | null =>
  templateId === "no-feedback" ? null : templateId;

/** The panels of a stage's round: one of which Lever does not say the stage may be of each. */
export const panelsAt = (panels: readonly Panel[], stageId: string): Panel[] =>
  panels.filter((panel) => (panel.stageId ?? stageId) === stageId);

/** The forms that are somebody's for their seat: by that person for that very interview, of any template. */
export const formsOf = (
  { interview, userId }: Seat,
  forms: readonly SubmittedFeedback[],
): SubmittedFeedback[] =>
  forms.filter((form) => form.userId === userId && form.interviewId === interview.id);

/** Whether any of them is in. */
export const isHandedIn = (seat: Seat, forms: readonly SubmittedFeedback[]): boolean =>
  formsOf(seat, forms).length > 0;

/** Whether Lever knows them as deactivated: they cannot hand in any more. Somebody whom it does not know at all is waited for. */
export const isGone = (userId: UserId, users: readonly LeverUser[]): boolean =>
  users.some((user) => user.id === userId && user.deactivated);

/** Longer than a week is no interview; what no clock can add up must not fail here. */
const MOST_MINUTES = 7 * 24 * 60;

/** When an interview is over. */
export const endOf = ({ startsAt, durationMinutes }: PanelInterview): Temporal.Instant =>
  startsAt.add({ minutes: Math.min(Math.max(0, Math.ceil(durationMinutes)), MOST_MINUTES) });

/** Whether the first moment is before the other. */
export const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) < 0;

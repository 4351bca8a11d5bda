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

/** An interview to which the candidate did not come, as somebody has said: which panel's, and when it was. One that is given another
 * time is another interview. */
export interface MissedInterview {
  panelId: string;
  startsAt: Temporal.Instant;
}

/** Whether it is one of them. */
export const isMissed = (
  panelId: string,
  { startsAt }: Pick<PanelInterview, "startsAt">,
  missed: readonly MissedInterview[],
): boolean => missed.some((each) => each.panelId === panelId && each.startsAt.equals(startsAt));

/** Interviews of a panel that took place or are to: without those that were missed. */
export const heldInterviews = (
  panel: Panel,
  missed: readonly MissedInterview[],
): PanelInterview[] =>
  panel.interviews.filter((interview) => !isMissed(panel.id, interview, missed));

/** Whether a form is of an interview that was missed: nothing that it says is of the candidate. */
export const isOfMissed = (
  { interviewId }: Pick<SubmittedFeedback, "interviewId">,
  { panels, missed }: { panels: readonly Panel[]; missed: readonly MissedInterview[] },
): boolean =>
  panels.some(({ id, interviews }) =>
    interviews.some((each) => each.id === interviewId && isMissed(id, each, missed)),
  );

/** Who interviews in a panel; of what was cancelled, who had begun by then; of what was missed, nobody. */
export const seatsOf = (panel: Panel, missed: readonly MissedInterview[]): Seat[] =>
  heldInterviews(panel, missed)
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

/** Feedback as interviewers hand it in, in Lever's pages or over its API. */
import { badRequest } from "./protocol.ts";
import type { LeverFeedback, LeverInterview, LeverState } from "./state.ts";
import { RATINGS } from "./wire.ts";

type NewForm = Omit<LeverFeedback, "id" | "createdAt" | "deletedAt">;

/** Keeps a form as it was handed in. */
export const keepForm = (form: NewForm, state: LeverState): LeverFeedback => {
  const kept = { ...form, id: state.ids.uuid(), createdAt: state.nowMs(), deletedAt: null };
  state.feedback.set(kept.id, kept);
  const ids = { feedbackId: kept.id, opportunityId: kept.opportunityId };
  state.journal.add({ service: "lever", kind: "feedback.created", ids });
  return kept;
};

/** The form that somebody who interviews there has to fill in; null: none. */
export const formIn = (interview: LeverInterview, userId: string): string | null => {
  const seat = interview.interviewers.find(({ id }) => id === userId);
  const templateId = seat && (seat.feedbackTemplate ?? interview.feedbackTemplate);
  return templateId === undefined || templateId === "no-feedback" ? null : templateId;
};

/** Whether somebody's form for an interview is in. */
export const isIn = (interview: LeverInterview, userId: string, state: LeverState): boolean =>
  [...state.feedback.values()].some(
    (form) =>
      form.interviewId === interview.id &&
      form.userId === userId &&
      form.completedAt !== null &&
      form.deletedAt === null,
  );

interface Handed {
  interviewId: string;
  userId: string;
  rating: string;
  notes: string;
}

/** An interviewer fills in their form in Lever's own page. Errors: LeverError for who has none there, and for no rating of it. */
export const handIn = (
  { interviewId, userId, rating, notes }: Handed,
  state: LeverState,
): LeverFeedback => {
  const interview = [...state.panels.values()]
    .flatMap((panel) => panel.interviews)
    .find(({ id }) => id === interviewId);
  const templateId = interview ? formIn(interview, userId) : null;
  if (!interview || templateId === null) throw badRequest("userId has no form in this interview");
  if (!RATINGS.includes(rating)) throw badRequest(`rating must be one of ${RATINGS.join(", ")}`);
  return keepForm(
    {
      opportunityId: interview.opportunityId,
      panelId: interview.panelId,
      interviewId,
      userId,
      templateId,
      values: {
        [`${templateId}-rating`]: rating,
        [`${templateId}-notes`]: notes === "" ? null : notes,
      },
      completedAt: state.nowMs(),
    },
    state,
  );
};

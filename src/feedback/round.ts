/** The round of one stage: who interviews in it, what was handed in there, and whether it is over. Pure. */
import type { UserId } from "../domain/ids.ts";
import type { Panel, PanelInterview, SubmittedFeedback } from "../lever/port.ts";
import { isOver } from "./over.ts";
import type { FeedbackFacts } from "./owed.ts";
import { silentSeats } from "./silent.ts";
import { isBefore, isGone, isHandedIn, isOfMissed, panelsAt, seatsOf } from "./seats.ts";

/** Somebody who interviews in a round. */
export interface RoundSeat {
  userId: UserId;
  interview: PanelInterview;
  /** Has a form to hand in, or had. */
  isAsked: boolean;
  /** Owed: has a form to hand in, and has not; whoever was deactivated owes nothing. */
  isOwed: boolean;
  /** Has a form to hand in, has not, and was deactivated. */
  isExcused: boolean;
}

/** A round as Lever has it. */
export interface Round {
  seats: RoundSeat[];
  /** Who reads nothing of it yet: a form of theirs is not in, also where they were deactivated, or their interview was missed. */
  silent: UserId[];
  forms: SubmittedFeedback[];
  /** Whether each of its panels is. */
  isOver: boolean;
}

/** A form that may be of another round as well, for its panel or interview is gone or it was filled in by hand, is of this one
 * when somebody who interviews here wrote it since the round began. */
export const roundAt = (facts: FeedbackFacts, stageId: string): Round => {
  const panels = panelsAt(facts.panels, stageId);
  const seats = panels.flatMap((panel) => seatsOf(panel, facts.missed));
  const isOf = (form: SubmittedFeedback): boolean => {
    if (isOfMissed(form, facts)) return false;
    if (facts.panels.some((panel) => isNamedBy(form, panel))) {
      return panels.some((panel) => isNamedBy(form, panel));
    }
    return seats.some(
      ({ userId, interview }) =>
        userId === form.userId && !isBefore(form.completedAt, interview.startsAt),
    );
  };
  const standing = seats.map((seat): RoundSeat => {
    const { userId, interview } = seat;
    const isAsked = seat.templateId !== null;
    const isOut = isAsked && !isHandedIn(seat, facts.forms);
    const isExcused = isOut && isGone(userId, facts.users);
    return { userId, interview, isAsked, isOwed: isOut && !isExcused, isExcused };
  });
  const unheard = [
    ...standing.filter(({ isOwed, isExcused }) => isOwed || isExcused),
    ...panels.flatMap((panel) => silentSeats(panel, facts)),
  ];
  return {
    seats: standing,
    silent: unheard.map(({ userId }) => userId),
    forms: facts.forms.filter(isOf),
    isOver: panels.every((panel) => isOver(panel, facts)),
  };
};

/** Whether a form says that it is of a panel, or of an interview there. */
export const isNamedBy = (
  form: Pick<SubmittedFeedback, "panelId" | "interviewId">,
  panel: Panel,
): boolean =>
  panel.id === form.panelId || panel.interviews.some(({ id }) => id === form.interviewId);

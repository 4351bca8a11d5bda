/** Whether a round is still as a synthesis of it was put together: pure. */
import type { PostSynthesis } from "../domain/synthesis.ts";
import { touchedAt } from "../domain/touched-at.ts";
import type { Round } from "../feedback/round.ts";
import type { SubmittedFeedback } from "../lever/port.ts";
import { presentForms } from "./form.ts";

/** What is otherwise by now, as the beginning of a sentence without any of the forms' words; null: nothing. Nobody owes a form of what
 * is for all to read, each form is of the round and says what it said, and there is no other. `forms`: all of the candidacy. */
export const otherwiseNow = (
  said: Pick<PostSynthesis, "forms" | "missing">,
  { round, forms }: { round: Round; forms: readonly SubmittedFeedback[] },
): string | null => {
  if (said.missing.length === 0 && !round.isOver) {
    return "An interview of this round has not ended, or a form of it is to be handed in by now";
  }
  const times = new Map(forms.map((form) => [`feedback/${form.id}`, touchedAt(form).toString()]));
  const changed = said.forms.filter(({ id, at }) => times.get(id) !== at);
  if (changed.length > 0) {
    return `The form of ${namesOf(changed)} was changed, opened again or deleted in Lever since`;
  }
  const own = new Set(round.forms.map(({ id }) => `feedback/${id}`));
  const strange = said.forms.filter(({ id }) => !own.has(id));
  if (strange.length > 0) {
    return `The form of ${namesOf(strange)} is of an interview that was missed, or that is of this round no more`;
  }
  const known = new Set(said.forms.map(({ id }) => id));
  return countedIn(round).some((id) => !known.has(id)) ? "A form was handed in since" : null;
};

const namesOf = (forms: PostSynthesis["forms"]): string => forms.map(({ name }) => name).join(", ");

/** The ids of the forms that count, as they are put together. */
const countedIn = ({ seats, forms }: Round): string[] => {
  const interviews = new Set<string | null>(seats.map(({ interview }) => interview.id));
  const dated = forms.flatMap((form) =>
    form.userId === null
      ? []
      : {
          id: `feedback/${form.id}`,
          by: { userId: form.userId },
          interviewId: interviews.has(form.interviewId) ? form.interviewId : null,
          at: touchedAt(form).toString(),
        },
  );
  return presentForms(dated).present.map(({ id }) => id);
};

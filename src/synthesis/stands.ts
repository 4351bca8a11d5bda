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
  const { changed, strange, added } = formsSince(said.forms, { round, forms }, countedIn(round));
  if (changed.length > 0) {
    return `The form of ${namesOf(changed)} was changed, opened again or deleted in Lever since`;
  }
  if (strange.length > 0) {
    return `The form of ${namesOf(strange)} is of an interview that was missed, or that is of this round no more`;
  }
  return added.length > 0 ? "A form was handed in since" : null;
};

/** What has become of forms since something was made from them. */
interface FormsSince<Form> {
  /** Changed, opened again or deleted. */
  changed: Form[];
  /** Of the round no more. */
  strange: Form[];
  /** Ids of those that it was not made from. */
  added: string[];
}

/** Whether these are the forms that something was made from. `forms`: all of the candidacy; `present`: ids of those that it would be
 * made from now. */
export const formsSince = <Form extends { id: string; at: string }>(
  said: readonly Form[],
  { round, forms }: { round: Round; forms: readonly SubmittedFeedback[] },
  present: readonly string[],
): FormsSince<Form> => {
  const times = new Map(forms.map((form) => [idOf(form), touchedAt(form).toString()]));
  const own = new Set(round.forms.map(idOf));
  const known = new Set(said.map(({ id }) => id));
  return {
    changed: said.filter(({ id, at }) => times.get(id) !== at),
    strange: said.filter(({ id }) => !own.has(id)),
    added: present.filter((id) => !known.has(id)),
  };
};

/** The ids of all forms of a round that somebody is known to have written. */
export const writtenIn = ({ forms }: Round): string[] =>
  forms.filter(({ userId }) => userId !== null).map(idOf);

const idOf = ({ id }: { id: string }): string => `feedback/${id}`;

const namesOf = (forms: PostSynthesis["forms"]): string => forms.map(({ name }) => name).join(", ");

/** The ids of the forms that count, as they are put together. */
const countedIn = ({ seats, forms }: Round): string[] => {
  const interviews = new Set<string | null>(seats.map(({ interview }) => interview.id));
  const dated = forms.flatMap((form) =>
    form.userId === null
      ? []
      : {
          id: idOf(form),
          by: { userId: form.userId },
          interviewId: interviews.has(form.interviewId) ? form.interviewId : null,
          at: touchedAt(form).toString(),
        },
  );
  return presentForms(dated).present.map(({ id }) => id);
};

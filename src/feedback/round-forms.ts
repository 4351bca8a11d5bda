/** The forms of a round as they are counted and shown: cleaned, cut, and with the options of their fields. Pure. */
import { cleanLine, cleanWords, shownName } from "../domain/quoted.ts";
import { touchedAt } from "../domain/touched-at.ts";
import type { Round, RoundSeat } from "./round.ts";
import type { OptionsOf } from "../lever/form-options.ts";
import type { LeverUser, SubmittedFeedback } from "../lever/port.ts";
import type { PanelForm } from "../synthesis/form.ts";

const LONGEST_LINE = 300;

/** What a name is called where Lever does not say it. */
const SOMEBODY = "Somebody";

/** What somebody's name is, on one line. */
export const nameOfUser = (userId: string, users: readonly LeverUser[]): string => {
  const name = shownName(users.find(({ id }) => id === userId)?.name ?? "");
  return name === "" ? SOMEBODY : name;
};

/** What an interview is called, on one line. */
export const sessionOf = ({ interview }: Pick<RoundSeat, "interview">): string =>
  cleanLine(interview.subject, LONGEST_LINE);

/** Oldest first; without those of nobody known. */
export const roundForms = (
  { seats, forms }: Pick<Round, "seats" | "forms">,
  { users, optionsOf }: { users: readonly LeverUser[]; optionsOf: OptionsOf },
): PanelForm[] =>
  forms
    .toSorted((one, other) => Temporal.Instant.compare(one.completedAt, other.completedAt))
    .flatMap((form) =>
      form.userId === null
        ? []
        : [readForm(form, { seats, name: nameOfUser(form.userId, users), optionsOf })],
    );

const readForm = (
  form: SubmittedFeedback,
  { seats, name, optionsOf }: { seats: readonly RoundSeat[]; name: string; optionsOf: OptionsOf },
): PanelForm => {
  const seat = seats.find(({ interview }) => interview.id === form.interviewId);
  return {
    id: `feedback/${form.id}`,
    by: { userId: form.userId ?? "", name },
    interviewId: seat?.interview.id ?? null,
    session: seat ? sessionOf(seat) : null,
    title: cleanLine(form.title.quoted, LONGEST_LINE),
    at: touchedAt(form).toString(),
    answers: form.answers.map(({ kind, question, answer, rows }, index) => ({
      kind,
      question: cleanLine(question.quoted, LONGEST_LINE),
      answer: cleanWords(answer.quoted),
      options: optionsOf(form, index).map((text) => cleanLine(text, LONGEST_LINE)),
      rows: rows.map(({ label, score, comment }) => ({
        label: cleanLine(label, LONGEST_LINE),
        score,
        comment: cleanWords(comment.quoted),
      })),
    })),
  };
};

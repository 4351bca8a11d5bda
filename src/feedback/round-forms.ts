/** The forms of a round as they are counted and shown: cleaned, cut, and with the options of their fields. */
import { AppError } from "../domain/errors.ts";
import { cleanLine, cleanWords } from "../domain/quoted.ts";
import { touchedAt } from "../domain/touched-at.ts";
import type { Round, RoundSeat } from "./round.ts";
import type { LeverReader, LeverUser, SubmittedFeedback } from "../lever/port.ts";
import type { PanelForm } from "../synthesis/form.ts";

const LONGEST_LINE = 300;

/** What a name is called where Lever does not say it. */
const SOMEBODY = "Somebody";

/** What somebody's name is, on one line. */
export const nameOfUser = (userId: string, users: readonly LeverUser[]): string => {
  const name = cleanLine(users.find(({ id }) => id === userId)?.name ?? "", 200);
  return name === "" ? SOMEBODY : name;
};

/** What an interview is called, on one line. */
export const sessionOf = ({ interview }: Pick<RoundSeat, "interview">): string =>
  cleanLine(interview.subject, LONGEST_LINE);

/** Oldest first; without those of nobody known. Errors: those of Lever. */
export const readRoundForms = async (
  { seats, forms }: Pick<Round, "seats" | "forms">,
  {
    users,
    lever,
  }: { users: readonly LeverUser[]; lever: Pick<LeverReader, "getFeedbackTemplate"> },
): Promise<PanelForm[]> => {
  const optionsOf = await readOptions(forms, lever);
  return forms
    .toSorted((one, other) => Temporal.Instant.compare(one.completedAt, other.completedAt))
    .flatMap((form) =>
      form.userId === null
        ? []
        : [readForm(form, { seats, name: nameOfUser(form.userId, users), optionsOf })],
    );
};

type OptionsOf = (form: SubmittedFeedback, index: number) => string[];

/** A form that was handed in may not say the options of its fields: its template does, where it still has the same fields. */
const readOptions = async (
  forms: readonly SubmittedFeedback[],
  lever: Pick<LeverReader, "getFeedbackTemplate">,
): Promise<OptionsOf> => {
  const isSilent = (answer: SubmittedFeedback["answers"][number]): boolean =>
    SCALED.has(answer.kind) && answer.options.length === 0;
  const wanted = new Set(
    forms.flatMap(({ templateId, answers }) =>
      templateId !== null && answers.some(isSilent) ? [templateId] : [],
    ),
  );
  const fields = new Map<string, { text: string; options: { text: string }[] }[]>();
  for (const id of wanted) fields.set(id, await fieldsOf(id, lever));
  return ({ templateId, answers }, index) => {
    const answer = answers[index];
    if (!answer || !isSilent(answer)) return answer?.options ?? [];
    const field = fields.get(templateId ?? "")?.[index];
    const isSame = field?.text === answer.question.quoted;
    return isSame ? field.options.map(({ text }) => text) : [];
  };
};

const SCALED: ReadonlySet<string> = new Set(["score-system", "dropdown", "multiple-choice"]);

/** A template that is gone has none. */
const fieldsOf = async (id: string, lever: Pick<LeverReader, "getFeedbackTemplate">) => {
  try {
    return (await lever.getFeedbackTemplate(id)).fields;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "lever_not_found") return [];
    throw thrown;
  }
};

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

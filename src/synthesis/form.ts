/** What the synthesis of a round is made from: forms as they were handed in, and what the plan asks about. */

/** One answer of a form. Shape: JSON. */
export interface FormAnswer {
  /** Lever's type of the field, such as `score-system` or `textarea`. */
  kind: string;
  question: string;
  answer: string;
  /** The field's own, in the form's order. */
  options: readonly string[];
  /** Of a scorecard. */
  rows: readonly { label: string; score: number | null; comment: string }[];
}

/** A form that a member of the panel handed in. Shape: JSON. */
export interface PanelForm {
  id: string;
  by: { userId: string; name: string };
  /** Null for a form by hand, or for an interview that is gone. */
  interviewId: string | null;
  /** What the interview is called; null where none is known. */
  session: string | null;
  /** When it was last touched, ISO. */
  at: string;
  title: string;
  answers: readonly FormAnswer[];
}

/** What the plan's sessions ask about. */
export interface Competency {
  id: string;
  name: string;
}

/** A place in a form's text where somebody wrote words of their own. Units: UTF-16, half-open. */
export interface FormPart {
  /** Under what: a question, or a row of a scorecard. */
  label: string;
  start: number;
  end: number;
  /** Of the row that it comments; null: the row has none, or it is no row. */
  score: number | null;
}

const WRITTEN: ReadonlySet<string> = new Set(["text", "textarea", "note"]);

/** A form as one text, a label above each answer, and where in it people wrote. Of a row the score stands above what is said of it. */
export const formText = (form: PanelForm): { text: string; parts: FormPart[] } => {
  let text = "";
  const parts: FormPart[] = [];
  const write = (label: string, [chosen, words]: [string, string], score: number | null): void => {
    const lines = [label, chosen, words].filter((line, at) => at === 0 || line !== "");
    if (lines.length === 1) return;
    text += `${lines.join("\n")}\n\n`;
    const end = text.length - 2;
    if (words !== "") parts.push({ label, start: end - words.length, end, score });
  };
  for (const { kind, question, answer, rows } of form.answers) {
    if (rows.length === 0) {
      write(question, WRITTEN.has(kind) ? ["", answer] : [answer, ""], null);
      continue;
    }
    for (const { label, score, comment } of rows) {
      write(label, [score === null ? "" : String(score), comment], score);
    }
  }
  return { text, parts };
};

/** Whose a form is, and when it was last touched. */
interface Dated {
  id: string;
  by: { userId: string };
  interviewId: string | null;
  at: string;
}

/** Of several forms by one person for one interview the newest counts. Shape: in the order given; `replaced` are the others. */
export const presentForms = <Form extends Dated>(
  forms: readonly Form[],
): { present: Form[]; replaced: Form[] } => {
  const newest = new Map<string, Form>();
  for (const form of forms) {
    const key = form.interviewId === null ? form.id : `${form.by.userId} ${form.interviewId}`;
    const other = newest.get(key);
    if (!other || isLater(form.at, other.at)) newest.set(key, form);
  }
  const kept = new Set(newest.values());
  return {
    present: forms.filter((form) => kept.has(form)),
    replaced: forms.filter((form) => !kept.has(form)),
  };
};

const isLater = (one: string, other: string): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) > 0;

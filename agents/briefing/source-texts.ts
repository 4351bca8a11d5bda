/** What tools read of a candidacy, as texts that a brief can quote. */
import type { z } from "zod";
import { cleanLine } from "../../src/domain/quoted.ts";
import type { getFeedback } from "../../tools/get_feedback.ts";
import type { getNotes } from "../../tools/get_notes.ts";
import type { getRequisitions } from "../../tools/get_requisitions.ts";
import type { FeedbackText, SourceText } from "./material.ts";

/** Notes, newest first. */
export const noteTexts = ({ notes, url }: z.infer<typeof getNotes.output>): SourceText[] =>
  notes.map(({ source, author, at, text }) => ({
    id: source,
    title: `Note${byWhom(author)}, ${dayOf(at)}`,
    url,
    text: text.quoted,
  }));

/** Feedback forms: a line for each question, and its answer below it. */
export const feedbackTexts = ({ forms, url }: z.infer<typeof getFeedback.output>): FeedbackText[] =>
  forms.map(({ source, title, session, author, at, answers }) => ({
    id: source,
    title: `Feedback${byWhom(author)}, ${dayOf(at)}`,
    url,
    session: session?.quoted ?? title.quoted,
    ...formText(answers.map(({ question, answer }) => [question.quoted, answer.quoted])),
  }));

/** Each answer apart, so that no sentence runs from one into the next. */
const formText = (answers: readonly (readonly [string, string])[]) =>
  answers.reduce<Required<Pick<FeedbackText, "text" | "answers">>>(
    ({ text, answers: before }, [question, answer]) => {
      const start = text.length + question.length + 1;
      return {
        text: `${text}${question}\n${answer}\n\n`,
        answers: [...before, { start, end: start + answer.length }],
      };
    },
    { text: "", answers: [] },
  );

/** What the posting is opened for; null when nothing is known of it. */
export const requisitionText = ({
  requisitions,
}: z.infer<typeof getRequisitions.output>): SourceText | null => {
  const [first] = requisitions ?? [];
  if (!first) return null;
  const { source, title, headcount, team, department, location, employment } = first;
  const facts = [
    title.quoted,
    team && `Team: ${team}`,
    department && `Department: ${department}`,
    location && `Place: ${location}`,
    employment && `Employment: ${employment}`,
    headcount !== null && `Headcount: ${headcount}`,
  ];
  const text = facts.filter((fact) => typeof fact === "string" && fact !== "").join("\n");
  return { id: source, title: "Requisition", url: null, text };
};

const byWhom = (author: { name: string | null } | null): string =>
  author?.name ? ` by ${cleanLine(author.name, 80)}` : "";

const dayOf = (at: string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO("UTC")
    .toPlainDate()
    .toLocaleString("en-GB", { day: "numeric", month: "long", year: "numeric" });

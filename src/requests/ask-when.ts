/** What is open of the days and hours of a request, asked back. */
import { asks } from "./asking.ts";
import type { Reading } from "./read-request.ts";
import type { Choice, Understanding } from "./understanding.ts";
import { type SaidWhen, hasStandIn, withNames } from "./when.ts";

/** Words that nobody understood. */
export const notUnderstood = (words: string): Understanding =>
  asks("not_understood", `I did not understand “${words}”. Leave it out, or say it otherwise.`);

/** What the grammar of time asks, with its choices as requests. */
export const askWhen = (
  { constraints, text, isWhole }: SaidWhen,
  reading: Reading,
): Understanding => {
  const [question] = constraints.questions;
  if (!question) return asks("when", "When do you mean?");
  const isOdd = constraints.leftOver.some(({ start }) => start === question.start);
  if (isOdd) return notUnderstood(withNames(text.slice(question.start, question.end), reading));
  const { start, end } = question;
  const choices = question.choices.flatMap(({ words, instead }): Choice[] => {
    if (instead === undefined || !isWhole) return [];
    const said = withNames(text.slice(0, start) + instead + text.slice(end), reading)
      .replaceAll(/\s+/gu, " ")
      .trim();
    return hasStandIn(said) ? [] : [{ label: withNames(words, reading), text: said }];
  });
  return asks("when", withNames(question.question, reading), choices);
};

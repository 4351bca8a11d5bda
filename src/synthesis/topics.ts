/** Which competency of the plan something is about, by its name. */
import type { Competency } from "./form.ts";

const wordsOf = (text: string): string =>
  ` ${text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

/** The competencies whose names a text has in it, the longest names first. */
export const competenciesIn = (text: string, all: readonly Competency[]): Competency[] => {
  const words = wordsOf(text);
  return all
    .filter(({ id, name }) => words.includes(wordsOf(name)) || words.includes(wordsOf(id)))
    .toSorted((one, other) => other.name.length - one.name.length);
};

/** What a label of a form is about: a competency of the plan, else itself. */
export const topicOf = (label: string, all: readonly Competency[]): Competency => {
  const [found] = competenciesIn(label, all);
  return found ?? { id: `label:${wordsOf(label).trim()}`, name: label.trim() };
};

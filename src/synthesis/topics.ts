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

/** What a form scores without saying what it is. */
export const UNNAMED: Competency = { id: "label:", name: "(without a label)" };

/** What a label of a form is about: a competency of the plan, else itself. */
export const topicOf = (label: string, all: readonly Competency[]): Competency => {
  const [found] = competenciesIn(label, all);
  if (found) return found;
  const words = wordsOf(label).trim();
  return words === "" ? UNNAMED : { id: `label:${words}`, name: label.trim() };
};

/** Whether what the checker finds in a sentence is what the sentence was labelled with. Sentences are never told, only ids: of the
 * half that is set aside nobody who writes rules reads one. */
import type { Category, Finding } from "../../src/language/checker/types.ts";
import type { Scorer } from "../task.ts";

/** A sentence with its kind, as it is given to the checker. */
export interface LanguageInput {
  text: string;
  kind: "question" | "job_text" | "feedback" | "message";
}

type LanguageScorer = Scorer<LanguageInput, Finding[], Category[]>;

const namesOf = (findings: readonly Finding[]): string[] =>
  [...new Set(findings.map(({ category }) => category))].toSorted();

/** Recall of one half: of the labels, those that were found. A sample counts as often as it has labels, so it is one label. */
export const labelFound: LanguageScorer = {
  name: "label_found",
  score: (findings, { target }) => {
    const [label] = target;
    if (label === undefined) return { unscored: "a clean sentence" };
    const names = namesOf(findings);
    const found = names.includes(label);
    const otherwise = names.length > 0 ? "misnamed" : "not seen";
    return {
      value: found ? 1 : 0,
      answer: names.join(" ") || "nothing",
      explanation: found ? "as labelled" : `${label} ${otherwise}`,
    };
  },
};

/** Clean sentences with no finding; false alarms are the rest. */
export const cleanLeftAlone: LanguageScorer = {
  name: "clean_left_alone",
  score: (findings, { target }) => {
    if (target.length > 0) return { unscored: "a labelled sentence" };
    const names = namesOf(findings);
    return {
      value: names.length === 0 ? 1 : 0,
      answer: names.join(" ") || "nothing",
      explanation: names.length === 0 ? "left alone" : "a clean sentence with a finding",
    };
  },
};

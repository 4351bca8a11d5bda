/** What a model's answer leaves open, told by code: the parts of the message are those of the answer by rule, and a part counts as answered
 * where the passages that are shown tell of it. */
import { type Answer, isTouched, isUnsaid, wants } from "./answer.ts";
import type { ChatKnowledge, Known } from "./knowledge.ts";
import { answersByRule } from "./reply-by-rule.ts";

interface Asked {
  question: string;
  before: readonly string[];
  /** Of the question, BCP 47; null: not told. */
  language: string | null;
  knowledge: ChatKnowledge;
}

/** `rest`: something is wanted that is not answered. `unsaid`: something was told of which the answer says nothing. */
export const leftOpen = (asked: Asked, shown: readonly Known[]): "rest" | "unsaid" | null => {
  const { question, before, language, knowledge } = asked;
  // The parts are of English: of another language the questions are counted.
  if (language !== null && language !== "en") {
    return questionsIn(question) > shown.length ? "rest" : null;
  }
  const answers = answersByRule(question, knowledge, before);
  const isOne = answers.length === 1;
  if (answers.some((answer) => isMissing(answer, { shown, isOne }))) return "rest";
  return !isOne && answers.some((answer) => isUnsaid(answer, shown)) ? "unsaid" : null;
};

const questionsIn = (text: string): number => text.match(/[?？]+(?=\s|$)/g)?.length ?? 0;

/** A question that stands alone is the model's to answer, unless a person alone knows it. */
const isMissing = (
  { part, known, isOpen, isPartly, isForPerson, leads }: Answer,
  { shown, isOne }: { shown: readonly Known[]; isOne: boolean },
): boolean => {
  if (isForPerson === true) return true;
  const isIn = (all: readonly Known[], { id }: Known) => all.some((each) => each.id === id);
  if (isPartly === true) return shown.every((each) => isIn(known, each));
  if (isOne || isTouched(part, shown)) return false;
  if (isOpen) return wants(part);
  return leads.length === 0 && !known.some((each) => isIn(shown, each));
};

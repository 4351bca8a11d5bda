/** Whether another wording of a question may stand: it asks the same, and says nothing that neither the drafted one nor the posting
 * says. */
import { ShownLine } from "../../src/questions/bank-schema.ts";
import { checkLanguage } from "../../src/language/checker/check-language.ts";
import { hasForeignMatter } from "../briefing/foreign-matter.ts";
import { stemsOf } from "../briefing/stems.ts";
import { NEGATIONS, VOCABULARY } from "./vocabulary.ts";

/** A question with its follow-ups. */
export interface AskedWords {
  text: string;
  followUps: readonly string[];
}

/** What a wording is held against. */
export interface Grounds {
  posting: { title: string; text: string };
  candidateName: string;
}

/** Why a wording cannot be taken, in our words; null: it may stand. */
export const faultOfWording = (
  worded: AskedWords,
  drafted: AskedWords,
  grounds: Grounds,
): string | null => {
  if (worded.followUps.length !== drafted.followUps.length) return "another number of follow-ups";
  const lines = [worded.text, ...worded.followUps];
  const before = [drafted.text, ...drafted.followUps];
  for (const [index, line] of lines.entries()) {
    const fault = faultOfLine(line, { drafted: before[index] ?? "", all: before, grounds });
    if (fault !== null) return fault;
  }
  return new Set(lines.map(plain)).size < lines.length ? "the same is asked twice" : null;
};

interface Line {
  /** In whose place it would stand. */
  drafted: string;
  /** All lines of the drafted question: it may borrow words of them. */
  all: readonly string[];
  grounds: Grounds;
}

const faultOfLine = (text: string, { drafted, all, grounds }: Line): string | null => {
  if (text === drafted) return null;
  if (!ShownLine.safeParse(text).success || text !== text.trim())
    return "no line that can be asked";
  if (text.length > 2 * drafted.length + MORE_LETTERS) return "much longer than it was";
  if (/[\n\r\t*_`#<>{}[\]|\\]/.test(text)) return "marks that are no words";
  if (hasForeignMatter(text)) return "a link, an address or markup";
  if (text.at(-1) !== drafted.at(-1)) return "no longer a question of its kind";
  if (negationsIn(text) !== negationsIn(drafted)) return "the contrary is asked";
  if (namesCandidate(text, { all, grounds })) return "the candidate's name";
  const strange = strangeWord(text, { all, grounds });
  if (strange !== null) return "a word that neither the question nor the posting has";
  if (!asksTheSame(text, drafted)) return "something else is asked";
  return hasNewFinding(text, drafted) ? "something that should not be asked" : null;
};

/** What rewording to a posting may add at most. Units: UTF-16. */
const MORE_LETTERS = 80;

const WORD = /[\p{L}\p{M}\p{N}+#]+/gu;

const wordsIn = (text: string): string[] => text.normalize("NFC").match(WORD) ?? [];
const lower = (text: string): string[] => wordsIn(text).map((word) => word.toLowerCase());
const plain = (text: string): string => lower(text).join(" ");

const negationsIn = (text: string): number =>
  lower(text.replaceAll(/n['’]t\b/g, " not")).filter((word) => NEGATIONS.has(word)).length;

type Words = Pick<Line, "all" | "grounds">;

const namesCandidate = (text: string, { all, grounds }: Words): boolean => {
  const own = new Set(lower(all.join(" ")));
  const names = lower(grounds.candidateName).filter((name) => name.length > 1 && !own.has(name));
  const said = new Set(lower(text));
  return names.some((name) => said.has(name) && !VOCABULARY.has(name));
};

/** The first word that is nowhere to be found; written large within a sentence, it must be so there too: then it is a name. */
const strangeWord = (text: string, { all, grounds }: Words): string | null => {
  const held = [...all, grounds.posting.title, grounds.posting.text].join(" ");
  const asWritten = new Set(wordsIn(held));
  const anyHow = new Set(lower(held));
  const isKnown = (word: string, isFirst: boolean): boolean => {
    const small = word.toLowerCase();
    const isName = !isFirst && word !== small && word !== "I";
    if (isName) return asWritten.has(word);
    return VOCABULARY.has(small) || anyHow.has(small);
  };
  const sentences = text.split(/(?<=[.?!:])\s+/);
  for (const sentence of sentences) {
    for (const [index, word] of wordsIn(sentence.replaceAll(/n['’]t\b/g, " not")).entries()) {
      if (!isKnown(word, index === 0)) return word;
    }
  }
  return null;
};

/** Of what the drafted one says, so much must still be said: its rubric is of this question. */
const LEAST_SHARED = 0.5;

const asksTheSame = (text: string, drafted: string): boolean => {
  const wanted = [...new Set(stemsOf(drafted))];
  if (wanted.length === 0) return true;
  const said = new Set(stemsOf(text));
  return wanted.filter((stem) => said.has(stem)).length / wanted.length >= LEAST_SHARED;
};

const categoriesIn = (text: string): string[] =>
  checkLanguage(text, { kind: "question", isDoubtKept: true }).map(({ category }) => category);

const hasNewFinding = (text: string, drafted: string): boolean => {
  const before = new Set(categoriesIn(drafted));
  return categoriesIn(text).some((category) => !before.has(category));
};

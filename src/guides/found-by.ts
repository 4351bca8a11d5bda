/** Words by which a passage is found beside its own: of the question that it answers. In a guide they are a line of Markdown that is shown
 * to no reader. */
import { isEveryday } from "./everyday.ts";
import { sameIdea } from "./same-idea.ts";
import { type Word, wordsOf } from "./words.ts";

/** A question is found by as few: with more of them its writer could have it found by whatever else is asked. */
const MOST = 4;
const LINE = /^\[found by\]: # \((?<words>[^()]*)\)$/;

/** Small words that make another question of the same others: “where is she” and “where is she from”. */
const TURNS =
  /\b(?:when|where|who|whom|whose|why|how(?: many| much)?|before|after|during|between|without|until|from|out|not)\b/g;
/** They ask nothing. */
const POLITE = new Set(
  "many much may might shall please pls kindly wondering question questions quick quickly maybe really something anything help interested".split(
    " ",
  ),
);
/** Said of somebody beside the question: “he is 4”. */
const ASIDE = /[,;(–-]\s*(?:he|she|they|who)(?:'s| is| are|'re)\b[^,.?!)]*/gi;
/** What somebody who comes along is called. */
const CALLED =
  /(?<=\b(?:son|daughter|child|kid|baby|wife|husband|partner|girlfriend|boyfriend|friend|sister|brother|mother|father|dog|cat|pet) )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?/gu;

interface Known {
  /** What is left out, such as a name. */
  without: string;
  /** Texts of the company. */
  known: readonly string[];
}

/** The line for a question; empty where it has no telling word. Of its first sentence that asks there are a few single words alone, none of them a number or one
 * of `without`, such as a name; and only such as stand in `known`, in whatever form, or are of a common idea or everybody's: a guide is kept for good, and
 * what nobody but the candidate has written, such as the name of an employer, is to go with them. */
export const foundByLine = (question: string, known: Known): string => {
  const { kept, turns } = keptOf(question, known);
  const told = [...new Set(kept.map(({ written }) => written))].slice(0, MOST);
  return told.length === 0 ? "" : `[found by]: # (${[...told, ...turns].toSorted().join(" ")})`;
};

/** Words of a question that its line is not to have: a question that holds them is found where the company has written them. */
export const wordsLeftOut = (question: string, known: Known): string[] => {
  const { words, kept } = keptOf(question, known);
  if (kept.length >= MOST) return [];
  const names = new Set(wordsOf(known.without).map(({ written }) => written));
  const left = words.filter(
    (word) => !kept.includes(word) && !POLITE.has(word.written) && !names.has(word.written),
  );
  return [...new Set(left.map(({ written }) => written))];
};

const keptOf = (
  question: string,
  { without, known }: Known,
): { words: Word[]; kept: Word[]; turns: string[] } => {
  const left = new Set(wordsOf(without).map(({ written }) => written));
  const ours = new Set(known.flatMap((text) => wordsOf(text).map(({ term }) => term)));
  const isKept = ({ written, term }: Word): boolean =>
    (ours.has(term) || isEveryday(term) || sameIdea(term).length > 0) &&
    /^[\p{L}\p{M}]+$/u.test(written) &&
    !left.has(written);
  const sentences = sentencesOf(question).map((sentence) => {
    const words = wordsOf(sentence);
    return { words, kept: words.filter(isKept), turns: turnsOf(sentence) };
  });
  const asks = sentences.find(({ kept }) => kept.length > 0) ?? sentences[0];
  return asks ?? { words: [], kept: [], turns: [] };
};

/** Those that ask first. */
const sentencesOf = (question: string): string[] => {
  const sentences = question
    .replaceAll(ASIDE, " ")
    .replaceAll(CALLED, " ")
    .replaceAll(/\([^)]*\)?/g, " ")
    .split(/(?<=[.!?])\s+|\n/);
  const asking = sentences.filter((sentence) => sentence.trimEnd().endsWith("?"));
  return [...asking, ...sentences];
};

const turnsWithin = (text: string): string =>
  turnsOf(text)
    .filter((turn) => !/^(?:wh|how)/.test(turn))
    .toSorted()
    .join(" ");

const turnsOf = (sentence: string): string[] => [
  ...new Set(sentence.toLowerCase().replaceAll("n't", " not").match(TURNS)),
];

/** Those of a passage's lines that are of this question: it holds more than half of their words, and turns them as they do, but for what it
 * begins with. */
export const linesOf = (foundBy: string, question: string): string => {
  const asked = new Set(wordsOf(question).map(({ term }) => term));
  const isHeld = (line: string): boolean => {
    const words = wordsOf(line);
    const isEnough = words.filter(({ term }) => asked.has(term)).length * 2 > words.length;
    return isEnough && turnsWithin(line) === turnsWithin(question);
  };
  return foundBy.split("\n").filter(isHeld).join("\n");
};

/** Whether one of a passage's lines is of this very question: it asks with their words, all of them and no other. A line of as many as there
 * may be is the beginning of a longer question. */
export const isVeryQuestion = (foundBy: string, question: string): boolean => {
  if (foundBy === "") return false;
  const [sentence] = sentencesOf(question).filter((each) => termsOf(each).size > 0);
  if (sentence === undefined) return false;
  const asked = termsOf(sentence);
  const turns = turnsOf(sentence).toSorted().join(" ");
  return foundBy.split("\n").some((line) => {
    const told = termsOf(line);
    const isAll = asked.size === told.size || (told.size >= MOST && asked.size > told.size);
    const isHeld = told.size > 0 && [...told].every((term) => asked.has(term));
    return isAll && isHeld && turnsOf(line).toSorted().join(" ") === turns;
  });
};

const termsOf = (text: string): Set<string> =>
  new Set(
    wordsOf(text)
      .filter(({ written }) => !POLITE.has(written))
      .map(({ term }) => term),
  );

/** Words of such lines of a text, by the number of their line. */
export const foundByIn = (text: string): { line: number; words: string }[] =>
  text.split("\n").flatMap((each, index) => {
    const words = LINE.exec(each)?.groups?.["words"];
    return words === undefined ? [] : [{ line: index + 1, words }];
  });

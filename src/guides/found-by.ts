/** Words by which a passage is found beside its own: of the question that it answers. In a guide they are a line of Markdown that is shown
 * to no reader. */
import { sameIdea } from "./same-idea.ts";
import { wordsOf } from "./words.ts";

/** A question is found by as few: with more of them its writer could have it found by whatever else is asked. */
const MOST = 4;
const LINE = /^\[found by\]: # \((?<words>[^()]*)\)$/;

/** The line for a question; empty where it has no telling word. Of its first sentence that asks there are a few single words alone, none of them a number or one
 * of `without`, such as a name; and only such as stand in `known`, in whatever form, or are of a common idea: a guide is kept for good, and
 * what nobody but the candidate has written, such as the name of an employer, is to go with them. */
export const foundByLine = (
  question: string,
  { without, known }: { without: string; known: readonly string[] },
): string => {
  const left = new Set(wordsOf(without).map(({ written }) => written));
  const ours = new Set(known.flatMap((text) => wordsOf(text).map(({ term }) => term)));
  const wordsIn = (sentence: string): string[] =>
    wordsOf(sentence)
      .filter(({ term }) => ours.has(term) || sameIdea(term).length > 0)
      .map(({ written }) => written)
      .filter((word) => /^[\p{L}\p{M}]+$/u.test(word) && !left.has(word));
  const sentences = question.replaceAll(/\([^)]*\)?/g, " ").split(/(?<=[.!?])\s+|\n/);
  const asking = sentences.filter((sentence) => sentence.trimEnd().endsWith("?"));
  const words = [...asking, ...sentences].map(wordsIn).find(({ length }) => length > 0) ?? [];
  const told = [...new Set(words)].slice(0, MOST).toSorted();
  return told.length === 0 ? "" : `[found by]: # (${told.join(" ")})`;
};

/** Those of a passage's lines that are of this question: it holds more than half of their words. */
export const linesOf = (foundBy: string, question: string): string => {
  const asked = new Set(wordsOf(question).map(({ term }) => term));
  const isHeld = (line: string): boolean => {
    const words = wordsOf(line);
    return words.filter(({ term }) => asked.has(term)).length * 2 > words.length;
  };
  return foundBy.split("\n").filter(isHeld).join("\n");
};

/** Words of such lines of a text, by the number of their line. */
export const foundByIn = (text: string): { line: number; words: string }[] =>
  text.split("\n").flatMap((each, index) => {
    const words = LINE.exec(each)?.groups?.["words"];
    return words === undefined ? [] : [{ line: index + 1, words }];
  });

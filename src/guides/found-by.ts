/** Words by which a passage is found beside its own: of the question that it answers. In a guide they are a line of Markdown that is shown
 * to no reader. */
import { sameIdea } from "./same-idea.ts";
import { wordsOf } from "./words.ts";

/** A question is found by fewer. */
const MOST = 12;
const LINE = /^\[found by\]: # \((?<words>[^()]*)\)$/;

/** The line for a question; empty where it has no telling word. Of the question there are single words alone, none of them a number or one
 * of `without`, such as a name; and only such as stand in `known`, in whatever form, or are of a common idea: a guide is kept for good, and
 * what nobody but the candidate has written, such as the name of an employer, is to go with them. */
export const foundByLine = (
  question: string,
  { without, known }: { without: string; known: readonly string[] },
): string => {
  const left = new Set(wordsOf(without).map(({ written }) => written));
  const ours = new Set(known.flatMap((text) => wordsOf(text).map(({ term }) => term)));
  const words = wordsOf(question)
    .filter(({ term }) => ours.has(term) || sameIdea(term).length > 0)
    .map(({ written }) => written)
    .filter((word) => /^[\p{L}\p{M}]+$/u.test(word) && !left.has(word));
  const told = [...new Set(words)].slice(0, MOST).toSorted();
  return told.length === 0 ? "" : `[found by]: # (${told.join(" ")})`;
};

/** Words of such lines of a text, by the number of their line. */
export const foundByIn = (text: string): { line: number; words: string }[] =>
  text.split("\n").flatMap((each, index) => {
    const words = LINE.exec(each)?.groups?.["words"];
    return words === undefined ? [] : [{ line: index + 1, words }];
  });

/** What is said back of a request: words that anybody may write, and names that whoever asks may see. Every other word becomes `…`, whether
 * or not there is somebody of that name: so a candidate for few eyes and an unknown name look the same, and nothing is kept of the first.
 * Pure. */
import { wordsOfCues } from "./cues.ts";
import { PLAIN_WORDS, isNoName, isOfTime } from "./plain-words.ts";
import { wordsOfRest } from "./rest.ts";
import type { Directory } from "./understanding.ts";
import { type Word, wordsOf } from "./words.ts";

/** What else is said of times. */
const OF_CLOCKS =
  "am pm a.m p.m o'clock utc gmt cet cest bst est edt pst pdt hr hrs min mins lunch lunchtime fortnight weekend eod eow quarter past fyi".split(
    " ",
  );

let known: ReadonlySet<string> | null = null;
const vocabulary = (): ReadonlySet<string> =>
  (known ??= new Set([...PLAIN_WORDS, ...OF_CLOCKS, ...wordsOfCues(), ...wordsOfRest()]));

/** Written as they are wherever they stand. */
const SHORT_FORMS = new Set([
  "i",
  "i'd",
  "i'm",
  "i'll",
  "i've",
  "asap",
  "ok",
  "fyi",
  "convene",
  "eod",
  "eow",
]);

const NUMBER = /^\d{1,4}(?:[.:-]\d{1,4}){0,2}(?:[a-z]{1,4})?$/u;

/** A place for names: it stays as it is. */
const PLACE = /\{\{[\w:|-]+\}\}/gu;

/** Words with all left out that may be a name. `titles`: of stages and postings that whoever asks may see; `names`: of people who
 * interview, and of the one whose key seals it, as they are written in it. */
export const echoOf = (
  text: string,
  { titles, names }: Record<"titles" | "names", ReadonlySet<string>>,
): string => {
  const places = [...text.matchAll(PLACE)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  const words = wordsOf(text);
  let [out, from] = ["", 0];
  for (const word of words) {
    const isPlace = places.some(({ start, end }) => start < word.end && word.start < end);
    if (isPlace || titles.has(word.folded) || names.has(word.folded) || isAnybodys(word, text))
      continue;
    out += `${text.slice(from, word.start)}…`;
    from = word.end;
  }
  return (out + text.slice(from)).replaceAll(/…(?:[\s-]+…)+/gu, "…");
};

/** A word that is written as a name, and may be one, is none of anybody's; where a sentence begins, all are written so. */
const isAnybodys = ({ text: written, folded, start }: Word, text: string): boolean => {
  if (NUMBER.test(folded) || SHORT_FORMS.has(folded)) return true;
  if (!vocabulary().has(folded)) return false;
  const isBeginning = /(?:^|[.!?:;"“]\s*|\n\s*)$/u.test(text.slice(0, start));
  return isBeginning || !/^\p{Lu}/u.test(written) || isOfTime(folded) || isNoName(folded);
};

/** Words of stages and postings. */
export const titlesOf = ({ cases, past = [], postings = [], stages }: Directory): Set<string> => {
  const titles = new Set([
    ...stages,
    ...[...cases, ...past].map(({ postingTitle }) => postingTitle),
    ...postings.map(({ title }) => title),
  ]);
  return new Set([...titles].flatMap((title) => wordsOf(title).map(({ folded }) => folded)));
};

/** Words of names, as they are compared. */
export const namesOf = (written: readonly string[]): Set<string> =>
  new Set(written.flatMap((name) => wordsOf(name).map(({ folded }) => folded)));

/** The same within signs of quotation alone: what a question says back of a request. */
export const echoQuoted = (question: string, echo: (text: string) => string): string =>
  question.replaceAll(/“([^”]*)”/gu, (_, words: string) => `“${echo(words)}”`);

/** A text as sentences of words. */
import { type Normalised, normalise } from "./normalise.ts";

/** A word, a number or a mark. Units: `start` and `end` in the text as given. */
export interface Token {
  word: string;
  /** The word without the ending of its plural or owner. */
  stem: string;
  start: number;
  end: number;
}

/** One sentence, or one line. */
export interface Sentence {
  tokens: Token[];
  start: number;
  end: number;
}

/** A sentence ends after so many words, whatever its marks: what is longer is no sentence. */
const LONGEST = 200;
/** A sum is one word, and what it is of is none: '38,000', not '£', '38', ',' and '000'. */
const WORD = /\d+(?:[.,]\d+)+[a-z]*|[\p{L}\p{N}]+(?:'[\p{L}]+)?|\n|[^\s\p{L}\p{N}\p{Sc}]/gu;
const ENDS = new Set([".", "?", "!", "\n", "\u2026"]);
/** After these a full stop ends nothing. */
const SHORT = new Set([
  "mr",
  "mrs",
  "ms",
  "dr",
  "st",
  "prof",
  "e",
  "g",
  "i",
  "eg",
  "ie",
  "etc",
  "vs",
  "no",
  "inc",
  "approx",
]);
const CONTRACTED: Record<string, string> = {
  "'re": "are",
  "'ve": "have",
  "'ll": "will",
  "'d": "would",
  "'m": "am",
};

const stemOf = (word: string): string => {
  if (word.length < 4 || !word.endsWith("s") || word.endsWith("ss")) return word;
  return word.endsWith("ies") && word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
};

/** "don't" is "do" and "not", "you've" is "you" and "have": each with its place. */
const split = (word: string): [string, number][] => {
  const mark = word.indexOf("'");
  if (mark <= 0) return [[word, word.length]];
  if (word.endsWith("n't")) {
    const verb = word.slice(0, -3);
    const whole = { wo: "will", ca: "can", sha: "shall" }[verb] ?? verb;
    return [
      [whole, word.length - 3],
      ["not", 3],
    ];
  }
  const tail = word.slice(mark);
  return [
    [word.slice(0, mark), mark],
    [CONTRACTED[tail] ?? tail, tail.length],
  ];
};

const tokensOf = ({ plain, at, ends }: Normalised): Token[] => {
  const tokens: Token[] = [];
  for (const match of plain.matchAll(WORD)) {
    let from = match.index;
    for (const [word, length] of split(match[0])) {
      const to = from + length - 1;
      tokens.push({ word, stem: stemOf(word), start: at[from] ?? 0, end: ends[to] ?? 0 });
      from += length;
    }
  }
  return tokens;
};

const endsAfter = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (!token || !ENDS.has(token.word)) return false;
  const next = tokens[index + 1];
  if (token.word !== "." || !next) return true;
  // "example.com" and "3.5" go on; "Dr." is short for something.
  return next.start > token.end && !SHORT.has(tokens[index - 1]?.word ?? "");
};

/** The sentences of a text, in order. Shape: marks are tokens too; none is empty. */
export const sentencesOf = (text: string): Sentence[] => {
  const tokens = tokensOf(normalise(text));
  const sentences: Sentence[] = [];
  let from = 0;
  tokens.forEach((_, index) => {
    const closes = endsAfter(tokens, index) || index - from + 1 >= LONGEST;
    if (!closes && index < tokens.length - 1) return;
    const own = tokens.slice(from, index + 1).filter(({ word }) => word !== "\n");
    from = index + 1;
    const [first] = own;
    if (!first) return;
    sentences.push({ tokens: own, start: first.start, end: own.at(-1)?.end ?? first.end });
  });
  return sentences;
};

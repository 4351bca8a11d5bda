/** Small patterns over the words of one sentence, read from a line of text:
 *
 * `what|which year did you .. finish|leave school`
 *
 * `a|b` either word; `green_card` words in a row; `@name` a list of words; `grad*` a beginning; `x?` may be left out; `..` up to
 * four words of any kind, `...` up to ten; `#` a number; `a|$` the word or the end; `^` and `$` the ends of the sentence; `!a|b` neither of them next.
 * Gaps are bounded, so each start costs a bounded number of steps. */
import type { Token } from "./tokens.ts";
import { isEnd, isOneOf, type Standing, type Vocabulary, type Words } from "./vocabulary.ts";

/** A compiled pattern. */
export interface Pattern {
  source: string;
  parts: Part[];
  /** The words of the parts behind the first that cannot be left out, what is rare before what is not. */
  needed: Words[];
  atStart: boolean;
  atEnd: boolean;
}

type Part =
  | { kind: "word"; of: Words; optional: boolean }
  | { kind: "not"; of: Words }
  | { kind: "gap"; most: number };

/** Where a pattern was found. Units: indexes of tokens, half-open. */
export interface Match {
  from: number;
  to: number;
}

const GAPS: Record<string, number> = { "..": 4, "...": 10 };

const partOf = (text: string, { wordsOf }: Vocabulary): Part => {
  const most = GAPS[text];
  if (most !== undefined) return { kind: "gap", most };
  // A lone mark is a word like any other.
  if (text.length > 1 && text.startsWith("!")) {
    return { kind: "not", of: wordsOf(text.slice(1)) };
  }
  const optional = /[^|_]\?$/.test(text);
  return { kind: "word", of: wordsOf(optional ? text.slice(0, -1) : text), optional };
};

/** Compiles a line. Errors: thrown for a list that is not there, and for a pattern that begins with nothing sure. */
export const compile = (source: string, vocabulary: Vocabulary): Pattern => {
  const texts = source.trim().split(/\s+/);
  const atStart = texts[0] === "^";
  const atEnd = texts.at(-1) === "$";
  const parts = texts
    .slice(atStart ? 1 : 0, atEnd ? -1 : undefined)
    .map((text) => partOf(text, vocabulary));
  const [first] = parts;
  if (first?.kind !== "word" || first.optional) {
    throw new Error(`a pattern begins with a word: ${source}`);
  }
  const needed = parts
    .slice(1)
    .flatMap((part) => (part.kind === "word" && !part.optional ? [part.of] : []))
    .toSorted((one, other) => one.words.size - other.words.size);
  return { source, parts, needed, atStart, atEnd };
};

/** A sentence that patterns are tried at. */
export interface Reading {
  tokens: readonly Token[];
  /** Which words stand where. */
  standing: Standing;
}

/** Each index after which this part may have been read. */
const readWord = (of: Words, { tokens, standing }: Reading, at: number): readonly number[] => {
  if (!standing.mayStandAt(of, at)) return NOWHERE;
  if (of.end && isEnd(tokens, at)) return [at];
  const token = tokens[at];
  if (!token) return NOWHERE;
  const ends = rowsAt(of, token)
    .filter((row) => row.every((each, index) => isWord(tokens[at + index], each)))
    .map((row) => at + row.length);
  return isOneOf(of, token) ? [at + 1, ...ends] : ends;
};

const NOWHERE: readonly number[] = [];

const rowsAt = ({ rows }: Words, { word, stem }: Token): readonly (readonly string[])[] =>
  rows.size === 0
    ? []
    : [...(rows.get(word) ?? []), ...(stem === word ? [] : (rows.get(stem) ?? []))];

const isWord = (token: Token | undefined, word: string): boolean => {
  if (!token) return false;
  if (word.endsWith("*")) return token.word.startsWith(word.slice(0, -1));
  return token.word === word || token.stem === word;
};

/** Puts each place after a part into `after`. */
const step = (
  part: Part,
  reading: Reading,
  { at, after }: { at: number; after: Set<number> },
): void => {
  if (part.kind === "gap") {
    const last = Math.min(at + part.most, reading.tokens.length);
    for (let place = at; place <= last; place += 1) after.add(place);
    return;
  }
  const read = readWord(part.of, reading, at);
  if (part.kind === "not") {
    if (read.length === 0) after.add(at);
    return;
  }
  for (const place of read) after.add(place);
  if (part.optional) after.add(at);
};

/** The shortest match that begins at a word; none is undefined. */
export const matchAt = (pattern: Pattern, reading: Reading, from: number): Match | undefined => {
  if (pattern.atStart && from > 0) return undefined;
  // All places at once instead of one after another: no step is taken twice.
  let places = new Set([from]);
  for (const part of pattern.parts) {
    const after = new Set<number>();
    for (const at of places) step(part, reading, { at, after });
    if (after.size === 0) return undefined;
    places = after;
  }
  const ends = [...places].filter((to) => !pattern.atEnd || isEnd(reading.tokens, to));
  return ends.length === 0 ? undefined : { from, to: Math.min(...ends) };
};

/** The words that a pattern can begin with: whole ones, and beginnings. */
export const firstWordsOf = ({
  parts,
}: Pattern): { words: string[]; beginnings: string[]; number: boolean } => {
  const [first] = parts;
  if (first?.kind !== "word") return { words: [], beginnings: [], number: false };
  const { words, rows, beginnings, number } = first.of;
  return { words: [...words, ...rows.keys()], beginnings: [...beginnings], number };
};

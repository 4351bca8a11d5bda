/** Small patterns over the words of one sentence, read from a line of text:
 *
 * `what|which year did you .. finish|leave school`
 *
 * `a|b` either word; `green_card` words in a row; `@name` a list of words; `grad*` a beginning; `x?` may be left out; `..` up to
 * four words of any kind, `...` up to ten; `#` a number; `a|$` the word or the end; `^` and `$` the ends of the sentence; `!a|b` neither of them next.
 * Gaps are bounded, so each start costs a bounded number of steps. */
import type { Sentence, Token } from "./tokens.ts";

/** Lists of words by name. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** A compiled pattern. */
export interface Pattern {
  source: string;
  parts: Part[];
  atStart: boolean;
  atEnd: boolean;
}

interface Words {
  words: ReadonlySet<string>;
  beginnings: readonly string[];
  /** Rows of several words, by the first of them. */
  rows: ReadonlyMap<string, readonly (readonly string[])[]>;
  number: boolean;
  /** Whether the end of the sentence will do as well. */
  end: boolean;
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

/** The words of a row, as a sentence would have them: "heavy-set" is three. */
const ROW = /[\p{L}\p{N}]+\*?|'s|[^\s_]/gu;

const GAPS: Record<string, number> = { "..": 4, "...": 10 };

const wordsOf = (text: string, lists: WordLists): Words => {
  const all = text.split("|").flatMap((word): readonly string[] => {
    if (!word.startsWith("@")) return [word];
    const list = lists[word.slice(1)];
    if (!list) throw new Error(`no list of words is called ${word}`);
    return list;
  });
  const split = all.map((word) => word.match(ROW) ?? [word]);
  const rows = new Map<string, string[][]>();
  for (const row of split.filter(({ length }) => length > 1)) {
    const first = row[0] ?? "";
    rows.set(first, [...(rows.get(first) ?? []), row]);
  }
  const single = split.flatMap(([word = "", ...more]) => (more.length > 0 ? [] : [word]));
  return {
    words: new Set(single.filter((word) => !word.endsWith("*"))),
    beginnings: single.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1)),
    rows,
    number: all.includes("#"),
    end: all.includes("$"),
  };
};

const partOf = (text: string, lists: WordLists): Part => {
  const most = GAPS[text];
  if (most !== undefined) return { kind: "gap", most };
  // A lone mark is a word like any other.
  if (text.length > 1 && text.startsWith("!")) {
    return { kind: "not", of: wordsOf(text.slice(1), lists) };
  }
  const optional = /[^|_]\?$/.test(text);
  return { kind: "word", of: wordsOf(optional ? text.slice(0, -1) : text, lists), optional };
};

/** Compiles a line. Errors: thrown for a list that is not there, and for a pattern that begins with nothing sure. */
export const compile = (source: string, lists: WordLists): Pattern => {
  const texts = source.trim().split(/\s+/);
  const atStart = texts[0] === "^";
  const atEnd = texts.at(-1) === "$";
  const parts = texts
    .slice(atStart ? 1 : 0, atEnd ? -1 : undefined)
    .map((text) => partOf(text, lists));
  const [first] = parts;
  if (first?.kind !== "word" || first.optional) {
    throw new Error(`a pattern begins with a word: ${source}`);
  }
  return { source, parts, atStart, atEnd };
};

const END_MARKS = new Set([".", "?", "!", "\u2026"]);

const isEnd = (tokens: readonly Token[], at: number): boolean => {
  for (let index = at; index < tokens.length; index += 1) {
    if (!END_MARKS.has(tokens[index]?.word ?? "")) return false;
  }
  return true;
};

const NUMBER = /^\d[\d.,]*(?:k|m|lpa)?$/;

/** Each index after which this part may have been read. */
const readWord = (of: Words, tokens: readonly Token[], at: number): number[] => {
  if (of.end && isEnd(tokens, at)) return [at];
  const token = tokens[at];
  if (!token) return [];
  const { word, stem } = token;
  const whole =
    of.words.has(word) ||
    of.words.has(stem) ||
    (of.number && NUMBER.test(word)) ||
    of.beginnings.some((beginning) => word.startsWith(beginning));
  const rows = [...(of.rows.get(word) ?? []), ...(stem === word ? [] : (of.rows.get(stem) ?? []))];
  const ends = rows
    .filter((row) => row.every((each, index) => isWord(tokens[at + index], each)))
    .map((row) => at + row.length);
  return whole ? [at + 1, ...ends] : ends;
};

const isWord = (token: Token | undefined, word: string): boolean => {
  if (!token) return false;
  if (word.endsWith("*")) return token.word.startsWith(word.slice(0, -1));
  return token.word === word || token.stem === word;
};

const step = (part: Part, tokens: readonly Token[], at: number): number[] => {
  if (part.kind === "gap") {
    const most = Math.min(part.most, tokens.length - at);
    return Array.from({ length: most + 1 }, (_, skipped) => at + skipped);
  }
  const read = readWord(part.of, tokens, at);
  if (part.kind === "not") return read.length > 0 ? [] : [at];
  return part.optional ? [...read, at] : read;
};

/** The shortest match that begins at a word; none is undefined. */
export const matchAt = (
  pattern: Pattern,
  { tokens }: Sentence,
  from: number,
): Match | undefined => {
  if (pattern.atStart && from > 0) return undefined;
  // All places at once instead of one after another: no step is taken twice.
  let places = new Set([from]);
  for (const part of pattern.parts) {
    const next = new Set<number>();
    for (const place of places) for (const after of step(part, tokens, place)) next.add(after);
    if (next.size === 0) return undefined;
    places = next;
  }
  const ends = [...places].filter((to) => !pattern.atEnd || isEnd(tokens, to));
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

/** Whether a sentence of these words could hold a pattern, wherever they stand; it is asked once where a match is tried at each word. */
export const mayMatch = ({ parts }: Pattern, words: ReadonlySet<string>): boolean =>
  parts.every((part) => part.kind !== "word" || part.optional || isAmong(part.of, words));

const isAmong = (
  { words, rows, beginnings, number, end }: Words,
  among: ReadonlySet<string>,
): boolean => {
  if (end) return true;
  for (const word of among) {
    if (words.has(word) || rows.has(word) || (number && NUMBER.test(word))) return true;
    if (beginnings.some((beginning) => word.startsWith(beginning))) return true;
  }
  return false;
};

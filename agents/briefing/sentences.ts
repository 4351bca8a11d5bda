/** Sentences of a text with where they stand. */
import { type Line, linesIn } from "../../src/documents/spans.ts";

/** Half-open. Units: UTF-16 units of the text. */
export interface Stretch {
  start: number;
  end: number;
}

/** A sentence as it stands in its text. */
export interface Sentence extends Stretch {
  text: string;
}

const BULLET = /^\s*(?:(?:[•·▪◦●■*>–—-]|\d+[.)])\s+)?/;
const SHORTENED =
  /(?:^|[\s(])(?:mr|mrs|ms|mx|dr|prof|st|jr|sr|vs|approx|incl|etc|no|nr|inc|ltd|co|\p{L}|(?:\p{L}\.)+\p{L})\.$/iu;

const cut = (line: Line, from: number, to: number): Sentence[] => {
  const raw = line.text.slice(from, to);
  const text = raw.trim();
  if (text === "") return [];
  const start = line.start + from + raw.indexOf(text);
  return [{ text, start, end: start + text.length }];
};

const inLine = (line: Line): Sentence[] => {
  const found: Sentence[] = [];
  let from = BULLET.exec(line.text)?.[0].length ?? 0;
  for (const match of line.text.matchAll(/[.!?]["'”’)]*(?=\s)/g)) {
    const to = match.index + match[0].length;
    if (to <= from || SHORTENED.test(line.text.slice(from, to))) continue;
    found.push(...cut(line, from, to));
    from = to;
  }
  return [...found, ...cut(line, from, line.text.length)];
};

/** The sentences of a text. A line ends a sentence; its bullet is none of it. */
export const sentencesIn = (text: string): Sentence[] => linesIn(text).flatMap(inLine);

/** The sentence of a text that a place is in; of a whole line, its first. */
export const sentenceAround = (place: Stretch, text: string): Sentence | undefined => {
  const line = linesIn(text).find((one) => one.start <= place.start && place.end <= one.end);
  return line && inLine(line).find((one) => touches(one, place));
};

/** What leans on the sentence before it, and may turn it. */
const LEANING =
  /^["'“‘(]*(?:but|however|though|although|still|yet|then|instead|only|except|at least|unfortunately|not(?! (?:only|just))|nor|or|and|so|that|this|these|those|it|which|none|neither|in theory|on paper|according|allegedly|as if|or so|later|in fact|actually|afterwards)\b/i;

/** Whether a sentence can be told without the next one of its paragraph: none that leans on it, or turns it. */
export const standsAlone = (
  sentence: Sentence,
  all: readonly Sentence[],
  text: string,
): boolean => {
  const next = all.find(({ start }) => start >= sentence.end);
  if (LEANING.test(sentence.text)) return false;
  return (
    next === undefined ||
    /\n\s*\n/.test(text.slice(sentence.end, next.start)) ||
    !LEANING.test(next.text)
  );
};

/** Whether two stretches have something in common. */
export const touches = (one: Stretch, other: Stretch): boolean =>
  one.start < other.end && other.start < one.end;

const ENGLISH =
  /\b(?:the|and|of|with|to|for|that|this|has|had|is|are|were|been|she|he|they|their|his|from|by|at|about|which|would|could|when|what|how|who|we|you|it|into|after|before|while)\b/gi;

/** Whether a text reads as English by its common words: one of nine at least. */
export const readsAsEnglish = (text: string): boolean =>
  (text.match(ENGLISH)?.length ?? 0) * 9 >= (text.match(/\p{L}+/gu)?.length ?? 0);

/** How many words it has. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** A sentence as it is shown between our quotation marks: on one line, with no such marks of its own. */
export const asQuoted = (text: string): string =>
  `“${text.normalize("NFC").replaceAll(/[“”„]/g, "'").replaceAll(/\s+/g, " ").trim()}”`;

/** Words of a job text that point to something, counted. */
import { cleanText } from "../domain/quoted.ts";

/** A text for counting: without markup and what cannot be seen, in lower case, hyphens and spaces made one space. */
export const plainText = (text: string): string =>
  cleanText(text)
    .replaceAll(/<[^<>]*>|&[a-z#0-9]{1,8};/gi, " ")
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s\u2010-\u2015-]+/g, " ");

const NOT_A_LETTER = "(?![\\p{L}\\p{N}])";

const patternOf = (phrase: string): string =>
  RegExp.escape(phrase.replaceAll("-", " ")).replaceAll("\\*", "\\p{L}*");

/** One expression for all phrases, the longest first, so that no place of a text counts twice. */
const patternsOf = (phrases: readonly string[]): RegExp => {
  const longestFirst = phrases.toSorted((one, two) => two.length - one.length);
  const choices = longestFirst.map(patternOf).join("|");
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${choices})${NOT_A_LETTER}`, "gu");
};

const patterns = new WeakMap<readonly string[], RegExp>();

const patternFor = (phrases: readonly string[]): RegExp => {
  const made = patterns.get(phrases) ?? patternsOf(phrases);
  patterns.set(phrases, made);
  return made;
};

/** "No coding", "without sales targets": what the job is not. "Not only" says what it is. */
const DENIED = /\b(?:no|without|not(?! (?:only|just)))(?: [\p{L}\p{N}]+)? $/u;

const LONGEST_DENIAL = 40;

/** Places in a plain text where one of the phrases stands. Shape: the words found, in order, with doubles. */
export const mentionsIn = (plain: string, phrases: readonly string[]): string[] =>
  [...plain.matchAll(patternFor(phrases))]
    .filter(({ index }) => !DENIED.test(plain.slice(Math.max(0, index - LONGEST_DENIAL), index)))
    .map(([word]) => word);

/** "design" and "prototype", as people read them. */
export const quoteWords = (words: readonly string[]): string =>
  [...new Set(words)]
    .slice(0, 3)
    .map((word) => `"${word}"`)
    .join(", ");

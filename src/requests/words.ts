/** A request as words with their places: folded for comparing, what is quoted left out, and near misses of words put right. */
import { cleanText, shorten } from "../domain/quoted.ts";
import { type Unquoted, unquoted, withLines } from "./quotes.ts";

/** So much of a request is read. Units: UTF-16. */
export const LONGEST_REQUEST = 500;

/** One word of it. */
export interface Word {
  /** As written. */
  text: string;
  /** Lower case, without marks. */
  folded: string;
  start: number;
  end: number;
}

/** Lower case, without accents, apostrophes alike: what two people write for one name. */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[’ʼ‘`´]/gu, "'")
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replaceAll("đ", "d")
    .replaceAll("ı", "i")
    .toLowerCase()
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replaceAll("đ", "d");

/** The request as it is read: one form of writing, without what it quotes, whose words are nobody's wish. Same length for the same
 * words: what is quoted becomes spaces. */
export const withoutQuoted = (text: string): Unquoted => {
  // Lines are told apart before they are joined: one of them may be quoted.
  const read = unquoted(cleanText(withLines(shorten(text, LONGEST_REQUEST))));
  return { ...read, text: read.text.replaceAll(/\s/gu, " ").replaceAll(/[’ʼ‘´]/gu, "'") };
};

/** Whether it is longer than what is read. */
export const isLong = (text: string): boolean => text.length > LONGEST_REQUEST;

const WORD = /[\p{L}\p{M}\p{N}]+(?:['.\-@_+][\p{L}\p{M}\p{N}]+)*/gu;

/** Its words in order. A possessive ending is no part of a word. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map((found) => {
    const written = found[0].replace(/'s$/iu, "");
    return {
      text: written,
      folded: fold(written),
      start: found.index,
      end: found.index + written.length,
    };
  });

/** The words that a pattern is made of. */
export const wordsOfPattern = ({ source }: RegExp): string[] => {
  const plain = source.replaceAll(/\\p\{\w+\}|\\.|\[[^\]]*\]/gu, " ");
  const both = [plain.replaceAll(/\w\?/gu, ""), plain.replaceAll("?", "")];
  return both.flatMap((each) => each.match(/[a-z']{3,}/gu) ?? []);
};

/** How many letters are otherwise: left out, put in, other ones, or two changed about. Shape: `most + 1` when there are more. */
export const lettersApart = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const swapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : Infinity;
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (isSame ? 0 : 1),
          swapped,
        ),
      );
    }
    [before, row] = [row, next];
  }
  return row.at(-1) ?? 0;
};

/** Whether a word is another one with a slip of the hand in it. Short words have none: there `Ana` and `Ada` are two people. */
export const isSlipOf = (written: string, meant: string): boolean => {
  if (written === meant || meant.length < 5 || written[0] !== meant[0]) return false;
  const most = meant.length >= 8 ? 2 : 1;
  return lettersApart(written, meant, most) <= most;
};

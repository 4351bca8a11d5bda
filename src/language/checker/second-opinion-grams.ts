/** What the second opinion sees of a few sentences: the words, their stems, pairs and rows of them, runs of their letters, the lists of
 * words that they stand in, and the kind of text, each as a place among so many. Whoever changes this must train anew (`scripts/train-language.ts`). */
import { stemmer } from "stemmer";
import { indexPatterns } from "./pattern-index.ts";
import type { Sentence, Token } from "./tokens.ts";
import type { Kind } from "./types.ts";
import { WORD_LISTS } from "./word-lists.ts";

/** So many places there are; what falls on one place is one to the reader. */
export const PLACES = 1 << 19;

/** Runs of letters are so long, with the marks of beginning and end. */
const RUNS = [3, 4, 5];
/** So far apart two words may stand to be one pair with a gap. */
const GAP = 3;
/** What is longer is no word; a run of it would be endless. */
const LONGEST_WORD = 30;
/** A group of few features weighs no more than one of so many. */
const FEWEST = 4;

/** Features of one few words. Shape: `weights[i]` is how much the feature at `places[i]` counts. */
export interface Grams {
  places: Int32Array;
  weights: Float32Array;
}

/** FNV-1a, with its bits mixed at the end. Source: http://www.isthe.com/chongo/tech/comp/fnv/. */
const placeOf = (feature: string): number => {
  let bits = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    bits = Math.imul(bits ^ feature.charCodeAt(at), 0x01000193);
  }
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return (bits ^ (bits >>> 15)) & (PLACES - 1);
};

const YEAR = /^(?:19|20)\d\d$/;

/** Numbers are told by their length alone, but years are years. */
const wordOf = ({ word }: Token): string => {
  const first = word.charCodeAt(0);
  if (first < 48 || first > 57) return word.slice(0, LONGEST_WORD);
  return YEAR.test(word) ? "<year>" : `<n${Math.min(word.length, 9)}>`;
};

/** The stem of each word is asked for again and again. */
const stems = new Map<string, string>();
const MOST_STEMS = 50_000;

const stemOf = (word: string): string => {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = word.startsWith("<") ? word : stemmer(word);
  if (stems.size < MOST_STEMS) stems.set(word, stem);
  return stem;
};

const runsOf = (word: string): string[] => {
  const code = word.charCodeAt(0);
  if (code < 97 || code > 122) return [];
  const marked = `<${word}>`;
  return RUNS.flatMap((length) =>
    Array.from(
      { length: Math.max(0, marked.length - length + 1) },
      (_, at) => `c ${marked.slice(at, at + length)}`,
    ),
  );
};

const findLists = indexPatterns(
  () => Object.keys(WORD_LISTS).map((name) => ({ line: `@${name}`, value: name })),
  WORD_LISTS,
);

/** Which lists the words stand in, and beside which words: "Sikh" need not have been seen where other faiths were. */
const listsIn = (sentence: Sentence, words: readonly string[], kind: Kind): string[] =>
  findLists(sentence).flatMap(({ value, from, to }) => {
    const before = words[from - 1] ?? "^";
    return [
      `l ${value}`,
      `l ${kind} ${value}`,
      `l ${before} ${value}`,
      `l ${value} ${words[to] ?? "$"}`,
      `l ${words[from - 2] ?? "^"} ${before} ${value}`,
    ];
  });

/** The groups of features: words, rows of words, runs of letters, lists, words by kind. */
const groupsOf = (sentence: Sentence, kind: Kind): string[][] => {
  const words = sentence.tokens.map(wordOf);
  const [single, rows, runs, ofKind]: [string[], string[], string[], string[]] = [[], [], [], []];
  const stemmed = words.map(stemOf);
  const last = words.length - 1;
  words.forEach((word, at) => {
    const stem = stemmed[at] ?? word;
    const before = words[at - 1] ?? "^";
    single.push(`w ${word}`, `s ${stem}`);
    rows.push(`2 ${before} ${word}`, `3 ${words[at - 2] ?? "^"} ${before} ${word}`);
    if (at === last) rows.push(`2 ${word} $`);
    for (let gap = 1; gap <= GAP && gap <= at; gap += 1) {
      rows.push(`${gap === 1 ? "t" : "k"} ${stemmed[at - gap] ?? ""} ${stem}`);
    }
    runs.push(...runsOf(word));
    ofKind.push(`${kind} ${stem}`);
  });
  const open = `${words[0] ?? ""} ${words[1] ?? ""}`;
  ofKind.push(`k ${kind}`, `f ${kind} ${open}`, `e ${kind} ${words[last] ?? ""}`);
  return [single, rows, runs, listsIn(sentence, words, kind), ofKind];
};

/** The features of some sentences in a text of a kind, each group of one length. */
export const gramsOf = (sentences: readonly Sentence[], kind: Kind): Grams => {
  const groups = sentences.map((sentence) => groupsOf(sentence, kind));
  const places: number[] = [];
  const weights: number[] = [];
  for (let at = 0; at < GROUPS; at += 1) {
    const own = new Set(groups.flatMap((group) => (group[at] ?? []).map(placeOf)));
    const weight = 1 / Math.sqrt(Math.max(FEWEST, own.size));
    for (const place of own) {
      places.push(place);
      weights.push(weight);
    }
  }
  return { places: Int32Array.from(places), weights: Float32Array.from(weights) };
};

const GROUPS = 5;

/** Which passages of the guides have to do with a question: BM25+ over stems, forgiving of slips. Pure; the same question finds
 * the same. Source: MiniSearch. */
import MiniSearch from "minisearch";
import type { Found, Passage } from "./passage.ts";
import { narrowed } from "./narrow.ts";
import { sameIdea } from "./same-idea.ts";
import { type Word, wordsOf } from "./words.ts";

/** Different ones: a question is asked with fewer. */
const MOST_WORDS = 60;
/** Of so many of them slips, and words that only begin so, are looked for: each such search may go through all words of all guides. */
const MOST_FORGIVEN = 8;
/** What the very form of a word counts, and a form like it, beside its stem. */
const FORM_WEIGHT = 0.5;
/** What a word of the same idea counts beside the one that was written. */
const IDEA_WEIGHT = 0.5;
const POSTING_WEIGHT = 1.3;
/** What is so much further away than the best has only a word in common. */
const NEAR_ENOUGH = 0.25;

/** Passages that have to do with the question, the best first. Shape: empty where nothing does, or only words such as “the”; what is far behind the best is left out. A
 * posting's passage comes before the company's that fits as well. */
export const searchGuides = (
  passages: readonly Passage[],
  query: string,
  most: number,
): Found[] => {
  const different = new Map(wordsOf(query).map((word) => [word.written, word]));
  const words = [...different.values()].slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const asked = askedTerms(words);
  const isForm = (term: string): boolean => asked.get(term)?.isForm === true;
  const isForgiven = (term: string): boolean => asked.get(term)?.isForgiven === true;
  const found = indexOf(passages).search([...asked.keys()].join(" "), {
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
    fuzzy: (term) =>
      isForm(term) && isForgiven(term) && mayHaveSlips(asked.get(term)?.plain ?? "") ? 0.2 : false,
    prefix: (term) => (asked.get(term)?.plain.length ?? 0) >= 5 && isForgiven(term),
    maxFuzzy: 2,
    boost: { title: 2, foundBy: 2 },
    weights: { fuzzy: 0.3, prefix: 0.3 },
    boostTerm: (term) => asked.get(term)?.weight ?? 1,
    boostDocument: (id) => (passages[Number(id)]?.scope.kind === "posting" ? POSTING_WEIGHT : 1),
  });
  const fewest = (found[0]?.score ?? 0) * NEAR_ENOUGH;
  const near = found.filter(({ score }) => score >= fewest).slice(0, most);
  return near.flatMap(({ id, score, queryTerms }) => {
    const passage = passages[Number(id)];
    const by = new Set(queryTerms.flatMap((term) => asked.get(term)?.written ?? []));
    const matched = words.map(({ written }) => written).filter((one) => by.has(one));
    return passage ? [{ ...passage, score, matched }] : [];
  });
};

/** Places in the list of the passages that have one of these words or a form of it, those with the most first; `*` at its end: any word
 * that begins so. No slips and no words of the same idea. */
export const passagesWith = (
  passages: readonly Passage[],
  words: string,
  most: number,
): number[] => {
  const starts = [...words.matchAll(/([\p{L}\p{N}-]+)\*/gu)].map(([, start = ""]) =>
    narrowed(formOf(start)),
  );
  const whole = wordsOf(words.replaceAll(/\S+\*/g, " ")).map(({ term }) => term);
  const terms = [...new Set([...whole, ...starts].map(narrowed))];
  if (terms.length === 0) return [];
  const found = indexOf(passages).search(terms.join(" "), {
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
    prefix: (term) => starts.includes(term),
    boost: { title: 2, foundBy: 2 },
  });
  return found.slice(0, most).map(({ id }) => Number(id));
};

/** Built once for each list of passages, and gone with it. */
const indexes = new WeakMap<readonly Passage[], MiniSearch>();

const indexOf = (passages: readonly Passage[]): MiniSearch => {
  const known = indexes.get(passages);
  if (known) return known;
  const index = new MiniSearch({
    fields: ["title", "text", "foundBy"],
    tokenize: (text) =>
      wordsOf(text).flatMap(({ written, term }) => [term, formOf(written)].map(narrowed)),
    processTerm: (term) => term,
  });
  index.addAll(passages.map(({ title, text, foundBy = "" }, id) => ({ id, title, text, foundBy })));
  indexes.set(passages, index);
  return index;
};

/** Slips are looked for among the forms of words, and stems among stems. */
const formOf = (written: string): string => `=${written}`;
/** Looking for slips takes a table of a word's letters by as many again. */
const MOST_LETTERS_WITH_SLIPS = 30;
const mayHaveSlips = (form: string): boolean =>
  form.length >= 6 &&
  form.length <= formOf("").length + MOST_LETTERS_WITH_SLIPS &&
  !/\p{N}/u.test(form);

interface Asked {
  /** As it is written outside of the index. */
  plain: string;
  weight: number;
  isForm: boolean;
  isForgiven: boolean;
  /** Words of the question that ask for it. */
  written: string[];
}

/** What is looked for: stems and forms of the question's words, then words of the same idea. */
const askedTerms = (words: readonly Word[]): Map<string, Asked> => {
  const asked = new Map<string, Asked>();
  const ask = (plain: string, { written, ...how }: Omit<Asked, "plain">): void => {
    const term = narrowed(plain);
    const known = asked.get(term);
    if (known) known.written = [...new Set([...known.written, ...written])];
    else asked.set(term, { plain, ...how, written });
  };
  for (const [at, { written: word, term }] of words.entries()) {
    const of = { isForgiven: at < MOST_FORGIVEN, written: [word] };
    ask(term, { weight: 1, isForm: false, ...of });
    ask(formOf(word), { weight: FORM_WEIGHT, isForm: true, ...of });
  }
  for (const [at, { written: word, term }] of words.entries()) {
    const of = { isForgiven: at < MOST_FORGIVEN, written: [word] };
    for (const other of sameIdea(term)) {
      ask(other, { weight: IDEA_WEIGHT, isForm: false, ...of });
    }
  }
  return asked;
};

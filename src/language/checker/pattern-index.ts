/** Many patterns asked at once: by the word that each begins with, so that a word asks a few of them and not all. */
import { compile, firstWordsOf, type Match, matchAt, type Pattern } from "./pattern.ts";
import type { Sentence, Token } from "./tokens.ts";
import { add, openVocabulary, type WordLists } from "./vocabulary.ts";

/** A pattern with what it stands for. */
export interface Entry<Value> {
  line: string;
  value: Value;
}

/** What was found, in the order of the words. */
export interface Found<Value> extends Match {
  value: Value;
}

/** Finds all that match in a sentence. */
export type PatternIndex<Value> = (sentence: Sentence) => Found<Value>[];

interface Compiled<Value> {
  pattern: Pattern;
  value: Value;
}

/** Beginnings are kept by their first letters, which every word of theirs has. */
const HEAD = 2;

/** Finds by these patterns, which are read and compiled when the first sentence is asked: a process that checks nothing pays nothing. */
export const indexPatterns = <Value>(
  entries: () => readonly Entry<Value>[],
  lists: WordLists,
): PatternIndex<Value> => {
  let index: PatternIndex<Value> | undefined;
  return (sentence) => {
    index ??= compileAll(entries(), lists);
    return index(sentence);
  };
};

const compileAll = <Value>(
  entries: readonly Entry<Value>[],
  lists: WordLists,
): PatternIndex<Value> => {
  const vocabulary = openVocabulary(lists);
  const byWord = new Map<string, Compiled<Value>[]>();
  const byHead = new Map<string, Compiled<Value>[]>();
  const ofNumbers: Compiled<Value>[] = [];
  for (const { line, value } of entries) {
    const compiled = { pattern: compile(line, vocabulary), value };
    const { words, beginnings, number } = firstWordsOf(compiled.pattern);
    for (const word of new Set(words)) add(byWord, word, compiled);
    for (const head of new Set(beginnings.map((each) => each.slice(0, HEAD)))) {
      add(byHead, head, compiled);
    }
    if (number) ofNumbers.push(compiled);
  }
  const candidates = ({ word, stem }: Token): (readonly Compiled<Value>[] | undefined)[] => [
    byWord.get(word),
    stem === word ? undefined : byWord.get(stem),
    byHead.get(word.slice(0, HEAD)),
    word >= "0" && word < ":" ? ofNumbers : undefined,
  ];
  return ({ tokens }) => {
    const standing = vocabulary.standingIn(tokens);
    const possible = new Map<string, readonly Compiled<Value>[]>();
    const possibleAt = (token: Token): readonly Compiled<Value>[] => {
      const known = possible.get(token.word);
      if (known) return known;
      const found: Compiled<Value>[] = [];
      for (const some of candidates(token)) {
        for (const each of some ?? []) {
          if (each.pattern.needed.every(standing.mayStand)) found.push(each);
        }
      }
      possible.set(token.word, found);
      return found;
    };
    return tokens.flatMap((token, from) =>
      possibleAt(token).flatMap(({ pattern, value }) => {
        const match = matchAt(pattern, { tokens, standing }, from);
        return match ? [{ ...match, value }] : [];
      }),
    );
  };
};

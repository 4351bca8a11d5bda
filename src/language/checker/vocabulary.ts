/** The words of many patterns together. A sentence is asked once which of them may stand at which of its words; after that a pattern
 * that is not there costs next to nothing, and most are not there. */
import type { Token } from "./tokens.ts";

/** Lists of words by name. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** What one part of a pattern may be. */
export interface Words {
  /** Its place in the vocabulary, counted from 0. */
  id: number;
  words: ReadonlySet<string>;
  beginnings: readonly string[];
  /** Rows of several words, by the first of them. */
  rows: ReadonlyMap<string, readonly (readonly string[])[]>;
  number: boolean;
  /** Whether the end of the sentence will do as well. */
  end: boolean;
}

/** Which words may stand where in a sentence: what it denies is not there, what it affirms has still to be read. */
export interface Standing {
  mayStandAt(of: Words, at: number): boolean;
  /** Anywhere. */
  mayStand(this: void, of: Words): boolean;
}

/** Words that patterns are compiled with; what is written the same way is kept once. */
export interface Vocabulary {
  /** Errors: thrown for a list that is not there. */
  wordsOf(this: void, text: string): Words;
  standingIn(tokens: readonly Token[]): Standing;
}

const END_MARKS = new Set([".", "?", "!", "\u2026"]);

/** Whether a sentence ends here. */
export const isEnd = (tokens: readonly Token[], at: number): boolean => {
  for (let index = at; index < tokens.length; index += 1) {
    if (!END_MARKS.has(tokens[index]?.word ?? "")) return false;
  }
  return true;
};

const NUMBER = /^\d[\d.,]*(?:k|m|lpa)?$/;

/** Whether a single word is one of them. */
export const isOneOf = (of: Words, { word, stem }: Token): boolean =>
  of.words.has(word) ||
  of.words.has(stem) ||
  (of.number && NUMBER.test(word)) ||
  of.beginnings.some((beginning) => word.startsWith(beginning));

/** The words of a row, as a sentence would have them: "heavy-set" is three. */
const ROW = /[\p{L}\p{N}]+\*?|'s|[^\s_]/gu;

const compileWords = (text: string, lists: WordLists): Omit<Words, "id"> => {
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

/** A vocabulary with nothing in it yet. */
export const openVocabulary = (lists: WordLists): Vocabulary => {
  const known = new Map<string, Words>();
  const places = openPlaces();
  return {
    wordsOf: (text) => {
      const before = known.get(text);
      if (before) return before;
      const words = { id: known.size, ...compileWords(text, lists) };
      known.set(text, words);
      places.add(words);
      return words;
    },
    standingIn: (tokens) => standingOf(tokens, { places, count: known.size }),
  };
};

/** By what words are found that may begin with a token. */
interface Places {
  add(words: Words): void;
  /** Shape: ids; some may come twice. */
  eachAt(token: Token, tell: (id: number) => void): void;
  /** Ids of those that the end of a sentence will do for. */
  ends: readonly number[];
}

const openPlaces = (): Places => {
  const byWord = new Map<string, number[]>();
  /** By its first letter: what begins so at least. */
  const byLetter = new Map<string, { beginning: string; id: number }[]>();
  const [numbers, ends]: [number[], number[]] = [[], []];
  return {
    ends,
    add: ({ id, words, rows, beginnings, number, end }) => {
      for (const word of new Set([...words, ...rows.keys()])) add(byWord, word, id);
      for (const beginning of beginnings) {
        add(byLetter, beginning.charAt(0), { beginning, id });
      }
      if (number) numbers.push(id);
      if (end) ends.push(id);
    },
    eachAt: ({ word, stem }, tell) => {
      byWord.get(word)?.forEach(tell);
      if (stem !== word) byWord.get(stem)?.forEach(tell);
      for (const { beginning, id } of byLetter.get(word.charAt(0)) ?? []) {
        if (word.startsWith(beginning)) tell(id);
      }
      if (NUMBER.test(word)) numbers.forEach(tell);
    },
  };
};

/** Adds to what stands under a key. */
export const add = <Item>(map: Map<string, Item[]>, key: string, item: Item): void => {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
};

/** Units: bits of one number. */
const BITS = 32;

const standingOf = (
  tokens: readonly Token[],
  { places, count }: { places: Places; count: number },
): Standing => {
  const width = Math.ceil(count / BITS);
  // One row of bits for each word, one for the place after the last, and one for the sentence as a whole.
  const bits = new Uint32Array((tokens.length + 2) * width);
  const whole = (tokens.length + 1) * width;
  const set = (row: number, id: number): void => {
    const place = row + (id >>> 5);
    bits[place] = (bits[place] ?? 0) | (1 << (id & 31));
  };
  const firsts = new Map<string, number>();
  for (const [at, token] of tokens.entries()) {
    const row = at * width;
    const before = firsts.get(token.word);
    if (before === undefined) {
      firsts.set(token.word, row);
      places.eachAt(token, (id) => {
        set(row, id);
        set(whole, id);
      });
    } else bits.copyWithin(row, before, before + width);
  }
  for (let at = tokens.length; at >= 0 && isEnd(tokens, at); at -= 1) {
    for (const id of places.ends) {
      set(at * width, id);
      set(whole, id);
    }
  }
  const isSet = (row: number, id: number): boolean =>
    (((bits[row + (id >>> 5)] ?? 0) >>> (id & 31)) & 1) === 1;
  return {
    mayStandAt: ({ id }, at) => isSet(at * width, id),
    mayStand: ({ id }) => isSet(whole, id),
  };
};

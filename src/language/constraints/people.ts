/** Who is named: the words as they are written, and which of the known people it is when a list of names is given. */
import type { Lexeme } from "./lex.ts";
import { tokenize } from "./tokens.ts";

/** A name, from one lexeme to another. `matches`: all known names that it fits. */
export interface ReadName {
  next: number;
  written: string;
  matches: readonly string[];
  /** The name stands with its owner's mark: `Ada's`. */
  owner: boolean;
}

/** Known names, each with its words folded: no case, no accents. */
export interface KnownNames {
  names: readonly { name: string; words: string[] }[];
  words: ReadonlySet<string>;
}

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "");

/** The names of a list, ready to be looked up. */
export const knownNames = (names: readonly string[]): KnownNames => {
  const listed = names.map((name) => ({
    name,
    words: tokenize(name).map((token) => fold(token.norm)),
  }));
  return { names: listed, words: new Set(listed.flatMap(({ words }) => words)) };
};

/** Whether a word is one of somebody who is known. */
export const isKnownWord = (lexeme: Lexeme | undefined, known: KnownNames): boolean =>
  lexeme !== undefined && known.words.has(fold(lexeme.norm));

const MOST_WORDS = 5;

/** Never the name of a person, whatever its capital says. */
const NEVER = new Set<Lexeme["kind"]>([
  "number",
  "date",
  "weekdays",
  "stop",
  "comma",
  "and",
  "or",
  "filler",
  "pronoun",
  "of_known",
]);

const LETTER = /\p{L}/u;

const canBeName = (lexeme: Lexeme, known: KnownNames, isExpected: boolean): boolean => {
  if (lexeme.kind === "word") return LETTER.test(lexeme.norm);
  if (!isExpected || !lexeme.capital) return false;
  return !NEVER.has(lexeme.kind) || known.words.has(fold(lexeme.norm));
};

/** Lexemes that can be one name together: `Jean-Luc`, `Grace Hopper`; not over an owner's mark. */
const runAt = (
  lexemes: readonly Lexeme[],
  at: number,
  test: (lexeme: Lexeme) => boolean,
): number => {
  let next = at;
  while (next < at + 2 * MOST_WORDS) {
    const lexeme = lexemes[next];
    if (!lexeme) break;
    const isHyphen = lexeme.kind === "dash" && !lexeme.spaced && next > at;
    const follows = lexemes[next + 1];
    if (isHyphen && follows && !follows.spaced && test(follows)) {
      next += 1;
      continue;
    }
    if (!test(lexeme)) break;
    next += 1;
    if (lexeme.owner) break;
  }
  return next;
};

const contains = (words: readonly string[], part: readonly string[]): boolean =>
  words.some((_, at) => part.every((word, index) => words[at + index] === word));

/** A name at this place. `isExpected`: after `with`, `move` and the like, where any word can be one. */
export const readName = (
  lexemes: readonly Lexeme[],
  at: number,
  { text, known, isExpected }: { text: string; known: KnownNames; isExpected: boolean },
): ReadName | undefined => {
  const first = lexemes[at];
  if (!first || !canBeName(first, known, isExpected)) return undefined;
  const most = runAt(lexemes, at, (lexeme) => canBeName(lexeme, known, isExpected));
  const nameTo = (next: number, matches: readonly string[]): ReadName => {
    const last = lexemes[next - 1] ?? first;
    const written = text.slice(first.start, last.owner ? last.start + last.norm.length : last.end);
    return { next, written, matches, owner: last.owner };
  };
  for (let next = known.names.length === 0 ? at : most; next > at; next -= 1) {
    const part = lexemes
      .slice(at, next)
      .flatMap(({ norm }) => tokenize(norm).map((t) => fold(t.norm)));
    const matches = known.names
      .filter(({ words }) => contains(words, part))
      .map(({ name }) => name);
    const exact = known.names.filter(
      ({ words }) => words.length === part.length && contains(words, part),
    );
    if (matches.length > 0)
      return nameTo(next, exact.length === 1 ? exact.map(({ name }) => name) : matches);
  }
  if (!isExpected && !first.owner) return undefined;
  const capitals = runAt(lexemes, at, (lexeme) => lexeme.kind === "word" && lexeme.capital);
  if (capitals > at) return nameTo(capitals, []);
  return isExpected || first.owner ? nameTo(at + 1, []) : undefined;
};

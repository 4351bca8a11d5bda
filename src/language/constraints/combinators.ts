/** Small parsers over lexemes, and how to put them together. */
import type { Lexeme } from "./lex.ts";

/** What was read, and where to go on. */
export interface Parsed<T> {
  value: T;
  next: number;
}

export type Parser<T> = (lexemes: readonly Lexeme[], at: number) => Parsed<T> | undefined;

/** Lexemes of one kind. */
export type Of<K extends Lexeme["kind"]> = Extract<Lexeme, { kind: K }>;

/** One lexeme of a kind, when the test allows it. */
export const one =
  <K extends Lexeme["kind"]>(kind: K, test?: (lexeme: Of<K>) => boolean): Parser<Of<K>> =>
  (lexemes, at) => {
    const lexeme = lexemes[at];
    if (!lexeme || !isKind(lexeme, kind) || (test && !test(lexeme))) return undefined;
    return { value: lexeme, next: at + 1 };
  };

/** Whether the lexeme is of the kind. */
export const isKind = <K extends Lexeme["kind"]>(lexeme: Lexeme, kind: K): lexeme is Of<K> =>
  lexeme.kind === kind;

/** The parsers one after the other. */
export const seq =
  <T extends unknown[]>(...parsers: { [I in keyof T]: Parser<T[I]> }): Parser<T> =>
  (lexemes, at) => {
    const values: unknown[] = [];
    let next = at;
    for (const parser of parsers) {
      const parsed = parser(lexemes, next);
      if (!parsed) return undefined;
      values.push(parsed.value);
      next = parsed.next;
    }
    // One value a parser, in their order.
    return { value: values as T, next }; // oxlint-disable-line typescript/no-unsafe-type-assertion
  };

/** The first parser that can read. */
export const oneOf =
  <T>(...parsers: Parser<T>[]): Parser<T> =>
  (lexemes, at) => {
    for (const parser of parsers) {
      const parsed = parser(lexemes, at);
      if (parsed) return parsed;
    }
    return undefined;
  };

/** The parser, reading each place once. For one list of lexemes only. */
export const memo = <T>(parser: Parser<T>): Parser<T> => {
  const read = new Map<number, Parsed<T> | undefined>();
  return (lexemes, at) => {
    if (read.has(at)) return read.get(at);
    const parsed = parser(lexemes, at);
    read.set(at, parsed);
    return parsed;
  };
};

/** What the parser reads, or nothing. */
export const maybe =
  <T>(parser: Parser<T>): Parser<T | undefined> =>
  (lexemes, at) =>
    parser(lexemes, at) ?? { value: undefined, next: at };

/** Another form of what was read; undefined: it was not that after all. */
export const map =
  <T, U>(parser: Parser<T>, change: (value: T) => U | undefined): Parser<U> =>
  (lexemes, at) => {
    const parsed = parser(lexemes, at);
    const value = parsed && change(parsed.value);
    return parsed && value !== undefined ? { value, next: parsed.next } : undefined;
  };

/** No sentence has more of them in a row; the limit keeps hostile texts from costing more than they are long. */
const MOST_SKIPPED = 4;

/** Lexemes of these kinds, a few at most: words that carry nothing at this place. */
export const skip =
  (...kinds: Lexeme["kind"][]): Parser<true> =>
  (lexemes, at) => {
    let next = at;
    while (next < at + MOST_SKIPPED) {
      const lexeme = lexemes[next];
      if (!lexeme || !kinds.includes(lexeme.kind)) break;
      next += 1;
    }
    return { value: true, next };
  };

/** Where names stand among the items: after `with`, before what somebody can, behind a greeting. */
import type { Item, ItemReader, Mark, Reading } from "./items.ts";
import type { Lexeme } from "./lex.ts";
import { isKnownWord, readName, type ReadName } from "./people.ts";

const EXPECTING = new Set<Mark>(["with", "without", "instead", "for"]);

const lastSaid = (items: readonly Item[]): Item | undefined =>
  items.findLast((item) => item.kind !== "mark" && item.kind !== "filler");

/** Whether a name is to be expected after these items. */
const expectsName = (items: readonly Item[]): boolean => {
  const last = items.at(-1);
  if (last?.kind === "mark" && EXPECTING.has(last.mark)) return true;
  if (last?.kind === "intent") return true;
  const isJoin = last?.kind === "mark" && /^(?:and|or|comma)$/.test(last.mark);
  const joined = isJoin ? lastSaid(items) : undefined;
  return joined?.kind === "person" || joined?.kind === "role";
};

interface Reader {
  reader: ItemReader;
  items: readonly Item[];
}

const personOf = ({ next, written, matches, owner }: ReadName): Reading => ({
  next,
  body: { kind: "person", name: written, matches, owner },
});

/** A name at this place, or somebody's role. */
export const nameAt = (
  lexemes: readonly Lexeme[],
  at: number,
  { reader, items }: Reader,
): Reading | undefined => {
  const lexeme = lexemes[at];
  if (!lexeme) return undefined;
  if (lexeme.kind === "role") return { next: at + 1, body: { kind: "role" } };
  const told = toldName(lexemes, at, { reader, items }) ?? replacer(lexemes, at, { reader, items });
  if (told) return told;
  const last = items.at(-1);
  const isNameMark = last?.kind === "mark" && /^(?:with|without|instead)$/.test(last.mark);
  const isExpected =
    expectsName(items) && (lexeme.kind === "word" || (isNameMark && lexeme.capital));
  const name = readName(lexemes, at, { text: reader.text, known: reader.known, isExpected });
  if (!name) return wordName(lexemes, at, { reader, items }) ?? subjectAt(lexemes, at);
  const isUnknown = name.matches.length === 0 && !lexeme.capital;
  const isListed = !isNameMark && last?.kind === "mark" && last.mark === "comma";
  const isAfterFor = last?.kind === "mark" && last.mark === "for";
  if (isUnknown && (last?.kind === "intent" || isListed || isAfterFor)) return undefined;
  return personOf(name);
};

/** `replace Ada by Grace`. */
const replacer = (
  lexemes: readonly Lexeme[],
  at: number,
  { reader, items }: Reader,
): Reading | undefined => {
  const lexeme = lexemes[at];
  if (lexeme?.kind !== "bound" || lexeme.bound !== "by") return undefined;
  const isReplace = items.some((item) => item.kind === "intent" && item.intent === "replace");
  const isName = lexemes[at + 1]?.kind === "word" || isKnownWord(lexemes[at + 1], reader.known);
  return isReplace && items.at(-1)?.kind === "person" && isName
    ? { next: at + 1, body: { kind: "mark", mark: "with" } }
    : undefined;
};

const isVerb = (lexeme: Lexeme | undefined): boolean =>
  /^(?:can|cannot|away|bad|good|only)$/.test(lexeme?.kind ?? "");

const afterFillers = (lexemes: readonly Lexeme[], at: number): Lexeme | undefined =>
  lexemes[at]?.kind === "filler" ? lexemes[at + 1] : lexemes[at];

/** `Grace can't do Monday`: a word with a capital before what somebody can or cannot. */
const subjectAt = (lexemes: readonly Lexeme[], at: number): Reading | undefined => {
  const lexeme = lexemes[at];
  if (lexeme?.kind !== "word" || !lexeme.capital) return undefined;
  if (!/^(?:can|cannot|away|not)$/.test(afterFillers(lexemes, at + 1)?.kind ?? ""))
    return undefined;
  return { next: at + 1, body: { kind: "person", name: lexeme.text, matches: [], owner: false } };
};

/** Known names that are words of the language, such as Will and May: only where a name must stand. */
const wordName = (
  lexemes: readonly Lexeme[],
  at: number,
  { reader, items }: Reader,
): Reading | undefined => {
  const lexeme = lexemes[at];
  if (!lexeme?.capital || lexeme.kind === "word" || !isKnownWord(lexeme, reader.known)) {
    return undefined;
  }
  const next = lexemes[at + 1];
  const isOther = next?.kind === "filler" && next.isOfOther === true;
  const isBegin = at === 0 || /^(?:stop|greeting)$/.test(lexemes[at - 1]?.kind ?? "");
  const isJoined =
    (next?.kind === "and" || next?.kind === "or") && lexemes[at + 2]?.kind === "word";
  const isAfterName = items.at(-1)?.kind === "mark" && expectsName(items);
  // A month beside a number, or after `in`, was not taken for a name before.
  if (lexeme.kind === "month" && !isVerb(next) && !isOther && !isAfterName) return undefined;
  // `Will work on Monday`: it may be said of the writer.
  if (isBegin && next?.kind === "good") return { next: at + 1, body: { kind: "left" } };
  const isName =
    isVerb(next) || isOther || isJoined || isAfterName || items.at(-1)?.kind === "intent";
  if (!isName && isBegin) return undefined;
  const name = readName([{ ...lexeme, kind: "word" }], 0, {
    text: reader.text,
    known: reader.known,
    isExpected: true,
  });
  return name && personOf({ ...name, next: at + 1 });
};

/** `Hi Grace,` and `Thanks, Ada` at the end: who is only spoken to. */
const toldName = (
  lexemes: readonly Lexeme[],
  at: number,
  { reader, items }: Reader,
): Reading | undefined => {
  const lexeme = lexemes[at];
  if (!lexeme?.capital || (lexeme.kind !== "word" && !isKnownWord(lexeme, reader.known)))
    return undefined;
  const pause = items.findLastIndex((item) => !isPause(item));
  const greeting = items[pause];
  if (greeting?.kind !== "filler" || greeting.role !== "greeting") return undefined;
  const name = readName(lexemes, at, { text: reader.text, known: reader.known, isExpected: true });
  if (!name) return undefined;
  const rest = lexemes.slice(name.next);
  const isClosing = rest.every(({ kind }) => kind === "stop" || kind === "filler");
  const isAddress = pause === items.length - 1 && /^(?:comma|stop|dash)$/.test(rest[0]?.kind ?? "");
  return isClosing || isAddress
    ? { next: name.next, body: { kind: "filler", role: "name" } }
    : undefined;
};

const isPause = (item: Item): boolean =>
  item.kind === "mark" && (item.mark === "comma" || item.mark === "stop");

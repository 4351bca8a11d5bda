/** Tokens into lexemes: the longest phrase of the language at each place, numbers, written dates, zones and plain words. */
import type { Language, Meaning } from "./language.ts";
import type { FoundDate } from "./map-chrono.ts";
import { tokenize, type Token } from "./tokens.ts";
import { readOffset, readIsoSign } from "./written-offsets.ts";
import { ABBREVIATIONS, ONLY_BEFORE_TIME, placeZones } from "./zones.ts";

/** A meaning at a place of the text. */
export type Lexeme = (
  | Meaning
  | { kind: "number"; value: number; digits: number }
  | { kind: "date"; found: FoundDate }
  /** `Tuesday's`: an owner that is a word of the language. */
  | { kind: "of_known" }
  /** A word that the language does not know. */
  | { kind: "word" }
  /** `UTC+12:45`: an offset that no zone keeps all year. */
  | { kind: "odd_offset" }
) & {
  start: number;
  end: number;
  text: string;
  norm: string;
  capital: boolean;
  spaced: boolean;
  /** The word marks an owner: `Ada's`. */
  owner: boolean;
};

type Bare = Lexeme extends infer L ? (L extends Lexeme ? Omit<L, keyof Place> : never) : never;
interface Place {
  start: number;
  end: number;
  text: string;
  norm: string;
  capital: boolean;
  spaced: boolean;
  owner: boolean;
}

/** Phrases by their first token; longest first. */
export type Dictionary = Map<string, { norms: string[]; meaning: Meaning }[]>;

/** The language's phrases and all places, ready to be looked up. Make it once. */
export const dictionaryOf = (language: Language): Dictionary => {
  const dictionary: Dictionary = new Map();
  const add = (phrase: string, meaning: Meaning): void => {
    const norms = tokenize(phrase).map((token) => token.norm);
    const [first] = norms;
    if (first === undefined) return;
    dictionary.set(first, [...(dictionary.get(first) ?? []), { norms, meaning }]);
  };
  for (const [phrase, meaning] of language.phrases) add(phrase, meaning);
  for (const [name, zones] of Object.entries(ABBREVIATIONS)) {
    if (!dictionary.has(name)) add(name, { kind: "zone", zones, place: false });
  }
  for (const [place, zone] of placeZones()) {
    add(place, { kind: "zone", zones: [zone], place: true });
  }
  for (const entries of dictionary.values()) {
    entries.sort((one, other) => other.norms.length - one.norms.length);
  }
  return dictionary;
};

const IANA = /^[A-Za-z]+(?:\/[A-Za-z_+-]+)+(?:\d+)?/;

/** What can be read at one place: a meaning and how many tokens it takes. */
export interface Reading {
  bare: Bare;
  count: number;
}

/** What a single token means by itself. */
const kindOf = (dictionary: Dictionary, norm: string | undefined): Meaning["kind"] | undefined =>
  dictionary.get(norm ?? "")?.find(({ norms }) => norms.length === 1)?.meaning.kind;

interface At {
  at: number;
  count: number;
  text: string;
  dictionary: Dictionary;
}

/** A zone's name counts where it can hardly be anything else: an abbreviation in capitals, a city with a capital. */
const isZoneHere = (
  meaning: Extract<Meaning, { kind: "zone" }>,
  tokens: Token[],
  { at, count, text, dictionary }: At,
): boolean => {
  if (kindOf(dictionary, tokens[at + count]?.norm) === "time_word") return true;
  const raw = text.slice(tokens[at]?.start ?? 0, tokens[at + count - 1]?.end ?? 0);
  if (ONLY_BEFORE_TIME.has(raw.toLowerCase())) return false;
  if (!meaning.place) return raw === raw.toUpperCase();
  const before = tokens[at - 1];
  const kind = kindOf(dictionary, before?.norm);
  const isAfter = kind === "in" || kind === "meridiem" || before?.kind === "number";
  return tokens[at]?.capital === true && isAfter;
};

const readZoneId = (text: string, tokens: Token[], at: number): Reading | undefined => {
  const token = tokens[at];
  if (!token || tokens[at + 1]?.norm !== "/" || token.kind !== "word") return undefined;
  const name = IANA.exec(text.slice(token.start, token.start + 50))?.[0];
  if (!name || !isKnownZone(name)) return undefined;
  let count = 1;
  while ((tokens[at + count - 1]?.end ?? Infinity) < token.start + name.length) count += 1;
  return { bare: { kind: "zone", zones: [name], place: false }, count };
};

const isKnownZone = (name: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
};

const readPhrase = (
  dictionary: Dictionary,
  tokens: Token[],
  { at, text }: { at: number; text: string },
): Reading | undefined => {
  for (const { norms, meaning } of dictionary.get(tokens[at]?.norm ?? "") ?? []) {
    const fits = norms.every((norm, index) => tokens[at + index]?.norm === norm);
    if (!fits) continue;
    const count = norms.length;
    if (meaning.kind === "zone" && !isZoneHere(meaning, tokens, { at, count, text, dictionary }))
      continue;
    if (meaning.kind === "month" && meaning.also && !isMonthHere(tokens, at, dictionary)) continue;
    return { bare: meaning, count };
  }
  return undefined;
};

/** `may` and `march` are months beside a number, after `in` or `of`, or with a capital inside a sentence. */
const isMonthHere = (tokens: Token[], at: number, dictionary: Dictionary): boolean => {
  const [last, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const before = token?.lines === 0 ? last : undefined;
  const after = next?.lines === 0 ? next : undefined;
  if ([before, after].some((other) => other?.kind === "number")) return true;
  const kind = kindOf(dictionary, before?.norm);
  return /^(?:in|of|part|dash)$/.test(kind ?? "") || (at > 0 && token?.capital === true);
};

const readNumber = (tokens: Token[], at: number): Reading | undefined => {
  const token = tokens[at];
  if (token?.kind !== "number" || token.norm.length > 9) return undefined;
  return {
    bare: { kind: "number", value: Number(token.norm), digits: token.norm.length },
    count: 1,
  };
};

/** A point is a stop, but inside a number and after a shortened weekday. */
const readPoint = (tokens: Token[], at: number, dictionary: Dictionary): Reading | undefined => {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.norm !== ".") return undefined;
  if (before?.kind === "number" && after?.kind === "number" && !token.spaced && !after.spaced) {
    return { bare: { kind: "dot" }, count: 1 };
  }
  const isShort =
    kindOf(dictionary, before?.norm) === "weekdays" && (before?.norm.length ?? 9) <= 5;
  const goesOn = /^(?:dash|comma|colon|and|or|to|daypart|month)$/;
  const isOpen = /^(?:at|bound|between|in)$/.test(kindOf(dictionary, after?.norm) ?? "");
  if (isShort && after && !after.capital && isOpen) return { bare: { kind: "doubt" }, count: 1 };
  const isSame = after?.kind === "number" || goesOn.test(kindOf(dictionary, after?.norm) ?? "");
  return isShort && !token.spaced && after && !after.capital && isSame
    ? { bare: { kind: "filler" }, count: 1 }
    : undefined;
};

const withoutPossessive = (norm: string, endings: readonly string[]): string | undefined => {
  const ending = endings.find((each) => norm.endsWith(each) && norm.length > each.length);
  return ending === undefined ? undefined : norm.slice(0, norm.length - ending.length);
};

/** What can end a line of a list; after anything else a line is only broken. */
const ENDS_LINE = new Set<Lexeme["kind"]>([
  "weekdays",
  "weekend",
  "date",
  "day",
  "number",
  "ordinal",
  "unit",
  "fortnight",
  "meridiem",
  "daypart",
  "clock",
  "oclock",
  "hours_mark",
  "any_time",
  "good",
  "bad",
  "cannot",
  "away",
  "only",
  "zone",
  "time_word",
  "session",
  "word",
  "of_known",
  "greeting",
  "filler",
]);

/** `from Tuesday on` ends a line as well. */
const isLineEnd = (lexemes: readonly Lexeme[]): boolean => {
  const [before, last] = lexemes.slice(-2);
  const isOn = last?.kind === "on" && /^(?:weekdays|date|ordinal)$/.test(before?.kind ?? "");
  return isOn || ENDS_LINE.has(lexemes.at(-1)?.kind ?? "odd_offset");
};

/** A line end is a pause like a comma, an empty line ends the sentence. */
const pauseBefore = (token: Token, lexemes: readonly Lexeme[]): Lexeme | undefined => {
  const last = lexemes.at(-1);
  if (token.lines === 0 || !last || last.kind === "stop" || last.kind === "comma") return undefined;
  if (token.lines === 1 && !isLineEnd(lexemes)) return undefined;
  const { start } = token;
  const place = { start, end: start, text: "", norm: "", capital: false, spaced: true };
  return { kind: token.lines > 1 ? "stop" : "comma", ...place, owner: false };
};

/** The lexemes of a text, in order; all tokens are in one of them. */
export const lex = (
  text: string,
  {
    language,
    dictionary,
    dates,
  }: { language: Language; dictionary: Dictionary; dates: FoundDate[] },
): Lexeme[] => {
  const tokens = tokenize(text);
  const dateAt = new Map(dates.map((found) => [found.start, found] as const));
  const lexemes: Lexeme[] = [];
  for (let at = 0; at < tokens.length;) {
    const { bare, count } = readingAt(tokens, at, { text, dictionary, dateAt });
    const [first, last] = [tokens[at], tokens[at + count - 1]];
    if (!first || !last) break;
    const pause = pauseBefore(first, lexemes);
    if (pause) lexemes.push(pause);
    const norm = tokens
      .slice(at, at + count)
      .map((token) => token.norm)
      .join(" ");
    const base = bare.kind === "word" ? withoutPossessive(norm, language.possessives) : undefined;
    // `Tuesday's call` names nobody.
    const isKnown = base !== undefined && kindOf(dictionary, base) !== undefined;
    const owned = isKnown ? undefined : base;
    lexemes.push({
      ...(isKnown ? { kind: "of_known" } : bare),
      start: first.start,
      end: last.end,
      text: text.slice(first.start, last.end),
      norm: owned ?? norm,
      capital: first.capital,
      spaced: first.spaced,
      owner: owned !== undefined,
    });
    at += count;
  }
  return lexemes;
};

const readingAt = (
  tokens: Token[],
  at: number,
  {
    text,
    dictionary,
    dateAt,
  }: { text: string; dictionary: Dictionary; dateAt: Map<number, FoundDate> },
): Reading => {
  const found = dateAt.get(tokens[at]?.start ?? -1);
  const date = found && readDate(tokens, at, found);
  return (
    date ??
    readZoneId(text, tokens, at) ??
    readOffset(tokens, at) ??
    readIsoSign(tokens, at) ??
    readPoint(tokens, at, dictionary) ??
    readPhrase(dictionary, tokens, { at, text }) ??
    readNumber(tokens, at) ?? { bare: { kind: "word" }, count: 1 }
  );
};

/** A found date counts when it ends where a token ends, and no number before it belongs to its month: `30 Nov 9-12` is not
 * the ninth. */
const readDate = (tokens: Token[], at: number, found: FoundDate): Reading | undefined => {
  if (tokens[at]?.kind === "word" && tokens[at - 1]?.kind === "number") return undefined;
  for (let count = 1; count <= 14; count += 1) {
    const end = tokens[at + count - 1]?.end ?? Infinity;
    if (end === found.end) return { bare: { kind: "date", found }, count };
    if (end > found.end) return undefined;
  }
  return undefined;
};

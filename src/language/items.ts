/** Lexemes into items: each piece of the text with what it is. What no rule takes is an item as well, so nothing is lost. */
import { clockTime, type TimeAtom } from "./clock-times.ts";
import { isKind } from "./combinators.ts";
import type { Intent } from "./constraints.ts";
import type { DateAtom, Present } from "./date-atom.ts";
import { dates } from "./dates.ts";
import type { Lexeme } from "./lex.ts";
import { readName, type KnownNames } from "./people.ts";
import { duration, shift, shiftAfterMove, type DurationAtom, type ShiftAtom } from "./wishes.ts";

/** Words that turn or join what stands beside them. */
export type Mark =
  | "not"
  | "cannot"
  | "away"
  | "can"
  | "good"
  | "bad"
  | "except"
  | "but"
  | "only"
  | "and"
  | "or"
  | "comma"
  | "stop"
  | "with"
  | "without"
  | "instead"
  | "for";

export type Item = { start: number; end: number; written: string } & (
  | { kind: "date"; atom: DateAtom }
  | { kind: "time"; atom: TimeAtom }
  | { kind: "duration"; atom: DurationAtom }
  | { kind: "shift"; atom: ShiftAtom }
  /** `isTime`: said of times; else a place where somebody is. */
  | { kind: "zone"; zones: readonly string[]; isTime: boolean }
  | {
      kind: "unknown_zone" | "my_time" | "session" | "reason" | "soonest" | "pronoun" | "left";
    }
  /** `isTo`: the word is `to`. */
  | { kind: "filler"; isTo?: boolean }
  | { kind: "role" }
  | { kind: "person"; name: string; matches: readonly string[]; owner: boolean }
  | { kind: "intent"; intent: Intent; direction?: "later" | "earlier" }
  | { kind: "mark"; mark: Mark }
);

type Body = Item extends infer I
  ? I extends Item
    ? Omit<I, "start" | "end" | "written">
    : never
  : never;

const MARKS = new Set<string>([
  "not",
  "cannot",
  "away",
  "can",
  "good",
  "bad",
  "except",
  "but",
  "only",
  "and",
  "or",
  "comma",
  "stop",
  "with",
  "without",
  "instead",
  "for",
]);

/** Words that carry nothing when no rule needed them. */
const EMPTY = new Set<Lexeme["kind"]>([
  "filler",
  "the",
  "of",
  "on",
  "in",
  "at",
  "to",
  "dash",
  "both",
  "time_word",
  "colon",
]);

const isMark = (kind: string): kind is Mark => MARKS.has(kind);

interface Reading {
  next: number;
  body: Body;
}

/** What reads the items of one text. */
export interface ItemReader {
  text: string;
  present: Present;
  known: KnownNames;
}

/** All items of the text, in order, from the first lexeme to the last. */
export const readItems = (lexemes: readonly Lexeme[], reader: ItemReader): Item[] => {
  const day = dates(reader.present);
  const items: Item[] = [];
  const push = (at: number, { next, body }: Reading): void => {
    const [first, last] = [lexemes[at], lexemes[next - 1]];
    if (!first || !last) return;
    const place = { start: first.start, end: last.end };
    items.push({ ...body, ...place, written: reader.text.slice(place.start, place.end) });
  };
  for (let at = 0; at < lexemes.length;) {
    const reading =
      nameAt(lexemes, at, { reader, items }) ??
      zoneAt(lexemes, at) ??
      parsedAt(lexemes, at, { day, items }) ??
      plainAt(lexemes, at);
    push(at, reading);
    at = reading.next;
  }
  return items.map((item, at) => (isBrokenRange(items, at) ? leftOf(item) : item));
};

const leftOf = ({ start, end, written }: Item): Item => ({ kind: "left", start, end, written });

/** A `to` or dash between days or hours that no rule took together must not be passed over. */
const isBrokenRange = (items: readonly Item[], at: number): boolean => {
  const [before, item, after] = [items[at - 1], items[at], items[at + 1]];
  if (item?.kind !== "filler" || !/^(?:to|[\p{Pd}\u2212~])$/iu.test(item.written)) return false;
  const isSaid = (beside: Item | undefined): boolean =>
    beside?.kind === "date" || beside?.kind === "time";
  if (!isSaid(before) || !isSaid(after)) return false;
  // `3-5pm` behind a month can be much; ` - ` between a day and an hour is only a pause.
  const isTight = before?.end === item.start && after?.start === item.end;
  return item.isTo === true || isTight || before?.kind === after?.kind || before?.kind === "time";
};

const EXPECTING = new Set<Mark>(["with", "without", "instead", "for"]);

/** Whether a name is to be expected after these items. */
const expectsName = (items: readonly Item[]): boolean => {
  const last = items.at(-1);
  if (last?.kind === "mark" && EXPECTING.has(last.mark)) return true;
  if (last?.kind === "intent") return true;
  const isJoin = last?.kind === "mark" && /^(?:and|or|comma)$/.test(last.mark);
  const joined = isJoin
    ? items.findLast((item) => item.kind !== "mark" && item.kind !== "filler")
    : undefined;
  return joined?.kind === "person" || joined?.kind === "role";
};

const nameAt = (
  lexemes: readonly Lexeme[],
  at: number,
  { reader, items }: { reader: ItemReader; items: readonly Item[] },
): Reading | undefined => {
  const lexeme = lexemes[at];
  if (!lexeme) return undefined;
  if (lexeme.kind === "role") return { next: at + 1, body: { kind: "role" } };
  const last = items.at(-1);
  const isNameMark = last?.kind === "mark" && /^(?:with|without|instead)$/.test(last.mark);
  const isExpected =
    expectsName(items) && (lexeme.kind === "word" || (isNameMark && lexeme.capital));
  const name = readName(lexemes, at, { text: reader.text, known: reader.known, isExpected });
  if (!name) return subjectAt(lexemes, at);
  const isUnsure = name.matches.length === 0 && last?.kind === "intent" && !lexeme.capital;
  const isListed =
    name.matches.length === 0 &&
    !isNameMark &&
    last?.kind === "mark" &&
    last.mark === "comma" &&
    !lexeme.capital;
  if (isUnsure || isListed) return undefined;
  const { next, written, matches, owner } = name;
  return { next, body: { kind: "person", name: written, matches, owner } };
};

/** `Grace can't do Monday`: a word with a capital before what somebody can or cannot. */
const subjectAt = (lexemes: readonly Lexeme[], at: number): Reading | undefined => {
  const lexeme = lexemes[at];
  if (lexeme?.kind !== "word" || !lexeme.capital) return undefined;
  const next = lexemes[at + 1];
  const verb = next?.kind === "filler" ? lexemes[at + 2] : next;
  if (!/^(?:can|cannot|away|not)$/.test(verb?.kind ?? "")) return undefined;
  return { next: at + 1, body: { kind: "person", name: lexeme.text, matches: [], owner: false } };
};

const zoneAt = (lexemes: readonly Lexeme[], at: number): Reading | undefined => {
  let zoneAt_ = at;
  while (/^(?:in|on|at|the)$/.test(lexemes[zoneAt_]?.kind ?? "")) zoneAt_ += 1;
  const zone = lexemes[zoneAt_];
  if (!zone) return undefined;
  if (zone.kind === "my_time") return { next: zoneAt_ + 1, body: { kind: "my_time" } };
  const hasTime = lexemes[zoneAt_ + 1]?.kind === "time_word";
  if (zone.kind === "word" && hasTime && zone.capital && zone.text.length > 1) {
    return { next: zoneAt_ + 2, body: { kind: "unknown_zone" } };
  }
  if (!isKind(zone, "zone")) return undefined;
  const isBeside =
    zoneAt_ === at &&
    /^(?:number|meridiem|daypart|oclock|clock)$/.test(lexemes[at - 1]?.kind ?? "");
  const isTime = hasTime || !zone.place || isBeside;
  return { next: zoneAt_ + (hasTime ? 2 : 1), body: { kind: "zone", zones: zone.zones, isTime } };
};

/** `push it 30 minutes`: right after the wish an amount is how far. */
const endsWithMove = (items: readonly Item[]): boolean => {
  const last = items.findLast(({ kind }) => kind !== "filler" && kind !== "session");
  return last?.kind === "intent" && last.intent === "move";
};

/** With what a day, an hour or a length can begin. Others are not even tried. */
const BEGINNINGS = new Set<Lexeme["kind"]>([
  "number",
  "date",
  "weekdays",
  "month",
  "daypart",
  "clock",
  "day",
  "count",
  "nth",
  "past",
  "bound",
  "between",
  "at",
  "around",
  "on",
  "the",
  "in",
  "for",
  "of",
  "this",
  "next",
  "week_of",
  "within",
  "half",
  "part",
  "weekend",
  "same",
  "direction",
  "every",
  "any_time",
  "unit",
]);

const shiftHere = (lexemes: readonly Lexeme[], at: number, items: readonly Item[]) => {
  const shifted = shiftAfterMove(lexemes, at);
  return shifted && endsWithMove(items) ? shifted : undefined;
};

const parsedAt = (
  lexemes: readonly Lexeme[],
  at: number,
  { day, items }: { day: ReturnType<typeof dates>; items: readonly Item[] },
): Reading | undefined => {
  const lexeme = lexemes[at];
  if (!lexeme || !BEGINNINGS.has(lexeme.kind)) return undefined;
  const moved = shift(lexemes, at) ?? shiftHere(lexemes, at, items);
  if (moved) return { next: moved.next, body: { kind: "shift", atom: moved.value } };
  const long = duration(lexemes, at);
  if (long) return { next: long.next, body: { kind: "duration", atom: long.value } };
  const date = day(lexemes, at);
  if (date) return { next: date.next, body: { kind: "date", atom: date.value } };
  const time = clockTime(lexemes, at);
  if (time) return { next: time.next, body: { kind: "time", atom: time.value } };
  return undefined;
};

const plainAt = (lexemes: readonly Lexeme[], at: number): Reading => {
  const lexeme = lexemes[at];
  const next = at + 1;
  if (!lexeme) return { next, body: { kind: "left" } };
  const { kind } = lexeme;
  if (isMark(kind)) return { next, body: { kind: "mark", mark: kind } };
  if (lexeme.kind === "intent") {
    const { intent, direction } = lexeme;
    return { next, body: { kind: "intent", intent, ...(direction ? { direction } : {}) } };
  }
  if (kind === "session" || kind === "reason" || kind === "soonest" || kind === "pronoun") {
    return { next, body: { kind } };
  }
  if (EMPTY.has(kind)) return { next, body: { kind: "filler", isTo: kind === "to" } };
  // An article; and `that` of `that works`.
  const isArticle = kind === "count" && lexeme.text.length < 3;
  const isThat = lexeme.kind === "same" && lexeme.loose === true;
  return { next, body: { kind: isArticle || isThat ? "filler" : "left" } };
};

/** Lexemes into items: each piece of the text with what it is. What no rule takes is an item as well, so nothing is lost. */
import { clockTime, type TimeAtom } from "./clock-times.ts";
import { isKind } from "./combinators.ts";
import type { Intent } from "./constraints.ts";
import { dayAtom, type DateAtom, type Present } from "./date-atom.ts";
import { dates } from "./dates.ts";
import { fullDateWords } from "./day-words.ts";
import type { Lexeme } from "./lex.ts";
import { nameAt } from "./item-names.ts";
import { halfDay, listedDay, listedHour, partOfToday } from "./item-lists.ts";
import type { KnownNames } from "./people.ts";
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
  /** `day`: the hours are of that day, as `tonight` is. */
  | { kind: "time"; atom: TimeAtom; day?: DateAtom }
  | { kind: "duration"; atom: DurationAtom }
  | { kind: "shift"; atom: ShiftAtom }
  /** `isTime`: said of times; else a place where somebody is. */
  | { kind: "zone"; zones: readonly string[]; isTime: boolean }
  | {
      kind: "unknown_zone" | "my_time" | "session" | "reason" | "soonest" | "pronoun";
    }
  /** `isOwner`: `Tuesday's`, which tells which session it is. `isWord`: a word that is no part of the grammar. */
  | { kind: "left"; isOwner?: boolean; isWord?: boolean }
  /** `isTo`: the word is `to`. `role`: what a rule can still ask of it. */
  | { kind: "filler"; isTo?: boolean; role?: "self" | "greeting" | "colon" | "name" | "instead" }
  | { kind: "doubt" }
  | { kind: "role" }
  | { kind: "person"; name: string; matches: readonly string[]; owner: boolean }
  | { kind: "intent"; intent: Intent; direction?: "later" | "earlier" }
  /** `isQuestion`: the sentence asks. `isNor`: the `or` keeps a denial going. */
  | {
      kind: "mark";
      mark: Mark;
      isQuestion?: boolean;
      isNor?: boolean;
      isOwn?: boolean;
      isWork?: boolean;
    }
);

/** What an item is, without its place. */
export type Body = Item extends infer I
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
]);

const isMark = (kind: string): kind is Mark => MARKS.has(kind);

/** An item, and where to go on. */
export interface Reading {
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
      parsedAt(lexemes, at, { day, items, present: reader.present }) ??
      plainAt(lexemes, at);
    push(at, reading);
    at = reading.next;
  }
  return items.map((item, at) => {
    if (isBrokenRange(items, at)) return leftOf(item);
    return isPause(items, at) ? { ...placeOf(item), kind: "mark", mark: "comma" } : item;
  });
};

const placeOf = ({ start, end, written }: Item) => ({ start, end, written });

const leftOf = (item: Item): Item => ({ ...placeOf(item), kind: "left" });

/** `Friday is fine - how about Monday`: a dash with space around it before a new clause is a pause. */
const isPause = (items: readonly Item[], at: number): boolean => {
  const [before, item, after] = [items[at - 1], items[at], items[at + 1]];
  if (item?.kind !== "filler" || !/^\p{Pd}+$/u.test(item.written) || !before || !after)
    return false;
  if (before.end === item.start || after.start === item.end) return false;
  const isVerb = after.kind === "mark" && after.mark !== "not" && after.mark !== "away";
  const isSelf = after.kind === "filler" && after.role === "self";
  return isVerb || isSelf || /^(?:date|person|role|intent)$/.test(after.kind);
};

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
  if (zone.kind === "odd_offset") return { next: zoneAt_ + 1, body: { kind: "unknown_zone" } };
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
  "fortnight",
  "meridiem",
]);

const shiftHere = (lexemes: readonly Lexeme[], at: number, items: readonly Item[]) => {
  const shifted = shiftAfterMove(lexemes, at);
  return shifted && endsWithMove(items) ? shifted : undefined;
};

const parsedAt = (
  lexemes: readonly Lexeme[],
  at: number,
  {
    day,
    items,
    present,
  }: { day: ReturnType<typeof dates>; items: readonly Item[]; present: Present },
): Reading | undefined => {
  const lexeme = lexemes[at];
  if (!lexeme || !BEGINNINGS.has(lexeme.kind)) return undefined;
  const listed =
    listedHour(lexemes, at, items) ??
    listedDay(lexemes, at, { day, items, today: present.today }) ??
    halfDay(lexemes, at, items);
  if (listed) return listed;
  const moved = shift(lexemes, at) ?? shiftHere(lexemes, at, items);
  if (moved) return { next: moved.next, body: { kind: "shift", atom: moved.value } };
  const long = duration(lexemes, at);
  if (long) return { next: long.next, body: { kind: "duration", atom: long.value } };
  const date = day(lexemes, at);
  if (date) return { next: date.next, body: { kind: "date", atom: date.value } };
  const ofToday = partOfToday(lexemes, at);
  const time = ofToday ?? clockTime(lexemes, at);
  if (!time) return undefined;
  const { value: atom, next } = time;
  const isToday = ofToday !== undefined || atom.today === true;
  const today = isToday
    ? dayAtom({ date: present.today, as: fullDateWords(present.today) })
    : undefined;
  return { next, body: { kind: "time", atom, ...(today ? { day: today } : {}) } };
};

/** `Mon/Wed/Fri`. */
const isDaySlash = (lexemes: readonly Lexeme[], at: number): boolean =>
  lexemes[at]?.kind === "slash" &&
  lexemes[at - 1]?.kind === "weekdays" &&
  lexemes[at + 1]?.kind === "weekdays";

const plainAt = (lexemes: readonly Lexeme[], at: number): Reading => {
  const lexeme = lexemes[at];
  const next = at + 1;
  if (!lexeme) return { next, body: { kind: "left" } };
  const { kind } = lexeme;
  if (kind === "of_known") return { next, body: { kind: "left", isOwner: true } };
  if (isDaySlash(lexemes, at)) return { next, body: { kind: "mark", mark: "or" } };
  if (isMark(kind)) {
    const isQuestion = lexeme.kind === "stop" && lexeme.isQuestion === true;
    const isNor = lexeme.kind === "or" && lexeme.nor === true;
    const isOwn = lexeme.kind === "can" && lexeme.isOwn === true;
    const isWork = lexeme.kind === "good" && lexeme.isWork === true;
    return {
      next,
      body: {
        kind: "mark",
        mark: kind,
        ...(isQuestion ? { isQuestion } : {}),
        ...(isNor ? { isNor } : {}),
        ...(isOwn ? { isOwn } : {}),
        ...(isWork ? { isWork } : {}),
      },
    };
  }
  if (lexeme.kind === "intent") {
    const { intent, direction } = lexeme;
    return { next, body: { kind: "intent", intent, ...(direction ? { direction } : {}) } };
  }
  if (lexeme.kind === "filler" && lexeme.isInstead)
    return { next, body: { kind: "filler", role: "instead" } };
  if (kind === "self" || kind === "greeting" || kind === "colon")
    return { next, body: { kind: "filler", role: kind } };
  if (kind === "session" || kind === "reason" || kind === "soonest")
    return { next, body: { kind } };
  if (kind === "pronoun" || kind === "doubt") return { next, body: { kind } };
  if (EMPTY.has(kind)) return { next, body: { kind: "filler", isTo: kind === "to" } };
  // An article; and `that` of `that works`.
  const isArticle = kind === "count" && lexeme.text.length < 3;
  const isThat = lexeme.kind === "same" && lexeme.loose === true;
  if (isArticle || isThat) return { next, body: { kind: "filler" } };
  return { next, body: { kind: "left", ...(kind === "word" ? { isWord: true } : {}) } };
};

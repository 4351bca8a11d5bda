/** Lists whose hours or days stand bare: `at 10, 11 or 12`, `1, 3 and 7 December`; and parts of today. */
import { clockTime, type TimeAtom } from "./clock-times.ts";
import type { Parsed, Parser } from "./combinators.ts";
import { dayAtom, type DateAtom } from "./date-atom.ts";
import type { Item, Reading } from "./items.ts";
import type { Lexeme } from "./lex.ts";
import { dayOfWritten } from "./single-dates.ts";

const isJoin = (item: Item | undefined): boolean =>
  item?.kind === "mark" && /^(?:and|or|comma)$/.test(item.mark);

const JOINS = /^(?:and|or|comma)$/;

/** What must not follow a bare number of a list: it would be something else. */
const isOther = (lexeme: Lexeme | undefined): boolean =>
  /^(?:unit|ordinal|slash|month|dot|colon|dash|to|date|number|meridiem|hours_mark|oclock|session|word)$/.test(
    lexeme?.kind ?? "",
  );

const asHour = (lexemes: readonly Lexeme[], at: number): Parsed<TimeAtom> | undefined => {
  const [number, after] = [lexemes[at], lexemes[at + 1]];
  if (!number || isOther(after)) return undefined;
  const place = { start: number.start, end: number.start, text: "", norm: "", spaced: true };
  const parsed = clockTime([{ ...place, kind: "at", capital: false, owner: false }, number], 0);
  return parsed && { value: parsed.value, next: at + 1 };
};

/** `11` of `at 10 or 11`. */
export const listedHour = (
  lexemes: readonly Lexeme[],
  at: number,
  items: readonly Item[],
): Reading | undefined => {
  const [before, join] = [items.at(-2), items.at(-1)];
  if (lexemes[at]?.kind !== "number" || !isJoin(join)) return undefined;
  if (before?.kind !== "time" || before.atom.form !== "at") return undefined;
  const hour = asHour(lexemes, at);
  return hour && { next: hour.next, body: { kind: "time", atom: hour.value } };
};

const isDayNumber = (lexeme: Lexeme | undefined): lexeme is Lexeme & { kind: "number" } =>
  lexeme?.kind === "number" && lexeme.digits <= 2 && lexeme.value >= 1 && lexeme.value <= 31;

/** Whether a list that begins here ends with `and` or `or`. */
const isClosed = (lexemes: readonly Lexeme[], at: number): boolean => {
  let next = at;
  for (; JOINS.test(lexemes[next]?.kind ?? "") && isDayNumber(lexemes[next + 1]); next += 2) {
    if (lexemes[next]?.kind !== "comma") return true;
  }
  return false;
};

/** Another day of the month of a date. */
const sameMonth = (atom: DateAtom, day: number, today: Temporal.PlainDate) => {
  if (!atom.from) return undefined;
  const { year, month } = atom.from;
  const point = dayOfWritten({ year, month, day }, today);
  return point && { ...dayAtom(point), isListed: true };
};

interface DayList {
  day: Parser<DateAtom>;
  items: readonly Item[];
  today: Temporal.PlainDate;
}

/** `3` of `December 1 or 3` and of `3 or 4 December`: a day of the month that stands at the other end of the list. */
export const listedDay = (
  lexemes: readonly Lexeme[],
  at: number,
  { day, items, today }: DayList,
): Reading | undefined => {
  const number = lexemes[at];
  if (!isDayNumber(number)) return undefined;
  const [before, join] = [items.at(-2), items.at(-1)];
  const isAfter =
    isJoin(join) &&
    before?.kind === "date" &&
    before.atom.form === "day" &&
    !isOther(lexemes[at + 1]);
  const isOpen = join?.kind === "mark" && join.mark === "comma" && !isClosed(lexemes, at + 1);
  if (
    isAfter &&
    !isOpen &&
    (before.atom.isListed === true || /\p{L}/u.test(before.written)) &&
    (before.atom.from?.day ?? 31) < number.value
  ) {
    const atom = sameMonth(before.atom, number.value, today);
    return atom && { next: at + 1, body: { kind: "date", atom } };
  }
  return dayBeforeMonth(lexemes, at, { day, today });
};

/** `3 or` before `4 December`: only a list of bare numbers stands between. */
const dayBeforeMonth = (
  lexemes: readonly Lexeme[],
  at: number,
  { day, today }: Omit<DayList, "items">,
): Reading | undefined => {
  const number = lexemes[at];
  if (!isDayNumber(number)) return undefined;
  let next = at + 1;
  while (next < at + 8 && JOINS.test(lexemes[next]?.kind ?? "") && isDayNumber(lexemes[next + 1])) {
    next += 2;
  }
  if (!JOINS.test(lexemes[next]?.kind ?? "") || lexemes[next + 1]?.kind !== "date")
    return undefined;
  const last = day(lexemes, next + 1)?.value;
  if (last?.form !== "day" || (last.from?.day ?? 0) <= number.value) return undefined;
  const atom = sameMonth(last, number.value, today);
  return atom && { next: at + 1, body: { kind: "date", atom } };
};

const HALVES = { am: [0, 720], pm: [720, 1440] } as const;

/** `Tuesday am`: one half of the day. */
export const halfDay = (
  lexemes: readonly Lexeme[],
  at: number,
  items: readonly Item[],
): Reading | undefined => {
  const lexeme = lexemes[at];
  const last = items.findLast(({ written }) => written !== "(");
  if (lexeme?.kind !== "meridiem" || last?.kind !== "date") return undefined;
  const name = lexeme.pm ? "pm" : "am";
  const [from, until] = HALVES[name];
  const atom: TimeAtom = {
    form: "daypart",
    span: { from, until },
    as: `the ${name} half of the day`,
  };
  return { next: at + 1, body: { kind: "time", atom } };
};

/** `this afternoon`: hours of today. */
export const partOfToday: Parser<TimeAtom> = (lexemes, at) => {
  const start = lexemes[at]?.kind === "in" ? at + 1 : at;
  if (lexemes[start]?.kind !== "this" || lexemes[start + 1]?.kind !== "daypart") return undefined;
  return clockTime(lexemes, start + 1);
};

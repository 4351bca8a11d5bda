/** Days from one to another: `7–9 December`, `from the 3rd to the 5th`, `between Monday and Wednesday`. */
import { map, maybe, one, oneOf, seq, skip, type Parser } from "./combinators.ts";
import { rangeAtom, type DateAtom, type DayReader } from "./date-atom.ts";
import type { Weekday } from "./constraints.ts";
import { dateWords, rangeWords, weekdayAt } from "./day-words.ts";
import { calendarDate, dayOfWritten, type DayPoint } from "./single-dates.ts";

const joiner = oneOf<{ kind: string }>(
  one("to"),
  one("dash"),
  one("bound", ({ bound }) => bound === "through" || bound === "until"),
);
const opener = oneOf<unknown>(
  one("bound", ({ bound }) => bound === "from"),
  one("between"),
);

/** Both days and all between; a second weekday is the one after the first. */
const ends = (first: DayPoint, last: DayPoint): DateAtom => {
  const { bare } = last;
  const end =
    bare === undefined || Temporal.PlainDate.compare(last.date, first.date) >= 0
      ? last.date
      : last.date.add({ weeks: 1 });
  const isTaken = first.taken !== undefined || last.taken !== undefined;
  const asks = rangeAsks(first, last, end);
  const more = {
    ...(asks ? { asks } : {}),
    ...(isTaken ? { taken: `that is ${rangeWords(first.date, end)}` } : {}),
  };
  if (Temporal.PlainDate.compare(end, first.date) >= 0) {
    const ofWeek = weekdaysOf(first, last);
    return { ...rangeAtom(first.date, end, more), isFromTo: true, ...(ofWeek ? { ofWeek } : {}) };
  }
  const choices = [
    {
      words: rangeWords(end, first.date),
      instead: `${dateWords(end)} to ${dateWords(first.date)}`,
    },
  ];
  return rangeAtom(end, first.date, {
    asks: { why: "The last day is before the first. Which days are meant?", choices },
  });
};

/** What is open of its ends. A weekday that is today is asked about as the range that begins with it; behind another weekday it is that of
 * the week to come. */
const rangeAsks = (
  first: DayPoint,
  last: DayPoint,
  end: Temporal.PlainDate,
): DateAtom["asks"] | undefined => {
  if (first.bare === undefined || !first.asks) {
    const isMovedOn = last.bare !== undefined && !end.equals(last.date);
    return (isMovedOn ? undefined : last.asks) ?? first.asks;
  }
  const inAWeek = [
    first.date.add({ weeks: 1 }),
    last.bare === undefined ? end : end.add({ weeks: 1 }),
  ] as const;
  const choices = [[first.date, end] as const, inAWeek]
    .filter(([from, until]) => Temporal.PlainDate.compare(from, until) <= 0)
    .map(([from, until]) => ({
      words: rangeWords(from, until),
      instead: `${dateWords(from)} to ${dateWords(until)}`,
    }));
  return { why: first.asks.why, choices };
};

/** The weekdays of a range whose ends are both bare weekdays. */
const weekdaysOf = (first: DayPoint, last: DayPoint): Weekday[] | undefined => {
  if (first.bare === undefined || last.bare === undefined) return undefined;
  const count = ((last.bare - first.bare + 7) % 7) + 1;
  const monday = first.bare - 1;
  return Array.from({ length: count }, (_, at) => weekdayAt(monday + at));
};

const sameMonth = (first: number, last: DayPoint): DateAtom | undefined =>
  last.date.day <= first ? undefined : ends({ date: last.date.with({ day: first }), as: "" }, last);

const dayNumber = one("number", ({ value, digits }) => digits <= 2 && value >= 1 && value <= 31);

const writtenRange = (today: Temporal.PlainDate): Parser<DateAtom> =>
  map(
    seq(
      maybe(opener),
      skip("the"),
      one("date", ({ found }) => found.last !== undefined),
    ),
    ([, , { found }]) => {
      const first = dayOfWritten(found.first, today);
      const last =
        found.last &&
        dayOfWritten(
          {
            ...(found.first.year === undefined ? {} : { year: found.first.year }),
            ...found.last,
          },
          first?.date ?? today,
        );
      return first && last && ends(first, last);
    },
  );

/** `on` begins anew: `Friday - on Monday I am away`. */
const notOn: Parser<true> = (lexemes, at) =>
  lexemes[at]?.kind === "on" ? undefined : { value: true, next: at };

/** `3 December - Monday`: a range, or one thing after the other? */
const isMixed = (joined: { kind: string }, first: DayPoint, last: DayPoint): boolean =>
  joined.kind === "dash" && (first.bare === undefined) !== (last.bare === undefined);

const askedEnds = (atom: DateAtom, isAsked: boolean): DateAtom =>
  isAsked && !atom.asks
    ? { ...atom, asks: { why: "Is that from the one day to the other?", choices: [] } }
    : atom;

/** A range of days in any form. */
export const dateRange = ({ today, day }: DayReader): Parser<DateAtom> =>
  oneOf(
    writtenRange(today),
    // `the 3rd to the 5th of December`: the first is a day of the same month.
    map(
      seq(
        maybe(opener),
        skip("the"),
        dayNumber,
        maybe(one("ordinal")),
        joiner,
        calendarDate(today),
      ),
      ([, , first, , , last]) => sameMonth(first.value, last),
    ),
    map(
      seq(
        one("between"),
        skip("the"),
        dayNumber,
        maybe(one("ordinal")),
        one("and"),
        calendarDate(today),
      ),
      ([, , first, , , last]) => sameMonth(first.value, last),
    ),
    map(seq(maybe(opener), day, joiner, notOn, day), ([open, first, joined, , last]) =>
      askedEnds(ends(first, last), open === undefined && isMixed(joined, first, last)),
    ),
    map(seq(one("between"), day, one("and"), day), ([, first, , last]) => ends(first, last)),
  );

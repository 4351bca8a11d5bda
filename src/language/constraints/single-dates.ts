/** One day as it is written: `tomorrow`, `next Tuesday`, `the 3rd`, `Friday 4 December`, `3/12`, `in two weeks`. What has two
 * readings, has passed, or does not exist is asked. */
import { map, maybe, one, oneOf, seq, skip, type Parser } from "./combinators.ts";
import type { Choice, Weekday } from "./constraints.ts";
import {
  dateWords,
  dayOfMonth,
  fullDateWords,
  mondayOf,
  monthWord,
  realDate,
  weekdayFrom,
  weekdayWord,
} from "./day-words.ts";
import type { WrittenDate } from "./map-chrono.ts";

type PlainDate = Temporal.PlainDate;

/** A day. `bare`: a weekday alone, whose week the rest of the sentence tells. */
export interface DayPoint {
  date: PlainDate;
  bare?: Weekday;
  /** Counted from today. */
  isCounted?: boolean;
  as: string;
  taken?: string;
  asks?: { why: string; choices: Choice[] };
}

const choiceOf = (date: PlainDate): Choice => ({
  words: fullDateWords(date),
  instead: dateWords(date),
});

const isPast = (date: PlainDate, today: PlainDate): boolean =>
  Temporal.PlainDate.compare(date, today) < 0;

const plain = (date: PlainDate): DayPoint => ({ date, as: fullDateWords(date) });

/** A date that has passed: the next time the calendar shows it, or another one. */
const passed = (date: PlainDate, today: PlainDate): DayPoint => {
  const thisYear = date.with({ year: today.year });
  const next = isPast(thisYear, today) ? date.with({ year: today.year + 1 }) : thisYear;
  return { ...plain(date), asks: askPassed(date, [next]) };
};

const askPassed = (
  date: PlainDate,
  instead: readonly PlainDate[],
): NonNullable<DayPoint["asks"]> => ({
  why: `${fullDateWords(date)} has passed. Which date is meant?`,
  choices: instead.map(choiceOf),
});

/** A little ago was hardly meant as next year. Units: days. */
const RECENTLY = 60;

/** The day of a written date; without its year, the next time that it comes. */
export const dayOfWritten = (
  { year, month, day }: WrittenDate,
  today: PlainDate,
): DayPoint | undefined => {
  if (year !== undefined) {
    const date = realDate(year, month, day);
    if (!date) return missing(month, day, today);
    return isPast(date, today) ? passed(date, today) : plain(date);
  }
  const thisYear = realDate(today.year, month, day);
  if (!thisYear) return missing(month, day, today);
  if (!isPast(thisYear, today)) return plain(thisYear);
  if (thisYear.until(today).days <= RECENTLY) return passed(thisYear, today);
  const next = realDate(today.year + 1, month, day);
  return next ? { ...plain(next), taken: `the year is ${next.year}` } : passed(thisYear, today);
};

/** A day that the month does not have. */
const missing = (month: number, day: number, today: PlainDate): DayPoint | undefined => {
  if (month < 1 || month > 12) return undefined;
  const first = Temporal.PlainDate.from({ year: today.year, month, day: 1 });
  const base = isPast(first.add({ months: 1 }), today) ? first.add({ years: 1 }) : first;
  const last = base.add({ months: 1 }).subtract({ days: 1 });
  return {
    ...plain(last),
    asks: {
      why: `There is no ${day} ${monthWord(month)} then. Which date is meant?`,
      choices: [choiceOf(last), choiceOf(last.add({ days: 1 }))],
    },
  };
};

/** Two numbers: day and month in an order that countries do not agree on. */
const dayOfNumbers = (
  [first, second, year]: readonly [number, number, number | undefined],
  today: PlainDate,
): DayPoint | undefined => {
  const full = year !== undefined && year < 100 ? 2000 + year : year;
  const written = (day: number, month: number): WrittenDate =>
    full === undefined ? { day, month } : { day, month, year: full };
  if (first > 12) return second > 12 ? undefined : dayOfWritten(written(first, second), today);
  if (second > 12 || first === second) return dayOfWritten(written(second, first), today);
  const readings = [written(first, second), written(second, first)].flatMap((each) => {
    const point = dayOfWritten(each, today);
    return point ? [point] : [];
  });
  const open = readings.filter(({ date }) => !isPast(date, today));
  const likely = open[0] ?? readings[0];
  if (!likely) return undefined;
  const choices = (open.length > 0 ? open : readings).map(({ date }) => choiceOf(date));
  return { ...plain(likely.date), asks: { why: "Which is the day and which the month?", choices } };
};

const few = one("number", ({ digits }) => digits <= 2);
const yearNumber = one("number", ({ digits }) => digits === 4 || digits === 2);

/** `3/12`, `3/12/2026`, and `3.12.`, which is day first wherever it is written so. */
const numeric = (today: PlainDate): Parser<DayPoint> =>
  oneOf(
    map(
      seq(few, one("slash"), few, maybe(seq(one("slash"), yearNumber))),
      ([first, , second, rest]) =>
        dayOfNumbers([first.value, second.value, rest?.[1].value], today),
    ),
    // `9.30` is a time as well: with points it is a date only when a second point or a year follows.
    map(seq(few, one("dot"), few, one("dot"), yearNumber), ([day, , month, , year]) => {
      const full = year.value < 100 ? 2000 + year.value : year.value;
      return dayOfWritten({ day: day.value, month: month.value, year: full }, today);
    }),
    map(
      seq(
        few,
        one("dot"),
        few,
        one("stop", ({ norm }) => norm === "."),
      ),
      ([day, , month]) => dayOfWritten({ day: day.value, month: month.value }, today),
    ),
  );

const ordinalDay = map(
  seq(
    one("number", ({ value, digits }) => digits <= 2 && value >= 1 && value <= 31),
    one("ordinal"),
  ),
  ([day]) => day.value,
);

/** `the 3rd`, `3rd`, `the 3rd of next month`. */
const ofMonth = (today: PlainDate): Parser<DayPoint> =>
  map(
    seq(
      skip("the"),
      ordinalDay,
      maybe(
        seq(
          skip("of"),
          oneOf<{ kind: string }>(one("this"), one("next")),
          one("unit", ({ unit }) => unit === "month"),
        ),
      ),
    ),
    ([, day, rest]) => {
      if (rest) {
        const month = today.with({ day: 1 }).add({ months: rest[1].kind === "next" ? 1 : 0 });
        return dayOfWritten({ year: month.year, month: month.month, day }, today);
      }
      const date = dayOfMonth(today, day);
      if (!date) return undefined;
      const taken = `the ${day}${ordinalEnd(day)} is ${fullDateWords(date)}`;
      return { ...plain(date), taken };
    },
  );

const ordinalEnd = (day: number): string => {
  if (day >= 11 && day <= 13) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
};

/** `31 November`, which nobody else reads because it does not exist; `the 3rd of December`. */
const monthAndDay = (today: PlainDate): Parser<DayPoint> => {
  const day = oneOf(
    ordinalDay,
    map(
      one("number", ({ digits, value }) => digits <= 2 && value >= 1 && value <= 31),
      ({ value }) => value,
    ),
  );
  const year = maybe(
    one("number", ({ digits, value }) => digits === 4 && value >= 1900 && value < 2200),
  );
  const point = (month: number, date: number, full: number | undefined): DayPoint | undefined =>
    dayOfWritten(
      full === undefined ? { month, day: date } : { month, day: date, year: full },
      today,
    );
  return oneOf(
    map(seq(skip("the"), day, skip("of"), one("month"), year), ([, date, , month, full]) =>
      point(month.month, date, full?.value),
    ),
    map(seq(one("month"), skip("the"), day, year), ([month, , date, full]) =>
      point(month.month, date, full?.value),
    ),
  );
};

const written = (today: PlainDate): Parser<DayPoint> =>
  map(
    seq(
      skip("the"),
      one("date", ({ found }) => !found.last),
    ),
    ([, { found }]) => dayOfWritten(found.first, today),
  );

/** A date of any form, without its weekday. */
export const calendarDate = (today: PlainDate): Parser<DayPoint> =>
  oneOf(written(today), numeric(today), monthAndDay(today), ofMonth(today));

const singleWeekday = one("weekdays", ({ days, every }) => days.length === 1 && !every);

/** A comma, and no line end. */
const writtenComma = one("comma", ({ text }) => text !== "");

/** A weekday beside a date: they agree, or it is asked. */
const weekdayAndDate = (today: PlainDate): Parser<DayPoint> =>
  map(
    oneOf(
      map(
        seq(skip("the"), singleWeekday, maybe(writtenComma), skip("the"), calendarDate(today)),
        ([, day, , , point]) => ({ day, point }),
      ),
      map(seq(calendarDate(today), maybe(writtenComma), singleWeekday), ([point, , day]) => ({
        day,
        point,
      })),
    ),
    ({ day, point }) => {
      const [weekday] = day.days;
      if (weekday === undefined || point.date.dayOfWeek === weekday || point.asks) return point;
      const near = [
        weekdayFrom(point.date, weekday),
        weekdayFrom(point.date, weekday).subtract({ days: 7 }),
      ];
      const choices = [point.date, ...near.filter((date) => !isPast(date, today))].map(choiceOf);
      const why = `${dateWords(point.date)} is a ${weekdayWord(point.date.dayOfWeek)}, not a ${weekdayWord(weekday)}. Which day is meant?`;
      return { ...plain(point.date), asks: { why, choices } };
    },
  );

/** The coming weekday; on that very weekday it is asked whether today is meant. */
const comingWeekday = (today: PlainDate, weekday: Weekday): DayPoint => {
  const date = weekdayFrom(today, weekday);
  const point = { date, bare: weekday, as: fullDateWords(date) };
  if (!date.equals(today))
    return { ...point, taken: `${weekdayWord(weekday)} is ${fullDateWords(date)}` };
  const choices = [date, date.add({ days: 7 })].map(choiceOf);
  return { ...point, asks: { why: `Is that today or in a week?`, choices } };
};

/** `next Tuesday`: the coming one when that is next week too, else it is asked. */
const nextWeekday = (today: PlainDate, weekday: Weekday): DayPoint => {
  const ofNextWeek = mondayOf(today).add({ days: 7 + weekday - 1 });
  const coming = weekdayFrom(today.add({ days: 1 }), weekday);
  if (coming.equals(ofNextWeek)) return plain(ofNextWeek);
  const choices = [coming, ofNextWeek].map(choiceOf);
  return { ...plain(ofNextWeek), asks: { why: `Is that this week's or next week's?`, choices } };
};

const weekdayWithWord = (today: PlainDate): Parser<DayPoint> => {
  const day = (weekday: Weekday | undefined, of: (weekday: Weekday) => DayPoint) =>
    weekday === undefined ? undefined : of(weekday);
  return oneOf(
    map(seq(skip("on", "the"), one("next"), singleWeekday), ([, { coming }, { days }]) =>
      day(days[0], (weekday) =>
        coming ? plain(weekdayFrom(today.add({ days: 1 }), weekday)) : nextWeekday(today, weekday),
      ),
    ),
    map(seq(one("this"), singleWeekday), ([, { days }]) =>
      day(days[0], (weekday) => {
        const date = mondayOf(today).add({ days: weekday - 1 });
        return isPast(date, today) ? passedWeekday(date, today) : plain(date);
      }),
    ),
    map(seq(skip("on"), singleWeekday), ([, { days }]) =>
      day(days[0], (weekday) => comingWeekday(today, weekday)),
    ),
  );
};

const passedWeekday = (date: PlainDate, today: PlainDate): DayPoint => {
  const coming = weekdayFrom(today, date.dayOfWeek);
  return { ...plain(coming), asks: askPassed(date, [coming]) };
};

const relative = (today: PlainDate): Parser<DayPoint> => {
  const amount = oneOf<{ value: number }>(
    one("number", ({ value }) => value > 0 && value <= 1000),
    one("count"),
  );
  const unit = one("unit", ({ unit: which }) => /^(?:day|week|month|business_day)$/.test(which));
  const after = (value: number, which: string): DayPoint | undefined => {
    if (which === "day") return plain(today.add({ days: value }));
    if (which === "week") return plain(today.add({ weeks: value }));
    if (which === "month") return plain(today.add({ months: value }));
    return undefined;
  };
  return oneOf(
    map(one("day"), ({ days }) => {
      const date = today.add({ days });
      // The same day of another year is not meant by `yesterday`.
      return days < 0 ? { ...plain(date), asks: askPassed(date, []) } : plain(date);
    }),
    map(seq(one("in"), amount, unit), ([, { value }, { unit: which }]) => {
      const point = after(value, which);
      return point && { ...point, isCounted: true };
    }),
    map(
      seq(
        amount,
        unit,
        one("bound", ({ bound }) => bound === "from"),
        one("day"),
      ),
      ([{ value }, { unit: which }]) => after(value, which),
    ),
  );
};

/** A week or a fortnight. Shape: weeks. */
const oneOrTwoWeeks: Parser<number> = oneOf(
  map(
    one("unit", ({ unit, text }) => unit === "week" && !/s$/iu.test(text)),
    () => 1,
  ),
  map(one("fortnight"), () => 2),
);

/** `Friday week`, `a week on Friday`, `Tuesday fortnight`: so long after the coming one; `a fortnight today`, `tomorrow week`; `in a fortnight`. */
const weeksAfter = (today: PlainDate): Parser<DayPoint> => {
  const later = (weekday: Weekday | undefined, weeks: number): DayPoint | undefined => {
    if (weekday === undefined) return undefined;
    const coming = weekdayFrom(today, weekday);
    const point = plain(coming.add({ weeks }));
    if (!coming.equals(today)) return { ...point, taken: `that is ${point.as}` };
    const choices = [point.date, point.date.add({ weeks: 1 })].map(choiceOf);
    return { ...point, asks: { why: "Is that counted from today or from a week later?", choices } };
  };
  const single = one("count", ({ value }) => value === 1);
  return oneOf(
    map(seq(skip("on"), singleWeekday, oneOrTwoWeeks), ([, { days }, weeks]) =>
      later(days[0], weeks),
    ),
    map(seq(maybe(single), oneOrTwoWeeks, one("on"), singleWeekday), ([, weeks, , { days }]) =>
      later(days[0], weeks),
    ),
    map(
      oneOf(
        map(seq(one("day"), oneOrTwoWeeks), ([{ days }, weeks]) => ({ days, weeks })),
        map(seq(maybe(single), oneOrTwoWeeks, one("day")), ([, weeks, { days }]) => ({
          days,
          weeks,
        })),
      ),
      ({ days, weeks }) => (days < 0 ? undefined : plain(today.add({ days, weeks }))),
    ),
    map(seq(one("in"), single, one("fortnight")), () => ({
      ...plain(today.add({ weeks: 2 })),
      isCounted: true,
    })),
  );
};

/** One day of any form. Bare weekdays are last, so that a date beside them is seen. */
export const singleDay = (today: PlainDate): Parser<DayPoint> =>
  oneOf(
    weekdayAndDate(today),
    calendarDate(today),
    weeksAfter(today),
    map(seq(skip("on"), relative(today)), ([, point]) => point),
    map(seq(one("on"), weekdayAndDate(today)), ([, point]) => point),
    map(seq(one("on"), calendarDate(today)), ([, point]) => point),
    weekdayWithWord(today),
  );

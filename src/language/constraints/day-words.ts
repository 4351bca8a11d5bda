/** Dates in words, and what a weekday or a date without its year most likely means. */
import type { Weekday } from "./constraints.ts";

type PlainDate = Temporal.PlainDate;

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS =
  "January,February,March,April,May,June,July,August,September,October,November,December".split(
    ",",
  );

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The weekday so many days after Monday; a week later it is the same. */
export const weekdayAt = (days: number): Weekday => WEEKDAYS[days % 7] ?? 1;

/** `Monday`. */
export const weekdayWord = (weekday: number): string => DAYS[weekday - 1] ?? "";

/** `Mondays and Tuesdays`. */
export const weekdayWords = (weekdays: readonly Weekday[]): string =>
  weekdays
    .map((each) => `${weekdayWord(each)}s`)
    .join(", ")
    .replace(/, ([^,]*)$/, " and $1");

/** `3 December 2026`: also what anybody can write to say just this. */
export const dateWords = (date: PlainDate): string =>
  `${date.day} ${MONTHS[date.month - 1] ?? ""} ${String(date.year).padStart(4, "0")}`;

/** `Thursday 3 December 2026`. */
export const fullDateWords = (date: PlainDate): string =>
  `${weekdayWord(date.dayOfWeek)} ${dateWords(date)}`;

/** `December`. */
export const monthWord = (month: number): string => MONTHS[month - 1] ?? "";

/** `3 December 2026`, or `30 November 2026 – 6 December 2026`. */
export const rangeWords = (from: PlainDate, until: PlainDate): string =>
  from.equals(until) ? fullDateWords(from) : `${dateWords(from)} – ${dateWords(until)}`;

/** The Monday on or before the date. */
export const mondayOf = (date: PlainDate): PlainDate => date.subtract({ days: date.dayOfWeek - 1 });

/** The first such weekday on or after the date. */
export const weekdayFrom = (date: PlainDate, weekday: number): PlainDate =>
  date.add({ days: (weekday - date.dayOfWeek + 7) % 7 });

/** The date when the month has that day. */
export const realDate = (year: number, month: number, day: number): PlainDate | undefined => {
  if (month < 1 || month > 12 || day < 1 || year < 1 || year > 9999) return undefined;
  const date = Temporal.PlainDate.from({ year, month, day: Math.min(day, 31) });
  return date.day === day && day <= 31 ? date : undefined;
};

/** The next date with this day of the month, today or later; months without such a day are passed over. */
export const dayOfMonth = (today: PlainDate, day: number): PlainDate | undefined => {
  for (let months = 0; months < 3; months += 1) {
    const { year, month } = today.with({ day: 1 }).add({ months });
    const date = realDate(year, month, day);
    if (date && Temporal.PlainDate.compare(date, today) >= 0) return date;
  }
  return undefined;
};

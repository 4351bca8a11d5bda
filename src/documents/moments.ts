/** One date as resumes write it: "March 2019", "5 Jan 2015", "June 15, 2018", "03/2019", "Q2 2020". A day is read over; what no
 * month can be told of is a year. */
import { MONTH_OF, SEASONS, plainLetters } from "./month-names.ts";
import type { Moment } from "./shape.ts";

const longestFirst = (words: Iterable<string>): string =>
  [...words].toSorted((a, b) => b.length - a.length).join("|");

const MONTH = longestFirst(MONTH_OF.keys());
/** Of four digits. */
export const YEAR = "(?:19[4-9]\\d|20\\d\\d)";
const ORDINAL = "(?:st|nd|rd|th|er)?";
const NUMBER = `[0-3]?\\d${ORDINAL}`;
const MARK = "['’‘]";
/** Of two digits alone, unless they are the day of a year that follows. */
const SHORT_YEAR = `\\d\\d(?!\\d|${ORDINAL},?\\s?(?:${YEAR}|${MARK}\\d\\d))`;
const DAY_BEFORE = `(?:${NUMBER}[. /-]\\s?(?:de |of )?)?`;
const DAY_BETWEEN = `(?:\\s${NUMBER}(?:,\\s?|\\s)(?=${YEAR}|${MARK}\\d\\d))`;
const JOINT = `,?(?:\\s|/|-|(?=${MARK})|\\sde\\s|\\sdel\\s)\\s?(?:de |del |of )?`;

/** Whether the month of "03/04/2019" comes first; null where nothing says so. */
type MonthFirst = boolean | null;
type Form = readonly [string, (written: string, isMonthFirst: MonthFirst) => Moment | null];

const FULL: readonly Form[] = [
  [
    `${DAY_BEFORE}(?:${MONTH})\\.?(?:${DAY_BETWEEN}|${JOINT})(?:${YEAR}|${MARK}\\d\\d(?!\\d)|${SHORT_YEAR})`,
    (written) => byName(written),
  ],
  [`(?:${longestFirst(SEASONS)})(?:\\sde)?,?\\s${YEAR}`, (written) => byYear(written)],
  [`(?:q|t|k)[1-4][\\s/,-]{0,3}${YEAR}`, (written) => byYear(written)],
  [`${YEAR}[\\s/-]{0,2}(?:q|t|k)[1-4]`, (written) => byYear(written)],
  [`[0-3]?\\d[./-][0-3]?\\d[./-]${YEAR}`, (written, isMonthFirst) => byDay(written, isMonthFirst)],
  [`${YEAR}[./-][01]?\\d[./-][0-3]?\\d(?!\\d)`, (written) => byNumbers(written)],
  [`(?:0?[1-9]|1[0-2])\\s?[./-]\\s?${YEAR}`, (written) => byNumbers(written)],
  [`${YEAR}[./-](?:0[1-9]|1[0-2])(?!\\d)`, (written) => byNumbers(written)],
  [YEAR, (written) => byYear(written)],
];

/** So short that they are dates only where there are two of them, or one goes on: "03/19 – 05/21", "'08–'11". A year below 13
 * may be the second half of "7/10". */
const BRIEF: readonly Form[] = [
  [
    `(?:(?:0[1-9]|1[0-2])/\\d\\d|[1-9]/(?:1[3-9]|[2-9]\\d))(?![\\d/])`,
    (written) => byName(written),
  ],
  [`${MARK}\\d\\d(?!\\d)`, (written) => byName(written)],
];

const anyOf = (forms: readonly Form[]): string => `(?:${forms.map(([form]) => form).join("|")})`;
/** A date that stands by itself. */
export const FULL_DATE = anyOf(FULL);
/** A date beside another one. */
export const ANY_DATE = anyOf([...FULL, ...BRIEF]);
/** A month, perhaps with its day, whose year comes only with the end: "March – June 2019", "June 15 – May 5, 2021". */
export const BARE_MONTH = `(?:(?:${NUMBER}[. ]\\s?)?(?:${MONTH})\\.?(?:\\s${NUMBER}(?!\\d))?)`;

const WHOLE = [...FULL, ...BRIEF].map(
  ([form, read]) => [new RegExp(`^${form}$`, "iu"), read] as const,
);

/** One date as it is written; null when it is none. */
export const readMoment = (text: string, isMonthFirst: MonthFirst = null): Moment | null => {
  const written = plainLetters(text).trim();
  for (const [whole, read] of WHOLE) if (whole.test(written)) return read(written, isMonthFirst);
  return null;
};

/** The month that a text names without a year; null when it names none. */
export const readBareMonth = (text: string): number | null => {
  const words = plainLetters(text).match(/\p{L}+/gu) ?? [];
  return words.map((word) => MONTH_OF.get(word)).find((found) => found !== undefined) ?? null;
};

/** Whether it has a day and its month by name: "June 15, 2018", "15 June 2018". */
export const hasNamedDay = (text: string): boolean =>
  /\p{L}/u.test(text) && (text.match(/\d+/g) ?? []).length > 1;

/** What a date in figures says of the order of its kind. */
export const isMonthFirstIn = (text: string): MonthFirst => {
  const [, first = 0, second = 0] =
    /^([0-3]?\d)[/-]([0-3]?\d)[/-]\d{4}$/.exec(text.trim())?.map(Number) ?? [];
  if (first > 12) return false;
  return second > 12 ? true : null;
};

/** By a month's name, or by its number before a short year; a year alone without either. */
const byName = (written: string): Moment | null => {
  const year = /(\d{4}|\d\d)$/.exec(written)?.[1];
  if (year === undefined) return null;
  const number = /^(\d\d?)\//.exec(written)?.[1];
  const month = number === undefined ? readBareMonth(written) : Number(number);
  return { year: year.length === 4 ? Number(year) : fullYear(Number(year)), month };
};

/** Two digits are never of a time so far ahead that no resume could mean it. */
const fullYear = (short: number): number => (short < 40 ? 2000 + short : 1900 + short);

/** Of a season or a quarter no one month can be told. */
const byYear = (written: string): Moment => ({
  year: Number(new RegExp(YEAR).exec(written)?.[0] ?? 0),
  month: null,
});

/** A day, a month and a year. With points the day comes first; else the order is what the figures, or those beside them, say. */
const byDay = (written: string, isMonthFirst: MonthFirst): Moment | null => {
  const [first = 0, second = 0, year = 0] = written.split(/[./-]/).map(Number);
  const turned = written.includes(".") ? second > 12 : (isMonthFirstIn(written) ?? isMonthFirst);
  const month = turned === true ? first : second;
  if (turned === null && first !== second) return isMonth(second) ? { year, month: null } : null;
  return isMonth(month) ? { year, month } : null;
};

const isMonth = (month: number): boolean => month >= 1 && month <= 12;

const byNumbers = (written: string): Moment | null => {
  const parts = written.split(/[./-]/).map((part) => part.trim());
  const year = parts.find((part) => part.length === 4);
  const month = Number(parts[0] === year ? parts[1] : parts[0]);
  return year !== undefined && isMonth(month) ? { year: Number(year), month } : null;
};

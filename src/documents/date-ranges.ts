/** Spans of months as resumes write them: "03/2019 – present", "since 2020", "mars 2018 à juin 2019", "Q2 2020 - Q4 2021". */
import { MONTH_OF, PRESENT_WORDS, SEASON_OF, SINCE_WORDS, plainLetters } from "./month-names.ts";
import type { Moment } from "./shape.ts";

export interface DateRange {
  start: number;
  end: number;
  from: Moment | null;
  to: Moment | "present" | null;
}

const MONTH = [...MONTH_OF.keys()].toSorted((a, b) => b.length - a.length).join("|");
const SEASON = [...SEASON_OF.keys()].toSorted((a, b) => b.length - a.length).join("|");
const YEAR = "(?:19[4-9]\\d|20\\d\\d)";
const DAY = "(?:[0-3]?\\d(?:st|nd|rd|th|er)?[. ]\\s?(?:de )?)?";

/** Each with how it is read; the first that fits counts. */
const FORMS: readonly [string, (written: string) => Moment | null][] = [
  [
    `${DAY}(?:${MONTH})\\.?,?(?:\\s|/|-|'|’|\\sde\\s|\\sdel\\s)\\s?(?:de |del |')?(?:${YEAR}|'?\\d\\d(?!\\d))`,
    (written) => byName(written),
  ],
  [`(?:${SEASON})(?:\\sde)?\\s${YEAR}`, (written) => bySeason(written)],
  [`(?:q|t|k)[1-4][\\s/,-]{0,3}${YEAR}`, (written) => byQuarter(written)],
  [`${YEAR}[\\s/-]{0,2}(?:q|t|k)[1-4]`, (written) => byQuarter(written)],
  [`[0-3]?\\d[./-][01]?\\d[./-]${YEAR}`, (written) => byDay(written)],
  [`${YEAR}[./-][01]?\\d[./-][0-3]?\\d(?!\\d)`, (written) => byNumbers(written)],
  [`(?:0?[1-9]|1[0-2])\\s?[./-]\\s?${YEAR}`, (written) => byNumbers(written)],
  [`${YEAR}[./-](?:0[1-9]|1[0-2])(?!\\d)`, (written) => byNumbers(written)],
  [YEAR, (written) => ({ year: Number(written), month: null })],
];

const ONE = `(?:${FORMS.map(([form]) => form).join("|")})`;
/** A month whose year comes only with the end: "March – June 2019". */
const BARE = `(?:${MONTH})\\.?`;
const DASH =
  "\\s*(?:[-–—−‐‑~→]+|\\bto\\b|\\buntil\\b|\\bthrough\\b|\\bbis\\b|\\bau\\b|\\ba\\b|\\bal\\b|\\bhasta\\b|\\bate\\b|\\bfino a\\b|\\btot\\b|\\bdo\\b)\\s*(?:(?:en met|la|el|o|l')\\s?)?";
const NOW = `(?:${PRESENT_WORDS.join("|")})(?![\\p{L}])`;
const EDGE = "(?<![\\p{L}\\d/.-])";

const RANGE = new RegExp(
  `${EDGE}(?<from>${ONE}|${BARE})${DASH}(?<to>${ONE}|${NOW})(?![\\d])|${EDGE}(?:${SINCE_WORDS.join("|")})\\s+(?<since>${ONE})(?![\\d])`,
  "giu",
);
const SINGLE = new RegExp(`${EDGE}(?<one>${ONE})(?![\\d/]|[.-]\\d)`, "giu");
const WHOLE = FORMS.map(([form, read]) => [new RegExp(`^${form}$`, "iu"), read] as const);

/** All spans of time in a line. `singles`: also lone dates, as their own beginning and end. */
export const readRanges = (line: string, { singles = false } = {}): DateRange[] => {
  const plain = plainLetters(line);
  const ranges = [...plain.matchAll(RANGE)].map(toRange).filter((one) => one !== null);
  if (!singles || ranges.length > 0) return ranges;
  return [...plain.matchAll(SINGLE)].flatMap((match) => {
    const moment = readMoment(match.groups?.["one"] ?? "");
    if (!moment) return [];
    return [{ start: match.index, end: match.index + match[0].length, from: moment, to: moment }];
  });
};

const toRange = (match: RegExpMatchArray): DateRange | null => {
  const { from: fromWritten = "", to: toWritten = "", since } = match.groups ?? {};
  const start = match.index ?? 0;
  const place = { start, end: start + match[0].length };
  if (since !== undefined) {
    const from = readMoment(since);
    return from && { ...place, from, to: "present" };
  }
  const to = readMoment(toWritten) ?? "present";
  const bare = MONTH_OF.get(fromWritten.replace(".", ""));
  const from =
    readMoment(fromWritten) ??
    (bare !== undefined && to !== "present" ? { year: to.year, month: bare } : null);
  if (!from) return null;
  // Turned round it says nothing that can be relied on.
  if (to !== "present" && orderOf(to, 12) < orderOf(from, 1)) return { ...place, from, to: null };
  return { ...place, from, to };
};

const orderOf = ({ year, month }: Moment, unknown: number): number =>
  year * 12 + (month ?? unknown);

/** One date as it is written; null when it is none. */
export const readMoment = (text: string): Moment | null => {
  const written = plainLetters(text).trim();
  for (const [whole, read] of WHOLE) if (whole.test(written)) return read(written);
  return null;
};

const byName = (written: string): Moment | null => {
  const words = written.match(/\p{L}+/gu) ?? [];
  const month = words.map((word) => MONTH_OF.get(word)).find((found) => found !== undefined);
  const year = /(\d{4}|\d\d)$/.exec(written)?.[1];
  if (month === undefined || year === undefined) return null;
  return { year: year.length === 4 ? Number(year) : fullYear(Number(year)), month };
};

/** Two digits are never of a time to come that a resume could mean. */
const fullYear = (short: number): number => (short < 60 ? 2000 + short : 1900 + short);

const yearIn = (written: string): number => Number(new RegExp(YEAR).exec(written)?.[0] ?? 0);

const bySeason = (written: string): Moment => ({
  year: yearIn(written),
  month: SEASON_OF.get(/^\p{L}+/u.exec(written)?.[0] ?? "") ?? null,
});

const byQuarter = (written: string): Moment => {
  const quarter = Number(/[qtk]([1-4])/i.exec(written)?.[1] ?? 1);
  return { year: yearIn(written), month: quarter * 3 - 2 };
};

/** A day, a month and a year: the month comes first only where it must. */
const byDay = (written: string): Moment | null => {
  const [first = 0, second = 0, year = 0] = written.split(/[./-]/).map(Number);
  const month = second > 12 ? first : second;
  return month >= 1 && month <= 12 ? { year, month } : null;
};

const byNumbers = (written: string): Moment | null => {
  const parts = written.split(/[./-]/).map((part) => part.trim());
  const year = parts.find((part) => part.length === 4);
  const month = Number(parts[0] === year ? parts[1] : parts[0]);
  return year !== undefined && month >= 1 && month <= 12 ? { year: Number(year), month } : null;
};

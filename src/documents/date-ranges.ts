/** Spans of time as resumes write them: "03/2019 – present", "since 2020", "June 15, 2018 - May 5, 2021", "'08–'11", "2019 –". */
import { PRESENT_WORDS, SINCE_WORDS, plainLetters } from "./month-names.ts";
import {
  ANY_DATE,
  BARE_MONTH,
  FULL_DATE,
  YEAR,
  hasNamedDay,
  isMonthFirstIn,
  readBareMonth,
  readMoment,
} from "./moments.ts";
import type { Moment } from "./shape.ts";

export interface DateRange {
  start: number;
  end: number;
  from: Moment | null;
  to: Moment | "present" | null;
  /** Nothing stands behind its dash: the end may be on the next line. */
  isOpen: boolean;
}

const DASHES = "[-–—−‐‑~→]+>?";
const DASH = `\\s*(?:${DASHES}|(?:\\b(?:to|up to|until|til|till|through|thru|bis|au|a|al|hasta|ate|fino a|tot|do)\\b|'til\\b))\\s*(?:(?:en met|la|el|o|l')\\s?)?`;
const NOW = `(?:${PRESENT_WORDS.join("|")})(?![\\p{L}])`;
const SINCE = `(?:${SINCE_WORDS.join("|")})`;
const EDGE = "(?<![\\p{L}\\d/.'’-])";
const AND =
  "(?:between|zwischen|entre|tra|tussen|miedzy)\\s+(?<one>DATE)\\s+(?:and|und|et|y|e|en|a)\\s+(?<other>DATE)";

const RANGE = new RegExp(
  [
    `${EDGE}(?:(?:${SINCE}|von|de|du|van)\\s+)?(?<from>${ANY_DATE}|${BARE_MONTH})${DASH}(?<to>${ANY_DATE}|${NOW})(?![\\d/])`,
    `${EDGE}(?<first>${YEAR})(?<dash>[-–—/])(?<last>\\d\\d)(?![\\d./:-])`,
    `${EDGE}${AND.replaceAll("DATE", FULL_DATE)}(?!\\d)`,
    `${EDGE}${SINCE}\\s+(?<since>${FULL_DATE})(?![\\d])`,
    `${EDGE}(?<onwards>${FULL_DATE})\\s+onwards?(?!\\p{L})`,
    `${EDGE}(?<open>${FULL_DATE})\\s*[-–—]\\s*(?=$|[)\\],;|\\t])`,
  ].join("|"),
  "giu",
);
const SINGLE = new RegExp(`${EDGE}(?<one>${FULL_DATE})(?![\\d/]|[.-]\\d)`, "giu");
/** What continues a span that its line has left open. */
const CONTINUED = new RegExp(`^\\s*(?<to>${ANY_DATE}|${NOW})(?![\\d/])`, "iu");

/** All spans of time in a line. `singles`: also lone dates, as their own beginning and end. */
export const readRanges = (line: string, { singles = false } = {}): DateRange[] => {
  const plain = plainLetters(line);
  const ranges = [...plain.matchAll(RANGE)].map(toRange).filter((one) => one !== null);
  if (!singles || ranges.length > 0) return ranges;
  return [...plain.matchAll(SINGLE)].flatMap((match) => {
    const moment = readMoment(match.groups?.["one"] ?? "");
    if (!moment) return [];
    const end = match.index + match[0].length;
    return [{ start: match.index, end, from: moment, to: moment, isOpen: false }];
  });
};

/** The same span with the end that the next line begins with; null when it begins with none. */
export const continuedRange = (range: DateRange, next: string): DateRange | null => {
  const written = CONTINUED.exec(plainLetters(next))?.groups?.["to"];
  if (!range.isOpen || written === undefined) return null;
  const to = readMoment(written) ?? "present";
  return { ...range, to: range.from && isBefore(to, range.from) ? null : to, isOpen: false };
};

const DIGITS = "\\d{1,4}(?:[./-]\\d{1,4}){0,2}";
/** What somebody would take for a span of time: two dates with a dash, whatever they are. */
const LIKE_RANGE = new RegExp(
  `${EDGE}(?:${YEAR}-(?:0[1-9]|1[0-2])|(?:\\d{1,2}[./-]){1,2}\\d{2,4}\\s*${DASHES}\\s*(?:${DIGITS}|${NOW})|${YEAR}\\s*${DASHES}\\s*(?:\\p{L}{3,12}\\.?\\s)?(?:${DIGITS}|\\?+|x+))\\s*[)\\]]?\\s*$`,
  "iu",
);

/** Where a line ends with what looks like a span of time; null when it does not. Only of use where none could be read. */
export const likeRange = (line: string): { start: number; end: number } | null => {
  const match = LIKE_RANGE.exec(plainLetters(line));
  return match && { start: match.index, end: match.index + match[0].length };
};

const toRange = (match: RegExpMatchArray): DateRange | null => {
  const { from, to, first, last, dash, one, other, since, onwards, open } = match.groups ?? {};
  const start = match.index ?? 0;
  const place = { start, end: start + match[0].length, isOpen: open !== undefined };
  const begun = since ?? onwards ?? open;
  if (begun !== undefined) {
    const moment = readMoment(begun);
    return moment && { ...place, from: moment, to: "present" };
  }
  if (first !== undefined && last !== undefined) {
    const years = shortened(Number(first), { last: Number(last), dash: dash ?? "" });
    return years && { ...place, ...years };
  }
  const ends = endsOf(from ?? one ?? "", to ?? other ?? "");
  return ends && { ...place, ...ends };
};

/** "2008–11". With a hyphen it may be a month, with a stroke it is the year after. */
const shortened = (
  first: number,
  { last, dash }: { last: number; dash: string },
): { from: Moment; to: Moment } | null => {
  const year = first - (first % 100) + last + (last < first % 100 ? 100 : 0);
  const isSure = dash === "/" ? year === first + 1 : dash !== "-" || last > 12;
  if (!isSure || year - first > 50) return null;
  return { from: { year: first, month: null }, to: { year, month: null } };
};

const endsOf = (fromWritten: string, toWritten: string): Pick<DateRange, "from" | "to"> | null => {
  const isMonthFirst = isMonthFirstIn(fromWritten) ?? isMonthFirstIn(toWritten);
  const to = readMoment(toWritten, isMonthFirst) ?? "present";
  const bare = yearless(fromWritten, toWritten) ? readBareMonth(fromWritten) : null;
  const from =
    bare !== null && to !== "present"
      ? { year: to.year, month: bare }
      : readMoment(fromWritten, isMonthFirst);
  if (!from) return null;
  if (!isBefore(to, from)) return { from, to };
  // Turned round it says nothing that can be relied on; two short ones are no dates at all.
  return /\d{4}/.test(fromWritten + toWritten) ? { from, to: null } : null;
};

/** A month without a year, or with a day that could be taken for one: "June 15 – May 5, 2021". */
const yearless = (from: string, to: string): boolean =>
  readMoment(from) === null ||
  (/^\p{L}+\.?\s\d\d?$/u.test(from.trim()) && hasNamedDay(to) && /\d{4}$/.test(to));

const isBefore = (to: Moment | "present", from: Moment): boolean =>
  to !== "present" && to.year * 12 + (to.month ?? 12) < from.year * 12 + (from.month ?? 1);

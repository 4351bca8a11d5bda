/** Dates as people's files have them, read by patterns that are named, and by nothing else. */

/** `time` is null where only a date is written; `offset` is the zone that the text itself names, if it does. */
export interface WrittenDate {
  date: Temporal.PlainDate;
  time: Temporal.PlainTime | null;
  instant: Temporal.Instant | null;
}

/** Reads a text of one pattern; null when it is none. */
export type ReadDate = (text: string) => WrittenDate | null;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Longest first. */
const PARTS: Record<string, string> = {
  yyyy: "(?<year>\\d{4})",
  yy: "(?<shortYear>\\d{2})",
  MMM: "(?<monthName>[A-Za-z]{3})",
  MM: "(?<month>\\d{2})",
  M: "(?<month>\\d{1,2})",
  dd: "(?<day>\\d{2})",
  d: "(?<day>\\d{1,2})",
  HH: "(?<hour>\\d{2})",
  H: "(?<hour>\\d{1,2})",
  hh: "(?<hour12>\\d{2})",
  h: "(?<hour12>\\d{1,2})",
  mm: "(?<minute>\\d{2})",
  ss: "(?<second>\\d{2})",
  a: "(?<half>[AaPp])\\.?[Mm]\\.?",
};

/** What a pattern may be, for whoever has to write another. */
export const PATTERN_HELP =
  "is iso, excel, or made of yyyy yy MMM MM M dd d HH H hh h mm ss a, such as dd/MM/yyyy HH:mm";

/** The reader of a pattern, or null when it is none: a letter that is no part, a part twice, no year, month or day, hours
 * without minutes, or hours of twelve without `a`. */
export const readerOf = (pattern: string): ReadDate | null => {
  if (pattern === "iso") return readIso;
  if (pattern === "excel") return readExcel;
  const parts = pattern.match(/([A-Za-z])\1*|[^A-Za-z]+/g) ?? [];
  const sources = parts.map((part) => (/^[A-Za-z]/.test(part) ? PARTS[part] : RegExp.escape(part)));
  if (!sources.every((source) => source !== undefined)) return null;
  const source = sources.join("");
  const names = [...source.matchAll(/\?<([A-Za-z0-9]+)>/g)].map(([, name = ""]) => name);
  if (new Set(names).size < names.length || !isWhole(new Set(names))) return null;
  const whole = new RegExp(`^${source}$`);
  return (text) => fromGroups(whole.exec(text)?.groups);
};

const isWhole = (names: ReadonlySet<string>): boolean => {
  const one = (...of: string[]): boolean => of.filter((name) => names.has(name)).length === 1;
  const hasDate = one("year", "shortYear") && one("month", "monthName") && names.has("day");
  const hasHour = one("hour", "hour12");
  const hasTime = hasHour && names.has("minute") && names.has("hour12") === names.has("half");
  const hasNone = !["hour", "hour12", "minute", "second", "half"].some((name) => names.has(name));
  return hasDate && (hasTime || hasNone);
};

const fromGroups = (groups: Record<string, string | undefined> | undefined): WrittenDate | null => {
  if (groups === undefined) return null;
  const numberOf = (name: string): number => Number(groups[name] ?? 0);
  const year = groups["year"] === undefined ? 2_000 + numberOf("shortYear") : numberOf("year");
  const named = MONTHS.indexOf((groups["monthName"] ?? "").toLowerCase()) + 1;
  const month = groups["monthName"] === undefined ? numberOf("month") : named;
  const hour = hourOf(groups);
  return orNull(() => ({
    date: Temporal.PlainDate.from({ year, month, day: numberOf("day") }, { overflow: "reject" }),
    time:
      hour === null
        ? null
        : Temporal.PlainTime.from(
            { hour, minute: numberOf("minute"), second: numberOf("second") },
            { overflow: "reject" },
          ),
    instant: null,
  }));
};

/** Null: no time is written. NaN, which no clock has: 13 pm. */
const hourOf = (groups: Record<string, string | undefined>): number | null => {
  if (groups["hour"] !== undefined) return Number(groups["hour"]);
  if (groups["hour12"] === undefined) return null;
  const hour = Number(groups["hour12"]);
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + ((groups["half"] ?? "").toLowerCase() === "p" ? 12 : 0);
};

const ISO = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d([.,]\d{1,9})?)?(?<offset>Z|[+-]\d\d:?\d\d)?)?$/;

const readIso: ReadDate = (text) => {
  const found = ISO.exec(text);
  if (found === null) return null;
  return orNull(() => {
    const instant = found.groups?.["offset"] === undefined ? null : Temporal.Instant.from(text);
    const date = Temporal.PlainDate.from(text.slice(0, 10));
    const time = text.length === 10 ? null : Temporal.PlainTime.from(clockOf(text));
    return { date, time, instant };
  });
};

const clockOf = (text: string): string => text.slice(11).replace(/(Z|[+-]\d\d:?\d\d)$/, "");

/** Days since the end of 1899, as Excel counts them: whole days before 2000 and after 2099 are numbers of another kind. */
const EXCEL = /^(?<days>\d{5})([.,](?<part>\d{1,15}))?$/;
const EXCEL_FROM = 36_526;
const EXCEL_UNTIL = 73_051;

const readExcel: ReadDate = (text) => {
  const groups = EXCEL.exec(text)?.groups;
  const days = Number(groups?.["days"]);
  if (groups === undefined || days < EXCEL_FROM || days >= EXCEL_UNTIL) return null;
  const start = Temporal.PlainDateTime.from("1899-12-30T00:00").add({ days });
  const part = groups["part"];
  if (part === undefined) return { date: start.toPlainDate(), time: null, instant: null };
  // Fractions of a day are rounded in the file: whole seconds are what was meant.
  const seconds = Math.round(Number(`0.${part}`) * 86_400);
  const moment = start.add({ seconds });
  return { date: moment.toPlainDate(), time: moment.toPlainTime(), instant: null };
};

const orNull = <Value>(read: () => Value): Value | null => {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
};

/** Written dates by chrono-node, and nothing else of it. Chrono works with the host's own clock unless it is told: so it gets a
 * reference whose local fields are noon of the writer's day, and only the numbers that stood in the text are taken from its
 * answers. No zone of the host is ever read into a result. */
import { Chrono, configuration } from "chrono-node/en";

/** A date as it was written; the year is absent when it was not. */
export interface WrittenDate {
  year?: number;
  month: number;
  day: number;
}

/** A date, or a range of dates, at a place of the text. */
export interface FoundDate {
  start: number;
  end: number;
  first: WrittenDate;
  last?: WrittenDate;
}

/** Reads the dates of a text that are written with a month's name or as `2026-12-07`. */
export type DateReader = (text: string, today: Temporal.PlainDate) => FoundDate[];

const PARSERS = [
  "ENYearMonthDayParser",
  "ENMonthNameLittleEndianParser",
  "ENMonthNameMiddleEndianParser",
];

const REFINERS = ["OverlapRemovalRefiner", "UnlikelyFormatFilter", "ENExtractYearSuffixRefiner"];

const named = <T extends object>(all: T[], names: string[]): T[] =>
  all.filter((each) => names.includes(each.constructor.name));

const english = configuration.createConfiguration(true, true);

const chrono = new Chrono({
  parsers: named(english.parsers, PARSERS),
  refiners: named(english.refiners, REFINERS),
});

interface Components {
  get(component: "year" | "month" | "day"): number | null;
  isCertain(component: "year" | "month" | "day"): boolean;
}

/** A year counts when it is written with four digits: chrono takes the `10` of `Dec 3 10-12` for 2010. */
const writtenDate = (found: Components, piece: string): WrittenDate | undefined => {
  const [month, day, year] = [found.get("month"), found.get("day"), found.get("year")];
  if (month === null || day === null || !found.isCertain("day")) return undefined;
  if (!found.isCertain("year") || year === null) return { month, day };
  return piece.includes(String(year)) ? { year, month, day } : undefined;
};

/** English dates. */
export const englishDates: DateReader = (text, today) =>
  chrono
    .parse(text, new Date(today.year, today.month - 1, today.day, 12))
    .flatMap(({ index, text: piece, start, end }) => {
      const first = writtenDate(start, piece);
      const last = end ? writtenDate(end, piece) : undefined;
      if (!first || (end && !last)) return [];
      return [{ start: index, end: index + piece.length, first, ...(last ? { last } : {}) }];
    });

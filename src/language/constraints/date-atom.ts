/** Days of any form, before a rule is made of them. */
import type { Parser } from "./combinators.ts";
import type { Choice, Weekday } from "./constraints.ts";
import { rangeWords } from "./day-words.ts";
import type { DayPoint } from "./single-dates.ts";

type PlainDate = Temporal.PlainDate;

/** Days. `weekday`: a weekday alone, which other words may put into a week; `bound`: narrows other days. */
export interface DateAtom {
  form: "weekday" | "day" | "range" | "bound";
  weekdays?: readonly Weekday[];
  from?: PlainDate;
  until?: PlainDate;
  /** Local times at which the bound lies inside its first or last day. Units: minutes. */
  fromMinute?: number;
  untilMinute?: number;
  /** The weekdays of `Monday to Wednesday`, whose week the rest of the sentence can tell. */
  ofWeek?: readonly Weekday[];
  /** The first, middle or last part of a week or month. */
  isPart?: boolean;
  /** A bare number of a list of days: `3` of `December 1 or 3`. */
  isListed?: boolean;
  /** Counted from today: `in two weeks`. */
  isCounted?: boolean;
  /** Said as from one day to another: after `move` it may be from where and to where. */
  isFromTo?: boolean;
  as: string;
  taken?: string;
  asks?: { why: string; choices: Choice[] };
}

/** The present, where the text was written. */
export interface Present {
  now: Temporal.Instant;
  zone: string;
  today: PlainDate;
}

/** What a piece was taken for and what it asks, when there is something. */
export const notes = ({ taken, asks }: Pick<DateAtom, "taken" | "asks">) => ({
  ...(taken === undefined ? {} : { taken }),
  ...(asks === undefined ? {} : { asks }),
});

/** All days from one to the other. */
export const rangeAtom = (
  from: PlainDate,
  until: PlainDate,
  more: Pick<DateAtom, "taken" | "asks"> = {},
): DateAtom => ({
  form: "range",
  from,
  until,
  as: rangeWords(from, until),
  ...notes(more),
});

/** One day. */
export const dayAtom = (point: DayPoint): DateAtom => ({
  form: point.bare === undefined ? "day" : "weekday",
  ...(point.bare === undefined ? {} : { weekdays: [point.bare] }),
  from: point.date,
  until: point.date,
  as: point.as,
  ...(point.isCounted ? { isCounted: true } : {}),
  ...notes(point),
});

/** The present, and who reads single days: once at each place, because many forms begin with one. */
export interface DayReader extends Present {
  day: Parser<DayPoint>;
}

/** English days, parts of the day and numbers. */
import { weekdayAt } from "./day-words.ts";
import { each, numbered, type Phrases } from "./phrases.ts";

const WEEKDAYS =
  "monday|mon,tuesday|tue|tues,wednesday|wed|weds,thursday|thu|thur|thurs,friday|fri,saturday|sat,sunday|sun";
const EVERY_WEEKDAY = "mondays,tuesdays,wednesdays,thursdays,fridays,saturdays,sundays";
const MONTHS =
  "january|jan,february|feb,,april|apr,,june|jun,july|jul,august|aug,september|sep|sept,october|oct,november|nov,december|dec";

/** Days of the week, months, today. */
export const englishDays: Phrases = [
  ...numbered(WEEKDAYS, (at) => ({
    kind: "weekdays",
    days: [weekdayAt(at)],
    every: false,
  })),
  ...numbered(EVERY_WEEKDAY, (at) => ({
    kind: "weekdays",
    days: [weekdayAt(at)],
    every: true,
  })),
  ...each("weekdays | weekday | week days | working days | business days | workdays", {
    kind: "weekdays",
    days: [1, 2, 3, 4, 5],
    every: true,
  }),
  ...each("weekends", { kind: "weekdays", days: [6, 7], every: true }),
  ...each("weekend", { kind: "weekend" }),
  ...numbered(MONTHS, (at) => ({ kind: "month", month: at + 1 })).filter(([phrase]) => phrase),
  ...each("march | mar", { kind: "month", month: 3, also: true }),
  ...each("may", { kind: "month", month: 5, also: true }),
  ...each("today | later today", { kind: "day", days: 0 }),
  ...each("tomorrow | tmrw | tomorow", { kind: "day", days: 1 }),
  ...each("the day after tomorrow | day after tomorrow", { kind: "day", days: 2 }),
  ...each("yesterday", { kind: "day", days: -1 }),
];

const HOUR = 60;
/** Parts of the day. */
export const englishDayparts: Phrases = [
  ...each("morning", {
    kind: "daypart",
    name: "morning",
    ofClock: true,
    range: [6 * HOUR, 12 * HOUR],
    wide: [0, 12 * HOUR],
  }),
  ...each("mornings", {
    kind: "daypart",
    name: "mornings",
    range: [6 * HOUR, 12 * HOUR],
    wide: [0, 12 * HOUR],
    each: true,
  }),
  ...each("afternoon", {
    kind: "daypart",
    name: "afternoon",
    range: [12 * HOUR, 18 * HOUR],
    ofClock: true,
  }),
  ...each("afternoons", {
    kind: "daypart",
    name: "afternoons",
    range: [12 * HOUR, 18 * HOUR],
    each: true,
  }),
  ...each("evening | night", {
    kind: "daypart",
    name: "evening",
    ofClock: true,
    range: [18 * HOUR, 22 * HOUR],
    wide: [18 * HOUR, 24 * HOUR],
  }),
  ...each("tonight", {
    kind: "daypart",
    name: "tonight",
    range: [18 * HOUR, 22 * HOUR],
    wide: [18 * HOUR, 24 * HOUR],
    today: true,
  }),
  ...each("evenings | nights", {
    kind: "daypart",
    name: "evenings",
    range: [18 * HOUR, 22 * HOUR],
    wide: [18 * HOUR, 24 * HOUR],
    each: true,
  }),
  ...each("lunch | lunchtime | lunch time", {
    kind: "daypart",
    name: "lunch",
    range: [12 * HOUR, 13 * HOUR],
  }),
  ...each("business hours | office hours | working hours | work hours", {
    kind: "daypart",
    name: "working hours",
    range: [9 * HOUR, 17 * HOUR],
  }),
  ...each("noon | midday | mid-day", { kind: "clock", name: "noon", minute: 12 * HOUR }),
  ...each("midnight", { kind: "clock", name: "midnight", minute: 24 * HOUR }),
  ...each("eod | cob | end of day | end of the day | close of business | end of business", {
    kind: "clock",
    name: "the end of the business day",
    minute: 17 * HOUR,
  }),
  ...each("start of day | start of business | start of the day", {
    kind: "clock",
    name: "the start of the business day",
    minute: 9 * HOUR,
  }),
];

/** Numbers, and what stands beside them. */
export const englishNumbers: Phrases = [
  ...numbered("a | an | one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve", (at) => ({
    kind: "count",
    value: at + 1,
  })),
  ...each("a couple of | couple of | a couple", { kind: "count", value: 2 }),
  ...each("fifteen", { kind: "count", value: 15 }),
  ...each("twenty", { kind: "count", value: 20 }),
  ...each("thirty", { kind: "count", value: 30 }),
  ...each("forty-five | forty five", { kind: "count", value: 45 }),
  ...each("sixty", { kind: "count", value: 60 }),
  ...each("ninety", { kind: "count", value: 90 }),
  ...numbered("first,second,third,fourth,fifth", (at) => ({ kind: "nth", value: at + 1 })),
  ...each("last", { kind: "nth", value: -1 }),
  ...each("st | nd | rd | th", { kind: "ordinal" }),
  ...each("am | a.m. | a.m", { kind: "meridiem", pm: false }),
  ...each("pm | p.m. | p.m", { kind: "meridiem", pm: true }),
  ...each("o'clock | oclock | sharp", { kind: "oclock" }),
  ...each("h | hs | uhr", { kind: "hours_mark" }),
  ...each("half past", { kind: "past", minutes: 30 }),
  ...each("quarter past | a quarter past", { kind: "past", minutes: 15 }),
  ...each("quarter to | a quarter to", { kind: "past", minutes: -15 }),
  ...each("half an | half a | half", { kind: "half" }),
  ...each("minute | minutes | min | mins | minuter", { kind: "unit", unit: "minute" }),
  ...each("hour | hours | hr | hrs", { kind: "unit", unit: "hour" }),
  ...each("day | days", { kind: "unit", unit: "day" }),
  ...each("business day | working day", { kind: "unit", unit: "business_day" }),
  ...each("week | weeks", { kind: "unit", unit: "week" }),
  ...each("fortnight", { kind: "fortnight" }),
  ...each("month | months", { kind: "unit", unit: "month" }),
];

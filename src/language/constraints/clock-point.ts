/** A time of day as it is written: `3pm`, `15:00`, `half past 2`, `9.30 a.m.`, `noon`, or a bare `3`, which has two readings. */
import { map, maybe, one, oneOf, seq, skip, type Parser } from "./combinators.ts";

const HOUR = 60;
const HALF_DAY = 12 * HOUR;

/** Units: minutes since local midnight. */
export interface ClockPoint {
  /** What it can be, earlier first; at least one. */
  readings: readonly number[];
  /** Hours at which people hold interviews; undefined when both readings are as likely. */
  likely: number | undefined;
  /** Whether it can be nothing but a time: a bare number can be much else. */
  marked: boolean;
  /** It may be a length as well: `1h30`. */
  mayBeLength?: boolean;
  /** `noon`, `the end of the business day`. */
  name?: string;
}

const sure = (minute: number, name?: string): ClockPoint => ({
  readings: [minute],
  likely: minute,
  marked: true,
  ...(name === undefined ? {} : { name }),
});

/** Seven in the morning and seven in the evening are as likely; from eight to one is day, up to six is afternoon. */
const likelyOf = (early: number): number | undefined => {
  if (early >= 8 * HOUR) return early;
  return early < 7 * HOUR ? early + HALF_DAY : undefined;
};

/** The point of an hour of one or two digits. */
const pointOf = (
  hour: number,
  minute: number,
  { pm, isWhole, marked }: { pm: boolean | undefined; isWhole: boolean; marked: boolean },
): ClockPoint | undefined => {
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return undefined;
  const total = hour * HOUR + minute;
  if (pm !== undefined) {
    if (hour > 12) return pm && hour < 24 ? sure(total) : undefined;
    if (hour === 0) return pm ? undefined : sure(total);
    return sure((hour % 12) * HOUR + minute + (pm ? HALF_DAY : 0));
  }
  if (isWhole || hour > 12 || hour === 0) return { ...sure(total), marked };
  const early = (hour % 12) * HOUR + minute;
  if (hour === 12) return { readings: [early + HALF_DAY], likely: early + HALF_DAY, marked };
  return { readings: [early, early + HALF_DAY], likely: likelyOf(early), marked };
};

const number = one("number", ({ digits }) => digits <= 2);
const minutes = one("number", ({ digits }) => digits === 2);

const meridiem = map(one("meridiem"), ({ pm }) => pm);
const clockPart = one("daypart", ({ ofClock }) => ofClock === true);
const isLate = ({ range }: { range: readonly [number, number] }): boolean => range[0] >= HALF_DAY;
const half = oneOf(
  meridiem,
  map(seq(skip("in", "the", "at"), clockPart), ([, part]) => isLate(part)),
);
/** Behind a word, `in` or `at` has to stand between: `two in the afternoon` is an hour, and `a morning` or `one morning` is some morning. */
const halfOfWord = oneOf(
  meridiem,
  map(
    seq(oneOf<{ kind: "in" | "at" }>(one("in"), one("at")), skip("the"), clockPart),
    ([, , part]) => isLate(part),
  ),
);

type Sign = { kind: "colon" | "dot" | "hours_mark" | "oclock" };
const between = oneOf<Sign>(one("colon"), one("dot"), one("hours_mark"));
const behind = oneOf<Sign>(one("hours_mark"), one("oclock"));

const written: Parser<ClockPoint> = map(
  seq(number, maybe(seq(between, minutes)), maybe(behind), maybe(half)),
  ([hour, rest, mark, pm]) => {
    const isWhole =
      (hour.digits === 2 && hour.value < 10) ||
      rest?.[0].kind === "hours_mark" ||
      mark?.kind === "hours_mark";
    const marked = rest !== undefined || mark !== undefined || pm !== undefined;
    const point = pointOf(hour.value, rest?.[1].value ?? 0, { pm, isWhole, marked });
    // `1h30` may be how long it takes.
    const isLength = rest?.[0].kind === "hours_mark" && hour.value < 7 && hour.digits === 1;
    return point && isLength ? { ...point, mayBeLength: true } : point;
  },
);

/** `1530`, `0900`: four digits without a sign between; only where a time is expected. */
const military: Parser<ClockPoint> = map(
  one("number", ({ digits, value }) => digits === 4 && value < 2400 && value % 100 < 60),
  ({ value }) => ({ ...sure(Math.floor(value / 100) * HOUR + (value % 100)), marked: false }),
);

/** `half past 2`, `quarter to five`. */
const past: Parser<ClockPoint> = map(
  seq(one("past"), oneOf<{ value: number }>(number, one("count")), maybe(half)),
  ([{ minutes: shift }, { value: hour }, pm]) => {
    const point =
      hour <= 12 || pm === undefined
        ? pointOf(hour, 0, { pm, isWhole: false, marked: true })
        : undefined;
    if (!point) return undefined;
    const readings = point.readings.map((minute) => minute + shift);
    return {
      ...point,
      readings,
      likely: point.likely === undefined ? undefined : point.likely + shift,
    };
  },
);

/** `two o'clock`, `three pm`. */
const spelled: Parser<ClockPoint> = map(
  seq(
    one("count", ({ value }) => value <= 12),
    maybe(one("oclock")),
    maybe(halfOfWord),
  ),
  ([{ value }, oclock, pm]) =>
    oclock === undefined && pm === undefined
      ? undefined
      : pointOf(value, 0, { pm, isWhole: false, marked: true }),
);

const called: Parser<ClockPoint> = map(seq(skip("the"), one("clock")), ([, { minute, name }]) =>
  sure(minute, name),
);

/** A point of the clock, bare numbers included: who calls it says whether a time is expected. */
export const clockPoint: Parser<ClockPoint> = oneOf(called, past, written, spelled, military);

/** `09:05`, `24:00`. */
export const clockText = (minute: number): string =>
  `${String(Math.floor(minute / HOUR)).padStart(2, "0")}:${String(minute % HOUR).padStart(2, "0")}`;

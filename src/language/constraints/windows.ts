/** Constraints as absolute windows inside a horizon, as the slot engine takes them from the candidate. A minute is in a rule exactly
 * when the clock on the wall of the rule's zone says so; so over a change of clocks windows are as long as the clock makes
 * them, an hour that is left out is empty and one that comes twice is there twice. */
import { AppError } from "../../domain/errors.ts";
import type { Constraints, Rule, Shift } from "./constraints.ts";
import { inside, merge, subtract, type Span } from "./spans.ts";
import { localSpans, stretchesOf, type Stretch } from "./wall-clock.ts";

/** Absolute time, half-open. */
export interface Window {
  start: Temporal.Instant;
  end: Temporal.Instant;
}

/** What lies in one of the first and in one of the second. Shape: in the order of the first, then of the second. */
export const overlaps = (some: readonly Window[], others: readonly Window[]): Window[] =>
  some.flatMap((one) =>
    others.flatMap((other) => {
      const start = isBefore(one.start, other.start) ? other.start : one.start;
      const end = isBefore(one.end, other.end) ? one.end : other.end;
      return isBefore(start, end) ? [{ start, end }] : [];
    }),
  );

const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) < 0;

export interface WindowRequest {
  constraints: Constraints;
  /** Nothing outside comes back. */
  horizon: Window;
  /** How long the session is: `at 15:00` is a window just as long. */
  durationMinutes: number;
  /** What is booked now, for `an hour later` and `the same day`. */
  booked?: Window;
  /** Whose time is asked for: a name as it is written in the rules. Absent: the writer's. */
  who?: string;
}

const MINUTE = 60_000;
const DAY = 1440;

const spanOf = ({ start, end }: Window): Span => ({
  start: start.epochMilliseconds,
  end: end.epochMilliseconds,
});

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const dayNumber = (date: Temporal.PlainDate): number =>
  Math.round(date.toZonedDateTime("UTC").epochMilliseconds / (DAY * MINUTE));

/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The local days of a rule between two days, as runs of days side by side. */
const daysOf = (rule: Rule, first: number, last: number): number[] => {
  const from =
    rule.from === undefined
      ? first
      : Math.max(first, dayNumber(Temporal.PlainDate.from(rule.from)));
  const until =
    rule.until === undefined
      ? last
      : Math.min(last, dayNumber(Temporal.PlainDate.from(rule.until)));
  const days: number[] = [];
  for (let day = from; day <= until; day += 1) {
    if (!rule.weekdays || rule.weekdays.some((weekday) => weekday === weekdayOf(day)))
      days.push(day);
  }
  return days;
};

/** Local minutes of a rule's days, from 1970-01-01T00:00 on the wall. */
const wallSpans = (rule: Rule, days: readonly number[]): Span[] => {
  const from = rule.times ? minuteOf(rule.times.from) : 0;
  const said = rule.times ? minuteOf(rule.times.until) : DAY;
  const until = said <= from ? said + DAY : said;
  return days.map((day) => ({ start: day * DAY + from, end: day * DAY + until }));
};

/** Starts of a rule that names one: each minute at which the wall shows it. */
const startSpans = (rule: Rule, days: readonly number[]): Span[] => {
  const at = minuteOf(rule.startsAt ?? "00:00");
  return days.map((day) => ({ start: day * DAY + at, end: day * DAY + at + 1 }));
};

interface Frame {
  horizon: Span;
  durationMinutes: number;
}

const localDays = (stretches: readonly Stretch[], { start, end }: Span): [number, number] => {
  const offsets = stretches.map(({ offset }) => offset);
  const low = start / MINUTE + Math.min(...offsets);
  const high = end / MINUTE + Math.max(...offsets);
  return [Math.floor(low / DAY) - 1, Math.floor(high / DAY) + 1];
};

const bounded = (rule: Rule, spans: readonly Span[]): Span[] => {
  const { start, end } = rule.between ?? {};
  return inside(spans, {
    start: start === undefined ? -Infinity : Temporal.Instant.from(start).epochMilliseconds,
    end: end === undefined ? Infinity : Temporal.Instant.from(end).epochMilliseconds,
  });
};

const spansOf = (rule: Rule, { horizon, durationMinutes }: Frame): Span[] => {
  const long = durationMinutes * MINUTE;
  const stretches = stretchesOf(rule.zone, {
    start: horizon.start - long - DAY * MINUTE,
    end: horizon.end,
  });
  const days = daysOf(
    rule,
    ...localDays(stretches, { start: horizon.start - long, end: horizon.end }),
  );
  if (rule.startsAt === undefined) {
    return inside(bounded(rule, merge(localSpans(wallSpans(rule, days), stretches))), horizon);
  }
  const starts = bounded(rule, localSpans(startSpans(rule, days), stretches));
  return inside(
    starts.map(({ start }) => ({ start, end: start + long })),
    horizon,
  );
};

/** What a relation to the booking allows. */
const shiftSpan = (
  shift: Shift,
  { booked, zone, long }: { booked: Window; zone: string; long: number },
): Span => {
  const sign = shift.direction === "earlier" ? -1 : 1;
  const start = booked.start.toZonedDateTimeISO(zone);
  const { amount, unit } = shift;
  if (amount !== undefined && (unit === "minute" || unit === "hour")) {
    const at = booked.start.epochMilliseconds + sign * amount * (unit === "hour" ? 60 : 1) * MINUTE;
    return { start: at, end: at + long };
  }
  if (amount !== undefined && unit !== undefined) {
    const day = start.toPlainDate().add({ [`${unit}s`]: sign * amount });
    return daySpan(day, 1, zone);
  }
  const date = start.toPlainDate();
  const frame =
    shift.within === "day"
      ? daySpan(date, 1, zone)
      : shift.within === "week"
        ? daySpan(date.subtract({ days: date.dayOfWeek - 1 }), 7, zone)
        : { start: -Infinity, end: Infinity };
  if (shift.direction === "later") {
    return { ...frame, start: Math.max(frame.start, booked.start.epochMilliseconds + MINUTE) };
  }
  if (shift.direction === "earlier") {
    return { ...frame, end: Math.min(frame.end, booked.start.epochMilliseconds - MINUTE + long) };
  }
  return frame;
};

const daySpan = (day: Temporal.PlainDate, days: number, zone: string): Span => ({
  start: day.toZonedDateTime(zone).epochMilliseconds,
  end: day.add({ days }).toZonedDateTime(zone).epochMilliseconds,
});

/** The windows in which a session of that length may lie, by start; each holds the session by itself or not at all. Windows
 * of exact starts stay apart. Errors: `input_invalid` when the words speak of a booking and none is given. */
export const windowsOf = (request: WindowRequest): Window[] => {
  const { constraints, durationMinutes, who, booked } = request;
  const frame: Frame = { horizon: spanOf(request.horizon), durationMinutes };
  const concerns = (rule: Rule): boolean => rule.who === who;
  const allow = constraints.allow.filter(concerns);
  const isExact = ({ startsAt }: Rule): boolean => startsAt !== undefined;
  const ranges = allow.filter((rule) => !isExact(rule)).flatMap((rule) => spansOf(rule, frame));
  const starts = allow.filter(isExact).flatMap((rule) => spansOf(rule, frame));
  const denied = merge(constraints.deny.filter(concerns).flatMap((rule) => spansOf(rule, frame)));
  const open = allow.length === 0 ? inside([frame.horizon], frame.horizon) : merge(ranges);
  const spans = [open, ...starts.map((span) => [span])].flatMap((each) => subtract(each, denied));
  const { shift } = constraints;
  if (shift && !booked) {
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: "The words speak of what is booked, and no booking is given.",
    });
  }
  const long = durationMinutes * MINUTE;
  const near =
    shift && booked
      ? inside(spans, shiftSpan(shift, { booked, zone: constraints.zone, long }))
      : spans;
  const unique = new Map(near.map((span) => [`${span.start}/${span.end}`, span]));
  return [...unique.values()]
    .toSorted((one, other) => one.start - other.start || one.end - other.end)
    .map(({ start, end }) => ({
      start: Temporal.Instant.fromEpochMilliseconds(start),
      end: Temporal.Instant.fromEpochMilliseconds(end),
    }));
};

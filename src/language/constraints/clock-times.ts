/** Parts of the day: `2–5`, `after 3pm`, `before lunch`, `mornings`, `at noon`, `any time`. What has two readings is taken as the
 * likelier and said, or asked. */
import { clockPoint, clockText, type ClockPoint } from "./clock-point.ts";
import { map, maybe, one, oneOf, seq, skip, type Parser } from "./combinators.ts";
import type { Choice } from "./constraints.ts";

const DAY = 1440;

/** Units: minutes since local midnight, half-open. */
export interface DaySpan {
  from: number;
  /** Not after `from`: on the next day. */
  until: number;
}

/** A part of the day. `form` tells how it was said. */
export interface TimeAtom {
  form: "range" | "from" | "before" | "at" | "daypart" | "all";
  span: DaySpan;
  /** The session begins then; `span` is the hour from it. */
  startsAt?: number;
  /** What is meant when it is denied. */
  wide?: DaySpan;
  /** Today's: `tonight`. */
  today?: boolean;
  /** Said as from one hour to another: after `move` it may be from when and to when. */
  isFromTo?: boolean;
  /** Said as until an hour: on another day it may be until then. */
  isUntil?: boolean;
  /** The hour has two readings, of which the likelier was taken. */
  isHalfTaken?: boolean;
  as: string;
  /** What was filled in: `2 is 14:00`. */
  taken?: string;
  asks?: { why: string; choices: Choice[] };
}

const spanWords = ({ from, until }: DaySpan): string =>
  `${clockText(from)}–${clockText(until)}${until <= from ? " of the next day" : ""}`;

const choose = (point: ClockPoint): number => point.likely ?? point.readings[0] ?? 0;

/** A single point: sure, likely and said, or asked. */
const settle = (point: ClockPoint, say: (minute: number) => Choice) => {
  const minute = choose(point);
  if (point.mayBeLength) {
    const why = "Is that a time of the day, or how long it takes?";
    const long = `${Math.floor(minute / 60)} hours ${minute % 60} minutes`;
    return { minute, asks: { why, choices: [say(minute), { words: long, instead: ` ${long}` }] } };
  }
  if (point.name !== undefined) {
    return { minute, taken: `${point.name} is ${clockText(minute)}` };
  }
  if (point.readings.length < 2) return { minute };
  if (point.likely !== undefined)
    return { minute, taken: `the time without am or pm is ${clockText(minute)}` };
  return {
    minute,
    asks: { why: "Is that in the morning or in the evening?", choices: point.readings.map(say) },
  };
};

const sayHours = (span: DaySpan): Choice => ({
  words: spanWords(span),
  instead: `${clockText(span.from)}–${clockText(span.until)}`,
});

/** Both ends, each with the reading that makes the shortest span that begins at a likely hour. */
const settleRange = (first: ClockPoint, last: ClockPoint): TimeAtom => {
  const pairs = first.readings.flatMap((from) => last.readings.map((until) => ({ from, until })));
  const forward = pairs.filter(({ from, until }) => until > from);
  const [from] = first.readings.length === 1 || last.readings.length === 1 ? [] : [first.likely];
  const shortest = forward
    .filter((pair) => from === undefined || pair.from === from)
    .toSorted((a, b) => a.until - a.from - (b.until - b.from))[0];
  const chosen = shortest ?? pairs[0] ?? { from: 0, until: DAY };
  const atom = { form: "range" as const, span: chosen, as: `the hours ${spanWords(chosen)}` };
  if (!shortest) return reversed(atom, pairs);
  const isOpen =
    first.readings.length > 1 && last.readings.length > 1 && first.likely === undefined;
  if (isOpen) {
    const choices = forward
      .filter(({ from: start, until }) => until - start < DAY / 2)
      .map(sayHours);
    return { ...atom, asks: { why: "Is that in the morning or in the evening?", choices } };
  }
  if (isWild(first, chosen)) return wild(atom, first);
  const isAssumed = pairs.length > 1;
  return isAssumed ? { ...atom, taken: `the hours are ${spanWords(chosen)}` } : atom;
};

/** Units: minutes. */
const EARLY = 7 * 60;
const LONG = 4 * 60;

const NOON = 12 * 60;

/** `5-3pm`: only a day that begins before dawn, and is long, makes hours of it. Both ends of `5-10am` are in the morning. */
const isWild = (first: ClockPoint, { from, until }: DaySpan): boolean =>
  first.readings.length > 1 && from < EARLY && until > NOON && until - from > LONG;

/** Asks whether the hours begin so early, or were written the wrong way round. */
const wild = (atom: TimeAtom, first: ClockPoint): TimeAtom => {
  const { from: early, until: end } = atom.span;
  const turned = first.readings
    .filter((minute) => minute > end)
    .map((minute) => ({ from: end, until: minute }));
  return {
    ...atom,
    asks: {
      why: `Does it begin at ${clockText(early)}, or which hours are meant?`,
      choices: [atom.span, ...turned].map(sayHours),
    },
  };
};

/** An end before its start: over midnight when it begins in the evening and ends at night, else it is asked. */
const reversed = (atom: TimeAtom, pairs: readonly DaySpan[]): TimeAtom => {
  const { from, until } = atom.span;
  if (from >= 18 * 60 && until <= 6 * 60) return atom;
  const forward = pairs.filter((pair) => pair.until > pair.from);
  const turned = pairs.map((pair) => ({ from: pair.until, until: pair.from }));
  const shortest = turned.filter((pair) => pair.until > pair.from && pair.from >= 8 * 60)[0];
  const choices = [...forward, ...(shortest ? [shortest] : [])].map(sayHours);
  return {
    ...atom,
    asks: { why: "The end is not after the start. Which hours are meant?", choices },
  };
};

const bareOr = (isMarked: boolean): Parser<ClockPoint> =>
  map(clockPoint, (point) => (isMarked && !point.marked ? undefined : point));

const isDash = (joined: { kind: string }): boolean => joined.kind === "dash";

const joiner = oneOf<{ kind: string }>(
  one("to"),
  one("dash"),
  one("bound", ({ bound }) => bound === "until" || bound === "through"),
);
const opener = oneOf<unknown>(
  one("bound", ({ bound }) => bound === "from"),
  one("between"),
);

/** What follows a bare number and makes it something else: `2 days`, `3rd`, `3/12`. */
const notATime: Parser<true> = (lexemes, at) =>
  ["unit", "ordinal", "slash", "month", "dot", "business_day"].includes(lexemes[at]?.kind ?? "") ||
  (lexemes[at]?.kind === "dash" && lexemes[at + 1]?.kind === "unit")
    ? undefined
    : { value: true, next: at };

const point = map(seq(clockPoint, notATime), ([value]) => value);

const range: Parser<TimeAtom> = oneOf(
  map(
    seq(maybe(opener), skip("at", "around"), point, joiner, skip("at", "around"), point),
    (parts) => ({
      ...settleRange(parts[2], parts[5]),
      ...(isDash(parts[3]) ? {} : { isFromTo: true }),
    }),
  ),
  map(
    seq(one("between"), point, oneOf<unknown>(one("and"), one("dash")), point),
    ([, first, , last]) => settleRange(first, last),
  ),
);

const bounded = (kind: "from" | "before", value: ClockPoint, raw: string): TimeAtom => {
  const settled = settle(value, (minute) => ({
    words: clockText(minute),
    instead: `${raw} ${clockText(minute)}`,
  }));
  const { minute: settledMinute, ...rest } = settled;
  const minute = kind === "from" ? settledMinute % DAY : settledMinute;
  const span = kind === "from" ? { from: minute, until: DAY } : { from: 0, until: minute };
  const as = kind === "from" ? `from ${clockText(minute)} on` : `before ${clockText(minute)}`;
  return { form: kind, span, as, ...rest };
};

const boundOf = (bound: string): "from" | "before" =>
  bound === "from" || bound === "after" ? "from" : "before";

const bound: Parser<TimeAtom> = oneOf(
  map(
    seq(one("bound"), skip("at", "around"), point, maybe(one("onward"))),
    ([{ bound: which, text }, , value]) => ({
      ...bounded(boundOf(which), value, text),
      ...(which === "until" ? { isUntil: true } : {}),
    }),
  ),
  map(seq(one("bound"), skip("the"), one("daypart")), ([{ bound: which }, , part]): TimeAtom => {
    const isFrom = boundOf(which) === "from";
    const isWithin = which === "from" || which === "through" || which === "until";
    const [start, end] = part.range;
    if (isFrom) {
      const from = isWithin ? start : end;
      return {
        form: "from",
        span: { from, until: DAY },
        as: `${which} ${part.name}: from ${clockText(from)} on`,
        taken: `${part.name} is ${clockText(start)}–${clockText(end)}`,
      };
    }
    return {
      form: "before",
      span: { from: 0, until: start },
      as: `${which} ${part.name}: before ${clockText(start)}`,
      taken: `${part.name} is ${clockText(start)}–${clockText(end)}`,
    };
  }),
  map(seq(bareOr(false), one("onward")), ([value]) => bounded("from", value, "from")),
);

const daypart: Parser<TimeAtom> = map(
  seq(
    skip("in", "the", "at", "on", "every"),
    maybe(one("count", ({ value }) => value === 1)),
    maybe(one("part")),
    skip("the"),
    one("daypart"),
  ),
  ([
    ,
    ,
    part,
    ,
    {
      name,
      range: [start, end],
      wide,
      today,
    },
  ]): TimeAtom => {
    const middle = Math.round((start + end) / 2 / 60) * 60;
    const third = {
      early: { from: start, until: middle },
      start: { from: start, until: middle },
      late: { from: middle, until: end },
      end: { from: middle, until: end },
      middle: { from: start + 60, until: end - 60 },
    };
    const span = part ? third[part.part] : { from: start, until: end };
    const words = part ? `${part.part} ${name}` : name;
    return {
      form: "daypart",
      span,
      ...(wide && !part ? { wide: { from: wide[0], until: wide[1] } } : {}),
      ...(today ? { today } : {}),
      as: `${words}, ${spanWords(span)}`,
      taken: `${words} is ${spanWords(span)}`,
    };
  },
);

/** The day begins and ends with one. */
const atMidnight: TimeAtom = {
  form: "at",
  span: { from: 0, until: 60 },
  startsAt: 0,
  as: "at midnight",
  asks: {
    why: "Is that when the day begins, or when it ends?",
    choices: [
      { words: "00:00, as the day begins", instead: "00:00" },
      { words: "24:00, as it ends" },
    ],
  },
};

const exact = (value: ClockPoint): TimeAtom => {
  const { minute, ...rest } = settle(value, (reading) => ({
    words: clockText(reading),
    instead: `at ${clockText(reading)}`,
  }));
  if (minute === DAY) return atMidnight;
  const startsAt = minute;
  return {
    form: "at",
    span: { from: startsAt, until: startsAt + 60 },
    startsAt,
    ...(value.readings.length > 1 ? { isHalfTaken: true } : {}),
    as: `at ${clockText(startsAt)}`,
    ...rest,
  };
};

const about = (value: ClockPoint): TimeAtom => {
  const atom = exact(value);
  const from = Math.max(0, atom.span.from - 60);
  const span = { from, until: Math.min(DAY, atom.span.until + 60) };
  const words = `around ${clockText(atom.span.from)} is ${spanWords(span)}`;
  const { startsAt: _exact, ...loose } = atom;
  return { ...loose, form: "range", span, as: words, taken: words };
};

const at: Parser<TimeAtom> = oneOf(
  map(seq(skip("at"), one("around"), point), ([, , value]) => about(value)),
  map(seq(one("at"), point), ([, value]) => exact(value)),
  map(
    seq(
      skip("on"),
      map(point, (value) => (value.marked ? value : undefined)),
    ),
    ([, value]) => exact(value),
  ),
);

/** `tomorrow evening at 7`, `Monday morning, 9 o'clock`: the part of the day tells which half. */
const atInPart: Parser<TimeAtom> = map(
  seq(daypart, skip("comma"), maybe(one("at")), point),
  ([part, , sign, value]) => {
    const inside = value.readings.filter(
      (minute) => minute >= part.span.from && minute < part.span.until,
    );
    const [minute] = inside;
    if (minute === undefined || inside.length > 1 || (!sign && !value.marked)) return undefined;
    const atom = exact({ readings: [minute], likely: minute, marked: true });
    return part.today ? { ...atom, today: true } : atom;
  },
);

const all: Parser<TimeAtom> = map(one("any_time"), () => ({
  form: "all",
  span: { from: 0, until: DAY },
  as: "at any time of the day",
}));

/** Any part of the day. A bare number is one only beside `after`, `at`, `between` and the like, or in a range. */
export const clockTime: Parser<TimeAtom> = oneOf(range, bound, atInPart, daypart, at, all);

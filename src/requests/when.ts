/** The days and hours of a request, read by the one grammar of time there is; with the people as names that it cannot mistake. */
import type { Constraints, Shift } from "../language/constraints/constraints.ts";
import { fullDateWords } from "../language/constraints/day-words.ts";
import { readConstraints } from "../language/constraints/read-constraints.ts";
import { type Window, windowsOf } from "../language/constraints/windows.ts";
import type { Mention } from "./names.ts";
import { restOf, withoutAway } from "./rest.ts";
import { fold } from "./words.ts";

/** A request in parts that can be put together again with other words for whom it names. */
export interface Masked {
  text: string;
  mentions: readonly Mention[];
}

/** Names that no word is mistaken for. */
const STAND_INS = ["Qira Zetala", "Quon Yetala", "Qasi Xetala", "Qelo Wetala", "Qubi Vetala"];

/** The text with another word in the place of each mention. */
export const replaced = (
  { text, mentions }: Masked,
  by: (mention: Mention, index: number) => string,
): string => {
  let out = "";
  let at = 0;
  for (const [index, mention] of mentions.entries()) {
    out += text.slice(at, mention.start) + by(mention, index);
    at = mention.end;
  }
  return out + text.slice(at);
};

/** What a request says of time. `text`: as it was read; null: nothing is said of time. */
export interface SaidWhen {
  constraints: Constraints;
  text: string;
  /** Whether that is the whole request, so that a change of it is a request too. */
  isWhole: boolean;
}

const FROM_TO = /\bfrom\b.+\b(?:to|until|till)\b/iu;

interface Asking {
  now: Temporal.Instant;
  zone: string;
}

/** Reads the whole request, as the grammar was made for; and if something of it stays unclear, what is left of it without the
 * words that are understood already. */
export const readWhen = (
  masked: Masked,
  { now, zone, rest }: Asking & { rest: string },
): SaidWhen => {
  const whole = withoutAway(replaced(masked, (_, index) => STAND_INS[index] ?? "Qira Zetala"));
  const names = STAND_INS.slice(0, masked.mentions.length);
  const first = readConstraints({ text: whole, now, zone, names });
  if (first.sure) return { constraints: first, text: whole, isWhole: true };
  // Where it is and where it goes, or from when until when.
  if (FROM_TO.test(rest)) return { constraints: first, text: whole, isWhole: true };
  const second = readConstraints({ text: rest, now, zone, names });
  const hasChoices = first.questions[0]?.choices.some(({ instead }) => instead !== undefined);
  return second.sure || !hasChoices || first.leftOver.length > 0
    ? { constraints: second, text: rest, isWhole: false }
    : { constraints: first, text: whole, isWhole: true };
};

/** A text with stand-ins, as somebody wrote it. */
export const withNames = (text: string, { mentions }: Pick<Masked, "mentions">): string =>
  mentions.reduce(
    (written, mention, index) => written.replaceAll(STAND_INS[index] ?? "\0", mention.written),
    text,
  );

/** Whether a text names somebody by whom nobody is meant that the request names. */
export const hasStandIn = (text: string): boolean => STAND_INS.some((name) => text.includes(name));

/** Whether anything of time is said. */
export const saysWhen = ({ allow, deny, shift, limits }: Constraints): boolean =>
  allow.length + deny.length > 0 || shift !== undefined || limits.soonest === true;

/** Rules that only the writer's own clock is meant by. */
export const isOthersTime = ({ allow, deny }: Constraints): boolean =>
  [...allow, ...deny].some(({ who }) => who !== undefined);

/** How far words may reach, days. */
const REACH_DAYS = 60;

/** The same words as windows, for whoever searches. Shape: `windows` are still to come, by start; `isNamed`: times are named, not
 * only ruled out; `isShift`: they are told against what is booked. */
export const windowsOfWhen = (
  text: string,
  {
    now,
    zone,
    durationMinutes,
    booked,
    reachDays = REACH_DAYS,
  }: Asking & { durationMinutes: number; booked?: Window; reachDays?: number },
): { windows: Window[]; isNamed: boolean; isShift: boolean; words: string } => {
  const read = readConstraints({ text, now, zone, names: STAND_INS });
  const constraints = booked ? { ...read, allow: onBookedDay(read, booked) } : read;
  const { shift, ...free } = constraints;
  const horizon = { start: now, end: now.add({ hours: reachDays * 24 }) };
  const exact = booked && shift && shiftedBy(shift, { booked, zone });
  const asked = booked && shift && !exact ? { constraints, booked } : { constraints: free };
  const windows = windowsOf({ ...asked, horizon, durationMinutes });
  return {
    windows: exact ? (windows.some((each) => holds(each, exact)) ? [exact] : []) : windows,
    isNamed: constraints.allow.length > 0 || shift !== undefined,
    isShift: shift !== undefined,
    words: wordsOfWhen(constraints),
  };
};

/** Whether a time is among those that words name, in any of their readings: a weekday that is today may be that of the week to come. */
export const isNamedBy = (text: string, at: Temporal.Instant, { now, zone }: Asking): boolean => {
  const { questions } = readConstraints({ text, now, zone, names: [] });
  const others = questions.flatMap(({ start, end, choices }) =>
    choices.flatMap(({ instead }) =>
      instead === undefined ? [] : [text.slice(0, start) + instead + text.slice(end)],
    ),
  );
  return [text, ...others].some((each) =>
    windowsOfWhen(each, { now, zone, durationMinutes: 1, reachDays: 400 }).windows.some(
      ({ start, end }) =>
        Temporal.Instant.compare(start, at) <= 0 && Temporal.Instant.compare(at, end) < 0,
    ),
  );
};

/** Days and hours alone of what was kept of a request, for one that asks for another time then. */
export const daysOfWhen = (text: string): string =>
  restOf({
    masked: fold(
      STAND_INS.reduce(
        (left, name) => left.replaceAll(new RegExp(`${name}(?:'s)?`, "gu"), " "),
        text,
      ),
    ),
    stage: new Set(),
  }).replace(/[\s?!.,]+$/u, "");

const THE_PART = /\bthe (?:early |late )?(?:morning|afternoon|evening)$/iu;

/** An hour without a day, or `the afternoon`, is of the day that is booked: whoever moves something to three names no other day. */
const onBookedDay = (
  { allow, shift, understood }: Constraints,
  { start }: Window,
): Constraints["allow"] => {
  const isOfDays = allow.some(
    ({ weekdays, from, until, between }) => weekdays ?? from ?? until ?? between,
  );
  const isAnyDay = understood.some(({ as }) => as === "any day");
  const isOfPart = understood.some(({ written }) => THE_PART.test(written));
  const isOfHour = allow.every(({ startsAt, times }) => startsAt ?? (isOfPart && times));
  if (isOfDays || isAnyDay || !isOfHour || shift !== undefined) return allow;
  return allow.map((rule) => {
    const day = start.toZonedDateTimeISO(rule.zone).toPlainDate();
    const words = rule.words.replace(/^any day\b/u, fullDateWords(day));
    return { ...rule, from: day.toString(), until: day.toString(), words };
  });
};

/** `an hour later`, `a day earlier`: that very time, by the clock of the zone where days are counted. Shape: null where it is not said by how
 * much. */
const shiftedBy = (
  { amount, unit, direction = "later" }: Shift,
  { booked, zone }: { booked: Window; zone: string },
): Window | null => {
  if (amount === undefined || unit === undefined) return null;
  const by = Temporal.Duration.from({ [`${unit}s`]: direction === "earlier" ? -amount : amount });
  const start = booked.start.toZonedDateTimeISO(zone).add(by).toInstant();
  return { start, end: start.add(booked.start.until(booked.end)) };
};

const holds = (outer: Window, inner: Window): boolean =>
  Temporal.Instant.compare(outer.start, inner.start) <= 0 &&
  Temporal.Instant.compare(inner.end, outer.end) <= 0;

const wordsOfWhen = ({ allow, deny, shift }: Constraints): string =>
  [
    ...allow.map(({ words }) => words),
    ...deny.map(({ words }) => `not ${words}`),
    ...(shift ? [relationWords(shift)] : []),
  ].join("; ");

const relationWords = ({ amount, unit, direction, within }: Shift): string => {
  if (amount !== undefined && unit !== undefined) {
    return `${amount} ${unit}${amount === 1 ? "" : "s"} ${direction ?? "later"}`;
  }
  if (direction === "earlier") return "earlier";
  return within ? `the same ${within}` : "later";
};

/** Lower case, with `@` for whoever is named and `#` for the posting: what cues are looked for in. */
export const maskedOf = (
  masked: Masked,
  posting: { start: number; end: number } | null,
): string => {
  const spans = [
    ...masked.mentions.map(({ start, end }) => ({ start, end, sign: "@" })),
    ...(posting ? [{ ...posting, sign: "#" }] : []),
  ].toSorted((one, other) => one.start - other.start);
  let out = "";
  let at = 0;
  for (const { start, end, sign } of spans) {
    if (start < at) continue;
    out += fold(masked.text.slice(at, start)) + sign;
    at = end;
  }
  return out + fold(masked.text.slice(at));
};

/** Days of every form: single ones, weekdays, weeks, months, ranges and bounds. */
import { clockPoint, clockText } from "./clock-point.ts";
import { map, maybe, memo, one, oneOf, seq, skip, type Parser } from "./combinators.ts";
import type { Weekday } from "./constraints.ts";
import { dayAtom, notes, type DateAtom, type DayReader, type Present } from "./date-atom.ts";
import { dateRange } from "./date-ranges.ts";
import { fullDateWords, weekdayAt, weekdayWord, weekdayWords } from "./day-words.ts";
import { singleDay } from "./single-dates.ts";
import { months, partOfRange, weeks } from "./weeks.ts";

const weekdaysAtom: Parser<DateAtom> = oneOf(
  map(
    seq(
      skip("on"),
      maybe(one("bound", ({ bound }) => bound === "from")),
      one("weekdays"),
      oneOf<unknown>(
        one("to"),
        one("dash"),
        one("bound", ({ bound }) => bound === "through" || bound === "until"),
      ),
      one("weekdays"),
    ),
    ([, , first, , last]) => {
      const [from, until] = [first.days[0], last.days[0]];
      if (first.days.length > 1 || last.days.length > 1 || !from || !until) return undefined;
      const count = ((until - from + 7) % 7) + 1;
      const days = Array.from({ length: count }, (_, at) => weekdayAt(from - 1 + at));
      return { ...everyWeekday(days), as: `${weekdayWord(from)} to ${weekdayWord(until)}` };
    },
  ),
  map(seq(skip("on"), one("every"), one("weekdays")), ([, , { days }]) => everyWeekday(days)),
  map(
    seq(
      skip("on"),
      one("weekdays", ({ every }) => every),
    ),
    ([, { days }]) => everyWeekday(days),
  ),
);

const everyWeekday = (weekdays: readonly Weekday[]): DateAtom => ({
  form: "weekday",
  weekdays,
  as: `all ${weekdayWords(weekdays)}`,
});

const anyDay: Parser<DateAtom> = map(
  seq(
    one("every"),
    one("unit", ({ unit }) => unit === "day"),
  ),
  () => ({ form: "bound", as: "any day" }),
);

/** `from the 9th on`, `until Friday noon`, `after Tuesday 3pm`, `earliest Wednesday`. */
const bounds = (present: DayReader): Parser<DateAtom> => {
  const day = oneOf<DateAtom>(
    map(present.day, dayAtom),
    map(partOfRange(oneOf(weeks(present), months(present))), askedPart),
    weeks(present),
    months(present),
  );
  const markedTime = map(seq(skip("at"), clockPoint), ([, point]) =>
    point.marked ? point.likely : undefined,
  );
  const time = maybe(markedTime);
  return oneOf(
    // `by 5pm Friday` is one moment; `after 5pm Friday` are hours of a day.
    map(
      seq(
        one("bound", ({ bound }) => bound === "by"),
        markedTime,
        skip("on", "the"),
        map(present.day, dayAtom),
      ),
      ([, minute, , atom]) => boundAtom("until", atom, minute),
    ),
    map(
      seq(one("bound"), skip("on", "at"), day, time, maybe(one("onward"))),
      ([{ bound }, , atom, minute]) => boundAtom(bound === "by" ? "until" : bound, atom, minute),
    ),
    map(seq(day, one("onward")), ([atom]) => boundAtom("from", atom, undefined)),
    map(seq(day, one("latest")), ([atom]) => boundAtom("until", atom, undefined)),
  );
};

/** `before the end of next week` is not before the days that are its end. */
const askedPart = (atom: DateAtom): DateAtom => ({ ...atom, isPart: true });

const boundAtom = (
  bound: string,
  atom: DateAtom,
  minute: number | undefined,
): DateAtom | undefined => {
  const { from, until } = atom;
  if (!from || !until) return undefined;
  const isOdd = atom.isPart === true && (bound === "before" || bound === "after");
  const asks = { why: "Which is the last day that is meant, and which the first?", choices: [] };
  const more = notes(isOdd ? { ...atom, asks } : atom);
  const at = minute === undefined ? "" : ` ${clockText(minute)}`;
  const made = (part: Partial<DateAtom>, words: string): DateAtom => ({
    form: "bound",
    ...part,
    as: words,
    ...more,
  });
  if (minute !== undefined) {
    return bound === "from" || bound === "after"
      ? made({ from, fromMinute: minute }, `from ${fullDateWords(from)}${at} on`)
      : made({ until, untilMinute: minute }, `until ${fullDateWords(until)}${at}`);
  }
  if (bound === "from") return made({ from }, `from ${fullDateWords(from)} on`);
  if (bound === "after") {
    const next = until.add({ days: 1 });
    return made({ from: next }, `from ${fullDateWords(next)} on`);
  }
  if (bound === "before") {
    const last = from.subtract({ days: 1 });
    return made({ until: last }, `until ${fullDateWords(last)}, included`);
  }
  const taken = bound === "until" ? `${fullDateWords(until)} itself is included` : undefined;
  const said = [more.taken, taken].filter((each) => each !== undefined).join("; ");
  return {
    ...made({ until }, `until ${fullDateWords(until)}, included`),
    ...(said ? { taken: said } : {}),
  };
};

/** Days of any form. */
export const dates = ({ now, zone, today }: Present): Parser<DateAtom> => {
  const present: DayReader = { now, zone, today, day: memo(singleDay(today)) };
  const ranges = oneOf(weeks(present), months(present));
  return oneOf(
    dateRange(present),
    bounds(present),
    partOfRange(ranges),
    weekdaysAtom,
    map(present.day, dayAtom),
    ranges,
    anyDay,
  );
};

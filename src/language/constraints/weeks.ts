/** Weeks and months: `next week`, `the week of 7 December`, `the first week of January`, `early next week`, `in December`. */
import { map, maybe, one, oneOf, seq, skip, type Parser } from "./combinators.ts";
import { rangeAtom, type DateAtom, type DayReader } from "./date-atom.ts";
import { mondayOf, monthWord, rangeWords } from "./day-words.ts";

type PlainDate = Temporal.PlainDate;

const week = (monday: PlainDate, more: Pick<DateAtom, "taken" | "asks"> = {}): DateAtom =>
  rangeAtom(monday, monday.add({ days: 6 }), more);

const lastOfMonth = (first: PlainDate): PlainDate => first.add({ months: 1 }).subtract({ days: 1 });

const unitIs = (which: string) => one("unit", ({ unit }) => unit === which);
const amount = oneOf<{ value: number }>(
  one("number", ({ value }) => value > 0 && value <= 366),
  one("count"),
);

/** Weeks, weekends and runs of days. */
export const weeks = ({ today, day }: DayReader): Parser<DateAtom> => {
  const monday = mondayOf(today);
  return oneOf(
    map(
      seq(
        skip("in", "the"),
        unitIs("week"),
        one("bound", ({ bound }) => bound === "after"),
        one("next"),
        maybe(unitIs("week")),
      ),
      () => week(monday.add({ weeks: 2 })),
    ),
    map(seq(skip("in", "on"), one("this"), unitIs("week")), () =>
      rangeAtom(today, monday.add({ days: 6 })),
    ),
    map(seq(skip("in", "on"), one("next"), unitIs("week")), () => week(monday.add({ weeks: 1 }))),
    map(seq(skip("in", "for", "the"), one("next"), amount, unitIs("week")), ([, , { value }]) =>
      rangeAtom(today, today.add({ days: 7 * value })),
    ),
    map(seq(skip("in", "for", "the"), one("next"), amount, unitIs("day")), ([, , { value }]) =>
      rangeAtom(today, today.add({ days: value })),
    ),
    map(seq(one("within"), amount, unitIs("day")), ([, { value }]) =>
      rangeAtom(today, today.add({ days: value })),
    ),
    map(seq(one("within"), amount, unitIs("week")), ([, { value }]) =>
      rangeAtom(today, today.add({ weeks: value })),
    ),
    map(seq(skip("in", "on"), one("week_of"), day), ([, , point]) =>
      week(mondayOf(point.date), point),
    ),
    map(
      seq(
        skip("in", "on", "the"),
        one("nth"),
        oneOf<unknown>(one("week_of"), unitIs("week")),
        skip("of", "in"),
        one("month"),
      ),
      ([, { value }, , , { month }]) => weekOfMonth(value, month, today),
    ),
    map(
      seq(
        skip("on", "at", "the"),
        maybe(oneOf<{ kind: string }>(one("this"), one("next"))),
        one("weekend"),
      ),
      ([, which]) => {
        const saturday = monday.add({ days: which?.kind === "next" ? 12 : 5 });
        const more = which
          ? {}
          : { taken: `the weekend is ${rangeWords(saturday, saturday.add({ days: 1 }))}` };
        return rangeAtom(saturday, saturday.add({ days: 1 }), more);
      },
    ),
  );
};

/** `the first week of January` is its first seven days: said, because some mean the first week that begins in it. */
const weekOfMonth = (nth: number, month: number, today: PlainDate): DateAtom => {
  const first = nextMonth(month, today);
  const end = lastOfMonth(first);
  const from = nth < 0 ? end.subtract({ days: 6 }) : first.add({ days: 7 * (nth - 1) });
  const last = from.add({ days: 6 });
  const until = Temporal.PlainDate.compare(last, end) > 0 ? end : last;
  const said = nth < 0 ? "the last week" : `week ${nth}`;
  return rangeAtom(from, until, {
    taken: `${said} of ${monthWord(month)} is ${rangeWords(from, until)}`,
  });
};

/** The first day of the month, this one or the next that comes. */
const nextMonth = (month: number, today: PlainDate): PlainDate => {
  const first = Temporal.PlainDate.from({ year: today.year, month, day: 1 });
  return Temporal.PlainDate.compare(lastOfMonth(first), today) < 0
    ? first.add({ years: 1 })
    : first;
};

/** Months. */
export const months = ({ today }: DayReader): Parser<DateAtom> => {
  const first = today.with({ day: 1 });
  return oneOf(
    map(seq(skip("in", "the"), one("this"), unitIs("month")), () =>
      rangeAtom(today, lastOfMonth(first)),
    ),
    map(seq(skip("in", "the"), one("next"), unitIs("month")), () =>
      rangeAtom(first.add({ months: 1 }), lastOfMonth(first.add({ months: 1 }))),
    ),
    map(
      seq(
        skip("in", "of", "the"),
        one("month"),
        maybe(one("number", ({ digits, value }) => digits === 4 && value > 1999 && value < 2100)),
      ),
      ([, { month }, year]) => {
        const start = year
          ? Temporal.PlainDate.from({ year: year.value, month, day: 1 })
          : nextMonth(month, today);
        return rangeAtom(start, lastOfMonth(start));
      },
    ),
  );
};

/** `early next week`, `the end of December`: the first, middle or last part of a range; said. */
export const partOfRange = (range: Parser<DateAtom>): Parser<DateAtom> =>
  map(
    seq(skip("in", "the", "at", "on"), one("part"), skip("of", "the", "dash"), range),
    ([, { part }, , atom]) => {
      if (!atom.from || !atom.until) return undefined;
      const [from, until] = partDays(part, atom.from, atom.until);
      return rangeAtom(from, until, { taken: `that part is ${rangeWords(from, until)}` });
    },
  );

const partDays = (part: string, from: PlainDate, until: PlainDate): [PlainDate, PlainDate] => {
  const length = from.until(until).days + 1;
  const isWeek = length <= 7;
  const monday = mondayOf(from);
  const size = isWeek ? 1 : 9;
  if (part === "early" || part === "start") {
    return [from, isWeek ? monday.add({ days: 1 }) : from.add({ days: size })];
  }
  if (part === "middle") {
    return isWeek
      ? [monday.add({ days: 1 }), monday.add({ days: 3 })]
      : [from.add({ days: 10 }), from.add({ days: 19 })];
  }
  return isWeek
    ? [monday.add({ days: 3 }), monday.add({ days: 4 })]
    : [until.subtract({ days: size }), until];
};

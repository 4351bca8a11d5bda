/** A rule as the tables write it: `Ines: Mon,Tue 11-30..12-06 09:00-12:00 Europe/Berlin`, `12-01 @15:00`, `..12-04`, `[from~until]`. */
import type { Rule, Weekday } from "../../../../../src/language/constraints/constraints.ts";

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** The tables live in late November 2026. */
const dateOf = (monthDay: string): string =>
  `${monthDay.startsWith("1") ? "2026" : "2027"}-${monthDay}`;

const datesOf = (from: string, until: string): Partial<Rule> => ({
  ...(from === "" ? {} : { from: dateOf(from) }),
  ...(until === "" ? {} : { until: dateOf(until) }),
});

const partOf = (word: string): Partial<Rule> | undefined => {
  const days = word.split(",").flatMap((name) => WEEKDAYS.filter((day) => NAMES[day - 1] === name));
  if (days.length > 0) return { weekdays: days };
  const [, day] = /^(\d\d-\d\d)$/.exec(word) ?? [];
  if (day !== undefined) return datesOf(day, day);
  const [, from, until] = /^(\d\d-\d\d)?\.\.(\d\d-\d\d)?$/.exec(word) ?? [];
  if (from !== undefined || until !== undefined) return datesOf(from ?? "", until ?? "");
  const [, start, end] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(word) ?? [];
  if (start !== undefined && end !== undefined) return { times: { from: start, until: end } };
  const [, at] = /^@(\d\d:\d\d)$/.exec(word) ?? [];
  if (at !== undefined) return { startsAt: at };
  const [, low, high] = /^\[(.*)~(.*)\]$/.exec(word) ?? [];
  if (low === undefined || high === undefined) return undefined;
  return { between: { ...(low ? { start: low } : {}), ...(high ? { end: high } : {}) } };
};

/** The rule of a line. Throws on a word that it does not know: a table must not mean nothing. */
export const ruleOfLine = (line: string, zone: string): Rule => {
  const [, who, rest] = /^(?:([^:]*[a-z]): )?(.*)$/.exec(line) ?? [];
  const rule: Rule = { zone, words: line, ...(who === undefined ? {} : { who }) };
  for (const word of (rest ?? "").split(" ").filter((each) => each !== "")) {
    const part = /^[A-Z][a-z]+\/|^UTC$/.test(word) ? { zone: word } : partOf(word);
    if (!part) throw new Error(`${line}: what is ${word}?`);
    Object.assign(rule, part);
  }
  return rule;
};

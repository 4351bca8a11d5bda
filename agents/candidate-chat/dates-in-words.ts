/** Days, months and times of day as they are named in the languages that candidates write most, each told as the same thing. */

const LANGUAGES =
  "en de es fr it pt nl pl sv da nb fi cs hu ro tr uk ru el ja ko zh ar he hi id vi".split(" ");
const YEAR = 2024;
const MONTHS = 12;
const WEEK = 7;

/** Too short, or words of other things too. */
const NOT_NAMES = new Set([
  "may",
  "march",
  "mai",
  "mars",
  "mart",
  "maj",
  "so",
  "do",
  "mi",
  "juni",
  "ta",
  "ba",
]);

const nameOf = (language: string, day: Temporal.PlainDate, part: "weekday" | "month"): string =>
  new Intl.DateTimeFormat(language, { [part]: "long", timeZone: "UTC" })
    .format(day.toZonedDateTime("UTC").epochMilliseconds)
    .toLowerCase();

/** By name: `w1` for Mondays, `m11` for November. */
const DATES: ReadonlyMap<string, string> = new Map(
  LANGUAGES.flatMap((language) => [
    ...Array.from({ length: WEEK }, (_, at) => {
      // 2024 began on a Monday.
      const day = Temporal.PlainDate.from({ year: YEAR, month: 1, day: at + 1 });
      return [nameOf(language, day, "weekday"), `w${at + 1}`] as const;
    }),
    ...Array.from({ length: MONTHS }, (_, at) => {
      const day = Temporal.PlainDate.from({ year: YEAR, month: at + 1, day: 1 });
      return [nameOf(language, day, "month"), `m${at + 1}`] as const;
    }),
  ]).filter(([name]) => name.length > 2 && !NOT_NAMES.has(name)),
);

/** What names a moment from where the reader is: no fact of ours does. */
const RELATIVE =
  /\b(?:today|tonight|tomorrow|yesterday|noon|midnight|next (?:week|month|day)|this (?:week|afternoon|morning|evening)|weekend|heute|morgen|gestern|übermorgen|demain|aujourd'hui|hier|mañana|hoy|ayer|domani|oggi|ieri|amanhã|hoje|ontem|vandaag|jutro|dziś)(?![\p{L}\p{N}])/giu;

/** All that a text names. Shape: `w1` to `w7`, `m1` to `m12`, and words that are relative as they stand. */
export const datesIn = (text: string): Set<string> => {
  const words = text.toLowerCase();
  const named = [...DATES].flatMap(([name, date]) => (isIn(words, name) ? [date] : []));
  return new Set([...named, ...[...words.matchAll(RELATIVE)].map(([found]) => found)]);
};

/** As a word of its own, where words are kept apart. */
const isIn = (text: string, name: string): boolean => {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = `${text.charAt(at - 1)} ${text.charAt(at + name.length)}`;
    if (!/[a-zà-ÿа-яёіїєґα-ω]/.test(around)) return true;
  }
  return false;
};

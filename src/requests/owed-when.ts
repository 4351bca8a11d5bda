/** Of which interviews feedback is owed, where a request tells it by days that have passed: “since Monday”, “for last week”, “for more
 * than two days”. A closed grammar of its own: the one of times to come knows no days before today. Pure. */
import { dayInWords, momentInWords } from "../domain/time.ts";

/** Interviews that ended in `[from, until)`; what is absent is open. */
export interface OwedWhen {
  from?: Temporal.Instant;
  until?: Temporal.Instant;
  /** How it was taken, in words. */
  words: string;
}

export type SaidOwed =
  /** `phrase`: the piece that tells it; empty where nothing of time is said. */
  { is: "read"; phrase: string; when: OwedWhen | null } | { is: "unclear"; phrase: string };

interface Asking {
  now: Temporal.Instant;
  zone: string;
}

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const NUMBERS = "one two three four five six seven eight nine ten".split(" ");

const WEEKDAY =
  "(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const COUNT = `(?:\\d{1,3}|an?|${NUMBERS.join("|")})`;
const UNIT = "(?:hours?|days?|weeks?)";
const DAY = `(?:today|yesterday|(?:the )?(?:last|this|past) (?:week|month)|(?:(?:last|this|past) )?${WEEKDAY}|${COUNT} (?:days?|weeks?) ago|(?:the )?\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?|\\d{4}-\\d\\d-\\d\\d)`;
const OF = "(?:of|for|from|in|on|during|at|with)";

/** In this order: the first that is found tells it. */
const PHRASES: readonly [RegExp, (found: Record<string, string>, asking: Asking) => Read | null][] =
  [
    [
      new RegExp(
        `\\b(?:between|from) (?<one>${DAY}) (?:and|to|till|until) (?<other>${DAY})(?!\\w)`,
        "u",
      ),
      ({ one, other }, asking) => {
        const [first, last] = [spanOf(one, asking), spanOf(other, asking)];
        return first && last && { from: first.start, until: last.end };
      },
    ],
    [
      new RegExp(
        `\\b(?:since|from(?=.{1,30} on)|after) (?<day>${DAY})(?: on(?:wards?)?)?(?!\\w)`,
        "u",
      ),
      ({ day, all }, asking) => {
        const span = spanOf(day, asking);
        return span && { from: all?.startsWith("after") ? span.end : span.start };
      },
    ],
    [
      new RegExp(`\\b(?:before|until|till|up to|by|older than) (?<day>${DAY})(?!\\w)`, "u"),
      ({ day, all }, asking) => {
        const span = spanOf(day, asking);
        return span && { until: /^(?:before|older)/u.test(all ?? "") ? span.start : span.end };
      },
    ],
    [
      new RegExp(
        `\\b(?:in|within|during|over|for|from|of) the (?:last|past) (?<count>${COUNT}) (?<unit>${UNIT})(?!\\w)`,
        "u",
      ),
      ({ count, unit }, asking) => ({ from: ago(count, unit, asking) }),
    ],
    [
      new RegExp(
        `\\b(?:(?:for )?(?:more|longer) than|older than|over|for(?: at least)?|at least) (?<count>${COUNT}) (?<unit>${UNIT})(?! ago)(?!\\w)`,
        "u",
      ),
      ({ count, unit }, asking) => ({ until: ago(count, unit, asking) }),
    ],
    [
      new RegExp(
        `\\b${OF} (?<day>${DAY})(?:'s)?(?!\\w)|(?<of>(?:today|yesterday|${WEEKDAY})(?='s )|(?:last|this) (?:week|month)(?:'s)?|${DAY}(?<= ago))(?!\\w)`,
        "u",
      ),
      ({ day, of }, asking) => {
        const span = spanOf(day ?? of, asking);
        return span && { from: span.start, until: span.end };
      },
    ],
  ];

/** Words of time that nothing above has read. */
const UNREAD = new RegExp(
  `\\b(?:since|ago|yesterday|tomorrow|${WEEKDAY}s?|(?:last|past|next|this) (?:week|month|year|quarter)|(?:before|after|until|till) (?!@|#)|${COUNT} ${UNIT}|\\d{1,2}(?:st|nd|rd|th)|\\d{1,2}(?::\\d\\d)? ?(?:am|pm)|\\d{1,2} ${MONTH}|${MONTH} \\d|mornings?|afternoons?|weekend)(?!\\w)`,
  "u",
);

interface Read {
  from?: Temporal.Instant;
  until?: Temporal.Instant;
}

/** What a request who owes feedback says of days that have passed. `masked`: with signs for names, in lower case. */
export const readOwedWhen = (masked: string, asking: Asking): SaidOwed => {
  for (const [pattern, read] of PHRASES) {
    const found = pattern.exec(masked);
    if (!found) continue;
    const [phrase] = found;
    const when = read({ ...found.groups, all: phrase }, asking);
    const isPast = when?.from === undefined || Temporal.Instant.compare(when.from, asking.now) <= 0;
    if (!when || !isPast || UNREAD.test(masked.replace(phrase, " "))) {
      return { is: "unclear", phrase };
    }
    return { is: "read", phrase, when: { ...when, words: wordsOf(when, asking) } };
  }
  const unread = UNREAD.exec(masked)?.[0];
  return unread === undefined
    ? { is: "read", phrase: "", when: null }
    : { is: "unclear", phrase: unread };
};

const numberOf = (word: string): number =>
  /^\d/u.test(word) ? Number(word) : Math.max(1, NUMBERS.indexOf(word) + 1);

const ago = (count: string | undefined, unit: string | undefined, { now, zone }: Asking) => {
  const key = `${(unit ?? "days").replace(/s$/u, "")}s`;
  return now
    .toZonedDateTimeISO(zone)
    .subtract({ [key]: numberOf(count ?? "1") })
    .toInstant();
};

/** The days that words name, the latest of them that have begun. Shape: null where there is no such day. */
const spanOf = (
  words: string | undefined,
  { now, zone }: Asking,
): { start: Temporal.Instant; end: Temporal.Instant } | null => {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const days = words === undefined ? null : daysOf(words.replace(/^the /u, ""), today);
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).toInstant();
  return days && { start: at(days.first), end: at(days.after) };
};

interface Days {
  first: Temporal.PlainDate;
  after: Temporal.PlainDate;
}

const daysOf = (words: string, today: Temporal.PlainDate): Days | null => {
  if (words === "today") return oneDay(today);
  if (words === "yesterday") return oneDay(today.subtract({ days: 1 }));
  if (words.endsWith(" week")) return weekOf(words, today);
  if (words.endsWith(" month")) return monthOf(words, today);
  const back = /^(\w+) (day|week)s? ago$/u.exec(words);
  if (back) return oneDay(today.subtract({ [`${back[2]}s`]: numberOf(back[1] ?? "1") }));
  const weekday = WEEKDAYS.findIndex((name) => words.split(" ").at(-1)?.startsWith(name)) + 1;
  if (weekday > 0 && !/\d/u.test(words)) return oneDay(lastWeekday(weekday, words, today));
  const date = dateOf(words, today);
  return date && oneDay(date);
};

const oneDay = (first: Temporal.PlainDate): Days => ({ first, after: first.add({ days: 1 }) });

const weekOf = (words: string, today: Temporal.PlainDate): Days => {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const first = words.startsWith("this") ? monday : monday.subtract({ weeks: 1 });
  return { first, after: first.add({ weeks: 1 }) };
};

const monthOf = (words: string, today: Temporal.PlainDate): Days => {
  const begun = today.with({ day: 1 });
  const first = words.startsWith("this") ? begun : begun.subtract({ months: 1 });
  return { first, after: first.add({ months: 1 }) };
};

const lastWeekday = (
  weekday: number,
  words: string,
  today: Temporal.PlainDate,
): Temporal.PlainDate => {
  const back = (today.dayOfWeek - weekday + 7) % 7;
  const isBefore = /^(?:last|past)/u.test(words) && back === 0;
  return today.subtract({ days: isBefore ? 7 : back });
};

/** Of a day without its year the last one that there was. */
const dateOf = (words: string, today: Temporal.PlainDate): Temporal.PlainDate | null => {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(words);
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}`, "u").test(words)) + 1;
  const day = Number(/\d+/u.exec(words)?.[0] ?? 0);
  try {
    if (iso) return Temporal.PlainDate.from(words);
    const date = Temporal.PlainDate.from({ year: today.year, month, day }, { overflow: "reject" });
    const isOver = Temporal.PlainDate.compare(date, today) <= 0;
    return isOver ? date : date.subtract({ years: 1 });
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
};

const wordsOf = ({ from, until }: Read, { zone }: Asking): string => {
  if (from && until) {
    const [first, last] = [
      dayInWords(from, zone),
      dayInWords(until.subtract({ seconds: 1 }), zone),
    ];
    return first === last ? `interviews of ${first}` : `interviews from ${first} to ${last}`;
  }
  if (from) return `interviews since ${atInWords(from, zone)}`;
  return until
    ? `interviews until ${atInWords(isMidnight(until, zone) ? until.subtract({ seconds: 1 }) : until, zone)}`
    : "";
};

/** A day as a whole without its hour. */
const atInWords = (at: Temporal.Instant, zone: string): string =>
  isMidnight(at, zone) || isMidnight(at.add({ seconds: 1 }), zone)
    ? dayInWords(at, zone)
    : momentInWords(at, zone);

const isMidnight = (at: Temporal.Instant, zone: string): boolean => {
  const time = at.toZonedDateTimeISO(zone);
  return time.startOfDay().epochMilliseconds === time.epochMilliseconds;
};

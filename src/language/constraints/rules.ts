/** Groups into rules: exact dates, weekdays and times in a zone. */
import { clockText } from "./clock-point.ts";
import type { DaySpan } from "./clock-times.ts";
import type { Rule, Weekday } from "./constraints.ts";
import { fullDateWords, rangeWords, weekdayWord, weekdayWords } from "./day-words.ts";
import { zoneShown } from "./zones.ts";
import { meet, spanOf, type Group } from "./groups.ts";
import { ask, assume, type Notes } from "./notes.ts";
import { WRITER } from "./subjects.ts";

type PlainDate = Temporal.PlainDate;
type DateEntry = Group["days"][number];
type TimeEntry = Group["times"][number];

/** Days of a rule before they are written down. */
interface Days {
  weekdays?: readonly Weekday[];
  from?: PlainDate;
  until?: PlainDate;
  start?: Temporal.Instant;
  end?: Temporal.Instant;
}

const later = (one: PlainDate | undefined, other: PlainDate | undefined): PlainDate | undefined =>
  one && other ? (Temporal.PlainDate.compare(one, other) >= 0 ? one : other) : (one ?? other);
const earlier = (one: PlainDate | undefined, other: PlainDate | undefined): PlainDate | undefined =>
  one && other ? (Temporal.PlainDate.compare(one, other) <= 0 ? one : other) : (one ?? other);

const bothWeekdays = (one: Days, other: Days): readonly Weekday[] | undefined =>
  one.weekdays && other.weekdays
    ? one.weekdays.filter((day) => other.weekdays?.includes(day))
    : (one.weekdays ?? other.weekdays);

const compact = ({
  weekdays,
  from,
  until,
  start,
  end,
}: { [K in keyof Days]: Days[K] | undefined }): Days => ({
  ...(weekdays ? { weekdays } : {}),
  ...(from ? { from } : {}),
  ...(until ? { until } : {}),
  ...(start ? { start } : {}),
  ...(end ? { end } : {}),
});

const both = (one: Days, other: Days): Days =>
  compact({
    weekdays: bothWeekdays(one, other),
    from: later(one.from, other.from),
    until: earlier(one.until, other.until),
    start: one.start ?? other.start,
    end: one.end ?? other.end,
  });

const instantAt = (date: PlainDate, minute: number, zone: string): Temporal.Instant =>
  date
    .add({ days: Math.floor(minute / 1440) })
    .toPlainDateTime({ hour: Math.floor((minute % 1440) / 60), minute: minute % 60 })
    .toZonedDateTime(zone)
    .toInstant();

/** The days of one entry. A bare weekday is every such day when it is denied or stands in a week, else the coming one. */
const daysOf = (entry: DateEntry, { isEvery, zone }: { isEvery: boolean; zone: string }): Days => {
  const { form, weekdays, from, until, fromMinute, untilMinute } = entry.atom;
  if (entry.atom.ofWeek && isEvery) return { weekdays: entry.atom.ofWeek };
  if (form === "weekday" && isEvery) return compact({ weekdays, from: undefined });
  if (fromMinute !== undefined && from) return { start: instantAt(from, fromMinute, zone) };
  if (untilMinute !== undefined && until) return { end: instantAt(until, untilMinute, zone) };
  return compact({ weekdays: from ? undefined : weekdays, from, until });
};

const isNothing = ({ weekdays, from, until }: Days): boolean =>
  weekdays?.length === 0 ||
  (from !== undefined && until !== undefined && Temporal.PlainDate.compare(from, until) > 0) ||
  (weekdays !== undefined &&
    from !== undefined &&
    until !== undefined &&
    !hasWeekday(weekdays, from, until));

const hasWeekday = (weekdays: readonly Weekday[], from: PlainDate, until: PlainDate): boolean => {
  for (let day = 0; day < 7; day += 1) {
    const date = from.add({ days: day });
    if (Temporal.PlainDate.compare(date, until) > 0) return false;
    if (weekdays.some((weekday) => weekday === date.dayOfWeek)) return true;
  }
  return false;
};

const momentWords = (at: Temporal.Instant, zone: string): string => {
  const local = at.toZonedDateTimeISO(zone);
  return `${fullDateWords(local.toPlainDate())} ${clockText(local.hour * 60 + local.minute)}`;
};

const dayWords = ({ weekdays, from, until, start, end }: Days, zone: string): string => {
  const dates =
    from && until
      ? rangeWords(from, until)
      : from
        ? `from ${fullDateWords(from)} on`
        : until
          ? `until ${fullDateWords(until)}`
          : "";
  const bounds = [
    start ? `from ${momentWords(start, zone)} on` : "",
    end ? `until ${momentWords(end, zone)}` : "",
  ];
  const parts = [weekdays ? weekdayWords(weekdays) : "", dates, ...bounds].filter(
    (part) => part !== "",
  );
  return parts.length === 0 ? "any day" : parts.join(", ");
};

/** Hours of a rule; `span` undefined: the whole day. */
interface Hours {
  span?: DaySpan;
  startsAt?: number;
}

const DAY = 1440;

/** The hours of one entry; undefined when what narrows it leaves none. */
const hoursOf = (entry: TimeEntry, group: Group): Hours | undefined => {
  const { atom } = entry;
  let span = spanOf(atom, group.isDenied);
  for (const narrower of group.within) {
    const met = meet(span, spanOf(narrower.atom, group.isDenied));
    if (!met) return undefined;
    span = met;
  }
  const exact = [entry, ...group.within].find((each) => each.atom.startsAt !== undefined);
  if (exact?.atom.startsAt !== undefined && !group.isDenied)
    return { startsAt: exact.atom.startsAt };
  return span.from === 0 && span.until === DAY ? {} : { span };
};

const hourWords = ({ span, startsAt }: Hours): string => {
  if (startsAt !== undefined) return `, at ${clockText(startsAt)}`;
  return span ? `, ${clockText(span.from)}–${clockText(span.until)}` : "";
};

const ruleOf = (days: Days, hours: Hours, { zone, who }: { zone: string; who: string }): Rule => {
  const { weekdays, from, until, start, end } = days;
  const { span, startsAt } = hours;
  return {
    zone,
    ...(weekdays ? { weekdays: [...weekdays] } : {}),
    ...(from ? { from: from.toString() } : {}),
    ...(until ? { until: until.toString() } : {}),
    ...(span
      ? {
          times: {
            from: clockText(span.from),
            until: clockText(span.until % DAY === 0 ? DAY : span.until % DAY),
          },
        }
      : {}),
    ...(startsAt === undefined ? {} : { startsAt: clockText(startsAt) }),
    ...((start ?? end)
      ? {
          between: {
            ...(start ? { start: start.toString() } : {}),
            ...(end ? { end: end.toString() } : {}),
          },
        }
      : {}),
    ...(who === WRITER ? {} : { who }),
    words: `${dayWords(days, zone)}${hourWords(hours)} (${zoneShown(zone)})`,
  };
};

/** Writes down what was filled in for the group's pieces, and what has to be asked. */
const noteEntries = (group: Group, notes: Notes, isEvery: (entry: DateEntry) => boolean): void => {
  for (const entry of group.isInherited ? [] : [...group.days, ...group.frames]) {
    const { atom } = entry;
    const isBare = atom.form === "weekday" && atom.from !== undefined && isEvery(entry);
    if (isBare && group.isDenied && group.frames.length === 0) {
      const [weekday] = atom.weekdays ?? [];
      assume(notes, entry, `every ${weekdayWord(weekday ?? 1)} is meant`);
    }
    if (isBare) continue;
    if (atom.taken !== undefined) assume(notes, entry, atom.taken);
    if (atom.asks) ask(notes, entry, atom.asks);
  }
  for (const entry of [...group.times, ...group.within]) {
    const { atom } = entry;
    const span = spanOf(atom, group.isDenied);
    if (atom.startsAt !== undefined && group.isDenied) {
      assume(notes, entry, `that is ${clockText(span.from)}–${clockText(span.until)}`);
    } else if (atom.taken !== undefined)
      assume(
        notes,
        entry,
        group.isDenied && atom.wide
          ? `that is ${clockText(span.from)}–${clockText(span.until)}`
          : atom.taken,
      );
    if (atom.asks) ask(notes, entry, atom.asks);
  }
};

/** `Monday or Tuesday morning`: the hours behind a list of days are taken for all of them when it can be, and asked when it
 * cannot. */
const noteShared = ({ days, times, entries, isDenied, isInherited }: Group, notes: Notes): void => {
  const [time] = times;
  if (days.length < 2 || !time || isInherited || entries[0]?.kind !== "date") return;
  if (!isDenied) assume(notes, time, "these hours are for all the days named beside them");
  else if (entries.indexOf(time) > 1) {
    ask(notes, time, {
      why: "Are these hours of all the days before, or of the last alone?",
      choices: [],
    });
  }
};

/** `Monday 3pm until Wednesday`, `at 4pm from 3pm`: what narrows them says something else. */
const askMixed = ({ days, frames, times, within, isExcept }: Group, notes: Notes): void => {
  const isSingle = days.some(
    ({ atom }) => atom.from !== undefined && atom.form !== "range" && atom.form !== "bound",
  );
  const bound = frames.find(({ atom }) => atom.form === "bound");
  const exact = times.some(({ atom }) => atom.startsAt !== undefined);
  const narrower = within.find(({ atom }) => !/^(?:daypart|all)$/.test(atom.form));
  const odd = isSingle && !isExcept ? bound : undefined;
  const piece = odd ?? (exact ? narrower : undefined);
  if (piece) ask(notes, piece, { why: "From when until when is that?", choices: [] });
};

/** More than anybody means, and little enough to work with. */
const MOST_RULES = 100;

/** The rules of a group: each of its days with each of its hours. */
export const rulesOf = (group: Group, zone: string, notes: Notes): Rule[] => {
  const isEvery = (entry: DateEntry): boolean =>
    entry.atom.from === undefined ||
    (group.isDenied && !group.isInherited && !entry.atom.ofWeek) ||
    group.frames.length > 0;
  noteEntries(group, notes, isEvery);
  noteShared(group, notes);
  const frame = group.frames.reduce<Days>(
    (days, entry) => both(days, daysOf(entry, { isEvery: true, zone })),
    {},
  );
  const days = group.days.map((entry) =>
    both(daysOf(entry, { isEvery: isEvery(entry), zone }), frame),
  );
  const hours = group.times.map((entry) => hoursOf(entry, group));
  const possible = hours.filter((each) => each !== undefined);
  const [first] = group.entries;
  const hasNothing = days.some(isNothing) || possible.length < hours.length;
  if (hasNothing && first) {
    ask(notes, first, {
      why: "No day or hour is all of that at once. What is meant?",
      choices: [],
    });
  }
  askMixed(group, notes);
  const real = (days.length === 0 ? [frame] : days).filter((day) => !isNothing(day));
  const each = hours.length === 0 ? [{}] : possible;
  if (real.length * each.length > MOST_RULES && first) {
    ask(notes, first, {
      why: "That is too much at once. Which days and hours are meant?",
      choices: [],
    });
  }
  const whos = group.who ?? [WRITER];
  return real
    .slice(0, Math.ceil(MOST_RULES / Math.max(1, each.length * whos.length)))
    .flatMap((day) =>
      each
        .slice(0, MOST_RULES)
        .flatMap((hour) => whos.map((who) => ruleOf(day, hour, { zone, who }))),
    );
};

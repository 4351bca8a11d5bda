/** One blocker: a person and what stands in their way, in words, on one day or on all of them. */
import { bufferInWords } from "../domain/buffer.ts";
import type { Frame, Panelist, PlaceFrame } from "./frame.ts";
import { emptySet, keepCommon, othersOf, type StartSet, startsIn } from "./grid.ts";
import { HARD_RULES } from "./rules.ts";
import { clockInWords, countInWords, dateOf, dayInWords, listInWords } from "./time-words.ts";
import type { BlockerKind, SlotBlocker } from "./types.ts";
import type { Span } from "./minutes.ts";
import { spanOfDays } from "./zone-clock.ts";

/** A blocker before days are merged. `day` counts from 1970-01-01. */
export interface DayBlocker {
  what: BlockerKind;
  day: number;
  email?: string;
  /** The sentence, for `On Tuesday 24 November` or `On every day`. */
  words(when: string): string;
}

/** `On Tuesday 24 November`, with the time when only one start is looked at. */
const whenInWords = (day: number, { grid, candidate }: Frame): string =>
  grid.count === 1
    ? `On ${dayInWords(day)} at ${clockInWords(grid.first, candidate.told)}`
    : `On ${dayInWords(day)}`;

export interface PlaceBlame {
  place: PlaceFrame;
  /** The starts at which somebody was wanted for it. */
  wanted: StartSet;
  /** Whether those are the starts at which all others can. */
  othersCan: boolean;
  frame: Frame;
  day: number;
}

/** What keeps each of a place's choices away at the starts that were wanted. */
export const blockersOfPlace = ({ place, wanted, othersCan, ...blame }: PlaceBlame): DayBlocker[] =>
  place.choices.flatMap((panelist) => {
    const all = causesOf(panelist, wanted, blame.frame);
    // That nobody works at night is no news on a day that is looked at as a whole.
    const news = all.filter((what) => othersCan || what !== "outside_hours");
    const kinds = news.length > 0 ? news : all;
    const [main] = kinds;
    if (!main) return [];
    const { name, email } = panelist.time;
    const span = spanOfDays(blame.frame.candidate.told, blame.day, 1);
    const causes = kinds.slice(0, 2).map((what) => causeInWords(what, panelist, span));
    const because = listInWords(causes, "or");
    const words = (when: string): string =>
      othersCan
        ? `${when} the others can, but ${name} ${because}.`
        : `${when} there is no time for ${name}, who ${because}.`;
    return [{ what: main, day: blame.day, email, words }];
  });

/** What a rule says of somebody on a day: `is busy`. */
export const causeInWords = (what: BlockerKind, panelist: Panelist, day: Span): string =>
  CAUSES[what]?.(panelist, day) ?? what;

const CAUSES: Partial<Record<BlockerKind, (panelist: Panelist, day: Span) => string>> = {
  day_off: ({ time }, day) => {
    const off = time.daysOff.filter(({ start, end }) => start < day.end && day.start < end);
    const names = new Set(off.flatMap(({ name }) => name ?? []));
    return names.size === 0 ? "has a day off" : `has a day off (${listInWords([...names])})`;
  },
  paused: () => "takes no interviews yet",
  outside_hours: () => "is outside working hours",
  out_of_office: () => "is out of office",
  busy: () => "is busy",
  working_elsewhere: () => "works elsewhere",
  reserved: () => "is kept for another interview",
  buffer: ({ time }) => `needs a buffer of ${bufferInWords(time.buffer)}`,
  day_limit: ({ time }) =>
    `has reached the limit of ${countInWords(time.maxPerDay, "interview")} a day`,
  week_limit: ({ time }) =>
    `has reached the limit of ${countInWords(time.maxPerWeek, "interview")} a week`,
};

/** The rules that forbid the starts, the one that forbids most first; each start is counted for one rule. */
export const causesOf = ({ time }: Panelist, wanted: StartSet, frame: Frame): BlockerKind[] => {
  const rest = Uint32Array.from(wanted);
  const counts = HARD_RULES.map(({ what, forbid }) => {
    const forbidden = emptySet(frame.grid);
    forbid(forbidden, time, frame);
    const counted = Uint32Array.from(rest);
    keepCommon(counted, forbidden);
    keepCommon(rest, othersOf(forbidden, frame.grid));
    return { what, starts: startsIn(counted).length };
  });
  return counts
    .filter(({ starts }) => starts > 0)
    .toSorted((a, b) => b.starts - a.starts)
    .map(({ what }) => what);
};

/** What holds on all days once, first; then the days with the fewest blockers, in the order of the calendar. */
export const mergeDays = (days: readonly DayBlocker[][], frame: Frame): SlotBlocker[] => {
  const counts = new Map<string, number>();
  const distinct = days.map((blockers) => [
    ...new Map(blockers.map((blocker) => [keyOf(blocker), blocker])).values(),
  ]);
  for (const blocker of distinct.flat()) {
    counts.set(keyOf(blocker), (counts.get(keyOf(blocker)) ?? 0) + 1);
  }
  const isEveryDay = (blocker: DayBlocker): boolean =>
    days.length > 1 && counts.get(keyOf(blocker)) === days.length;
  const always = (distinct[0] ?? []).filter(isEveryDay).map(({ what, email, words }) => ({
    what,
    ...(email !== undefined && { email }),
    words: words("On every working day"),
  }));
  const single = distinct
    .map((blockers) => blockers.filter((blocker) => !isEveryDay(blocker)))
    .toSorted((a, b) => a.length - b.length)
    .flat()
    .map(({ what, email, words, day }) => ({
      what,
      ...(email !== undefined && { email }),
      day: dateOf(day),
      words: words(whenInWords(day, frame)),
    }));
  return [...always, ...single];
};

/** Blockers with the same key differ in their day alone. */
const keyOf = ({ what, email, words }: DayBlocker): string => `${what} ${email ?? ""} ${words("")}`;

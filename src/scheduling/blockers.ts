/** One blocker: a person and what stands in their way, in words, on one day or on all of them. */
import type { Frame, Panelist, PlaceFrame } from "./frame.ts";
import { emptySet, keepCommon, othersOf, type StartSet, startsIn } from "./grid.ts";
import { HARD_RULES } from "./rules.ts";
import { countInWords, dateOf, dayInWords, listInWords, timeInWords } from "./time-words.ts";
import type { BlockerKind, SlotBlocker } from "./types.ts";

/** A blocker before days are merged. `day` counts from 1970-01-01. */
export interface DayBlocker {
  what: BlockerKind;
  day: number;
  email?: string;
  words: string;
  /** The sentence when it holds on every day. */
  everyDay?: string;
}

/** `On Tuesday 24 November`, with the time when only one start is looked at. */
export const whenInWords = (day: number, { grid, candidate }: Frame, oneStart: boolean): string =>
  oneStart
    ? `On ${dayInWords(day)}, ${timeInWords(grid.first, candidate.clock)},`
    : `On ${dayInWords(day)}`;

export interface PlaceBlame {
  place: PlaceFrame;
  /** The starts at which somebody was wanted for it. */
  wanted: StartSet;
  /** Whether those are the starts at which all others can. */
  othersCan: boolean;
  frame: Frame;
  day: number;
  when: string;
}

/** What keeps each of a place's choices away at the starts that were wanted. */
export const blockersOfPlace = (blame: PlaceBlame): DayBlocker[] =>
  blame.place.choices.flatMap((panelist) => {
    const { frame, wanted, day, when, othersCan } = blame;
    const [main, ...others] = causesOf(panelist, wanted, frame);
    if (!main) return [];
    const causes = [main, ...others].slice(0, 2).map((what) => CAUSES[what]?.(panelist) ?? what);
    const what = `${panelist.time.name} ${listInWords(causes, "or")}`;
    const span =
      frame.grid.count === 1 ? "" : othersCan ? " whenever the others can" : " all the time";
    const { email } = panelist.time;
    return [
      {
        what: main,
        day,
        email,
        words: `${when} ${what}${span}.`,
        everyDay: `${what} on every day${othersCan ? ", whenever the others can" : ""}.`,
      },
    ];
  });

const CAUSES: Partial<Record<BlockerKind, (panelist: Panelist) => string>> = {
  paused: () => "takes no interviews yet",
  outside_hours: () => "is outside working hours",
  out_of_office: () => "is out of office",
  busy: () => "is busy",
  working_elsewhere: () => "works elsewhere",
  reserved: () => "is kept for another interview",
  buffer: ({ time }) => `needs a buffer of ${countInWords(time.buffer, "minute")}`,
  day_limit: ({ time }) =>
    `has reached the limit of ${countInWords(time.maxPerDay, "interview")} a day`,
  week_limit: ({ time }) =>
    `has reached the limit of ${countInWords(time.maxPerWeek, "interview")} a week`,
};

/** The rules that forbid the starts, the one that forbids most first; each start is counted for one rule. */
const causesOf = ({ time }: Panelist, wanted: StartSet, frame: Frame): BlockerKind[] => {
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
export const mergeDays = (days: readonly DayBlocker[][]): SlotBlocker[] => {
  const keyOf = ({ what, email }: DayBlocker): string => `${what} ${email ?? ""}`;
  const daysOf = new Map<string, Set<number>>();
  for (const blocker of days.flat()) {
    const key = keyOf(blocker);
    daysOf.set(key, (daysOf.get(key) ?? new Set()).add(blocker.day));
  }
  const isEveryDay = (blocker: DayBlocker): boolean =>
    blocker.everyDay !== undefined &&
    days.length > 1 &&
    daysOf.get(keyOf(blocker))?.size === days.length;
  const unique = (blockers: readonly DayBlocker[]): DayBlocker[] => [
    ...new Map(blockers.map((blocker) => [`${keyOf(blocker)} ${blocker.day}`, blocker])).values(),
  ];
  const always = new Map(
    days
      .flat()
      .filter(isEveryDay)
      .map((blocker) => [keyOf(blocker), blocker]),
  );
  const single = days
    .map((blockers) => unique(blockers).filter((blocker) => !isEveryDay(blocker)))
    .toSorted((a, b) => a.length - b.length)
    .flat();
  return [
    ...[...always.values()].map((blocker) => publish(blocker, blocker.everyDay)),
    ...single.map((blocker) => ({ ...publish(blocker), day: dateOf(blocker.day) })),
  ];
};

const publish = ({ what, email, words }: DayBlocker, everyDay = words): SlotBlocker => ({
  what,
  ...(email !== undefined && { email }),
  words: everyDay,
});

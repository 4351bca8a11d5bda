/** What can still be held on a day, by time alone: where some sessions can begin and all be held, the gaps, the order and the
 * lunch between them kept. Nobody is asked whether they sit twice, nor when a pause is due. With sets of starts as bits it is
 * small beside a day's table, and a search that knows it does not go where no time is left. */
import { addReaching, hasBetween, widened } from "./bits.ts";
import type { LoopDay, LoopFrame, SessionFrame } from "./loop-frame.ts";
import type { DayState } from "./loop-moments.ts";

/** A day's answers. */
export interface DayReach {
  /** Whether these sessions (bits) can all follow. */
  canFollow(open: number, state: DayState): boolean;
  /** How many numbers were looked at. */
  work: number;
}

interface ReachFacts {
  frame: LoopFrame;
  day: LoopDay;
  isOpen(session: number, start: number): boolean;
}

/** The starts at which some sessions can begin, as bits from the first of the day. */
interface Beginnings {
  /** When lunch was had before, or is not asked for. */
  fed: Uint32Array;
  hungry: Uint32Array;
}

/** What can follow what on a day. */
export const createReach = (facts: ReachFacts): DayReach => {
  const { frame } = facts;
  const { grid, rules } = frame;
  const day = openPart(facts);
  const lunch = lunchOf(frame, day);
  const { beginnings, work } = fill({ ...facts, day }, lunch);
  const indexAt = (minute: number): number => Math.ceil((minute - grid.first) / grid.step);
  const begins = (set: Uint32Array, from: number, to: number): boolean =>
    hasBetween(set, Math.max(0, from - day.from), to - day.from);
  return {
    work,
    canFollow: (open, { end, hasLunch }) => {
      if (open === 0) return hasLunch === 1 || lunch.canBeAfter(end);
      const found = beginnings[open];
      if (!found) return false;
      const isMorning = end === -Infinity;
      const from = isMorning ? day.from : indexAt(end + rules.leastGapMinutes);
      const to = isMorning ? day.to : Math.min(day.to, indexAt(end + rules.mostGapMinutes + 1));
      if (hasLunch === 1) return begins(found.fed, from, to);
      if (begins(found.hungry, from, to)) return true;
      if (!lunch.canBeAfter(end)) return false;
      return begins(found.fed, Math.max(from, indexAt(lunch.over(end))), to);
    },
  };
};

/** The day from the first start at which some session can be to the last one. */
const openPart = ({ frame: { sessions }, day, isOpen }: ReachFacts): LoopDay => {
  const isOpenAt = (start: number): boolean => sessions.some((_, index) => isOpen(index, start));
  let { from, to } = day;
  while (from < to && !isOpenAt(from)) from += 1;
  while (from < to && !isOpenAt(to - 1)) to -= 1;
  return { ...day, from, to };
};

interface Lunch {
  /** Units: minutes; 0 when none is asked for. */
  minutes: number;
  /** Whether a piece of it can stay free after an end. Units: minutes since the epoch. */
  canBeAfter(end: number): boolean;
  /** When that piece is over. */
  over(end: number): number;
}

const lunchOf = ({ rules: { lunch: rule } }: LoopFrame, { lunch }: LoopDay): Lunch => {
  if (!rule || !lunch) return { minutes: 0, canBeAfter: () => true, over: () => -Infinity };
  const { minutes } = rule;
  return {
    minutes,
    canBeAfter: (end) => lunch.end - Math.max(end, lunch.start) >= minutes,
    over: (end) => Math.max(end, lunch.start) + minutes,
  };
};

/** What a session brings: bits of its starts, and how far on the next one may begin. Units: starts. */
interface Step {
  after: number;
  open: Uint32Array;
  /** The starts after which lunch can still be had. */
  beforeLunch: Uint32Array;
  least: number;
  /** At least, when lunch is had in between. */
  leastOverLunch: number;
  most: number;
}

/** From few sessions to many: one more session goes before those of which it is known where they can begin. */
const fill = (
  facts: ReachFacts,
  lunch: Lunch,
): { beginnings: (Beginnings | undefined)[]; work: number } => {
  const { frame, day } = facts;
  const steps = frame.sessions.map((session, index) => stepOf({ session, index, facts, lunch }));
  const words = steps[0]?.open.length ?? 0;
  const afterLunch = startsWhere(day, (start) => minuteOf(frame, start) >= lunch.over(-Infinity));
  const beginnings: (Beginnings | undefined)[] = [];
  const extend = (later: number, index: number, step: Step): void => {
    const all = later | (1 << index);
    if (all === later || (step.after & later) !== 0) return;
    const known = beginnings[later];
    const found = {
      fed: beginnings[all]?.fed ?? new Uint32Array(words),
      hungry: beginnings[all]?.hungry ?? new Uint32Array(words),
    };
    if (known) goBefore({ found, step, known, afterLunch });
    else {
      add(found.fed, step.open);
      add(found.hungry, step.beforeLunch);
    }
    if (found.fed.some((word) => word !== 0)) beginnings[all] = found;
  };
  let work = steps.length * (day.to - day.from);
  for (let later = 0; later < 2 ** steps.length; later += 1) {
    if (later > 0 && !beginnings[later]) continue;
    for (const [index, step] of steps.entries()) extend(later, index, step);
    work += steps.length * words * WORK_A_WORD;
  }
  return { beginnings, work };
};

/** About so many operations. */
const WORK_A_WORD = 12;

const goBefore = ({
  found,
  step: { open, beforeLunch, least, leastOverLunch, most },
  known,
  afterLunch,
}: {
  found: Beginnings;
  step: Step;
  known: Beginnings;
  afterLunch: Uint32Array;
}): void => {
  const length = most - least + 1;
  if (length < 1) return;
  addReaching(found.fed, widened(known.fed, length), { by: least, within: open });
  addReaching(found.hungry, widened(known.hungry, length), { by: least, within: open });
  if (most < leastOverLunch) return;
  const rested = known.fed.map((word, index) => word & (afterLunch[index] ?? 0));
  const over = widened(rested, most - leastOverLunch + 1);
  addReaching(found.hungry, over, { by: leastOverLunch, within: beforeLunch });
};

const minuteOf = ({ grid }: LoopFrame, start: number): number => grid.first + start * grid.step;

const stepOf = ({
  session,
  index,
  facts,
  lunch,
}: {
  session: SessionFrame;
  index: number;
  facts: ReachFacts;
  lunch: Lunch;
}): Step => {
  const { frame, day, isOpen } = facts;
  const { step } = frame.grid;
  const { leastGapMinutes, mostGapMinutes } = frame.rules;
  const { durationMinutes } = session.asked;
  const open = startsWhere(day, (start) => isOpen(index, start));
  const early = startsWhere(day, (start) =>
    lunch.canBeAfter(minuteOf(frame, start) + durationMinutes),
  );
  const least = Math.ceil((durationMinutes + leastGapMinutes) / step);
  return {
    after: session.after,
    open,
    beforeLunch: open.map((word, at) => word & (early[at] ?? 0)),
    least,
    leastOverLunch: Math.max(least, Math.ceil((durationMinutes + lunch.minutes) / step)),
    most: Math.floor((durationMinutes + mostGapMinutes) / step),
  };
};

const startsWhere = ({ from, to }: LoopDay, is: (start: number) => boolean): Uint32Array => {
  const set = new Uint32Array((to - from + 31) >>> 5);
  for (let start = from; start < to; start += 1) {
    if (is(start))
      set[(start - from) >>> 5] = (set[(start - from) >>> 5] ?? 0) | (1 << ((start - from) & 31));
  }
  return set;
};

const add = (set: Uint32Array, other: Uint32Array): void => {
  for (let word = 0; word < set.length; word += 1)
    set[word] = (set[word] ?? 0) | (other[word] ?? 0);
};

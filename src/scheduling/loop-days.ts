/** Which sessions on which days: every choice, the most promising first. */
import type { DayTable } from "./loop-day.ts";
import { LATEST } from "./loop-effort.ts";
import { MORNING } from "./loop-moments.ts";
import type { WalkState } from "./loop-walk.ts";
import type { LoopModel } from "./loop-model.ts";

/** A day with the sessions (bits) that are held on it. */
export interface BusyDay {
  table: DayTable;
  sessions: number;
}

export interface DayPlan {
  /** In the order of time. */
  days: BusyDay[];
  /** The most that it can add. */
  bound: number;
}

/** What has been found until now. */
export interface KnownSoFar {
  toBeat(): number;
  isFound(): boolean;
}

export interface DayPlans {
  /** Ends when no further one has more than what `toBeat` says then; when the steps are used up, with a bound in `missed`. */
  bestFirst(known: KnownSoFar, state: WalkState): Generator<DayPlan>;
}

/** The choices of days for all sessions. */
export const createDayPlans = (model: LoopModel, tables: readonly DayTable[]): DayPlans => {
  const { sessions, rules } = model.frame;
  const all = 2 ** sessions.length - 1;
  const parts = partsOf(model);
  const kept = new Map<number, number>();
  const ceilings = ceilingsOf(model, tables);
  let work = 0;
  /** The most that the sessions add on this day and later ones, so many days being left. */
  const most = (day: number, open: number, left: number): number => {
    if (open === 0) return 0;
    const table = tables[day];
    if (!table || left === 0) return -Infinity;
    const key = (day * (rules.mostDays + 1) + left) * (all + 1) + open;
    const found = kept.get(key);
    if (found !== undefined) return found;
    // Too many sets of days and sessions to try them all: no more than if each session had its best time.
    if (work > MOST_WORK) return ceilings(open);
    let best = most(day + 1, open, left);
    for (const part of parts(open, left)) {
      work += 1;
      const points = table.rest(part, MORNING);
      if (points === -Infinity) continue;
      const cost = open === all ? 0 : model.dayCost;
      best = Math.max(best, points - cost + most(day + 1, open & ~part, left - 1));
    }
    kept.set(key, best);
    return best;
  };
  const choices = (plan: OpenPlan): OpenPlan[] => {
    const { day, open, left } = plan;
    const table = tables[day];
    if (!table) return [];
    const skipped = { ...plan, day: day + 1, bound: plan.sure + most(day + 1, open, left) };
    const taken = parts(open, left).map((part): OpenPlan => {
      const cost = open === all ? 0 : model.dayCost;
      const sure = plan.sure + table.rest(part, MORNING) - cost;
      return {
        day: day + 1,
        open: open & ~part,
        left: left - 1,
        sure,
        bound: sure + most(day + 1, open & ~part, left - 1),
        days: [...plan.days, { table, sessions: part }],
      };
    });
    return [...taken, skipped].filter(({ bound }) => bound > -Infinity);
  };
  const start = { day: 0, open: all, left: rules.mostDays, sure: 0, days: [] };
  return {
    bestFirst: (known, state) =>
      bestFirst({ ...start, bound: most(0, all, rules.mostDays) }, choices, { ...known, state }),
  };
};

/** A choice of days costs as much as some steps of a walk, the more the more of them wait. */
function* bestFirst(
  start: OpenPlan,
  choices: (plan: OpenPlan) => OpenPlan[],
  { toBeat, isFound, state }: KnownSoFar & { state: WalkState },
): Generator<DayPlan> {
  const { effort } = state;
  const waiting: OpenPlan[] = [start];
  for (;;) {
    const isFirst = !isFound();
    // With all steps used up, any itinerary is better than none: whatever is nearest to being one.
    const isLate = isFirst && effort.steps >= Math.max(effort.most, FEWEST_STEPS);
    const plan = takeBest(waiting, isLate ? isNearer : isBetter);
    if (!plan || plan.bound <= toBeat()) return;
    effort.steps += 1 + (waiting.length >> 7);
    if (isFirst ? isLate && effort.steps >= LATEST * effort.most : effort.isOver) {
      state.missed = waiting.reduce(
        (most, { bound }) => Math.max(most, bound),
        Math.max(state.missed, plan.bound),
      );
      return;
    }
    if (plan.open === 0) yield { days: plan.days, bound: plan.bound };
    else waiting.push(...choices(plan));
  }
}

/** About a quarter of a second. */
const MOST_WORK = 200_000;

/** For sets of sessions the most that they add when each has its best time of all days. */
const ceilingsOf = (
  { frame }: LoopModel,
  tables: readonly DayTable[],
): ((open: number) => number) => {
  let best: number[] | undefined;
  return (open) =>
    (best ??= frame.sessions.map((_, session) =>
      Math.max(...tables.map((table) => table.bestOf(session))),
    )).reduce((sum, points, session) => ((open >> session) & 1 ? sum + points : sum), 0);
};

interface OpenPlan {
  /** The next day to be decided about. */
  day: number;
  /** Sessions without a day. */
  open: number;
  /** How many days may still be taken. */
  left: number;
  sure: number;
  bound: number;
  days: BusyDay[];
}

/** A first choice of days is looked for in order that long. */
const FEWEST_STEPS = 1_000;

const isBetter = (one: OpenPlan, other: OpenPlan): boolean => one.bound > other.bound;

const isNearer = (one: OpenPlan, other: OpenPlan): boolean => {
  const [left, right] = [bitsIn(one.open), bitsIn(other.open)];
  return left === right ? isBetter(one, other) : left < right;
};

const takeBest = (
  waiting: OpenPlan[],
  goesFirst: (one: OpenPlan, other: OpenPlan) => boolean,
): OpenPlan | undefined => {
  let best = 0;
  for (const [index, plan] of waiting.entries()) {
    const known = waiting[best];
    if (known && goesFirst(plan, known)) best = index;
  }
  const [plan] = waiting.splice(best, 1);
  return plan;
};

/** The sets of sessions that one day can take of those that are open: with each session all that come before it. */
const partsOf = ({ frame }: LoopModel): ((open: number, left: number) => number[]) => {
  const { sessions, rules } = frame;
  const known = new Map<number, number[]>();
  const isWhole = (part: number, open: number): boolean =>
    sessions.every(
      ({ after }, index) => (part & (1 << index)) === 0 || (after & open & ~part) === 0,
    );
  const find = (open: number): number[] => {
    const parts: number[] = [];
    for (let part = open; part > 0; part = (part - 1) & open) {
      if (bitsIn(part) <= rules.mostSessionsADay && isWhole(part, open)) parts.push(part);
    }
    return parts;
  };
  return (open, left) => {
    // The last day takes all that is left.
    if (left === 1) return bitsIn(open) <= rules.mostSessionsADay ? [open] : [];
    const parts = known.get(open) ?? find(open);
    known.set(open, parts);
    return parts;
  };
};

const bitsIn = (set: number): number => {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

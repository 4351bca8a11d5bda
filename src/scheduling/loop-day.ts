/** One day of a loop, nobody asked whether they sit in two sessions: the most that some sessions can add after a moment. It is
 * what the search is bounded by, and worked out once a day for all sets of sessions. */
import type { LoopDay } from "./loop-frame.ts";
import type { LoopModel } from "./loop-model.ts";
import { createMoments, type DayState, MORNING, type Moments } from "./loop-moments.ts";
import type { Effort } from "./loop-effort.ts";
import type { Prices } from "./loop-prices.ts";
import { createReach, type DayReach } from "./loop-reach.ts";

/** A session that could come next. */
export interface NextSession {
  session: number;
  start: number;
  /** What waiting for it costs. */
  wait: number;
  /** The most that it adds, each of its people at their price. */
  most: number;
  /** How far the day has come after it. */
  moment: number;
}

/** More numbers than that are kept only as they are asked for: a day with pauses, on a fine grid, has many millions. */
const MOST_KEPT = 1 << 17;
/** What a number costs beside what it is made of. */
const COST_OF_ONE = 16;

/** What a session at a start costs for each of its people, beside what a number of the table does. */
const COST_OF_A_SEAT = 12;

/** The table of a day. What it knows is worked out when it is asked for first. */
export class DayTable {
  readonly day: LoopDay;
  readonly #model: LoopModel;
  readonly #prices: Prices;
  readonly #moments: Moments;
  /** By session, then by start from the first of the day; no number: not known yet. */
  readonly #most: Float64Array[];
  /** For each set of sessions (bits): no more than that, wherever in the day. */
  #ceilings: Float64Array | undefined;
  #reach: DayReach | undefined;
  #known: KnownNumbers | undefined;
  readonly #effort: Effort;

  constructor(model: LoopModel, { day, prices, effort }: TableFacts) {
    this.#effort = effort;
    this.day = day;
    this.#model = model;
    this.#prices = prices;
    this.#moments = createMoments(model.frame, day);
    this.#most = model.frame.sessions.map(() =>
      new Float64Array(day.to - day.from).fill(Number.NaN),
    );
  }

  /** The most that a session adds anywhere in the day. */
  bestOf(session: number): number {
    return this.#ceilingOf(1 << session);
  }

  /** Whether these sessions (bits) have time on the day, whoever sits in them: looked at also when nothing else is any more. */
  canHold(sessions: number): boolean {
    return this.#reachOfDay().canFollow(sessions, this.#moments.stateAt(MORNING));
  }

  /** When the last session ended. Units: minutes since the epoch; -Infinity in the morning. */
  endOf(moment: number): number {
    return this.#moments.stateAt(moment).end;
  }

  /** The most that these sessions (bits) add after a moment, or somewhat more than that; -Infinity when they do not fit any
   * more: always, when there are none and the day must not end so. */
  rest(open: number, moment: number): number {
    return this.#restFrom(open, moment);
  }

  /** Each of these sessions at each start at which it could come next, the rules between sessions kept. */
  next(open: number, moment: number): NextSession[] {
    const state = this.#moments.stateAt(moment);
    const [from, to] = this.#moments.startsAfter(state);
    const found: NextSession[] = [];
    for (let session = 0; session < this.#most.length; session += 1) {
      if (!this.#mayComeNext(session, open)) continue;
      for (let start = from; start < to; start += 1) {
        const most = this.#mostAt(session, start);
        if (most === -Infinity) continue;
        const after = this.#moments.after(state, session, start);
        if (after < 0) continue;
        found.push({ session, start, wait: this.#waitFor(start, state), most, moment: after });
      }
    }
    return found;
  }

  #restFrom(open: number, moment: number): number {
    this.#known ??= keep(2 ** this.#most.length * this.#moments.count);
    const place = open * this.#moments.count + moment;
    const found = this.#known.get(place);
    if (found !== undefined) return found;
    const isGuessed = open !== 0 && !this.#effort.mayFillTables;
    if (isGuessed && !this.#reach) return this.#ceilingOf(open);
    const state = this.#moments.stateAt(moment);
    const canFollow = this.#reachOfDay().canFollow(open, state);
    if (canFollow && isGuessed) return this.#ceilingOf(open);
    const most = canFollow ? this.#mostFrom(open, state) : -Infinity;
    this.#known.set(place, most);
    return most;
  }

  #mostFrom(open: number, state: DayState): number {
    if (open === 0) return 0;
    let most = -Infinity;
    const [from, to] = this.#moments.startsAfter(state);
    this.#effort.work(COST_OF_ONE);
    for (let session = 0; session < this.#most.length; session += 1) {
      if (!this.#mayComeNext(session, open)) continue;
      this.#effort.work(to - from);
      const later = open & ~(1 << session);
      const ceiling = this.#ceilingOf(later);
      for (let start = from; start < to; start += 1) {
        const points = this.#mostAt(session, start) - this.#waitFor(start, state);
        if (points + ceiling <= most) continue;
        const after = this.#moments.after(state, session, start);
        if (after >= 0) most = Math.max(most, points + this.#restFrom(later, after));
      }
    }
    return most;
  }

  #ceilingOf(sessions: number): number {
    this.#ceilings ??= this.#lookAtAll();
    return this.#ceilings[sessions] ?? -Infinity;
  }

  /** Where there are too many starts and people to look at all of them, a session is guessed to be as good as one can be. */
  #lookAtAll(): Float64Array {
    const best = this.#most.map((_, session) =>
      this.#effort.mayFillTables ? this.#bestOf(session) : this.#guessOf(session),
    );
    return Float64Array.from({ length: 2 ** best.length }, (_, open) =>
      best.reduce((sum, points, session) => ((open >> session) & 1 ? sum + points : sum), 0),
    );
  }

  #reachOfDay(): DayReach {
    if (this.#reach) return this.#reach;
    const { frame, isOpen } = this.#model;
    this.#reach = createReach({ frame, day: this.day, isOpen });
    this.#effort.work(this.#reach.work);
    return this.#reach;
  }

  #bestOf(session: number): number {
    let best = -Infinity;
    for (let start = this.day.from; start < this.day.to; start += 1) {
      best = Math.max(best, this.#mostAt(session, start));
    }
    return best;
  }

  #guessOf(session: number): number {
    const { from, to } = this.day;
    this.#effort.work(to - from);
    for (let start = from; start < to; start += 1) {
      if (this.#model.isOpen(session, start)) return this.#model.ceiling(session);
    }
    return -Infinity;
  }

  #mostAt(session: number, start: number): number {
    const known = this.#most[session];
    const place = start - this.day.from;
    const found = known?.[place] ?? -Infinity;
    return Number.isNaN(found) && known ? (known[place] = this.#lookAt(session, start)) : found;
  }

  #lookAt(session: number, start: number): number {
    const { sessions } = this.#model.frame;
    const most = this.#model.most(session, start, this.#prices);
    if (most > -Infinity) {
      for (const { choices } of sessions[session]?.open ?? []) {
        this.#effort.work(COST_OF_A_SEAT * choices.length);
      }
    }
    return most;
  }

  #waitFor(start: number, { end }: DayState): number {
    const { frame, gapCost } = this.#model;
    const { first, step } = frame.grid;
    return end === -Infinity ? 0 : (first + start * step - end) * gapCost;
  }

  /** None that comes before it is open any more. */
  #mayComeNext(session: number, open: number): boolean {
    const before = this.#model.frame.sessions[session]?.after ?? 0;
    return ((open >> session) & 1) === 1 && (before & open) === 0;
  }
}

interface TableFacts {
  day: LoopDay;
  prices: Prices;
  effort: Effort;
}

interface KnownNumbers {
  get(place: number): number | undefined;
  set(place: number, value: number): void;
}

/** So many numbers, none known. */
const keep = (count: number): KnownNumbers => {
  if (count > MOST_KEPT) return new Map<number, number>();
  const numbers = new Float64Array(count).fill(Number.NaN);
  return {
    get: (place) => {
      const value = numbers[place] ?? Number.NaN;
      return Number.isNaN(value) ? undefined : value;
    },
    set: (place, value) => {
      numbers[place] = value;
    },
  };
};

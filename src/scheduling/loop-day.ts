/** One day of a loop, nobody asked whether they sit in two sessions: the most that some sessions can add after a moment. It is
 * what the search is bounded by, and worked out once a day for all sets of sessions. */
import type { LoopDay, LoopFrame } from "./loop-frame.ts";
import type { LoopModel } from "./loop-model.ts";
import { createMoments, type DayState, type Moments } from "./loop-moments.ts";
import type { Prices } from "./loop-prices.ts";

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

/** What tables may still be worked on. What is over, they answer with what is no more than a first guess from above: then bounds
 * are wide, and right all the same. */
export interface TableBudget {
  left: number;
}

/** More numbers than that are kept only as they are asked for: a day with pauses, on a fine grid, has many millions. */
const MOST_KEPT = 1 << 17;
/** What a number costs beside what it is made of. */
const COST_OF_ONE = 16;

/** The table of a day. */
export class DayTable {
  readonly day: LoopDay;
  readonly #frame: LoopFrame;
  readonly #gapCost: number;
  readonly #moments: Moments;
  /** By session, then by start from the first of the day. */
  readonly #most: Float64Array[];
  /** For each set of sessions (bits): no more than that, wherever in the day. */
  readonly #ceiling: Float64Array;
  #known: KnownNumbers | undefined;
  readonly #budget: TableBudget;

  constructor(model: LoopModel, { day, prices, budget }: TableFacts) {
    const { sessions } = model.frame;
    this.#budget = budget;
    this.day = day;
    this.#frame = model.frame;
    this.#gapCost = model.gapCost;
    this.#moments = createMoments(model.frame, day);
    this.#most = sessions.map((_, session) =>
      Float64Array.from({ length: day.to - day.from }, (__, at) =>
        model.most(session, day.from + at, prices),
      ),
    );
    const best = this.#most.map((points) => points.reduce((a, b) => Math.max(a, b), -Infinity));
    this.#ceiling = Float64Array.from({ length: 2 ** sessions.length }, (_, open) =>
      best.reduce((sum, points, session) => ((open >> session) & 1 ? sum + points : sum), 0),
    );
  }

  /** The most that a session adds anywhere in the day. */
  bestOf(session: number): number {
    return this.#ceiling[1 << session] ?? -Infinity;
  }

  /** When the last session ended. Units: minutes since the epoch; -Infinity in the morning. */
  endOf(moment: number): number {
    return this.#moments.stateAt(moment).end;
  }

  /** The most that these sessions (bits) add after a moment, or somewhat more than that; -Infinity when they do not fit any
   * more: always, when there are none and the day must not end so. */
  rest(open: number, moment: number): number {
    if ((this.#ceiling[open] ?? 0) === -Infinity) return -Infinity;
    this.#known ??= keep(this.#ceiling.length * this.#moments.count);
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
    const place = open * this.#moments.count + moment;
    const found = this.#known?.get(place);
    if (found !== undefined) return found;
    if (open !== 0 && this.#budget.left <= 0) return this.#ceiling[open] ?? 0;
    const most = this.#mostFrom(open, this.#moments.stateAt(moment));
    this.#known?.set(place, most);
    return most;
  }

  #mostFrom(open: number, state: DayState): number {
    if (open === 0) return this.#moments.mayEnd(state) ? 0 : -Infinity;
    let most = -Infinity;
    const [from, to] = this.#moments.startsAfter(state);
    this.#budget.left -= COST_OF_ONE;
    for (let session = 0; session < this.#most.length; session += 1) {
      if (!this.#mayComeNext(session, open)) continue;
      this.#budget.left -= to - from;
      const later = open & ~(1 << session);
      const ceiling = this.#ceiling[later] ?? 0;
      for (let start = from; start < to; start += 1) {
        const points = this.#mostAt(session, start) - this.#waitFor(start, state);
        if (points + ceiling <= most) continue;
        const after = this.#moments.after(state, session, start);
        if (after >= 0) most = Math.max(most, points + this.#restFrom(later, after));
      }
    }
    return most;
  }

  #mostAt(session: number, start: number): number {
    return this.#most[session]?.[start - this.day.from] ?? -Infinity;
  }

  #waitFor(start: number, { end }: DayState): number {
    const { grid } = this.#frame;
    return end === -Infinity ? 0 : (grid.first + start * grid.step - end) * this.#gapCost;
  }

  /** None that comes before it is open any more. */
  #mayComeNext(session: number, open: number): boolean {
    const before = this.#frame.sessions[session]?.after ?? 0;
    return ((open >> session) & 1) === 1 && (before & open) === 0;
  }
}

interface TableFacts {
  day: LoopDay;
  prices: Prices;
  budget: TableBudget;
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

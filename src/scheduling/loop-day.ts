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
  #known = new Float64Array(0);

  constructor(model: LoopModel, day: LoopDay, prices: Prices) {
    const { sessions } = model.frame;
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

  /** The most that these sessions (bits) add after a moment; -Infinity when they do not fit any more. */
  rest(open: number, moment: number): number {
    if ((this.#ceiling[open] ?? 0) === -Infinity) return -Infinity;
    if (this.#known.length === 0) {
      this.#known = new Float64Array(this.#ceiling.length * this.#moments.count).fill(Number.NaN);
    }
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
    const found = this.#known[place] ?? Number.NaN;
    if (!Number.isNaN(found)) return found;
    const most = this.#mostFrom(open, this.#moments.stateAt(moment));
    this.#known[place] = most;
    return most;
  }

  #mostFrom(open: number, state: DayState): number {
    if (open === 0) return this.#moments.mayEnd(state) ? 0 : -Infinity;
    let most = -Infinity;
    const [from, to] = this.#moments.startsAfter(state);
    for (let session = 0; session < this.#most.length; session += 1) {
      if (!this.#mayComeNext(session, open)) continue;
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

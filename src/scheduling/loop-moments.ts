/** How far a day has come, as one whole number: when the last session ended, whether a piece for lunch is free, how long
 * there has been no pause. */
import { greatestCommonDivisor } from "./divisors.ts";
import type { LoopDay, LoopFrame } from "./loop-frame.ts";

/** Before the first session of a day. */
export const MORNING = 0;

/** What a moment says. Units: minutes. */
export interface DayState {
  /** When the last session ended, since the epoch; -Infinity in the morning. */
  end: number;
  /** 1 when a piece for lunch is free for sure. */
  hasLunch: number;
  sincePause: number;
}

/** The moments of a day. */
export interface Moments {
  /** They are less than that. */
  count: number;
  stateAt(moment: number): DayState;
  /** The starts `[from, to)` at which a session could come next. */
  startsAfter(state: DayState): [number, number];
  /** The moment after a session; -1 when a pause is due before it. */
  after(state: DayState, session: number, start: number): number;
  /** Whether the day may end. */
  mayEnd(state: DayState): boolean;
}

/** By the rules between sessions. */
export const createMoments = ({ grid, rules, sessions }: LoopFrame, day: LoopDay): Moments => {
  const { leastGapMinutes, mostGapMinutes, pause, lunch } = rules;
  const durations = sessions.map(({ asked }) => asked.durationMinutes);
  // All ends and all stretches without a pause are multiples of it.
  const tick = durations.reduce(greatestCommonDivisor, grid.step);
  const dawn = grid.first + day.from * grid.step;
  const ends = ((day.to - day.from) * grid.step + Math.max(...durations)) / tick + 2;
  const longest = Math.max(pause?.afterMinutes ?? 0, ...durations);
  const stretches = pause ? Math.floor(longest / tick) + 1 : 1;
  const isLunch = (from: number, to: number): boolean =>
    !day.lunch ||
    !lunch ||
    Math.min(to, day.lunch.end) - Math.max(from, day.lunch.start) >= lunch.minutes;
  return {
    count: ends * 2 * stretches,
    stateAt: (moment) => {
      const stretch = moment % stretches;
      const rest = (moment - stretch) / stretches;
      const at = rest >>> 1;
      return {
        end: at === 0 ? -Infinity : dawn + (at - 1) * tick,
        hasLunch: rest & 1,
        sincePause: stretch * tick,
      };
    },
    startsAfter: ({ end }) =>
      end === -Infinity
        ? [day.from, day.to]
        : [
            Math.max(day.from, Math.ceil((end + leastGapMinutes - grid.first) / grid.step)),
            Math.min(day.to, Math.floor((end + mostGapMinutes - grid.first) / grid.step) + 1),
          ],
    after: ({ end, hasLunch, sincePause }, session, start) => {
      const begin = grid.first + start * grid.step;
      const duration = durations[session] ?? 0;
      let busy = 0;
      if (pause) {
        const isRested = begin - end >= pause.minutes;
        busy = isRested ? duration : sincePause + (begin - end) + duration;
        if (!isRested && busy > pause.afterMinutes) return -1;
      }
      const at = (begin + duration - dawn) / tick + 1;
      const isFree = hasLunch === 1 || isLunch(end, begin) ? 1 : 0;
      return (at * 2 + isFree) * stretches + busy / tick;
    },
    mayEnd: ({ end, hasLunch }) => hasLunch === 1 || isLunch(end, Infinity),
  };
};

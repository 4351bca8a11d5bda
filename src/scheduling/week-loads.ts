/** How many interviews people have in the local week of each start. Weeks are few and starts are many: the numbers are kept by
 * stretch, in which nobody's week ends. */
import { type PersonTime, SHARES, weeksWithInterviews } from "./availability.ts";
import type { Grid } from "./grid.ts";

/** Somebody's interviews around the grid. */
export interface WeekLoad {
  /** By start its stretch; of all people the same. */
  stretchOf: Uint16Array;
  /** By stretch. */
  interviews: Uint16Array;
  /** What is owed to their fair share. Units: `SHARES` an interview. */
  owed: number;
}

/** The least that any of some people carries. */
export interface LeastLoad {
  stretchOf: Uint16Array;
  /** By stretch. Units: `SHARES` an interview. */
  loads: Int32Array;
}

/** For everybody the interviews in the local week of each start. */
export const weekLoads = (
  times: readonly PersonTime[],
  grid: Omit<Grid, "duration">,
): WeekLoad[] => {
  const indexAt = (minute: number): number =>
    Math.min(grid.count, Math.max(0, Math.ceil((minute - grid.first) / grid.step)));
  const weeks = times.map((time) =>
    weeksWithInterviews(time).map(({ start, end, interviews }) => ({
      from: indexAt(start),
      to: indexAt(end),
      interviews,
    })),
  );
  const borders = new Set([0]);
  for (const { from, to } of weeks.flat()) borders.add(from).add(to);
  const stretches = [...borders].filter((border) => border < grid.count).toSorted((a, b) => a - b);
  const stretchOf = new Uint16Array(grid.count);
  for (const [stretch, from] of stretches.entries()) stretchOf.fill(stretch, from);
  return times.map(({ owed }, rank) => {
    const interviews = new Uint16Array(stretches.length);
    for (const week of weeks[rank] ?? []) {
      for (const [stretch, from] of stretches.entries()) {
        if (from >= week.from && from < week.to) interviews[stretch] = week.interviews;
      }
    }
    return { stretchOf, interviews, owed };
  });
};

/** How many interviews somebody has in the week of a start. */
export const interviewsAt = ({ stretchOf, interviews }: WeekLoad, start: number): number =>
  interviews[stretchOf[start] ?? 0] ?? 0;

/** How much somebody carries around a start: the interviews of that week, less what is owed to their fair share.
 * Units: `SHARES` an interview. */
export const loadAt = (load: WeekLoad, start: number): number =>
  SHARES * interviewsAt(load, start) - load.owed;

/** The least of all. */
export const leastLoadOf = (loads: readonly WeekLoad[]): LeastLoad => {
  const [first] = loads;
  if (!first) return { stretchOf: new Uint16Array(0), loads: new Int32Array(0) };
  const least = new Int32Array(first.interviews.length).fill(2 ** 31 - 1);
  for (const { interviews, owed } of loads) {
    for (let stretch = 0; stretch < least.length; stretch += 1) {
      const load = SHARES * (interviews[stretch] ?? 0) - owed;
      if (load < (least[stretch] ?? 0)) least[stretch] = load;
    }
  }
  return { stretchOf: first.stretchOf, loads: least };
};

/** The least at a start. Units: `SHARES` an interview. */
export const leastAt = ({ stretchOf, loads }: LeastLoad, start: number): number =>
  loads[stretchOf[start] ?? 0] ?? 0;

/** What the engine takes when a request does not say. */
import type { LoopWeights } from "./loop-types.ts";
import type { ClockRange, SlotWeights, Weekday } from "./types.ts";

/** What matters how much: first that those who decide can really attend, then that nobody's agreed time is taken, then who
 * carries the load, the candidate's day, the panel's days, and speed. Only the proportions matter. */
export const DEFAULT_WEIGHTS: SlotWeights = {
  attendance: 25,
  invitations_kept: 20,
  focus_kept: 15,
  load_balance: 15,
  candidate_comfort: 15,
  panel_comfort: 10,
  earliness: 10,
};

export const DEFAULT_COMFORT: ClockRange = { startMinute: 9 * 60, endMinute: 18 * 60 };

export const DEFAULT_COMFORT_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

export const DEFAULT_NOTICE_MINUTES = 24 * 60;

/** Whatever gives, nobody is asked with less: a person still has to decide. */
export const LEAST_NOTICE_MINUTES = 120;

export const DEFAULT_GRID_MINUTES = 15;

export const DEFAULT_TOP = 5;

/** Steps of the search for several sessions: one to two seconds on a slow machine. */
export const DEFAULT_EFFORT = 70_000;

/** Between two sessions of one day. */
export const DEFAULT_MOST_GAP_MINUTES = 120;

/** Beside those of a session: how little of the day is spent waiting, and on how few days one has to come. */
export const DEFAULT_LOOP_WEIGHTS: Pick<LoopWeights, "compactness" | "few_days"> = {
  compactness: 15,
  few_days: 10,
};

/** How a session lies in somebody's day, by their own clock. */
import type { Span } from "./minutes.ts";
import { MINUTES_A_DAY } from "./minutes.ts";
import { BEST } from "./term.ts";
import type { ClockRange } from "./types.ts";
import { dayOf, localMinute, type ZoneClock } from "./zone-clock.ts";

/** So far outside the comfort hours that farther is no worse. Units: minutes. */
const FARTHEST = 240;
/** What a session over lunch is worth at most. */
const OVER_LUNCH = 500;

/** What suits somebody, on their own clock. */
export interface ComfortHours {
  comfort: ClockRange | undefined;
  lunch: ClockRange | undefined;
}

export interface PlaceInDay {
  /** Since 1970-01-01, on that clock. */
  day: number;
  /** How far the session reaches out of the comfort hours. Units: minutes on that clock. */
  outside: number;
  overLunch: boolean;
}

/** Where a session lies. */
export const placeInDay = (
  { start, end }: Span,
  clock: ZoneClock,
  { comfort, lunch }: ComfortHours,
): PlaceInDay => {
  const local = localMinute(clock, start);
  const day = dayOf(local);
  const from = local - day * MINUTES_A_DAY;
  const to = localMinute(clock, end) - day * MINUTES_A_DAY;
  return {
    day,
    outside: comfort ? Math.max(0, comfort.startMinute - from, to - comfort.endMinute) : 0,
    overLunch: lunch !== undefined && from < lunch.endMinute && to > lunch.startMinute,
  };
};

/** What that is worth. Units: 0 … BEST. */
export const comfortOf = ({ outside, overLunch }: PlaceInDay): number => {
  const value = BEST - Math.floor((BEST * Math.min(outside, FARTHEST)) / FARTHEST);
  return overLunch ? Math.min(value, OVER_LUNCH) : value;
};

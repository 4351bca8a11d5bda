import type { Frame } from "./frame.ts";
import { startMinute } from "./grid.ts";
import { MINUTES_A_DAY } from "./minutes.ts";
import { spanInWords, timeInWords } from "./time-words.ts";
import { dayOf, localMinute, weekdayOf } from "./zone-clock.ts";
import { BEST, type StartTerm } from "./term.ts";

/** So far outside the comfort hours that farther is no worse. Units: minutes. */
const FARTHEST = 240;
/** What a session over lunch is worth at most. */
const OVER_LUNCH = 500;

/** How well the time suits the candidate's own day. */
export const candidateComfort: StartTerm = {
  name: "candidate_comfort",
  value: (start, frame) => {
    const { outside, overLunch, dayOff } = placeInDay(start, frame);
    if (dayOff) return 0;
    const value = BEST - Math.floor((BEST * Math.min(outside, FARTHEST)) / FARTHEST);
    return overLunch ? Math.min(value, OVER_LUNCH) : value;
  },
  words: (start, frame) => {
    const { outside, overLunch, dayOff } = placeInDay(start, frame);
    const when = timeInWords(startMinute(frame.grid, start), frame.candidate.clock);
    if (dayOff) return `${when} is on a day off for the candidate`;
    if (outside > 0) return `${when} is ${spanInWords(outside)} outside the candidate's hours`;
    if (overLunch) return `${when} is over the candidate's lunch`;
    return `${when} suits the candidate's day`;
  },
};

interface PlaceInDay {
  /** How far the session reaches out of the comfort hours. Units: minutes on the candidate's clock. */
  outside: number;
  overLunch: boolean;
  dayOff: boolean;
}

const placeInDay = (start: number, { grid, candidate }: Frame): PlaceInDay => {
  const minute = startMinute(grid, start);
  const local = localMinute(candidate.clock, minute);
  const day = dayOf(local);
  const from = local - day * MINUTES_A_DAY;
  const to = localMinute(candidate.clock, minute + grid.duration) - day * MINUTES_A_DAY;
  const { comfort, lunch } = candidate;
  return {
    outside: Math.max(0, comfort.startMinute - from, to - comfort.endMinute),
    overLunch: lunch !== undefined && from < lunch.endMinute && to > lunch.startMinute,
    dayOff: !candidate.comfortDays.has(weekdayOf(day)),
  };
};

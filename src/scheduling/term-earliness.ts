import type { Frame } from "./frame.ts";
import { startMinute } from "./grid.ts";
import { spanInWords } from "./time-words.ts";
import { BEST, type StartTerm } from "./term.ts";
import { dayOf, localMinute } from "./zone-clock.ts";

/** How soon it is, by days of the candidate's calendar: best on the first that notice and horizon allow, worst on the last.
 * Whatever is pinned sooner or later than they allow is at that end: as good, or as bad, as it gets. What is an hour sooner is no better for anybody; of equal slots the earlier one goes first all the same. */
export const earliness: StartTerm = {
  name: "earliness",
  value: (start, frame) => {
    const { earliest, latest } = frame.bounds;
    const last = dayAt(latest, frame);
    const length = last - dayAt(earliest, frame);
    if (length <= 0) return BEST;
    const left = last - dayAt(startMinute(frame.grid, start), frame);
    return Math.floor((BEST * Math.min(Math.max(left, 0), length)) / length);
  },
  words: (start, { grid, now }) => `it is ${spanInWords(startMinute(grid, start) - now)} from now`,
};

const dayAt = (minute: number, { candidate }: Frame): number =>
  dayOf(localMinute(candidate.clock, minute));

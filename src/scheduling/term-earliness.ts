import { startMinute } from "./grid.ts";
import { spanInWords } from "./time-words.ts";
import { BEST, type StartTerm } from "./term.ts";

/** How soon it is: best at the first minute that notice and horizon allow, worst at the last. */
export const earliness: StartTerm = {
  name: "earliness",
  value: (start, { grid, bounds }) => {
    const length = bounds.latest - bounds.earliest;
    if (length <= 0) return BEST;
    return Math.floor((BEST * (bounds.latest - startMinute(grid, start))) / length);
  },
  words: (start, { grid, now }) => `it is ${spanInWords(startMinute(grid, start) - now)} from now`,
};

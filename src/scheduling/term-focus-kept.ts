import { hasStart, startMinute } from "./grid.ts";
import { listInWords, timeInWords } from "./time-words.ts";
import { BEST, type SeatTerm } from "./term.ts";
import { clockAt } from "./whereabouts.ts";

/** The share of the panel whose focus time stays whole. */
export const focusKept: SeatTerm = {
  name: "focus_kept",
  concerns: () => true,
  value: ({ panelist }, start) => (hasStart(panelist.inFocus, start) ? 0 : BEST),
  words: (seats, start, { grid }) => {
    const taken = seats.filter(({ panelist }) => hasStart(panelist.inFocus, start));
    if (taken.length === 0) return "nobody's focus time is taken";
    const minute = startMinute(grid, start);
    return listInWords(
      taken.map(({ panelist: { time } }) => {
        const within = time.taken.some(
          ({ kind, start: from, end }) => kind === "focus" && from <= minute && minute < end,
        );
        const verb = within ? "is within" : "runs into";
        return `${timeInWords(minute, clockAt(time, minute))} ${verb} ${time.name}'s focus time`;
      }),
    );
  },
};

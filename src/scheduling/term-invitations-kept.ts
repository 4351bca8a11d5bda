import { hasStart, startMinute } from "./grid.ts";
import { listInWords, timeInWords } from "./time-words.ts";
import type { Frame, Seat } from "./frame.ts";
import { BEST, type SeatTerm } from "./term.ts";
import { clockAt } from "./whereabouts.ts";

/** The share of the panel for whom nothing tentative and no unanswered invitation stands against the session. */
export const invitationsKept: SeatTerm = {
  name: "invitations_kept",
  concerns: () => true,
  value: ({ panelist }, start) => (hasStart(panelist.invited, start) ? 0 : BEST),
  words: (seats, start, frame) => {
    const against = seats.filter(({ panelist }) => hasStart(panelist.invited, start));
    if (against.length === 0)
      return "no tentative meeting or unanswered invitation stands against it";
    return listInWords(against.map((seat) => clashOf(seat, start, frame)));
  },
};

const clashOf = ({ panelist: { time } }: Seat, start: number, { grid }: Frame): string => {
  const from = startMinute(grid, start);
  const tentative = time.taken.some(
    (span) => span.kind === "tentative" && span.start < from + grid.duration && span.end > from,
  );
  const what = tentative ? "has a tentative meeting" : "has an unanswered invitation";
  return `${time.name} ${what} on ${timeInWords(from, clockAt(time, from))}`;
};

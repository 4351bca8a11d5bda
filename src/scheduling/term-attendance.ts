import type { Frame, Seat } from "./frame.ts";
import { hasStart, startMinute } from "./grid.ts";
import { spanAround } from "./minutes.ts";
import { listInWords, spanInWords, timeInWords } from "./time-words.ts";
import { BEST, type SeatTerm } from "./term.ts";
import { clockAt } from "./whereabouts.ts";

/** From here on to the edge of the working day, an hour is as good as any other. Units: minutes. */
const EASY_MARGIN = 60;

/** How surely key evaluators can attend: nothing else stands in their calendar, not even softly, and the session keeps an
 * hour from either end of their working hours. */
export const attendance: SeatTerm = {
  name: "attendance",
  concerns: (place) => place.key,
  value: (seat, start, frame) => {
    const { inFocus, invited } = seat.panelist;
    if (hasStart(inFocus, start) || hasStart(invited, start)) return 0;
    return Math.floor((BEST * Math.min(marginOf(seat, start, frame), EASY_MARGIN)) / EASY_MARGIN);
  },
  words: (seats, start, frame) => {
    const limits = seats.flatMap((seat) => limitOf(seat, start, frame) ?? []);
    if (limits.length > 0) return listInWords(limits);
    const names = seats.map(({ place, panelist }) => `${panelist.time.name} (${place.label})`);
    return `${listInWords(names)} can attend well inside working hours`;
  },
};

/** Minutes between the session and the nearer end of the working hours. */
const marginOf = ({ panelist }: Seat, start: number, { grid }: Frame): number => {
  const session = {
    start: startMinute(grid, start),
    end: startMinute(grid, start) + grid.duration,
  };
  const hours = spanAround(panelist.time.hours, session);
  return hours ? Math.min(session.start - hours.start, hours.end - session.end) : 0;
};

const limitOf = (seat: Seat, start: number, frame: Frame): string | undefined => {
  const { time, inFocus, invited } = seat.panelist;
  const when = timeInWords(
    startMinute(frame.grid, start),
    clockAt(time, startMinute(frame.grid, start)),
  );
  if (hasStart(inFocus, start) || hasStart(invited, start)) {
    return `${time.name} (${seat.place.label}) has something else planned on ${when}`;
  }
  const margin = marginOf(seat, start, frame);
  if (margin >= EASY_MARGIN) return undefined;
  return `${when} is ${spanInWords(margin)} from the edge of ${time.name}'s working hours`;
};

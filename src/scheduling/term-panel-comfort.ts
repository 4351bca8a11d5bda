import { comfortOf, type PlaceInDay, placeInDay } from "./comfort.ts";
import type { Frame, Seat } from "./frame.ts";
import { sessionSpan } from "./grid.ts";
import { listInWords, spanInWords, timeInWords } from "./time-words.ts";
import { BEST, type SeatTerm } from "./term.ts";
import { clockAt } from "./whereabouts.ts";

/** How well the time suits the panel's own days, each in the zone that they are in. For those who said nothing any of their
 * working hours is as good as another. */
export const panelComfort: SeatTerm = {
  name: "panel_comfort",
  concerns: (place) => place.choices.some(({ time }) => time.comfort ?? time.lunch),
  value: (seat, start, frame) => {
    const { comfort, lunch } = seat.panelist.time;
    return comfort || lunch ? comfortOf(placeFor(seat, start, frame)) : BEST;
  },
  words: (seats, start, frame) => {
    const against = seats.flatMap((seat) => againstIt(seat, start, frame) ?? []);
    return against.length > 0 ? listInWords(against) : "it suits everybody's own day";
  },
};

const placeFor = ({ panelist: { time } }: Seat, start: number, { grid }: Frame): PlaceInDay => {
  const span = sessionSpan(grid, start);
  return placeInDay(span, clockAt(time, span.start), time);
};

const againstIt = (seat: Seat, start: number, frame: Frame): string | undefined => {
  const { time } = seat.panelist;
  const { outside, overLunch } = placeFor(seat, start, frame);
  if (outside === 0 && !overLunch) return undefined;
  const minute = sessionSpan(frame.grid, start).start;
  const when = timeInWords(minute, clockAt(time, minute));
  return outside > 0
    ? `${when} is ${spanInWords(outside)} outside the hours that suit ${time.name}`
    : `${when} is over ${time.name}'s lunch`;
};

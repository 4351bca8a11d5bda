import { comfortOf, type PlaceInDay, placeInDay } from "./comfort.ts";
import type { Frame } from "./frame.ts";
import { sessionSpan } from "./grid.ts";
import { spanInWords, timeInWords } from "./time-words.ts";
import { weekdayOf } from "./zone-clock.ts";
import type { StartTerm } from "./term.ts";

/** How well the time suits the candidate's own day. */
export const candidateComfort: StartTerm = {
  name: "candidate_comfort",
  value: (start, frame) => {
    const place = placeFor(start, frame);
    return isDayOff(place, frame) ? 0 : comfortOf(place);
  },
  words: (start, frame) => {
    const place = placeFor(start, frame);
    const when = timeInWords(sessionSpan(frame.grid, start).start, frame.candidate.clock);
    if (isDayOff(place, frame)) return `${when} is on a day off for the candidate`;
    if (place.outside > 0) {
      return `${when} is ${spanInWords(place.outside)} outside the candidate's hours`;
    }
    if (place.overLunch) return `${when} is over the candidate's lunch`;
    return `${when} suits the candidate's day`;
  },
};

const placeFor = (start: number, { grid, candidate }: Frame): PlaceInDay =>
  placeInDay(sessionSpan(grid, start), candidate.clock, candidate);

const isDayOff = ({ day }: PlaceInDay, { candidate }: Frame): boolean =>
  !candidate.comfortDays.has(weekdayOf(day));

import type { Seat } from "./frame.ts";
import { countInWords, listInWords } from "./time-words.ts";
import { BEST, type SeatTerm } from "./term.ts";

/** What each interview more than the least busy colleague has costs. */
const STEP = 250;

/** Whether those who are taken from several choices have had the fewest interviews in that week. */
export const loadBalance: SeatTerm = {
  name: "load_balance",
  concerns: (place) => place.choices.length > 1,
  value: (seat, start) => Math.max(0, BEST - STEP * excessOf(seat, start)),
  words: (seats, start) => listInWords(seats.map((seat) => shareOf(seat, start))),
};

const loadOf = ({ panelist }: Seat, start: number): number => panelist.weekInterviews[start] ?? 0;

const excessOf = (seat: Seat, start: number): number =>
  loadOf(seat, start) - (seat.place.fewestInterviews[start] ?? 0);

const shareOf = (seat: Seat, start: number): string => {
  const { name } = seat.panelist.time;
  const excess = excessOf(seat, start);
  const load = countInWords(loadOf(seat, start), "interview");
  return excess === 0
    ? `${name} has as few interviews that week as anybody of ${seat.place.label} (${loadOf(seat, start)})`
    : `${name} has ${load} that week already, ${excess} more than the least busy of ${seat.place.label}`;
};

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
  words: (seats, start) => {
    const busier = seats.filter((seat) => excessOf(seat, start) > 0);
    if (busier.length > 0) return listInWords(busier.map((seat) => shareOf(seat, start)));
    const loads = seats.map((seat) => `${seat.panelist.time.name} (${loadOf(seat, start)})`);
    return `nobody who could be asked has fewer interviews that week than ${listInWords(loads)}`;
  },
};

const loadOf = ({ panelist }: Seat, start: number): number => panelist.weekInterviews[start] ?? 0;

const excessOf = (seat: Seat, start: number): number =>
  loadOf(seat, start) - (seat.place.fewestInterviews[start] ?? 0);

const shareOf = (seat: Seat, start: number): string => {
  const load = countInWords(loadOf(seat, start), "interview");
  const excess = excessOf(seat, start);
  return `${seat.panelist.time.name} has ${load} that week already, ${excess} more than the least busy of ${seat.place.label}`;
};

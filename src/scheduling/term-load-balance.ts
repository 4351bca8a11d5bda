import type { Seat } from "./frame.ts";
import { SHARES } from "./availability.ts";
import { amountInWords, countInWords, listInWords } from "./time-words.ts";
import { BEST, type SeatTerm } from "./term.ts";
import { interviewsAt, leastAt, loadAt } from "./week-loads.ts";

/** Whether those who are taken from several choices carry the least: interviews of that week, less what is owed to their fair
 * share. Each interview more than the least busy colleague costs a quarter. */
export const loadBalance: SeatTerm = {
  name: "load_balance",
  concerns: (place) => place.choices.length > 1,
  value: (seat, start) => Math.max(0, BEST - (STEP * excessOf(seat, start)) / SHARES),
  words: (seats, start) => {
    const busier = seats.filter((seat) => excessOf(seat, start) > 0);
    if (busier.length > 0) return listInWords(busier.map((seat) => shareOf(seat, start)));
    const loads = seats.map((seat) => `${seat.panelist.time.name} (${loadOf(seat, start)})`);
    const owed = seats.some(isShared) ? ", shares still owed counted in," : "";
    const least = seats.filter(hasHadLeast).map(leastOf);
    return `${least.length > 0 ? `${listInWords(least)}; ` : ""}nobody who could be asked has fewer interviews that week${owed} than ${listInWords(loads)}`;
  },
};

/** What an interview more costs. A whole number for each part of a share. */
const STEP = 250;

const loadOf = ({ panelist }: Seat, start: number): number => interviewsAt(panelist.load, start);

const excessOf = ({ place, panelist }: Seat, start: number): number =>
  loadAt(panelist.load, start) - leastAt(place.leastLoad, start);

/** Whether fair shares are known of anybody of the place. */
const isShared = ({ place }: Seat): boolean => place.choices.some(({ time }) => time.owed !== 0);

/** Whether everybody else who could be asked is owed less. */
const hasHadLeast = ({ place, panelist: { time } }: Seat): boolean =>
  time.owed > 0 &&
  place.choices.every((other) => other.time === time || other.time.owed < time.owed);

const leastOf = ({ place, panelist: { time } }: Seat): string =>
  `${time.name} has interviewed least of ${place.label} lately, ${amountInWords(time.owed / SHARES)} behind a fair share`;

const shareOf = (seat: Seat, start: number): string => {
  const { name, owed } = seat.panelist.time;
  const load = countInWords(loadOf(seat, start), "interview");
  const excess = amountInWords(excessOf(seat, start) / SHARES);
  const share = isShared(seat) ? ` and ${standingInWords(owed / SHARES)}, in all` : ",";
  return `${name} has ${load} that week already${share} ${excess} more than the least busy of ${seat.place.label}`;
};

const standingInWords = (owed: number): string => {
  if (owed === 0) return "has had a fair share";
  return owed > 0
    ? `is ${amountInWords(owed)} behind a fair share`
    : `is ${amountInWords(-owed)} ahead of a fair share`;
};

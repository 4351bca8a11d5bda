/** What it costs to seat somebody whom several sessions want best: with a price on them, what is expected of the sessions one
 * by one stays near to what they can have together. Sources: A. M. Geoffrion, "Lagrangean relaxation for integer programming"
 * (1974); G. Demange, D. Gale, M. Sotomayor, "Multi-item auctions" (1986): the lowest prices at which all have what they want
 * most are what one more of somebody would add. */
import { JointSeats, type SeatRow } from "./joint-seats.ts";

/** By rank, none below 0. */
export type Prices = Float64Array;

/** Nobody costs anything. */
export const noPrices = (people: number): Prices => new Float64Array(people);

/** The lowest prices for these rows. */
export const lowestPrices = (rows: readonly SeatRow[], people: number): Prices => {
  const prices = noPrices(people);
  const seats = new JointSeats(people, rows.length);
  const worth = seats.push(rows);
  if (worth === -Infinity) return prices;
  // One more of somebody who has no seat adds nothing; nor of somebody whom one row wants at most.
  for (const rank of seats.ranks()) {
    if (rows.filter((row) => row[rank] !== -Infinity).length < 2) continue;
    const doubled = rows.map((row) => [...row, row[rank] ?? -Infinity]);
    const more = new JointSeats(people + 1, rows.length).push(doubled);
    prices[rank] = Math.max(0, more - worth);
  }
  return prices;
};

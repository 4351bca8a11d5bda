/** How interviews are spread over those who hold them. */
import { type Figure, figureOf } from "./figure.ts";
import type { SeatRow } from "./rows.ts";
import { type Period, isIn } from "./period.ts";
import { gini } from "./statistics.ts";

export interface PersonLoad {
  email: string;
  interviews: number;
  hours: number;
}

export interface SpreadLoad {
  /** Who did most first. */
  people: PersonLoad[];
  interviews: number;
  gini: Figure;
}

/** Who interviewed in these weeks before counts too, with none: who is left out is part of how uneven it is. */
export const WEEKS_BEFORE = 12;
/** Of fewer people there is little to spread. */
const PEOPLE_NEEDED = 3;

/** Of everybody with an interview from `WEEKS_BEFORE` weeks before the period to its end. */
export const loadOf = (rows: readonly SeatRow[], period: Period): SpreadLoad => {
  const people = [...Map.groupBy(rows, ({ email }) => email)]
    .map(([email, all]): PersonLoad => {
      const own = all.filter(({ startsAt }) => isIn(startsAt, period));
      return { email, interviews: own.length, hours: hoursOf(own) };
    })
    .toSorted((a, b) => b.interviews - a.interviews || (a.email < b.email ? -1 : 1));
  const counts = people.map(({ interviews }) => interviews);
  return {
    people,
    interviews: counts.reduce((sum, count) => sum + count, 0),
    gini: figureOf(people.length, { needed: PEOPLE_NEEDED, value: gini(counts) }),
  };
};

const hoursOf = (rows: readonly SeatRow[]): number =>
  rows.reduce((sum, { startsAt, endsAt }) => sum + startsAt.until(endsAt).total("hours"), 0);

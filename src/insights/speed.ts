/** How long a stage move takes until everybody is invited, and how much of it people do. */
import { type Figure, SHARE_NEEDS, figureOf, spreadOf } from "./figure.ts";
import type { BookingRow } from "./rows.ts";
import { type Bin, histogram } from "./statistics.ts";

/** Units: minutes. Spans that people tell apart: minutes, hours, days. */
const EDGES = [0, 5, 15, 60, 240, 1440, 2880, 7200];
/** Actions of people. */
const TOUCHES = [0, 1, 2, 3, 4, 5];

export interface Speed {
  /** Units: minutes. */
  median: Figure;
  p90: Figure;
  bins: Bin[];
}

/** From the stage to the last invitation. */
export const speedOf = (rows: readonly BookingRow[]): Speed => {
  const minutes = rows.map(({ openedAt, outAt }) => openedAt.until(outAt).total("minutes"));
  return { ...spreadOf(minutes), bins: histogram(minutes, EDGES) };
};

export interface Touches {
  /** For each interview. */
  perInterview: Figure;
  touches: number;
  /** Bookings by how often somebody had to act. */
  bins: Bin[];
}

/** What people did for what was booked. Of a loop it is shared by its interviews. */
export const touchesOf = (rows: readonly BookingRow[]): Touches => {
  const interviews = rows.reduce((sum, row) => sum + row.interviews, 0);
  const touches = rows.reduce((sum, row) => sum + row.touches, 0);
  const value = interviews === 0 ? null : touches / interviews;
  return {
    perInterview: figureOf(interviews, { needed: SHARE_NEEDS, value }),
    touches,
    bins: histogram(
      rows.map((row) => row.touches),
      TOUCHES,
    ),
  };
};

/** How often candidates come. */
import { type Figure, shareOf } from "./figure.ts";
import type { AttendedRow } from "./rows.ts";

export interface Attendance {
  /** Of those of which somebody has said it, how many were missed. */
  missed: Figure;
  came: number;
  missedConfirmed: number;
  missedUnconfirmed: number;
  /** Nobody has said. */
  unknown: number;
}

/** Of interviews that are over. What nobody has said is not guessed. */
export const attendanceOf = (rows: readonly AttendedRow[]): Attendance => {
  const count = (wanted: (row: AttendedRow) => boolean): number => rows.filter(wanted).length;
  const came = count(({ attended }) => attended === true);
  const missed = rows.filter(({ attended }) => attended === false);
  const missedConfirmed = missed.filter(({ isConfirmed }) => isConfirmed).length;
  return {
    missed: shareOf(missed.length, came + missed.length),
    came,
    missedConfirmed,
    missedUnconfirmed: missed.length - missedConfirmed,
    unknown: count(({ attended }) => attended === null),
  };
};

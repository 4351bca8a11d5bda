/** How often candidates come, visit by visit, why visits were missed, and what was known before of those that were. */
import { MISSED_REASONS, type MissedReason, isNotTheCandidates } from "../domain/missed-reason.ts";
import { type Figure, shareOf } from "./figure.ts";
import type { AttendedRow } from "./rows.ts";

/** What our books knew of a visit before it began. One may have several. */
export const CIRCUMSTANCES = [
  "confirmed",
  "not_confirmed",
  "unanswered",
  "no_reminders",
  "short_notice",
  "moved",
] as const;
export type Circumstance = (typeof CIRCUMSTANCES)[number];

/** Booked later than that, a visit is at short notice. */
export const SHORT_NOTICE_HOURS = 48;

export interface Attendance {
  /** Of those of which somebody has said it, to how many the candidate did not come. Those kept from it by us or by technology do not count. */
  missed: Figure;
  came: number;
  /** Why visits were missed; null: nobody has said. */
  byReason: { reason: MissedReason | null; count: number }[];
  /** Of the visits with each circumstance, how many the candidate missed. */
  byCircumstance: { circumstance: Circumstance; missed: number; share: Figure }[];
  /** Nobody has said. */
  unknown: number;
}

/** Of visits that are over. What nobody has said is not guessed. */
export const attendanceOf = (rows: readonly AttendedRow[]): Attendance => {
  const said = rows.filter(
    ({ attended, reason }) => attended !== null && !isNotTheCandidates(reason),
  );
  const missedOf = (some: readonly AttendedRow[]): number =>
    some.filter(({ attended }) => attended === false).length;
  return {
    missed: shareOf(missedOf(said), said.length),
    came: said.length - missedOf(said),
    byReason: [...MISSED_REASONS, null].map((reason) => ({
      reason,
      count: missedOf(rows.filter((row) => row.reason === reason)),
    })),
    byCircumstance: CIRCUMSTANCES.map((circumstance) => {
      const own = said.filter(HAS[circumstance]);
      return { circumstance, missed: missedOf(own), share: shareOf(missedOf(own), own.length) };
    }),
    unknown: rows.filter(({ attended }) => attended === null).length,
  };
};

const HAS: Record<Circumstance, (row: AttendedRow) => boolean> = {
  confirmed: ({ isConfirmed }) => isConfirmed,
  not_confirmed: ({ isConfirmed }) => !isConfirmed,
  unanswered: ({ isUnanswered }) => isUnanswered,
  no_reminders: ({ hasNoReminders }) => hasNoReminders,
  short_notice: ({ leadHours }) => leadHours < SHORT_NOTICE_HOURS,
  moved: ({ moves }) => moves > 0,
};

/** All insights of one period, from its rows: pure, and the same for the same rows. */
import { type Attendance, attendanceOf } from "./attendance.ts";
import { type FeedbackSpeed, feedbackOf } from "./feedback.ts";
import { type FirstOffers, firstOffersOf } from "./first-offers.ts";
import { type SpreadLoad, loadOf } from "./load.ts";
import { type Period, isIn } from "./period.ts";
import { type Repairs, incidentsOf, repairsOf } from "./repairs.ts";
import {
  type AttendedRow,
  type BookingRow,
  type ChangeRow,
  type FeedbackRow,
  type FirstOfferRow,
  type SeatRow,
  withoutWhatShows,
} from "./rows.ts";
import { type Speed, type Touches, speedOf, touchesOf } from "./speed.ts";

/** As they were read. */
export interface InsightRows {
  bookings: readonly BookingRow[];
  firstOffers: readonly FirstOfferRow[];
  changes: readonly ChangeRow[];
  seats: readonly SeatRow[];
  feedback: readonly FeedbackRow[];
  attended: readonly AttendedRow[];
}

export interface Insights {
  speed: Speed;
  touches: Touches;
  firstOffers: FirstOffers;
  repairs: Repairs;
  load: SpreadLoad;
  feedback: FeedbackSpeed;
  attendance: Attendance;
}

interface Asked {
  period: Period;
  now: Temporal.Instant;
  /** So long after its interview a form that is not in is overdue. */
  overdueAfterHours: number;
  /** Of the whole company, and not of a team or a posting. */
  isOfAll: boolean;
}

/** What they come to. */
export const insightsOf = (rows: InsightRows, asked: Asked): Insights => {
  const { period, now, isOfAll } = asked;
  const bookings = withoutWhatShows(rows.bookings, { isOfAll });
  const incidents = incidentsOf(rows.changes).filter(({ happenedAt }) => isIn(happenedAt, period));
  return {
    speed: speedOf(bookings),
    touches: touchesOf(bookings),
    firstOffers: firstOffersOf(withoutWhatShows(rows.firstOffers, { isOfAll }), now),
    repairs: repairsOf(withoutWhatShows(incidents, { isOfAll })),
    load: loadOf(rows.seats, period),
    feedback: feedbackOf(rows.feedback, asked),
    attendance: attendanceOf(withoutWhatShows(rows.attended, { isOfAll })),
  };
};

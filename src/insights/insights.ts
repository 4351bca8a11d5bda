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
}

/** What they come to. */
export const insightsOf = (rows: InsightRows, asked: Asked): Insights => {
  const { period, now } = asked;
  const incidents = incidentsOf(rows.changes).filter(({ happenedAt }) => isIn(happenedAt, period));
  return {
    speed: speedOf(rows.bookings),
    touches: touchesOf(rows.bookings),
    firstOffers: firstOffersOf(rows.firstOffers, now),
    repairs: repairsOf(incidents),
    load: loadOf(rows.seats, period),
    feedback: feedbackOf(rows.feedback, asked),
    attendance: attendanceOf(rows.attended),
  };
};

/** What insights are computed from: ids, kinds and times, as they are kept. No name and no text of a candidate, and nothing of a
 * confidential candidacy: figures of the company less those of its teams would tell of it. */
import type { MissedReason } from "../domain/missed-reason.ts";

interface OfCase {
  caseId: string;
}

/** The first booking of a case, once all of its invitations are out. */
export interface BookingRow extends OfCase {
  /** When Convene learnt of the stage. */
  openedAt: Temporal.Instant;
  /** When the last invitation had left. */
  outAt: Temporal.Instant;
  interviews: number;
  /** How often somebody had to do something in Convene until then. */
  touches: number;
}

/** What a candidate was sent first for a stage: a booking, or times to choose from. */
export interface FirstOfferRow extends OfCase {
  kind: "book_interview" | "offer_times";
  sentAt: Temporal.Instant;
  /** Until when one of the times may be chosen. */
  until: Temporal.Instant;
  /** Whether the candidate chose one. */
  isPicked: boolean;
  /** When what was booked was first made otherwise, or cancelled; null: never. What was only put back as booked is no change. */
  changedAt: Temporal.Instant | null;
  /** When the first of its interviews that was missed began; null: none was. */
  missedAt: Temporal.Instant | null;
  /** Whether somebody has said of one of its interviews that the candidate came. */
  hasCome: boolean;
  /** When the last of its interviews ends, or has ended; null: none is booked. */
  endsAt: Temporal.Instant | null;
}

/** Why a booking has to be changed. */
export const CAUSES = ["declined", "candidate", "outside"] as const;
export type Cause = (typeof CAUSES)[number];

/** A proposal to change or cancel what is booked. */
export interface ChangeRow extends OfCase {
  cause: Cause;
  /** When what it answers was told to us. */
  happenedAt: Temporal.Instant;
  status: string;
  /** Whether it only puts back as booked what somebody did outside. */
  isPutBack: boolean;
  /** When its last step was done. */
  doneAt: Temporal.Instant | null;
}

/** A booked interview in somebody's time, also one to which the candidate did not come. */
export interface SeatRow {
  /** In small letters. */
  email: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

/** A feedback form that somebody owes, or has handed in. */
export interface FeedbackRow {
  /** Of the interview. */
  endsAt: Temporal.Instant;
  handedInAt: Temporal.Instant | null;
}

/** A visit that is over: interviews that a candidate comes to in one go. */
export interface AttendedRow {
  /** Whether they came to any of it. Null: nobody has said. */
  attended: boolean | null;
  /** Why it was missed, as whoever said it knows; null: they do not, or it was not. */
  reason: MissedReason | null;
  /** Whether the candidate had said that they would be there at this time. */
  isConfirmed: boolean;
  /** Whether the candidate had asked for another time, or to cancel, and had no answer when it began. */
  isUnanswered: boolean;
  /** Whether the candidate wanted no reminders. */
  hasNoReminders: boolean;
  /** How often it had been moved. */
  moves: number;
  /** From when this time was booked until it began. Units: hours. */
  leadHours: number;
}

/** What a calendar says about a person's time, whatever service it came from. */

/** Where a calendar lives. */
export type CalendarService = "google" | "microsoft";

/** Why time is taken. `unreadable` is never a block: it is a finding on the person (see `CalendarReading`). */
export type BusyKind =
  | "busy"
  | "tentative"
  | "out_of_office"
  | "focus"
  | "working_elsewhere"
  | "unaccepted";

/** One block of a person's calendar, half-open `[start, end)`. Titles are not carried: nobody needs them to schedule. */
export interface BusyBlock {
  start: Temporal.Instant;
  end: Temporal.Instant;
  kind: BusyKind;
  /** The calendar's own event id where it may be read; absent for blocks from free/busy alone. */
  eventId?: string;
}

/** A person's weekly hours in their own zone; minutes since local midnight, half-open. */
export interface WorkingHours {
  zone: string;
  /** ISO weekday 1 (Monday) … 7 (Sunday) → ranges, empty or absent = does not work. */
  days: Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, { startMinute: number; endMinute: number }[]>>;
}

/** What could be read of one person's calendar. Never silently free, never silently busy. */
export type CalendarReading =
  | {
      email: string;
      readable: true;
      /** Sorted by start; may overlap when kinds differ. */
      blocks: BusyBlock[];
      /** IANA zone of the calendar. */
      zone: string;
      /** Which service answered. */
      service?: CalendarService;
      hours?: WorkingHours;
      readAt: Temporal.Instant;
    }
  | {
      email: string;
      readable: false;
      reason: "not_found" | "denied" | "unavailable";
      readAt: Temporal.Instant;
    };

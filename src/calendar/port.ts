/** What crosses this border: people's time, and events that we make. Reader goes to tools; the writer to effects alone. */
import type { CalendarReading } from "../domain/calendar.ts";

/** Reads of calendars. */
export interface CalendarReader {
  /** Busy blocks of each person in `[from, to)`, with their kinds; one reading per address asked for, in that order.
   * A calendar that cannot be read is a reading with `readable: false`, never an error and never free.
   * Errors: `calendar_unavailable` (retryable) only when the service as a whole does not answer. */
  readBusy(
    emails: string[],
    from: Temporal.Instant,
    to: Temporal.Instant,
  ): Promise<CalendarReading[]>;
  /** One event of ours on its organiser's calendar. Null when there is none. */
  getEvent(organizer: string, eventId: string): Promise<CalendarEvent | null>;
}

/** A subscription to one calendar: its service tells that something has changed, and never what. */
export interface CalendarChannel {
  id: string;
  /** Comes back with every message, and proves it. */
  token: string;
  /** Where messages are sent; https, but for the sandbox company. A service whose messages have another shape has a door of
   * its own beside it. */
  address: string;
  lifeSeconds: number;
}

/** Hears of changes to calendars. It reads and subscribes; it changes nobody's events. */
export interface CalendarWatcher {
  openChannel(
    mailbox: string,
    channel: CalendarChannel,
  ): Promise<{ resourceId: string; expiresAt: Temporal.Instant }>;
  /** The same channel with a longer life. Null when it cannot have one: its service knows no such thing, or it is gone. */
  extendChannel(
    mailbox: string,
    channel: { resourceId: string; lifeSeconds: number },
  ): Promise<{ expiresAt: Temporal.Instant } | null>;
  /** Done when it is gone already. */
  closeChannel(mailbox: string, channel: { id: string; resourceId: string }): Promise<void>;
  /** Our events that have changed since `syncToken` was given; null: all of ours. `isChanged`: whether anything has, ours or
   * not. Shape: `expired` when everything has to be read again. */
  readChanges(mailbox: string, syncToken: string | null): Promise<CalendarChanges | "expired">;
}

export interface CalendarChanges {
  events: { effectId: string; etag: string }[];
  isChanged: boolean;
  /** All of ours that stand; null where only what has changed was read. What is not among them has gone, perhaps before it
   * was ever read. */
  standing: string[] | null;
  syncToken: string;
}

export interface NewCalendarEvent {
  /** Chosen by us (base32hex), so that a repeated insert cannot make a second event. */
  id: string;
  /** Our effect id, kept in a private extended property: how we know that an event is ours. */
  effectId: string;
  title: string;
  description: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  zone: string;
  /** A room is invited as what it is, and answers by itself. */
  guests: { email: string; name: string; isRoom?: boolean }[];
  /** Where people meet; absent: nowhere in particular. */
  location?: string;
  /** Ask for a video room of the calendar's own: Meet, or Teams. */
  video: "meet" | "none";
}

export interface CalendarEvent {
  id: string;
  etag: string;
  status: "confirmed" | "tentative" | "cancelled";
  effectId: string | null;
  title: string;
  description: string;
  url: string | null;
  videoUrl: string | null;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  guests: { email: string; answer: GuestAnswer }[];
}

export type GuestAnswer = "needs_action" | "declined" | "tentative" | "accepted";

/** How an event of ours is to be from now on. */
export interface EventUpdate {
  eventId: string;
  /** It is changed only while its etag is this one. */
  etag: string;
  /** The effect that it says made it from now on. */
  effectId: string;
  /** Absent: they stay, to the letter. */
  texts?: { title: string; description: string };
  /** Null: its time stays. */
  time: { startsAt: Temporal.Instant; endsAt: Temporal.Instant; zone: string } | null;
  /** All of them; `answer` is what each is known to have said. */
  guests: { email: string; name: string; answer: GuestAnswer; isRoom?: boolean }[];
  /** Absent: it stays. */
  location?: string;
  /** Nobody who stays a guest has to know of it. */
  isQuiet?: true;
}

/** Writes to calendars: given to `src/effects` alone. Sends once, never retries; a lost answer is `outcome_unknown`;
 * an id in use is `calendar_conflict`. */
export interface CalendarWriter {
  createEvent(organizer: string, event: NewCalendarEvent): Promise<CalendarEvent>;
  /** Changes an event in its place: guests who stay are not invited a second time. Errors: `calendar_rejected` when it was
   * changed meanwhile, `calendar_not_found` when it is gone. */
  updateEvent(organizer: string, update: EventUpdate): Promise<CalendarEvent>;
  /** Done when it is gone already. */
  deleteEvent(organizer: string, eventId: string): Promise<void>;
  /** The same, but only while its etag is this one. Errors: `calendar_rejected` when it was changed meanwhile. */
  deleteUnchanged(organizer: string, event: { eventId: string; etag: string }): Promise<void>;
}

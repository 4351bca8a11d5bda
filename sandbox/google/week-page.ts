/** A person's Google calendar for somebody who looks. */
import { type CalendarEntry, calendarPage } from "../calendar-page.ts";
import type { Mailbox } from "../worlds/types.ts";
import { type StoredEvent, answerOf, spanOf } from "./stored-event.ts";

/** The page of one calendar. */
export const weekPage = ({
  owner,
  events,
  now,
}: {
  owner: Mailbox;
  events: StoredEvent[];
  now: Temporal.Instant;
}): string =>
  calendarPage({
    title: `Calendar of ${owner.name}`,
    owner,
    entries: events.map((event) => entryOf(event, owner)),
    now,
  });

const entryOf = (event: StoredEvent, owner: Mailbox): CalendarEntry => ({
  id: event.id,
  isAllDay: event.start.kind === "day",
  ...spanOf(event, owner.zone),
  title: event.summary,
  state: stateOf(event, owner),
  guests: event.guests
    .filter(({ email }) => email !== owner.email)
    .map((guest) => `${guest.displayName ?? guest.email} (${ANSWERS[guest.answer]})`),
  place: event.room?.url ?? event.location ?? "",
});

const ANSWERS = {
  accepted: "accepted",
  declined: "declined",
  tentative: "maybe",
  needsAction: "no answer yet",
} as const;

const EVENT_TYPES: Record<string, string> = {
  focusTime: "focus time",
  outOfOffice: "out of office",
  workingLocation: "working location",
};

const stateOf = (event: StoredEvent, owner: Mailbox): string => {
  if (event.status === "cancelled") return "cancelled";
  const type = EVENT_TYPES[event.eventType];
  if (type !== undefined) return type;
  return event.status === "tentative" ? "tentative" : ANSWERS[answerOf(event, owner.email)];
};

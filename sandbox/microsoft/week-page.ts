/** A mailbox's Outlook calendar for somebody who looks. */
import { type CalendarEntry, calendarPage } from "../calendar-page.ts";
import type { Mailbox } from "../worlds/types.ts";
import { type Copy, answerOf, showAsOf, spanOf } from "./stored-event.ts";

/** The page of one calendar. */
export const weekPage = ({
  owner,
  copies,
  now,
}: {
  owner: Mailbox;
  copies: Copy[];
  now: Temporal.Instant;
}): string =>
  calendarPage({
    title: `Outlook calendar of ${owner.name}`,
    owner,
    entries: copies.map((copy) => entryOf(copy, owner)),
    now,
  });

const entryOf = (copy: Copy, owner: Mailbox): CalendarEntry => {
  const { event } = copy;
  return {
    id: copy.id,
    isAllDay: event.start.kind === "day",
    ...spanOf(event, owner.zone),
    title: event.subject,
    state: event.isCancelled
      ? "cancelled"
      : `${SHOWN[showAsOf(copy)]}, ${ANSWERS[answerOf(event, owner.email)]}`,
    guests: event.attendees
      .filter(({ email }) => email !== owner.email)
      .map(({ name, answer }) => `${name} (${ANSWERS[answer]})`),
    place: event.joinUrl ?? event.location,
  };
};

const ANSWERS = {
  accepted: "accepted",
  declined: "declined",
  tentativelyAccepted: "maybe",
  notResponded: "no answer yet",
} as const;

const SHOWN = {
  free: "free",
  tentative: "tentative",
  busy: "busy",
  oof: "out of office",
  workingElsewhere: "working elsewhere",
  unknown: "busy",
} as const;

/** Google's events and free/busy answers as busy blocks. Lenient: what Google may add does not matter; what is needed and
 * missing is a bad answer. Source: Google Calendar API, events and freebusy resources. */
import { z } from "zod";
import type { BusyBlock, BusyKind } from "../domain/calendar.ts";
import { type Window, byStart, clip } from "./blocks.ts";

const EventTime = z.object({ date: z.iso.date().optional(), dateTime: z.string().optional() });

const Event = z.object({
  id: z.string(),
  status: z.string().default("confirmed"),
  eventType: z.string().default("default"),
  transparency: z.string().default("opaque"),
  start: EventTime,
  end: EventTime,
  attendees: z
    .array(z.object({ self: z.boolean().optional(), responseStatus: z.string().optional() }))
    .default([]),
  workingLocationProperties: z.object({ type: z.string().optional() }).optional(),
});
type Event = z.infer<typeof Event>;

/** One page of `events.list`, as far as we ask for it. */
export const EventsPage = z.object({
  timeZone: z.string(),
  nextPageToken: z.string().optional(),
  items: z.array(Event).default([]),
});
export type EventsPage = z.infer<typeof EventsPage>;

/** What `events.list` is asked to send: no title, no description, no place, no address. */
export const EVENT_FIELDS =
  "timeZone,nextPageToken,items(id,status,eventType,transparency,start,end,attendees(self,responseStatus),workingLocationProperties/type)";

/** The answer of `freebusy.query`. */
export const FreeBusyAnswer = z.object({
  calendars: z.record(
    z.string(),
    z.object({
      errors: z.array(z.object({ reason: z.string() })).default([]),
      busy: z.array(z.object({ start: z.string(), end: z.string() })).default([]),
    }),
  ),
});
export type FreeBusyAnswer = z.infer<typeof FreeBusyAnswer>;

/** The blocks of a calendar's events inside the window, sorted by start. */
export const blocksOfEvents = (events: Event[], zone: string, window: Window): BusyBlock[] =>
  events
    .flatMap((event) => {
      const kind = kindOf(event);
      const start = instantOf(event.start, zone);
      const end = instantOf(event.end, zone);
      return kind && start && end ? [{ start, end, kind, eventId: event.id }] : [];
    })
    .flatMap((block) => clip(block, window))
    .toSorted(byStart);

/** The answer of free/busy as blocks: it knows no kinds. */
export const blocksOfFreeBusy = (busy: { start: string; end: string }[]): BusyBlock[] =>
  busy.map(({ start, end }) => ({
    start: Temporal.Instant.from(start),
    end: Temporal.Instant.from(end),
    kind: "busy",
  }));

/** Undefined: the time is free. */
const kindOf = (event: Event): BusyKind | undefined => {
  const answer = event.attendees.find((attendee) => attendee.self)?.responseStatus;
  if (event.status === "cancelled" || answer === "declined") return undefined;
  if (event.eventType === "workingLocation") return workingElsewhere(event);
  if (event.transparency === "transparent") return undefined;
  if (event.eventType === "outOfOffice") return "out_of_office";
  if (event.eventType === "focusTime") return "focus";
  if (event.status === "tentative" || answer === "tentative") return "tentative";
  return answer === "needsAction" ? "unaccepted" : "busy";
};

/** Home and office are where people work: only a place of its own (a client's, another town) says something. */
const workingElsewhere = (event: Event): BusyKind | undefined =>
  event.workingLocationProperties?.type === "customLocation" ? "working_elsewhere" : undefined;

/** Whole days are days in the calendar's own zone; they may have 23 or 25 hours. */
const instantOf = (
  { date, dateTime }: z.infer<typeof EventTime>,
  zone: string,
): Temporal.Instant | undefined => {
  if (dateTime !== undefined) return Temporal.Instant.from(dateTime);
  return date === undefined
    ? undefined
    : Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone }).toInstant();
};

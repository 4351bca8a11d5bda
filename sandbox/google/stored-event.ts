/** One event as the company's Google keeps it, and as each of its people sees it. */
import type { calendar_v3 } from "@googleapis/calendar";

export type Answer = "needsAction" | "declined" | "tentative" | "accepted";

/** A point in time, or a whole day in the calendar's zone. */
export type EventTime =
  | { kind: "instant"; instant: Temporal.Instant; zone: string }
  | { kind: "day"; date: Temporal.PlainDate };

export interface StoredEvent {
  id: string;
  organizer: string;
  status: "confirmed" | "tentative" | "cancelled";
  created: Temporal.Instant;
  updated: Temporal.Instant;
  /** Grows with each change: the etag is made of it. */
  version: number;
  sequence: number;
  summary: string;
  description: string | undefined;
  location: string | undefined;
  start: EventTime;
  end: EventTime;
  eventType: string;
  transparency: "opaque" | "transparent";
  visibility: string | undefined;
  guestsCanInviteOthers: boolean;
  guests: {
    email: string;
    displayName: string | undefined;
    answer: Answer;
    /** A room: the first time that it is invited says so. */
    isResource?: boolean;
  }[];
  privateProperties: Record<string, string>;
  room: { requestId: string; url: string } | undefined;
}

/** The event in Google's words. `viewer` is the owner of the calendar; `baseUrl` that of its pages. */
export const eventBody = (
  event: StoredEvent,
  { viewer, baseUrl }: { viewer: string; baseUrl: string },
): calendar_v3.Schema$Event => ({
  kind: "calendar#event",
  etag: etagOf(event),
  id: event.id,
  status: event.status,
  htmlLink: `${baseUrl}/google/calendars/${encodeURIComponent(viewer)}#${event.id}`,
  created: event.created.toString(),
  updated: event.updated.toString(),
  summary: event.summary,
  ...(event.description !== undefined && { description: event.description }),
  ...(event.location !== undefined && { location: event.location }),
  creator: { email: event.organizer, ...isSelf(event.organizer, viewer) },
  organizer: { email: event.organizer, ...isSelf(event.organizer, viewer) },
  start: timeBody(event.start),
  end: timeBody(event.end),
  iCalUID: `${event.id}@google.test`,
  sequence: event.sequence,
  ...(event.transparency === "transparent" && { transparency: "transparent" }),
  ...(event.visibility !== undefined && { visibility: event.visibility }),
  ...(event.guests.length > 0 && {
    attendees: event.guests.map((guest) => guestBody(guest, event, viewer)),
  }),
  guestsCanInviteOthers: event.guestsCanInviteOthers,
  ...(Object.keys(event.privateProperties).length > 0 && {
    extendedProperties: { private: event.privateProperties },
  }),
  ...roomBody(event),
  reminders: { useDefault: true },
  eventType: event.eventType,
  ...(event.eventType === "workingLocation" && {
    workingLocationProperties: { type: "homeOffice", homeOffice: {} },
  }),
});

/** The etag: quotes are part of it. */
export const etagOf = (event: StoredEvent): string =>
  `"${event.version}${event.updated.epochMilliseconds}"`;

/** What a person of the event answered; the organiser of an event without guests goes. */
export const answerOf = (event: StoredEvent, email: string): Answer =>
  event.guests.find((guest) => guest.email === email)?.answer ?? "accepted";

/** The time that an event takes, whole days in the zone given. */
export const spanOf = (
  event: StoredEvent,
  zone: string,
): { start: Temporal.Instant; end: Temporal.Instant } => ({
  start: instantOf(event.start, zone),
  end: instantOf(event.end, zone),
});

const instantOf = (time: EventTime, zone: string): Temporal.Instant =>
  time.kind === "instant" ? time.instant : time.date.toZonedDateTime(zone).toInstant();

const timeBody = (time: EventTime): calendar_v3.Schema$EventDateTime =>
  time.kind === "day"
    ? { date: time.date.toString() }
    : {
        dateTime: time.instant.toZonedDateTimeISO(time.zone).toString({ timeZoneName: "never" }),
        timeZone: time.zone,
      };

const guestBody = (
  guest: StoredEvent["guests"][number],
  event: StoredEvent,
  viewer: string,
): calendar_v3.Schema$EventAttendee => ({
  email: guest.email,
  ...(guest.displayName !== undefined && { displayName: guest.displayName }),
  ...(guest.email === event.organizer && { organizer: true }),
  ...isSelf(guest.email, viewer),
  ...(guest.isResource && { resource: true }),
  responseStatus: guest.answer,
});

const isSelf = (email: string, viewer: string): { self?: true } =>
  email === viewer ? { self: true } : {};

const roomBody = ({
  room,
}: StoredEvent): Pick<calendar_v3.Schema$Event, "hangoutLink" | "conferenceData"> => {
  if (!room) return {};
  const conferenceId = room.url.split("/").at(-1) ?? "";
  return {
    hangoutLink: room.url,
    conferenceData: {
      createRequest: {
        requestId: room.requestId,
        conferenceSolutionKey: { type: "hangoutsMeet" },
        status: { statusCode: "success" },
      },
      entryPoints: [
        { entryPointType: "video", uri: room.url, label: room.url.replace("https://", "") },
      ],
      conferenceSolution: { key: { type: "hangoutsMeet" }, name: "Google Meet" },
      conferenceId,
    },
  };
};

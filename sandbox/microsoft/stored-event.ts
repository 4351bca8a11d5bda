/** One event as the company's Exchange keeps it, and as each mailbox that has it shows it. */
import type {
  Attendee,
  DateTimeTimeZone,
  Event,
  ItemBody,
  ResponseStatus,
  ResponseType,
} from "@microsoft/microsoft-graph-types";
import { escapeHtml } from "../html.ts";

export type Answer = "notResponded" | "accepted" | "tentativelyAccepted" | "declined";
export type ShowAs = "free" | "tentative" | "busy" | "oof" | "workingElsewhere" | "unknown";

/** A point in time, or a whole day in whatever zone somebody looks from. */
export type EventTime =
  | { kind: "instant"; instant: Temporal.Instant; zone: string }
  | { kind: "day"; date: Temporal.PlainDate };

export interface StoredEvent {
  /** Of the meeting: each mailbox has ids of its own. */
  key: string;
  organizer: { email: string; name: string };
  created: Temporal.Instant;
  updated: Temporal.Instant;
  /** Grows with each change: the etag is made of it. */
  version: number;
  subject: string;
  body: { contentType: "text" | "html"; content: string };
  location: string;
  start: EventTime;
  end: EventTime;
  showAs: ShowAs;
  sensitivity: "normal" | "personal" | "private" | "confidential";
  isCancelled: boolean;
  allowNewTimeProposals: boolean;
  attendees: {
    email: string;
    name: string;
    answer: Answer;
    at: Temporal.Instant | null;
    /** A room. */
    isResource?: boolean;
  }[];
  transactionId: string | null;
  /** On the organiser's own copy alone. */
  properties: { id: string; value: string }[];
  joinUrl: string | null;
}

/** One mailbox's copy. */
export interface Copy {
  event: StoredEvent;
  mailbox: string;
  /** Changes when the item is moved to another folder. */
  id: string;
  /** Asked for by `Prefer: IdType="ImmutableId"`. */
  immutableId: string;
}

/** How a caller wants to see it. */
export interface Look {
  /** As the caller named it; IANA or Windows. */
  zoneName: string;
  zone: string;
  immutable: boolean;
  /** Whether texts are to come as text; else they come as HTML, as Exchange keeps them. */
  asText: boolean;
  /** Ids of the extended properties that are asked for. */
  expand: string[];
  baseUrl: string;
}

/** The event in Graph's words, as one mailbox shows it. */
export const eventBody = (copy: Copy, look: Look): Event & { "@odata.etag": string } => {
  const { event, mailbox } = copy;
  const isOrganizer = event.organizer.email === mailbox;
  const properties = event.properties.filter(
    ({ id }) => isOrganizer && look.expand.some((asked) => samePropertyId(asked, id)),
  );
  return {
    "@odata.etag": etagOf(event),
    id: look.immutable ? copy.immutableId : copy.id,
    createdDateTime: event.created.toString(),
    lastModifiedDateTime: event.updated.toString(),
    changeKey: changeKeyOf(event),
    categories: [],
    transactionId: isOrganizer ? event.transactionId : null,
    originalStartTimeZone: event.start.kind === "instant" ? event.start.zone : look.zoneName,
    originalEndTimeZone: event.end.kind === "instant" ? event.end.zone : look.zoneName,
    iCalUId: `040000008200E00074C5B7101A82E008${event.key.toUpperCase()}`,
    reminderMinutesBeforeStart: 15,
    isReminderOn: true,
    hasAttachments: false,
    subject: event.isCancelled ? `Canceled: ${event.subject}` : event.subject,
    bodyPreview: event.body.content.slice(0, 255),
    importance: "normal",
    sensitivity: event.sensitivity,
    isAllDay: event.start.kind === "day",
    isCancelled: event.isCancelled,
    isOrganizer,
    responseRequested: true,
    seriesMasterId: null,
    showAs: showAsOf(copy),
    type: "singleInstance",
    webLink: `${look.baseUrl}/microsoft/calendars/${encodeURIComponent(mailbox)}#${copy.id}`,
    onlineMeetingUrl: null,
    isOnlineMeeting: event.joinUrl !== null,
    onlineMeetingProvider: event.joinUrl === null ? "unknown" : "teamsForBusiness",
    allowNewTimeProposals: event.allowNewTimeProposals,
    isDraft: false,
    hideAttendees: false,
    recurrence: null,
    responseStatus: responseOf(copy),
    body: bodyOf(event, look),
    start: timeBody(event.start, look),
    end: timeBody(event.end, look),
    location: { displayName: event.location, locationType: "default" },
    locations: [],
    attendees: event.attendees.map(attendeeBody),
    organizer: { emailAddress: { name: event.organizer.name, address: event.organizer.email } },
    onlineMeeting: event.joinUrl === null ? null : { joinUrl: event.joinUrl },
    ...(properties.length > 0 && {
      singleValueExtendedProperties: properties.map(({ id, value }) => ({ id, value })),
    }),
  };
};

/** Teams writes below the text how to join. */
const bodyOf = ({ body, joinUrl }: StoredEvent, { asText }: Look): ItemBody => {
  const line = "_".repeat(80);
  const join =
    joinUrl === null
      ? ""
      : `\r\n${line}\r\nMicrosoft Teams meeting\r\nJoin: ${joinUrl}\r\n${line}\r\n`;
  if (asText && body.contentType === "text") {
    return { contentType: "text", content: `${body.content.replaceAll(/\r?\n/g, "\r\n")}${join}` };
  }
  const inner = body.contentType === "html" ? body.content : asHtml(body.content);
  return {
    contentType: "html",
    content: `<html><head></head><body>${inner}${asHtml(join)}</body></html>`,
  };
};

const asHtml = (text: string): string => escapeHtml(text).replaceAll(/\r?\n/g, "<br>\r\n");

/** Names of properties differ in nothing by the case of their GUID. */
export const samePropertyId = (a: string, b: string): boolean =>
  a.toLowerCase() === b.toLowerCase();

/** Weak, as Exchange's are; quotes and `W/` are part of it. */
export const etagOf = (event: StoredEvent): string => `W/"${changeKeyOf(event)}"`;

/** What somebody looks like because of it. An invitation that was not answered makes its guest tentative. */
export const showAsOf = ({ event, mailbox }: Copy): ShowAs => {
  const answer = answerOf(event, mailbox);
  if (event.isCancelled) return "free";
  return answer === "notResponded" || answer === "tentativelyAccepted" ? "tentative" : event.showAs;
};

/** What a guest answered; the organiser goes. */
export const answerOf = (event: StoredEvent, email: string): Answer =>
  event.attendees.find((one) => one.email === email)?.answer ?? "accepted";

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

const changeKeyOf = ({ key, version }: StoredEvent): string =>
  Buffer.from(`${key.slice(0, 12)}:${version}`).toString("base64");

/** Graph writes local times without an offset, to a tenth of a microsecond, and names the zone beside them. */
const timeBody = (time: EventTime, { zone, zoneName }: Look): DateTimeTimeZone => ({
  dateTime: localTime(
    time.kind === "day"
      ? time.date.toPlainDateTime()
      : time.instant.toZonedDateTimeISO(zone).toPlainDateTime(),
  ),
  timeZone: zoneName,
});

/** `2026-11-24T15:00:00.0000000`. */
export const localTime = (time: Temporal.PlainDateTime): string =>
  `${time.toString({ fractionalSecondDigits: 6 })}0`;

const responseOf = ({ event, mailbox }: Copy): ResponseStatus => {
  if (event.organizer.email === mailbox) {
    return { response: "organizer", time: "0001-01-01T00:00:00Z" };
  }
  const own = event.attendees.find(({ email }) => email === mailbox);
  return { response: own?.answer ?? "none", time: own?.at?.toString() ?? "0001-01-01T00:00:00Z" };
};

/** Graph says `none` of a guest who has not answered, and `notResponded` to that guest alone. */
const attendeeBody = ({
  email,
  name,
  answer,
  at,
  isResource,
}: StoredEvent["attendees"][number]): Attendee => {
  const response: ResponseType = answer === "notResponded" ? "none" : answer;
  return {
    type: isResource ? "resource" : "required",
    status: { response, time: at?.toString() ?? "0001-01-01T00:00:00Z" },
    emailAddress: { name, address: email },
  };
};

/** One event in Graph's words and in ours. Source: Microsoft Graph v1.0, event resource type. */
import { createHash } from "node:crypto";
import type { Event } from "@microsoft/microsoft-graph-types";
import { z } from "zod";
import { meetingLinkOf } from "../domain/video.ts";
import { windowsZoneOf } from "./microsoft-zones.ts";
import type { CalendarEvent, EventUpdate, NewCalendarEvent } from "./port.ts";

/** Namespace of what we keep beside our events; never to be changed: events that are there are known by it. */
const NAMESPACE = "7f0a53c2-9d4e-4b1a-8f37-2c6de81b90a5";
/** Names of the extended properties that tell our events from others, and each from the other ones. */
const EFFECT_PROPERTY = `String {${NAMESPACE}} Name conveneEffect`;
const EVENT_PROPERTY = `String {${NAMESPACE}} Name conveneEvent`;

/** Asks Graph to send what we keep beside an event. */
export const EXPAND_OURS = `singleValueExtendedProperties($filter=id eq '${EFFECT_PROPERTY}' or id eq '${EVENT_PROPERTY}')`;

/** Asks Graph for one event of ours. `eventId` is ours: Graph's own is not known before the event is made. */
export const filterByEventId = (eventId: string): string =>
  `singleValueExtendedProperties/Any(ep: ep/id eq '${EVENT_PROPERTY}' and ep/value eq '${eventId.replaceAll("'", "''")}')`;

/** Asks Graph for every event of ours that ends at this time or later. */
export const filterOurs = (endsFrom: Temporal.Instant): string =>
  `singleValueExtendedProperties/Any(ep: ep/id eq '${EFFECT_PROPERTY}' and ep/value ne null) and end/dateTime ge '${endsFrom.toString()}'`;

/** What Graph is asked to send of one event. */
export const ONE_EVENT_FIELDS =
  "id,subject,body,start,end,isCancelled,webLink,onlineMeeting,isOnlineMeeting,attendees,transactionId";

/** The transaction id of an effect: the same effect, sent again, is the same event. Shape: UUID, version 5. */
export const transactionIdOf = (effectId: string): string => {
  const namespace = Buffer.from(NAMESPACE.replaceAll("-", ""), "hex");
  const bytes = createHash("sha1").update(namespace).update(effectId).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};

/** A time as we ask for it: local to the zone beside it. */
export const GraphTime = z.object({ dateTime: z.string(), timeZone: z.string() });
export type GraphTime = z.infer<typeof GraphTime>;

/** The point that a time means; we ask for UTC and accept nothing else. Errors: RangeError. */
export const instantOf = ({ dateTime, timeZone }: GraphTime): Temporal.Instant => {
  if (timeZone !== "UTC") throw new RangeError("not in UTC");
  return Temporal.PlainDateTime.from(dateTime).toZonedDateTime("UTC").toInstant();
};

/** What we keep beside an event. */
export const Properties = z
  .array(z.object({ id: z.string(), value: z.string() }))
  .nullish()
  .transform((properties) => {
    const valueOf = (asked: string): string | null =>
      properties?.find(({ id }) => id.toLowerCase() === asked.toLowerCase())?.value ?? null;
    return { effectId: valueOf(EFFECT_PROPERTY), eventId: valueOf(EVENT_PROPERTY) };
  });

const ANSWERS = {
  none: "needs_action",
  notResponded: "needs_action",
  organizer: "accepted",
  accepted: "accepted",
  tentativelyAccepted: "tentative",
  declined: "declined",
} as const;
const ANSWER_NAMES = [
  "none",
  "notResponded",
  "organizer",
  "accepted",
  "tentativelyAccepted",
  "declined",
] as const;

const EventAnswer = z.object({
  "@odata.etag": z.string(),
  id: z.string(),
  subject: z.string().nullish(),
  body: z.object({ content: z.string().nullish() }).nullish(),
  start: GraphTime,
  end: GraphTime,
  isCancelled: z.boolean().nullish(),
  webLink: z.string().nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  transactionId: z.string().nullish(),
  attendees: z
    .array(
      z.object({
        emailAddress: z.object({ address: z.string() }),
        status: z.object({ response: z.enum(ANSWER_NAMES).nullish() }).nullish(),
      }),
    )
    .nullish(),
  singleValueExtendedProperties: Properties,
});

export interface FoundEvent {
  event: CalendarEvent;
  /** By which Graph knows it. */
  graphId: string;
  isRoomPending: boolean;
  transactionId: string | null;
  /** What Teams wrote below our text: without it the meeting could no longer be joined. */
  joining: string;
}

/** An event as Graph answered it. `known`: what an answer to a creation does not say. Shape: undefined when it is not what
 * Graph documents, or not ours. */
export const toFoundEvent = (
  answer: unknown,
  known?: { id: string; effectId: string },
): FoundEvent | undefined => {
  const parsed = EventAnswer.safeParse(answer);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const ours = data.singleValueExtendedProperties;
  const id = ours.eventId ?? known?.id;
  const times = timesOf(data);
  if (id === undefined || !times) return undefined;
  const content = withoutJoining(data.body?.content ?? "");
  const event: CalendarEvent = {
    id,
    etag: data["@odata.etag"],
    status: data.isCancelled ? "cancelled" : "confirmed",
    effectId: ours.effectId ?? known?.effectId ?? null,
    title: data.subject ?? "",
    description: withPlainLinks(content.ours),
    url: data.webLink ?? null,
    videoUrl: meetingLinkOf(data.onlineMeeting?.joinUrl),
    ...times,
    guests: (data.attendees ?? []).map(({ emailAddress, status }) => ({
      email: emailAddress.address,
      answer: ANSWERS[status?.response ?? "none"],
    })),
  };
  return {
    event,
    graphId: data.id,
    isRoomPending: data.isOnlineMeeting === true && event.videoUrl === null,
    transactionId: data.transactionId ?? null,
    joining: content.joining,
  };
};

const timesOf = (data: { start: GraphTime; end: GraphTime }) => {
  try {
    return { startsAt: instantOf(data.start), endsAt: instantOf(data.end) };
  } catch {
    return undefined;
  }
};

/** Teams writes below our text how to join, after a line of its own. */
const withoutJoining = (content: string): { ours: string; joining: string } => {
  const text = content.replaceAll("\r\n", "\n");
  const line = /^_{40,}$/m.exec(text);
  if (!line) return { ours: text, joining: "" };
  let end = line.index;
  while (text[end - 1] === "\n") end -= 1;
  return { ours: text.slice(0, end), joining: text.slice(end) };
};

/** With Teams, Exchange keeps the text as HTML, and writes a link as its words and its address: here twice the same. */
const withPlainLinks = (text: string): string =>
  text.replaceAll(/(https?:\/\/[^\s<>]{1,1000})<\1>/g, "$1");

/** An event for `POST …/events`. The organiser is no attendee: Exchange would not ask them. */
export const toMicrosoftEvent = (event: NewCalendarEvent, organizer: string): Event => ({
  transactionId: transactionIdOf(event.effectId),
  subject: event.title,
  body: { contentType: "text", content: event.description },
  start: localTime(event.startsAt, event.zone),
  end: localTime(event.endsAt, event.zone),
  showAs: "busy",
  allowNewTimeProposals: false,
  attendees: attendeesOf(event.guests, organizer),
  ...(event.location !== undefined && { location: { displayName: event.location } }),
  singleValueExtendedProperties: [
    { id: EFFECT_PROPERTY, value: event.effectId },
    { id: EVENT_PROPERTY, value: event.id },
  ],
  ...(event.video === "meet" && {
    isOnlineMeeting: true,
    onlineMeetingProvider: "teamsForBusiness",
  }),
});

/** What `PATCH …/events/{id}` is to change. Answers are Exchange's own affair. */
export const toMicrosoftPatch = (
  update: EventUpdate,
  { organizer, joining }: { organizer: string; joining: string },
): Event => ({
  ...(update.texts && {
    subject: update.texts.title,
    body: { contentType: "text", content: `${update.texts.description}${joining}` },
  }),
  attendees: attendeesOf(update.guests, organizer),
  ...(update.location !== undefined && { location: { displayName: update.location } }),
  singleValueExtendedProperties: [{ id: EFFECT_PROPERTY, value: update.effectId }],
  ...(update.time && {
    start: localTime(update.time.startsAt, update.time.zone),
    end: localTime(update.time.endsAt, update.time.zone),
  }),
});

const attendeesOf = (
  guests: readonly { email: string; name: string; isRoom?: boolean }[],
  organizer: string,
): NonNullable<Event["attendees"]> =>
  guests
    .filter(({ email }) => email.toLowerCase() !== organizer.toLowerCase())
    .map(({ email, name, isRoom }) => ({
      type: isRoom ? ("resource" as const) : ("required" as const),
      emailAddress: { address: email, name },
    }));

/** Local to the zone, as people see it; in UTC where the clock shows that time twice, or the zone has no name in Windows. */
const localTime = (instant: Temporal.Instant, zone: string): GraphTime => {
  const local = instant.toZonedDateTimeISO(zone).toPlainDateTime();
  const timeZone = windowsZoneOf(zone, instant);
  return timeZone !== undefined && local.toZonedDateTime(zone).toInstant().equals(instant)
    ? { dateTime: local.toString(), timeZone }
    : { dateTime: instant.toZonedDateTimeISO("UTC").toPlainDateTime().toString(), timeZone: "UTC" };
};

/** The calendar file of a booking, as mail programs understand it. Source: RFC 5545 and RFC 5546 (iTIP). */
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  type ICalEvent,
  ICalEventBusyStatus,
  ICalEventStatus,
} from "ical-generator";
import {
  tzlib_get_ical_block as icalBlockOf,
  tzlib_get_offset as icalOffsetOf,
  tzlib_get_timezones as listZones,
} from "timezones-ical-library";
import { AppError } from "../domain/errors.ts";

export interface BookingIcs {
  /** Stable for one interview: an update or a cancellation finds its entry by it. */
  uid: string;
  /** Grows with each change of the same interview. */
  sequence: number;
  method: "REQUEST" | "CANCEL" | "PUBLISH";
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** IANA zone in which the reader sees it. */
  zone: string;
  summary: string;
  description: string;
  location?: string;
  url?: string;
  organizer: { email: string; name: string };
  attendee: { email: string; name: string };
  now: Temporal.Instant;
}

/** One VCALENDAR with one VEVENT. Shape: CRLF lines folded at 75 octets; times in `zone` with its VTIMEZONE, or in UTC when
 * the rules of that zone cannot be told to a mail program. Errors: input_invalid. */
export const bookingIcs = (booking: BookingIcs): string => {
  const zone = describeZone(booking);
  const calendar = ical({
    prodId: { company: "Convene", product: "Interviews", language: "EN" },
    method: ICalCalendarMethod[booking.method],
  });
  if (zone) calendar.timezone({ name: null, generator: () => zone.block });
  const event = calendar.createEvent({
    id: oneLine(booking.uid),
    sequence: booking.sequence,
    stamp: booking.now,
    start: booking.startsAt,
    end: booking.endsAt,
    timezone: zone?.tzid ?? null,
    summary: oneLine(booking.summary),
    description: plainText(booking.description),
    status: booking.method === "CANCEL" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: booking.method === "CANCEL" ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    organizer: { email: mailbox(booking.organizer.email), name: personName(booking.organizer) },
  });
  if (booking.location !== undefined) event.location(oneLine(booking.location));
  if (booking.url !== undefined) event.url(webUrl(booking.url));
  addAttendee(event, booking);
  // Each line ends with CRLF, the last one too.
  return `${calendar.toString()}\r\n`;
};

const addAttendee = (event: ICalEvent, { attendee, method }: BookingIcs): void => {
  event.createAttendee({
    email: mailbox(attendee.email),
    name: personName(attendee),
    role: ICalAttendeeRole.REQ,
    type: ICalAttendeeType.INDIVIDUAL,
    // A cancellation asks for no answer.
    ...(method === "REQUEST" && { rsvp: true, status: ICalAttendeeStatus.NEEDSACTION }),
  });
};

const TOLD_ZONES = new Set(listZones());

/** The zone's rules, but only if they tell the very offsets of this booking: rules such as Morocco's month of Ramadan do
 * not fit into them, and of an hour that comes twice programs read either. A time in UTC is better than a wrong hour. */
const describeZone = ({
  zone,
  startsAt,
  endsAt,
}: BookingIcs): { tzid: string; block: string } | undefined => {
  if (!TOLD_ZONES.has(zone)) return undefined;
  const [block, tzidLine] = icalBlockOf(zone);
  const tzid = tzidLine?.replace(/^TZID=/, "");
  if (!block || !tzid) return undefined;
  const tellsOffset = (instant: Temporal.Instant): boolean => {
    const local = instant.toZonedDateTimeISO(zone);
    if (comesTwice(local)) return false;
    const time = local.toPlainTime().toString({ smallestUnit: "minute" });
    const told = icalOffsetOf(zone, local.toPlainDate().toString(), time);
    return told === local.offset.replace(":", "");
  };
  return tellsOffset(startsAt) && tellsOffset(endsAt) ? { tzid, block } : undefined;
};

const comesTwice = (local: Temporal.ZonedDateTime): boolean => {
  const wall = local.toPlainDateTime();
  const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) =>
    wall.toZonedDateTime(local.timeZoneId, { disambiguation }),
  );
  return earlier?.epochNanoseconds !== later?.epochNanoseconds;
};

// What would end a line or hide in one; tabs and line feeds stay in longer texts.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/g;

const plainText = (text: string): string =>
  text.replace(/\r\n?/g, "\n").replace(CONTROLS, "").trim();

const oneLine = (text: string): string => plainText(text).replace(/\s+/g, " ");

const personName = ({ name, email }: { name: string; email: string }): string =>
  oneLine(name) || mailbox(email);

const mailbox = (email: string): string => {
  if (/^[^\s<>"(),:;\\[\]\u0000-\u001f]+@[^\s<>"(),:;\\[\]\u0000-\u001f@]+$/.test(email))
    return email;
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: "The organiser or the attendee of a calendar file has no usable address.",
  });
};

const webUrl = (url: string): string => {
  if (/^https?:\/\/[^\s<>"]+$/.test(url) && URL.canParse(url)) return url;
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: "The link of a calendar file is not a web address.",
  });
};

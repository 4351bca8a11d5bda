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

/** One interview as an entry of the calendar file. */
export interface IcsEntry {
  /** Stable for one interview: an update or a cancellation finds its entry by it. */
  uid: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  summary: string;
  description: string;
  location?: string;
  url?: string;
}

export interface BookingIcs {
  /** With REQUEST and CANCEL one entry (RFC 5546, 3.2): mail programs show the first and lose the others. */
  method: "REQUEST" | "CANCEL" | "PUBLISH";
  /** Whether the entries are off. */
  isCancelled: boolean;
  entries: readonly IcsEntry[];
  /** Grows with each change of the same interviews. */
  sequence: number;
  /** IANA zone in which the reader sees it. */
  zone: string;
  organizer: { email: string; name: string };
  attendee: { email: string; name: string };
  now: Temporal.Instant;
}

/** One VCALENDAR with a VEVENT for each entry. Shape: CRLF lines folded at 75 octets; times in `zone` with its VTIMEZONE, or in
 * UTC when the rules of that zone cannot be told to a mail program. Errors: input_invalid. */
export const bookingIcs = (booking: BookingIcs): string => {
  const zone = describeZone(booking);
  const calendar = ical({
    prodId: { company: "Convene", product: "Interviews", language: "EN" },
    method: ICalCalendarMethod[booking.method],
  });
  if (zone) calendar.timezone({ name: null, generator: () => zone.block });
  for (const entry of booking.entries) {
    const event = calendar.createEvent({
      id: oneLine(entry.uid),
      sequence: booking.sequence,
      stamp: booking.now,
      start: entry.startsAt,
      end: entry.endsAt,
      timezone: zone?.tzid ?? null,
      summary: oneLine(entry.summary),
      description: plainText(entry.description),
      status: booking.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      busystatus: booking.isCancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
      organizer: { email: mailbox(booking.organizer.email), name: personName(booking.organizer) },
    });
    if (entry.location !== undefined) event.location(oneLine(entry.location));
    if (entry.url !== undefined) event.url(webUrl(entry.url));
    addAttendee(event, booking);
  }
  // Each line ends with CRLF, the last one too.
  return `${calendar.toString()}\r\n`;
};

const addAttendee = (event: ICalEvent, { attendee, method }: BookingIcs): void => {
  event.createAttendee({
    email: mailbox(attendee.email),
    name: personName(attendee),
    role: ICalAttendeeRole.REQ,
    type: ICalAttendeeType.INDIVIDUAL,
    // Only an invitation asks for an answer.
    ...(method === "REQUEST" && { rsvp: true, status: ICalAttendeeStatus.NEEDSACTION }),
  });
};

const TOLD_ZONES = new Set(listZones());

/** The zone's rules, but only if they tell the very offsets of this booking: rules such as Morocco's month of Ramadan do
 * not fit into them, and of an hour that comes twice programs read either. A time in UTC is better than a wrong hour. */
const describeZone = ({
  zone,
  entries,
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
  const times = entries.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]);
  return times.every(tellsOffset) ? { tzid, block } : undefined;
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

/** Time at the borders: ISO text in JSON, `Temporal.Instant` inside, an IANA zone beside any time shown to a person. */
import { zoneName } from "./zone-names.ts";
import { z } from "zod";

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** Before and after them a database, and whoever reads a year of four digits, counts otherwise. */
const FIRST_INSTANT = Temporal.Instant.from("0001-01-01T00:00:00Z");
const LAST_INSTANT = Temporal.Instant.from("9999-12-31T23:59:59.999999999Z");

/** What is a real one by its digits alone: of the first 28 days of a month, in UTC. Nearly every time that is read, and whatever is
 * read from a database is read a great many times. */
const PLAINLY_REAL =
  /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?Z$/;

/** Whether the text is of a real date and time, of the years 1 to 9999. */
export const isReadableInstant = (text: string): boolean => {
  if (PLAINLY_REAL.test(text)) return true;
  try {
    const instant = Temporal.Instant.from(text);
    return (
      Temporal.Instant.compare(instant, FIRST_INSTANT) >= 0 &&
      Temporal.Instant.compare(instant, LAST_INSTANT) <= 0
    );
  } catch {
    return false;
  }
};

/** An absolute time in ISO 8601 with `Z` or an offset. Shape: a string; never a local time. */
export const isoInstant = z
  .string()
  .regex(ISO_INSTANT, "must be a time such as 2026-11-24T15:00:00Z")
  // What is no time is told so once. It goes on from there: of a field that may be of several kinds a reader is told of the very one.
  .refine(
    (text) => !ISO_INSTANT.test(text) || isReadableInstant(text),
    "is not a real date and time",
  )
  .describe("ISO 8601 with Z or an offset");

/** Those that were asked about and are. */
const zones = new Set<string>();

/** Whether the text names an IANA time zone, as it is written there (an offset such as `+01:00` does not count). */
export const isZone = (zone: string): boolean => {
  if (zones.has(zone)) return true;
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    // Small letters for capital ones would be kept, shown and compared so.
    const { timeZoneId } = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    if (timeZoneId !== zone) return false;
    zones.add(zone);
    return true;
  } catch {
    return false;
  }
};

/** An IANA time zone such as `Europe/Lisbon`. */
export const zoneId = z
  .string()
  .refine(isZone, "must be an IANA time zone such as Europe/Lisbon")
  .describe("IANA time zone");

/** Where the present comes from. A dependency everywhere: real time, or the sandbox company's. */
export interface Clock {
  now(): Temporal.Instant;
}

/** A clock that stands still until it is moved: for tests. */
export interface ManualClock extends Clock {
  set(now: Temporal.Instant): void;
  advance(duration: Temporal.DurationLike): void;
}

/** Made once: making one costs more than all that it then says of a proposal. */
const DAY = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

interface Span {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

/** `Tuesday 24 November 2026, 15:00–15:45 (Lisbon time)`: a slot in words in one zone. */
export const slotInWords = (slot: Span, zone: string): string =>
  `${dayInWords(slot.startsAt, zone)}, ${hoursInWords(slot, zone)} (${zoneName(zone)})`;

/** `Tuesday 24 November 2026`. */
export const dayInWords = (instant: Temporal.Instant, zone: string): string =>
  DAY.format(instant.toZonedDateTimeISO(zone).toPlainDate()).replace(",", "");

/** `Tuesday 24 November 2026, 15:00 (Lisbon time)`. */
export const momentInWords = (instant: Temporal.Instant, zone: string): string =>
  `${dayInWords(instant, zone)}, ${hourMinute(instant, zone)} (${zoneName(zone)})`;

/** `15:00–15:45`. */
export const hoursInWords = ({ startsAt, endsAt }: Span, zone: string): string =>
  `${hourMinute(startsAt, zone)}–${hourMinute(endsAt, zone)}`;

const hourMinute = (instant: Temporal.Instant, zone: string): string => {
  const time = instant.toZonedDateTimeISO(zone);
  return `${String(time.hour).padStart(2, "0")}:${String(time.minute).padStart(2, "0")}`;
};

/** Of two instants. */
export const earlierOf = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) < 0 ? one : other;
export const laterOf = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) > 0 ? one : other;

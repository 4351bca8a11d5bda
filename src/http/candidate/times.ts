/** Times as the candidate reads them: in their zone, by the customs of their language, never without the zone's name. */
import { zoneName } from "../../domain/zone-names.ts";

/** For whom times are written. */
export interface Reader {
  zone: string;
  locale: string;
}

export interface Span {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

/** `Tuesday 24 November 2026`. */
export const dayOf = (instant: Temporal.Instant, { zone, locale }: Reader): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(instant);

/** `15:00`. */
export const clockOf = (instant: Temporal.Instant, { zone, locale }: Reader): string =>
  clockIn({ zone, locale }).format(instant);

const clockIn = ({ zone, locale }: Reader): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, hour: "numeric", minute: "2-digit" });

/** `15:00–15:45`; over midnight by the two clocks, without dates. */
export const hoursOf = ({ startsAt, endsAt }: Span, { zone, locale }: Reader): string => {
  const clock = clockIn({ zone, locale });
  const day = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDate();
  return day(startsAt).equals(day(endsAt))
    ? clock.formatRange(startsAt, endsAt)
    : `${clock.format(startsAt)}–${clock.format(endsAt)}`;
};

/** `15:00–15:45 (Lisbon time)`. */
export const hoursWithZone = (span: Span, reader: Reader): string =>
  `${hoursOf(span, reader)} (${zoneName(reader.zone)})`;

/** `Tuesday 24 November 2026, 15:00–15:45 (Lisbon time)`: for one line of text. */
export const spanWords = (span: Span, reader: Reader): string =>
  `${dayOf(span.startsAt, reader)}, ${hoursWithZone(span, reader)}`;

/** Whether the same clock time is meant in both at that moment. */
export const isSameClock = (instant: Temporal.Instant, one: string, other: string): boolean =>
  instant.toZonedDateTimeISO(one).offsetNanoseconds ===
  instant.toZonedDateTimeISO(other).offsetNanoseconds;

/** Times for readers: never without a zone. Dates follow the reader's kind of English; hours run to 24 as in the texts
 * that are sent, so that one page never shows one moment in two ways. */

import { zoneName } from "../../../src/domain/zone-names.ts";
import { LOCALE } from "./locale.ts";

/** A moment on the clock of a zone. */
export interface LocalTime {
  /** `2026-11-24` */
  date: string;
  /** Minutes since local midnight. */
  minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = zone + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALE, { timeZone: zone, hourCycle: "h23", ...options });
  formats.set(key, made);
  return made;
};

const CLOCK: Intl.DateTimeFormatOptions = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
};

/** An instant on the clock of a zone. */
export const localTime = (iso: string, zone: string): LocalTime => {
  const parts = formatOf(zone, CLOCK).formatToParts(new Date(iso));
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)?.value ?? "";
  return {
    date: `${part("year")}-${part("month")}-${part("day")}`,
    minute: Number(part("hour")) * 60 + Number(part("minute")),
  };
};

/** Minutes since midnight as `15:00`. */
export const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** `Tue 24 Nov` for a local date. */
export const dayInWords = (date: string): string =>
  formatOf("UTC", { weekday: "short", day: "numeric", month: "short" }).format(
    new Date(`${date}T12:00:00Z`),
  );

/** `Tue 24` for a local date. */
export const shortDay = (date: string): { weekday: string; day: string } => {
  const noon = new Date(`${date}T12:00:00Z`);
  return {
    weekday: formatOf("UTC", { weekday: "short" }).format(noon),
    day: formatOf("UTC", { day: "numeric", month: "short" }).format(noon),
  };
};

/** `Tue 24 Nov, 15:00 (Lisbon time)`. */
export const whenInWords = (iso: string, zone: string): string => {
  const { date, minute } = localTime(iso, zone);
  return `${dayInWords(date)}, ${clock(minute)} (${zoneName(zone)})`;
};

/** `15:00–15:45`, on the clock of a zone. */
export const hoursInWords = (span: { startsAt: string; endsAt: string }, zone: string): string =>
  `${clock(localTime(span.startsAt, zone).minute)}–${clock(localTime(span.endsAt, zone).minute)}`;

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

const relativeFormat = new Intl.RelativeTimeFormat(LOCALE, { numeric: "always" });

/** `in 3 hours`, `2 days ago`, seen from `now`. Up to two days it counts in hours. */
export const relative = (iso: string, now: string): string => {
  const seconds = (Date.parse(iso) - Date.parse(now)) / 1000;
  const unit = UNITS.find(
    ([name, size]) => Math.abs(seconds) >= (name === "day" ? 2 * size : size),
  );
  return unit ? relativeFormat.format(Math.trunc(seconds / unit[1]), unit[0]) : "just now";
};

/** `12 ms`, `0.4 s`, `3 min`, `2 days`: a length of time. */
export const lengthInWords = (ms: number): string => {
  if (ms < 1) return "under 1 ms";
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)} min`;
  if (ms < 172_800_000) return `${Math.round(ms / 3_600_000)} h`;
  return `${Math.round(ms / 86_400_000)} days`;
};

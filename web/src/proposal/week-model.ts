/** A week of everybody's time, laid out: which days and hours to show, and where each block stands. */
import { localTime } from "../parts/time.ts";

const DAY = 24 * 60;

/** A stretch of one local day, minutes since midnight, half-open. */
export interface Stretch {
  start: number;
  end: number;
}

interface Offered {
  startsAt: string;
  endsAt: string;
}

interface Span {
  start: string;
  end: string;
}

const asDate = (date: string): Date => new Date(`${date}T12:00:00Z`);

/** A local date so many days later. */
export const addDays = (date: string, days: number): string => {
  const moved = asDate(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
};

/** The Monday of a local date's week. */
export const mondayOf = (date: string): string =>
  addDays(date, -((asDate(date).getUTCDay() + 6) % 7));

/** The days of a week to show: Monday to Friday, and weekend days on which something is offered. */
export const daysOf = (monday: string, offered: readonly string[]): string[] =>
  Array.from({ length: 7 }, (_, index) => addDays(monday, index)).filter(
    (date, index) => index < 5 || offered.includes(date),
  );

/** The part of a span that falls on one local day; null when none does. */
export const stretchOn = (span: Span, date: string, zone: string): Stretch | null => {
  const start = localTime(span.start, zone);
  const end = localTime(span.end, zone);
  if (end.date < date || start.date > date) return null;
  const stretch = {
    start: start.date < date ? 0 : start.minute,
    end: end.date > date ? DAY : end.minute,
  };
  return stretch.end > stretch.start ? stretch : null;
};

const USUAL = { start: 8 * 60, end: 18 * 60 };

/** The hours to show: a usual day, widened to hold every offered session with half an hour around it. Whole hours. */
export const hoursOf = (offered: readonly Offered[], zone: string): Stretch => {
  const stretches = offered.map(({ startsAt, endsAt }) => {
    const start = localTime(startsAt, zone);
    const end = localTime(endsAt, zone);
    return { start: start.minute, end: end.date > start.date ? DAY : end.minute };
  });
  const earliest = Math.min(USUAL.start, ...stretches.map(({ start }) => start - 30));
  const latest = Math.max(USUAL.end, ...stretches.map(({ end }) => end + 30));
  return {
    start: Math.max(0, Math.floor(earliest / 60) * 60),
    end: Math.min(DAY, Math.ceil(latest / 60) * 60),
  };
};

/** Where a stretch stands in the shown hours, in percent of their height; null when outside of them. */
export const placeOf = (
  stretch: Stretch,
  hours: Stretch,
): { top: number; height: number } | null => {
  const start = Math.max(stretch.start, hours.start);
  const end = Math.min(stretch.end, hours.end);
  if (end <= start) return null;
  const length = hours.end - hours.start;
  return { top: ((start - hours.start) / length) * 100, height: ((end - start) / length) * 100 };
};

/** When an interviewer is reminded of a form: first a while after the interview, then once a working day, in the hours that they
 * work, and never while they are away. Pure. */
import type { WorkingHours } from "../domain/calendar.ts";
import { laterOf } from "../domain/time.ts";

/** When somebody works. */
export interface WorkingTime {
  /** At home. */
  hours: WorkingHours;
  /** Journeys, whose days are those of the clocks there; both days count. */
  stays: readonly { from: string; until: string; hours: WorkingHours }[];
  /** Dates, such as public holidays. */
  daysOff: ReadonlySet<string>;
  /** The first date after a break; null: none. */
  pausedUntil: string | null;
  /** Out of office, half-open. */
  away: readonly Span[];
}

interface Span {
  start: Temporal.Instant;
  end: Temporal.Instant;
}

/** What has happened so far. */
export interface Reminded {
  /** Of the interview. */
  endsAt: Temporal.Instant;
  /** Null: they were not reminded yet. */
  lastAt: Temporal.Instant | null;
}

/** A moment, and the end of the hours that it lies in. */
export interface NudgeTime {
  at: Temporal.Instant;
  until: Temporal.Instant;
}

/** Between two reminders lies a night. */
const LEAST_BETWEEN = { hours: 16 };
/** Longer than anybody is waited for. */
const LOOKED_AHEAD_DAYS = 60;
const MINUTES_A_DAY = 24 * 60;

/** The next moment from now on; null: they work at no time that is known. */
export const nextNudge = (
  { endsAt, lastAt }: Reminded,
  {
    firstAfter,
    works,
    now,
  }: { firstAfter: Temporal.Duration; works: WorkingTime; now: Temporal.Instant },
): NudgeTime | null => {
  const earliest = laterOf(
    now,
    lastAt === null ? endsAt.add(firstAfter) : lastAt.add(LEAST_BETWEEN),
  );
  return workingTimeFrom(earliest, {
    works,
    isLeftOut: (date, zone) => lastAt !== null && !isBefore(dateOf(lastAt, zone), date),
  });
};

/** The next moment from then on at which somebody works and is there; null: at no time that is known. */
export const nextWorkingTime = (earliest: Temporal.Instant, works: WorkingTime): NudgeTime | null =>
  workingTimeFrom(earliest, { works, isLeftOut: () => false });

const workingTimeFrom = (
  earliest: Temporal.Instant,
  {
    works,
    isLeftOut,
  }: { works: WorkingTime; isLeftOut(date: Temporal.PlainDate, zone: string): boolean },
): NudgeTime | null => {
  // Somewhere it is another date.
  const first = earliest.toZonedDateTimeISO("UTC").toPlainDate().subtract({ days: 1 });
  for (let ahead = 0; ahead <= LOOKED_AHEAD_DAYS; ahead += 1) {
    const date = first.add({ days: ahead });
    for (const span of spansOn(date, works)) {
      const found = isLeftOut(date, span.zone) ? null : momentIn(span, earliest, works.away);
      if (found) return found;
    }
  }
  return null;
};

const dateOf = (at: Temporal.Instant, zone: string): Temporal.PlainDate =>
  at.toZonedDateTimeISO(zone).toPlainDate();

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0;

/** What is worked on a date, in order; none on a day off. */
const spansOn = (
  date: Temporal.PlainDate,
  { hours: home, stays, daysOff, pausedUntil }: WorkingTime,
): (Span & { zone: string })[] => {
  const day = date.toString();
  if (daysOff.has(day) || (pausedUntil !== null && day < pausedUntil)) return [];
  const there = stays.find(({ from, until }) => from <= day && day <= until);
  const { zone, days } = there?.hours ?? home;
  const ranges = days[weekdayOf(date)] ?? [];
  return ranges
    .toSorted((one, other) => one.startMinute - other.startMinute)
    .map(({ startMinute, endMinute }) => ({
      zone,
      start: instantAt(date, startMinute, zone),
      end: instantAt(date, endMinute, zone),
    }));
};

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

const weekdayOf = (date: Temporal.PlainDate): (typeof WEEK)[number] =>
  WEEK[date.dayOfWeek - 1] ?? 1;

/** What the clock shows; an hour that does not exist is the one after it. */
const instantAt = (date: Temporal.PlainDate, minute: number, zone: string): Temporal.Instant => {
  const day = date.add({ days: Math.floor(minute / MINUTES_A_DAY) });
  const plainTime = new Temporal.PlainTime(0).add({ minutes: minute % MINUTES_A_DAY });
  return day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
};

/** The first moment of a span, from the earliest on, at which they are there; null: none. */
const momentIn = (
  { start, end }: Span,
  earliest: Temporal.Instant,
  away: readonly Span[],
): NudgeTime | null => {
  const sorted = away.toSorted((one, other) => Temporal.Instant.compare(one.start, other.start));
  let at = laterOf(start, earliest);
  for (const block of sorted) {
    const isAway =
      Temporal.Instant.compare(block.start, at) <= 0 && Temporal.Instant.compare(at, block.end) < 0;
    if (isAway) at = block.end;
  }
  return Temporal.Instant.compare(at, end) < 0 ? { at, until: end } : null;
};

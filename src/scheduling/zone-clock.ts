/** What clocks in a zone show, as integers: the zone's few changes of offset are read once, the rest is addition. A range of
 * hours begins when the clock first shows its start or later, and ends when it first shows its end or later; so a range over
 * a daylight-saving change is shorter or longer, and an hour that does not exist is empty. */
import { instantOf, MINUTES_A_DAY, minuteFloor, type Span } from "./minutes.ts";
import type { Weekday } from "./types.ts";

interface Stretch {
  /** Until this minute, exclusive. */
  until: number;
  /** What local clocks are ahead of UTC. Units: minutes. */
  offset: number;
}

/** A zone's clock. Local minutes count from 1970-01-01T00:00 on the wall. */
export interface ZoneClock {
  zone: string;
  stretches: Stretch[];
}

/** The clock, exact inside `span`. */
export const readZoneClock = (zone: string, span: Span): ZoneClock => {
  const stretches: Stretch[] = [];
  let at = instantOf(span.start).toZonedDateTimeISO(zone);
  for (;;) {
    const offset = Math.round(at.offsetNanoseconds / 60e9);
    const next = at.getTimeZoneTransition("next");
    const until = next ? minuteFloor(next.toInstant()) : Infinity;
    if (!next || until >= span.end) {
      stretches.push({ until: Infinity, offset });
      return { zone, stretches };
    }
    stretches.push({ until, offset });
    at = next;
  }
};

/** What the clock shows at a minute. Units: local minutes. */
export const localMinute = (clock: ZoneClock, minute: number): number => {
  const stretch = clock.stretches.find(({ until }) => minute < until);
  return minute + (stretch?.offset ?? 0);
};

/** The first minute at which the clock shows `local` or later. */
export const firstMinuteAt = (clock: ZoneClock, local: number): number => {
  let from = -Infinity;
  for (const { until, offset } of clock.stretches) {
    const minute = Math.max(from, local - offset);
    if (minute < until) return minute;
    from = until;
  }
  return local;
};

/** Days since 1970-01-01 of a local minute. */
export const dayOf = (local: number): number => Math.floor(local / MINUTES_A_DAY);

/** 1970-01-01 was a Thursday. */
const WEEK_FROM_EPOCH: readonly Weekday[] = [4, 5, 6, 7, 1, 2, 3];

/** The weekday of a day. */
export const weekdayOf = (day: number): Weekday => WEEK_FROM_EPOCH[((day % 7) + 7) % 7] ?? 4;

/** The Monday on or before the day. Units: days since 1970-01-01. */
export const mondayOf = (day: number): number => day - weekdayOf(day) + 1;

/** The span of local days from `day`, for `days` days. */
export const spanOfDays = (clock: ZoneClock, day: number, days: number): Span => ({
  start: firstMinuteAt(clock, day * MINUTES_A_DAY),
  end: firstMinuteAt(clock, (day + days) * MINUTES_A_DAY),
});

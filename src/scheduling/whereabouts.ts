/** Where somebody is, and when they work there: at home, and on journeys with another zone and other hours for some days. */
import type { WorkingHours } from "../domain/calendar.ts";
import { MINUTES_A_DAY, mergeSpans, type Span } from "./minutes.ts";
import type { SlotPerson, Stay } from "./types.ts";
import {
  dayOf,
  firstMinuteAt,
  localMinute,
  spanOfDays,
  weekdayOf,
  type ZoneClock,
} from "./zone-clock.ts";

/** Some days in another place. */
export interface StaySpan extends Span {
  clock: ZoneClock;
  hours: WorkingHours;
  /** Days since 1970-01-01 on that clock, the last one too. */
  firstDay: number;
  lastDay: number;
}

/** Where somebody lives, and where else they are. */
export interface Whereabouts {
  /** At home. */
  clock: ZoneClock;
  stays: StaySpan[];
}

/** The clock around them at a minute. */
export const clockAt = ({ clock, stays }: Whereabouts, minute: number): ZoneClock =>
  stays.find(({ start, end }) => start <= minute && minute < end)?.clock ?? clock;

/** The day around them at a minute: by it interviews are counted. Units: days since 1970-01-01. */
export const dayAt = (where: Whereabouts, minute: number): number =>
  dayOf(localMinute(clockAt(where, minute), minute));

/** When it is one of so many days from `day` around them. Shape: apart from each other, in no order. */
export const spansOfDays = (where: Whereabouts, day: number, days: number): Span[] =>
  piecesOf(where).flatMap(({ clock, start, end }) => {
    const span = spanOfDays(clock, day, days);
    const common = { start: Math.max(start, span.start), end: Math.min(end, span.end) };
    return common.start < common.end ? [common] : [];
  });

/** All time by the clock around them: of two journeys that overlap the first one counts. */
const piecesOf = ({ clock, stays }: Whereabouts): (Span & { clock: ZoneClock })[] => {
  let atHome: Span[] = [{ start: -Infinity, end: Infinity }];
  const away = stays.flatMap((stay) => {
    const own = atHome.map(({ start, end }) => ({
      clock: stay.clock,
      start: Math.max(start, stay.start),
      end: Math.min(end, stay.end),
    }));
    atHome = atHome.flatMap(({ start, end }) => [
      { start, end: Math.min(end, stay.start) },
      { start: Math.max(start, stay.end), end },
    ]);
    return own;
  });
  return [...away, ...atHome.map((span) => ({ clock, ...span }))].filter(
    ({ start, end }) => start < end,
  );
};

/** The hours that hold at home: the calendar's own before the fallback. */
export const hoursOf = (person: SlotPerson): WorkingHours =>
  (person.reading.readable ? person.reading.hours : undefined) ?? person.hours;

/** Where a person is. */
export const whereaboutsOf = (
  person: SlotPerson,
  clockOf: (zone: string) => ZoneClock,
): Whereabouts => ({
  clock: clockOf(hoursOf(person).zone),
  stays: (person.stays ?? []).map((stay) => staySpan(stay, clockOf(stay.hours.zone))),
});

const staySpan = ({ from, until, hours }: Stay, clock: ZoneClock): StaySpan => {
  const [firstDay, lastDay] = [dayNumber(from), dayNumber(until)];
  const span = spanOfDays(clock, firstDay, lastDay - firstDay + 1);
  return { ...span, clock, hours, firstDay, lastDay };
};

const EPOCH_DAY = Temporal.PlainDate.from("1970-01-01");

/** Days since 1970-01-01. */
export const dayNumber = (date: Temporal.PlainDate): number => EPOCH_DAY.until(date).days;

/** When they work: sorted, apart from each other. */
export const workingSpans = (home: WorkingHours, where: Whereabouts, near: Span): Span[] => {
  const { clock, stays } = where;
  const isOnStay = (day: number): boolean =>
    stays.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
  const spans: Span[] = [];
  addSpans(spans, { hours: home, clock, days: daysNear(clock, near), isLeftOut: isOnStay });
  for (const { firstDay, lastDay, ...stay } of stays) {
    const isLeftOut = (day: number): boolean => day < firstDay || day > lastDay;
    addSpans(spans, { ...stay, days: daysNear(stay.clock, near), isLeftOut });
  }
  return mergeSpans(spans);
};

/** A day more on either side: hours that run over midnight do not end where the grid does. */
const daysNear = (clock: ZoneClock, near: Span): { first: number; last: number } => ({
  first: dayOf(localMinute(clock, near.start)) - 1,
  last: dayOf(localMinute(clock, near.end)) + 1,
});

interface HoursOnDays {
  hours: WorkingHours;
  clock: ZoneClock;
  days: { first: number; last: number };
  isLeftOut: (day: number) => boolean;
}

const addSpans = (spans: Span[], { hours, clock, days, isLeftOut }: HoursOnDays): void => {
  for (let day = days.first; day <= days.last; day += 1) {
    if (isLeftOut(day)) continue;
    for (const range of hours.days[weekdayOf(day)] ?? []) {
      const start = firstMinuteAt(clock, day * MINUTES_A_DAY + range.startMinute);
      const end = firstMinuteAt(clock, day * MINUTES_A_DAY + range.endMinute);
      if (start < end) spans.push({ start, end });
    }
  }
};

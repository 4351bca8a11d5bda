/** One person's time in whole minutes: when they work, what is taken, how many interviews they have. */
import type { CalendarReading } from "../domain/calendar.ts";
import { type Grid, startMinute } from "./grid.ts";
import { MINUTES_A_DAY, mergeSpans, minuteCeil, minuteFloor, type Span } from "./minutes.ts";
import { type TakenSpan, takenFromBlocks } from "./taken.ts";
import type { SlotPerson } from "./types.ts";
import {
  dayOf,
  localMinute,
  mondayOf,
  spanOfDays,
  weekdayOf,
  firstMinuteAt,
  type ZoneClock,
} from "./zone-clock.ts";
import type { WorkingHours } from "../domain/calendar.ts";

/** A person whose calendar could be read. */
export interface PersonTime {
  email: string;
  name: string;
  clock: ZoneClock;
  /** When they work: sorted, apart from each other. */
  hours: Span[];
  taken: TakenSpan[];
  /** Kept or booked by other cases. */
  reserved: Span[];
  buffer: number;
  /** Takes no interview before; -Infinity when there is no pause. */
  pausedUntil: number;
  maxPerDay: number;
  maxPerWeek: number;
  /** Local day → interviews. */
  perDay: Map<number, number>;
  /** Monday of the local week → interviews. */
  perWeek: Map<number, number>;
}

export interface PersonFacts {
  email: string;
  person: SlotPerson;
  reading: Extract<CalendarReading, { readable: true }>;
  reserved: Span[];
  grid: Grid;
  clockOf: (zone: string) => ZoneClock;
}

/** The hours that hold for a person: the calendar's own before the fallback. */
export const hoursOf = (person: SlotPerson): WorkingHours =>
  (person.reading.readable ? person.reading.hours : undefined) ?? person.hours;

/** One person's time around the grid. */
export const readPersonTime = ({ email, person, ...facts }: PersonFacts): PersonTime => {
  const hours = hoursOf(person);
  const clock = facts.clockOf(hours.zone);
  const near = spanNear(facts.grid, person.bufferMinutes ?? 0);
  const taken = person.taken ?? takenFromBlocks(facts.reading.blocks);
  return {
    email,
    name: person.name,
    clock,
    hours: workingSpans(hours, clock, near),
    taken: taken.filter((span) => span.start < near.end && span.end > near.start),
    reserved: facts.reserved,
    buffer: person.bufferMinutes ?? 0,
    pausedUntil: person.pausedUntil ? minuteCeil(person.pausedUntil) : -Infinity,
    maxPerDay: person.maxPerDay ?? Infinity,
    maxPerWeek: person.maxPerWeek ?? Infinity,
    ...countInterviews(person, facts.reserved, clock),
  };
};

/** All that a session on the grid could touch. */
const spanNear = (grid: Grid, buffer: number): Span => ({
  start: grid.first - buffer,
  end: startMinute(grid, grid.count) + grid.duration + buffer,
});

/** A day more on either side: hours that run over midnight do not end where the grid does. */
const workingSpans = (hours: WorkingHours, clock: ZoneClock, near: Span): Span[] => {
  const lastDay = dayOf(localMinute(clock, near.end)) + 1;
  const spans: Span[] = [];
  for (let day = dayOf(localMinute(clock, near.start)) - 1; day <= lastDay; day += 1) {
    for (const range of hours.days[weekdayOf(day)] ?? []) {
      const start = firstMinuteAt(clock, day * MINUTES_A_DAY + range.startMinute);
      const end = firstMinuteAt(clock, day * MINUTES_A_DAY + range.endMinute);
      if (start < end) spans.push({ start, end });
    }
  }
  return mergeSpans(spans);
};

const countInterviews = (
  person: SlotPerson,
  reserved: readonly Span[],
  clock: ZoneClock,
): Pick<PersonTime, "perDay" | "perWeek"> => {
  const starts = new Set(reserved.map(({ start }) => start));
  for (const instant of person.interviews ?? []) starts.add(minuteFloor(instant));
  const perDay = new Map<number, number>();
  const perWeek = new Map<number, number>();
  for (const start of starts) {
    const day = dayOf(localMinute(clock, start));
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
    perWeek.set(mondayOf(day), (perWeek.get(mondayOf(day)) ?? 0) + 1);
  }
  return { perDay, perWeek };
};

/** The spans of the weeks in which a person has interviews, with how many. */
export const weeksWithInterviews = (person: PersonTime): (Span & { interviews: number })[] =>
  [...person.perWeek].map(([monday, interviews]) => ({
    ...spanOfDays(person.clock, monday, 7),
    interviews,
  }));

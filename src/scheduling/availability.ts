/** One person's time in whole minutes: when they work, what is taken, how many interviews they have. */
import type { CalendarReading } from "../domain/calendar.ts";
import { type Grid, startMinute } from "./grid.ts";
import { minuteCeil, minuteFloor, type Span } from "./minutes.ts";
import type { ComfortHours } from "./comfort.ts";
import { type TakenSpan, takenFromBlocks } from "./taken.ts";
import type { SlotPerson } from "./types.ts";
import {
  dayNumber,
  hoursOf,
  type Whereabouts,
  whereaboutsOf,
  workingSpans,
} from "./whereabouts.ts";
import { dayOf, localMinute, mondayOf, spanOfDays, type ZoneClock } from "./zone-clock.ts";

/** A person whose calendar could be read. */
export interface PersonTime extends Whereabouts, ComfortHours {
  email: string;
  name: string;
  /** When they work: sorted, apart from each other. */
  hours: Span[];
  taken: TakenSpan[];
  /** Kept or booked by other cases. */
  reserved: Span[];
  daysOff: DayOff[];
  buffer: number;
  /** Takes no interview before; -Infinity when there is no pause. */
  pausedUntil: number;
  maxPerDay: number;
  maxPerWeek: number;
  /** Local day → interviews. */
  perDay: Map<number, number>;
  /** Monday of the local week → interviews. */
  perWeek: Map<number, number>;
  /** What is owed to the person's fair share. Units: `SHARES` an interview. */
  owed: number;
}

/** A whole local day on which nobody asks. */
export interface DayOff extends Span {
  name: string | undefined;
}

/** Fair shares are counted in so many parts of an interview: then what they cost is a whole number. */
export const SHARES = 250;

export interface PersonFacts {
  email: string;
  person: SlotPerson;
  reading: Extract<CalendarReading, { readable: true }>;
  reserved: Span[];
  grid: Grid;
  clockOf: (zone: string) => ZoneClock;
}

/** One person's time around the grid. */
export const readPersonTime = ({ email, person, ...facts }: PersonFacts): PersonTime => {
  const hours = hoursOf(person);
  const where = whereaboutsOf(person, facts.clockOf);
  const { clock } = where;
  const near = spanNear(facts.grid, person.bufferMinutes ?? 0);
  const taken = person.taken ?? takenFromBlocks(facts.reading.blocks);
  return {
    email,
    name: person.name,
    ...where,
    hours: workingSpans(hours, where, near),
    comfort: person.comfort,
    lunch: person.lunch,
    taken: taken.filter((span) => span.start < near.end && span.end > near.start),
    reserved: facts.reserved,
    daysOff: daysOffOf(person, where),
    buffer: person.bufferMinutes ?? 0,
    pausedUntil: person.pausedUntil ? minuteCeil(person.pausedUntil) : -Infinity,
    maxPerDay: person.maxPerDay ?? Infinity,
    maxPerWeek: person.maxPerWeek ?? Infinity,
    ...countInterviews(person, facts.reserved, clock),
    owed: Math.round((person.owed ?? 0) * SHARES),
  };
};

/** Each by the clock around them on that date. */
const daysOffOf = ({ daysOff = [] }: SlotPerson, { clock, stays }: Whereabouts): DayOff[] =>
  daysOff.map(({ date, name }) => {
    const day = dayNumber(date);
    const stay = stays.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
    return { ...spanOfDays(stay?.clock ?? clock, day, 1), name };
  });

/** All that a session on the grid could touch. */
const spanNear = (grid: Grid, buffer: number): Span => ({
  start: grid.first - buffer,
  end: startMinute(grid, grid.count) + grid.duration + buffer,
});

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

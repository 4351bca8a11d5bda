/** One person's time in whole minutes: when they work, what is taken, how many interviews they have. */
import { type Buffer, bufferOf } from "../domain/buffer.ts";
import type { CalendarReading } from "../domain/calendar.ts";
import { type OfferedTime, mostInterviews } from "../domain/offered-time.ts";
import { type Grid, startMinute } from "./grid.ts";
import { minuteCeil, minuteFloor, type Span } from "./minutes.ts";
import type { ComfortHours } from "./comfort.ts";
import { type TakenSpan, takenFromBlocks } from "./taken.ts";
import type { SlotPerson } from "./types.ts";
import {
  dayAt,
  dayNumber,
  hoursOf,
  spansOfDays,
  type Whereabouts,
  whereaboutsOf,
  workingSpans,
} from "./whereabouts.ts";
import { mondayOf, spanOfDays, type ZoneClock } from "./zone-clock.ts";

/** A person whose calendar could be read. */
export interface PersonTime extends Whereabouts, ComfortHours {
  email: string;
  name: string;
  /** When they work: sorted, apart from each other. */
  hours: Span[];
  taken: TakenSpan[];
  /** Kept or booked by other cases. */
  reserved: ReservedSpan[];
  daysOff: DayOff[];
  buffer: Buffer;
  /** Takes no interview before; -Infinity when there is no pause. */
  pausedUntil: number;
  maxPerDay: number;
  maxPerWeek: number;
  /** Day around them → interviews. */
  perDay: Map<number, number>;
  /** Monday of the week around them → interviews. */
  perWeek: Map<number, number>;
  /** What is owed to the person's fair share. Units: `SHARES` an interview. */
  owed: number;
}

/** Time that is kept for an interview, or for one of the times of an offer. */
export interface ReservedSpan extends Span {
  offered: OfferedTime | undefined;
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
  reserved: ReservedSpan[];
  grid: Grid;
  clockOf: (zone: string) => ZoneClock;
}

/** One person's time around the grid. */
export const readPersonTime = ({ email, person, ...facts }: PersonFacts): PersonTime => {
  const hours = hoursOf(person);
  const where = whereaboutsOf(person, facts.clockOf);
  const buffer = bufferOf(person.bufferMinutes);
  const near = spanNear(facts.grid, buffer);
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
    buffer,
    pausedUntil: person.pausedUntil ? minuteCeil(person.pausedUntil) : -Infinity,
    maxPerDay: person.maxPerDay ?? Infinity,
    maxPerWeek: person.maxPerWeek ?? Infinity,
    ...countInterviews(person, facts.reserved, where),
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
const spanNear = (grid: Grid, { before, after }: Buffer): Span => ({
  start: grid.first - before,
  end: startMinute(grid, grid.count) + grid.duration + after,
});

const countInterviews = (
  person: SlotPerson,
  reserved: readonly ReservedSpan[],
  where: Whereabouts,
): Pick<PersonTime, "perDay" | "perWeek"> => {
  const starts = new Map(reserved.map(({ start, offered }) => [start, offered]));
  for (const instant of person.interviews ?? []) starts.set(minuteFloor(instant), undefined);
  const days = Map.groupBy(starts, ([start]) => dayAt(where, start));
  const weeks = Map.groupBy(starts, ([start]) => mondayOf(dayAt(where, start)));
  const count = (by: typeof days) =>
    new Map([...by].map(([key, kept]) => [key, mostInterviews(kept.map(([, each]) => each))]));
  return { perDay: count(days), perWeek: count(weeks) };
};

/** The spans of the weeks in which a person has interviews, with how many. */
export const weeksWithInterviews = (person: PersonTime): (Span & { interviews: number })[] =>
  [...person.perWeek].flatMap(([monday, interviews]) =>
    spansOfDays(person, monday, 7).map((span) => ({ ...span, interviews })),
  );

/** What people have set for themselves, put into what the engine is asked. Precedence: the person's own setting, then the
 * working hours of their calendar, then the plan's; of two limits the stricter, of two buffers the longer. */
import { type Buffer, bufferOf, plainBuffer } from "../src/domain/buffer.ts";
import type { WorkingHours } from "../src/domain/calendar.ts";
import { type FocusRule, type Preferences, sessionKey } from "../src/domain/preferences.ts";
import {
  byWeekday,
  hoursThere,
  ownHours,
  rangeOf,
  weekdayOf,
} from "../src/domain/working-hours.ts";
import { type TakenSpan, takenFromBlocks } from "../src/scheduling/taken.ts";
import type { ClockRange, Interval, SlotPerson } from "../src/scheduling/types.ts";

interface Place {
  label: string;
  key: boolean;
  choices: string[];
}

interface Seats {
  /** By session, in the plan's order. */
  places: Place[][];
  people: { userId: string; name: string; email: string }[];
  leftOut: { email: string; why: string }[];
}

/** The label of the hiring manager's place. */
export const HIRING_MANAGER = "hiring manager";

/** The seats of a plan's sessions without the hiring manager where they need not be. Where nobody else sits, the place stays:
 * an interview with nobody is none. Shape: the same seats when nothing changes. */
export const applyOptOut = (
  seats: Seats,
  plan: { id: string; sessions: readonly { id: string; name: string }[] },
  preferences: Readonly<Record<string, Preferences>>,
): Seats => {
  const freed = new Map<string, string[]>();
  const places = seats.places.map((ofSession, index) => {
    const { id = "", name = "" } = plan.sessions[index] ?? {};
    const isFree = ({ label, choices }: Place): boolean =>
      label === HIRING_MANAGER &&
      choices.every((email) =>
        preferences[email]?.notAsHiringManagerIn.includes(sessionKey(plan.id, id)),
      );
    const left = ofSession.filter((place) => !isFree(place));
    if (left.length === ofSession.length || left.length === 0) return ofSession;
    for (const email of ofSession.filter(isFree).flatMap(({ choices }) => choices)) {
      freed.set(email, [...(freed.get(email) ?? []), name]);
    }
    return left;
  });
  if (freed.size === 0) return seats;
  const seated = new Set(places.flat().flatMap(({ choices }) => choices));
  const spared = [...freed].map(([email, names]) => ({
    email,
    why: `the hiring manager, who has set not to be needed in ${names.join(", ")}`,
  }));
  return {
    places,
    people: seats.people.filter(({ email }) => seated.has(email)),
    leftOut: [...seats.leftOut, ...spared],
  };
};

/** Calendars with the zone that their owner has chosen: times are told to them on that clock. */
export const applyZones = <Read extends { email: string; zone: string | null }>(
  calendars: readonly Read[],
  preferences: Readonly<Record<string, Preferences>>,
): Read[] =>
  calendars.map((read) => {
    const zone = preferences[read.email]?.zone ?? null;
    return zone === null || read.zone === null ? read : { ...read, zone };
  });

/** The person as the engine is to see them. `horizon`: where the times that they avoid are looked for. */
export const applyPreferences = (
  person: SlotPerson,
  preferences: Preferences | undefined,
  horizon: Interval,
): SlotPerson => {
  if (!preferences) return person;
  const hours = hoursOf(person, preferences);
  const { pausedUntil, focus } = preferences;
  return {
    ...person,
    // Own hours stand before the calendar's, which the engine would take first.
    reading: withoutHours(person.reading),
    hours: withoutFirmFocus(hours, focus),
    taken: [...(person.taken ?? []), ...softFocus(focus, hours.zone, horizon)].toSorted(
      (a, b) => a.start - b.start,
    ),
    bufferMinutes: longer(bufferOf(person.bufferMinutes), bufferOf(preferences.bufferMinutes)),
    ...limitsOf(person, preferences),
    ...daysOf(preferences, hours),
    ...(pausedUntil !== null && { pausedUntil: startOf(pausedUntil, hours.zone) }),
    ...(preferences.takesNoInterviews && { optedOut: true }),
  };
};

const longer = (one: Buffer, other: Buffer): number | Buffer =>
  plainBuffer({
    before: Math.max(one.before, other.before),
    after: Math.max(one.after, other.after),
  });

/** What they say of their days: journeys, the hours that suit, lunch. */
const daysOf = (
  { stays, comfort, lunch, focus }: Preferences,
  home: WorkingHours,
): Pick<SlotPerson, "stays" | "comfort" | "lunch"> => ({
  ...(stays.length > 0 && {
    stays: stays.map(({ from, until, zone, hours }) => ({
      from: Temporal.PlainDate.from(from),
      until: Temporal.PlainDate.from(until),
      hours: withoutFirmFocus({ zone, days: hoursThere(home, hours) }, focus),
    })),
  }),
  ...(comfort && { comfort: rangeOf(comfort) }),
  ...(lunch && { lunch: rangeOf(lunch) }),
});

const withoutHours = (reading: SlotPerson["reading"]): SlotPerson["reading"] => {
  if (!reading.readable) return reading;
  const { hours: _, ...rest } = reading;
  return rest;
};

const hoursOf = (person: SlotPerson, preferences: Preferences): WorkingHours => {
  const { reading } = person;
  const told = (reading.readable ? reading.hours : undefined) ?? person.hours;
  return ownHours({ told, home: reading.readable ? reading.zone : told.zone }, preferences);
};

const limitsOf = (
  person: SlotPerson,
  own: Preferences,
): Pick<SlotPerson, "maxPerDay" | "maxPerWeek"> => {
  const maxPerDay = stricter(person.maxPerDay, own.maxInterviewsPerDay);
  const maxPerWeek = stricter(person.maxPerWeek, own.maxInterviewsPerWeek);
  return {
    ...(maxPerDay !== Infinity && { maxPerDay }),
    ...(maxPerWeek !== Infinity && { maxPerWeek }),
  };
};

/** Infinity: neither sets one. */
const stricter = (ofPlan: number | undefined, own: number | null): number =>
  Math.min(ofPlan ?? Infinity, own ?? Infinity);

/** Hours in which no interview may be are no hours for interviews. */
const withoutFirmFocus = (hours: WorkingHours, focus: readonly FocusRule[]): WorkingHours => {
  const firm = focus.filter((rule) => rule.firm);
  if (firm.length === 0) return hours;
  return {
    zone: hours.zone,
    days: byWeekday((day) =>
      firm
        .filter(({ days }) => days.includes(day))
        .map(rangeOf)
        .reduce(subtract, [...(hours.days[weekdayOf(day)] ?? [])]),
    ),
  };
};

const subtract = (ranges: ClockRange[], cut: ClockRange): ClockRange[] =>
  ranges
    .flatMap((range) => [
      { ...range, endMinute: Math.min(range.endMinute, cut.startMinute) },
      { ...range, startMinute: Math.max(range.startMinute, cut.endMinute) },
    ])
    .filter(({ startMinute, endMinute }) => startMinute < endMinute);

/** Times that are better kept, day by day: to the engine the same as focus time of the calendar. */
const softFocus = (focus: readonly FocusRule[], zone: string, horizon: Interval): TakenSpan[] => {
  const soft = focus.filter((rule) => !rule.firm);
  if (soft.length === 0) return [];
  const last = horizon.end.toZonedDateTimeISO(zone).toPlainDate();
  const blocks: Interval[] = [];
  for (
    let day = horizon.start.toZonedDateTimeISO(zone).toPlainDate();
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    for (const { days, start, end } of soft) {
      if (!days.some((name) => weekdayOf(name) === day.dayOfWeek)) continue;
      const at = (plainTime: string) =>
        day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
      blocks.push({ start: at(start), end: at(end) });
    }
  }
  return takenFromBlocks(blocks.map((block) => ({ ...block, kind: "focus" as const })));
};

const startOf = (date: string, zone: string): Temporal.Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone }).toInstant();

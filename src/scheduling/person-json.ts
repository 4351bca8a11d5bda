/** A person in a request to the slot engine as JSON, and what else is written the same way. */
import { z } from "zod";
import type { BusyKind, WorkingHours } from "../domain/calendar.ts";
import { clockTime, WEEKDAYS } from "../domain/plan.ts";
import { isoInstant, isReadableInstant, isZone } from "../domain/time.ts";
import { takenFromIso } from "./taken.ts";
import type { ClockRange, Interval, SlotPerson, Weekday } from "./types.ts";

const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};

/** A zone by name. */
export const zone = z
  .string()
  .refine(isZone, "must be an IANA time zone such as Europe/Lisbon")
  .describe("IANA time zone, such as Europe/Lisbon");
/** An address. */
export const email = z.string().min(1).max(320).describe("Address by which a person is named here");
/** A length of time. */
export const minutes = z.int().min(0).max(100_000);
/** Whether a span runs forward; one of times that are none is refused for these. Asked here, so that it is named as it was
 * written, and not as the engine has it. */
export const runsForward = ({ start, end }: { start: string; end: string }): boolean =>
  !isReadableInstant(start) || !isReadableInstant(end) || Temporal.Instant.compare(start, end) <= 0;
/** What is said of one that does not. */
export const ENDS_BEFORE =
  "ends before it starts: change start and end if they were written the wrong way round";
/** A span of time. */
export const interval = z
  .strictObject({ start: isoInstant, end: isoInstant })
  .refine(runsForward, ENDS_BEFORE)
  .describe("A span of time, without its end");
const HOURS_BACKWARDS =
  "must end later on the same day than they start: change start and end if they were written the wrong way round";
/** Hours of a day. */
export const clockRange = z
  .strictObject({
    start: clockTime.describe("Such as 09:00"),
    end: clockTime.describe("Such as 17:30"),
  })
  // Times of one clock compare as text. Asked here, so that it is told once and not for each day of the week.
  .refine(({ start, end }) => start < end, HOURS_BACKWARDS)
  .describe("Hours of a day");
const date = z
  .string()
  .refine(isDate, "must be a date such as 2026-11-24")
  .describe("A day, such as 2026-11-24");
/** Days of the week. */
export const days = z.array(z.enum(WEEKDAYS)).min(1).describe("Days of the week");

const BUSY_KINDS = [
  "busy",
  "tentative",
  "out_of_office",
  "focus",
  "working_elsewhere",
  "unaccepted",
] as const satisfies readonly BusyKind[];

const worked = {
  zone,
  hours: clockRange.optional().describe("Working hours; 09:00 to 17:30 when absent"),
  days: days.optional().describe("Working days; Monday to Friday when absent"),
};

/** Somebody who may be asked. */
export const Person = z.strictObject({
  name: z.string().min(1).max(200).describe("For people"),
  ...worked,
  stays: z
    .array(
      z.strictObject({
        from: date.describe("The first day there"),
        until: date.describe("The last day there"),
        ...worked,
      }),
    )
    .max(100)
    .optional()
    .describe("Days in another zone, or with other hours; no two share a day"),
  daysOff: z
    .array(
      z.strictObject({
        date,
        name: z.string().min(1).max(200).optional().describe("For people, such as Thanksgiving"),
      }),
    )
    .max(1_000)
    .optional()
    .describe("Whole days that are not worked, such as holidays"),
  holidays: z
    .strictObject({
      country: z.string().max(10).describe("ISO 3166-1, such as DE"),
      region: z.string().max(10).optional().describe("State or province, such as BY"),
    })
    .optional()
    .describe("Whose public holidays are days off too"),
  comfort: clockRange.optional().describe("Hours that suit, of those that are worked"),
  lunch: clockRange.optional().describe("Rather not over lunch"),
  owed: z
    .number()
    .optional()
    .describe("Interviews still owed to a fair share; below 0 for more than that"),
  busy: z
    .array(
      z
        .strictObject({
          start: isoInstant,
          end: isoInstant,
          kind: z.enum(BUSY_KINDS).optional().describe("busy when absent"),
        })
        .refine(runsForward, ENDS_BEFORE),
    )
    .max(10_000)
    .optional()
    .describe("Blocks of the calendar, in any order"),
  unreadable: z
    .enum(["not_found", "denied", "unavailable"])
    .optional()
    .describe("Why the calendar cannot be read: then the person is not asked"),
  bufferMinutes: z
    .union([minutes, z.strictObject({ before: minutes, after: minutes })])
    .optional()
    .describe("Kept free around: one number for both sides, or each by itself"),
  interviews: z.array(isoInstant).optional().describe("Starts of interviews, for limits and load"),
  maxPerDay: z.int().optional().describe("Interviews in one local day, this one included"),
  maxPerWeek: z.int().optional().describe("Interviews in one local week, this one included"),
  pausedUntil: isoInstant.optional().describe("Takes no interview before"),
  optedOut: z.boolean().optional().describe("Takes no interviews"),
});
export type Person = z.infer<typeof Person>;

/** An instant from its text. */
export const at = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);

/** A span as the engine takes it. */
export const intervalOf = ({ start, end }: { start: string; end: string }): Interval => ({
  start: at(start),
  end: at(end),
});

const minuteOf = (clock: string): number => {
  const [hours = 0, rest = 0] = clock.split(":").map(Number);
  return hours * 60 + rest;
};

/** Hours as the engine takes them. */
export const rangeOf = ({ start, end }: { start: string; end: string }): ClockRange => ({
  startMinute: minuteOf(start),
  endMinute: minuteOf(end),
});

const ISO_WEEKDAYS: Record<(typeof WEEKDAYS)[number], Weekday> = {
  mon: 1,
  tue: 2,
  wed: 3,
  thu: 4,
  fri: 5,
  sat: 6,
  sun: 7,
};
/** A day of the week as the engine takes it. */
export const weekdayOf = (day: (typeof WEEKDAYS)[number]): Weekday => ISO_WEEKDAYS[day];

const DEFAULT_HOURS = { start: "09:00", end: "17:30" };
const DEFAULT_DAYS = ["mon", "tue", "wed", "thu", "fri"] as const;

/** Somebody as the engine takes them. */
export const personOf = (address: string, person: Person, now: string): SlotPerson => {
  const { name, zone: own, hours, days: worksOn, busy, unreadable, ...rest } = person;
  const { interviews, pausedUntil, stays, daysOff, comfort, lunch, ...others } = rest;
  const { holidays: _holidays, ...plain } = others;
  const readAt = at(now);
  return {
    name,
    hours: hoursOf({ zone: own, hours, days: worksOn }),
    reading: unreadable
      ? { email: address, readable: false, reason: unreadable, readAt }
      : { email: address, readable: true, zone: own, blocks: [], readAt },
    taken: takenFromIso(
      (busy ?? []).map(({ kind, ...span }) => ({ ...span, kind: kind ?? "busy" })),
    ),
    ...defined(plain),
    ...(stays && {
      stays: stays.map(({ from, until, ...there }) => ({
        from: Temporal.PlainDate.from(from),
        until: Temporal.PlainDate.from(until),
        hours: hoursOf(there),
      })),
    }),
    ...(daysOff && {
      daysOff: daysOff.map(({ date: day, ...named }) => ({
        date: Temporal.PlainDate.from(day),
        ...defined(named),
      })),
    }),
    ...(comfort && { comfort: rangeOf(comfort) }),
    ...(lunch && { lunch: rangeOf(lunch) }),
    ...(interviews && { interviews: interviews.map(at) }),
    ...(pausedUntil !== undefined && { pausedUntil: at(pausedUntil) }),
  };
};

const hoursOf = ({
  zone: own,
  hours,
  days: worksOn,
}: Pick<Person, "zone" | "hours" | "days">): WorkingHours => {
  const range = rangeOf(hours ?? DEFAULT_HOURS);
  return {
    zone: own,
    days: Object.fromEntries((worksOn ?? DEFAULT_DAYS).map((day) => [weekdayOf(day), [range]])),
  };
};

type Defined<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

/** Without the fields that are undefined. */
export function defined<Fields extends object>(fields: Fields): Defined<Fields>;
export function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

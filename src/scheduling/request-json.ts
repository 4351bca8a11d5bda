/** A request to the slot engine as JSON: for files, and for programs in other languages. Times are ISO 8601, hours `09:30`. */
import { z } from "zod";
import type { BusyKind } from "../domain/calendar.ts";
import { clockTime, WEEKDAYS } from "../domain/plan.ts";
import { isoInstant, isZone } from "../domain/time.ts";
import type { LoopRequest, LoopSession } from "./loop-types.ts";
import { takenFromIso } from "./taken.ts";
import type { ClockRange, Interval, SlotPerson, Weekday } from "./types.ts";

const zone = z
  .string()
  .refine(isZone, "must be an IANA time zone such as Europe/Lisbon")
  .describe("IANA time zone, such as Europe/Lisbon");
const email = z.string().min(1).max(320).describe("Address by which a person is named here");
const minutes = z.int().min(0).max(100_000);
const interval = z
  .strictObject({ start: isoInstant, end: isoInstant })
  .describe("A span of time, without its end");
const clockRange = z
  .strictObject({
    start: clockTime.describe("Such as 09:00"),
    end: clockTime.describe("Such as 17:30"),
  })
  .describe("Hours of a day");
const days = z.array(z.enum(WEEKDAYS)).min(1).describe("Days of the week");

const BUSY_KINDS = [
  "busy",
  "tentative",
  "out_of_office",
  "focus",
  "working_elsewhere",
  "unaccepted",
] as const satisfies readonly BusyKind[];

const Person = z.strictObject({
  name: z.string().min(1).max(200).describe("For people"),
  zone,
  hours: clockRange.optional().describe("Working hours; 09:00 to 17:30 when absent"),
  days: days.optional().describe("Working days; Monday to Friday when absent"),
  busy: z
    .array(
      z.strictObject({
        start: isoInstant,
        end: isoInstant,
        kind: z.enum(BUSY_KINDS).optional().describe("busy when absent"),
      }),
    )
    .max(10_000)
    .optional()
    .describe("Blocks of the calendar, in any order"),
  unreadable: z
    .enum(["not_found", "denied", "unavailable"])
    .optional()
    .describe("Why the calendar cannot be read: then the person is not asked"),
  bufferMinutes: minutes.optional().describe("Kept free before and after"),
  interviews: z.array(isoInstant).optional().describe("Starts of interviews, for limits and load"),
  maxPerDay: z.int().optional().describe("Interviews in one local day, this one included"),
  maxPerWeek: z.int().optional().describe("Interviews in one local week, this one included"),
  pausedUntil: isoInstant.optional().describe("Takes no interview before"),
  optedOut: z.boolean().optional().describe("Takes no interviews"),
});
type Person = z.infer<typeof Person>;

const Session = z.strictObject({
  id: z.string().min(1).max(80).describe("Named by `after` and `previous`"),
  name: z.string().min(1).max(80).optional().describe("For people; the id when absent"),
  durationMinutes: minutes.describe("1 to 480"),
  format: z.enum(["video", "phone", "onsite"]).optional().describe("video when absent"),
  places: z
    .array(
      z.strictObject({
        label: z.string().min(1).max(80).describe("For people, such as hiring manager"),
        key: z.boolean().optional().describe("A key evaluator: their good hours weigh extra"),
        choices: z.array(email).describe("Who may take it; two of a pool are two places"),
      }),
    )
    .describe("All are filled, by different people"),
  after: z.array(z.string()).optional().describe("Sessions that come before it"),
  pinned: z
    .strictObject({
      start: isoInstant.optional().describe("A start that is fixed"),
      seats: z.array(email.nullable()).optional().describe("Who sits where; null: open"),
    })
    .optional()
    .describe("What is fixed"),
});
type Session = z.infer<typeof Session>;

const count = z.int().optional();

/** The request. */
export const SlotsRequest = z
  .strictObject({
    now: isoInstant.describe("The present: nothing is placed before it"),
    horizon: interval.describe("Everything lies inside"),
    candidate: z.strictObject({
      zone,
      hours: clockRange.optional().describe("Hours that suit; 09:00 to 18:00 when absent"),
      days: days.optional().describe("Days that suit; Monday to Friday when absent"),
      lunch: clockRange.optional().describe("Rather not over lunch"),
      windows: z.array(interval).optional().describe("When given, all lies inside one of them"),
    }),
    people: z.record(email, Person).describe("By address; everybody whom a place names"),
    sessions: z.array(Session).describe("What is to be placed; up to ten"),
    reserved: z
      .array(z.strictObject({ email, start: isoInstant, end: isoInstant }))
      .optional()
      .describe("Time that is kept for other interviews"),
    previous: z
      .array(
        z.strictObject({
          sessionId: z.string().describe("Which session"),
          startsAt: isoInstant,
          panel: z.array(email).describe("By place"),
        }),
      )
      .optional()
      .describe("What is booked already: then what disturbs the fewest people goes first"),
    rules: z
      .strictObject({
        mostDays: count.describe("On how many days at most; 1 when absent"),
        mostSessionsADay: count.describe("All when absent"),
        leastGapMinutes: count.describe("Between two sessions of a day; 0 when absent"),
        mostGapMinutes: count.describe("Between two sessions of a day; 120 when absent"),
        pause: z
          .strictObject({
            afterMinutes: z.int().describe("After so much without a pause"),
            minutes: z.int().describe("How long it is"),
          })
          .optional()
          .describe("When a pause is due"),
        lunch: z
          .strictObject({
            start: clockTime.describe("Such as 12:00"),
            end: clockTime.describe("Such as 14:00"),
            minutes: z.int().describe("So many in one piece"),
          })
          .optional()
          .describe("Hours of which a piece stays free"),
      })
      .optional()
      .describe("How the sessions lie to each other"),
    minimumNoticeMinutes: count.describe("Between now and the first start; 1,440 when absent"),
    gridMinutes: z
      .union([z.literal(5), z.literal(10), z.literal(15), z.literal(30)])
      .optional()
      .describe("Starts fall on multiples of it; 15 when absent"),
    weights: z
      .partialRecord(
        z.enum([
          "attendance",
          "invitations_kept",
          "focus_kept",
          "load_balance",
          "candidate_comfort",
          "earliness",
          "compactness",
          "few_days",
        ]),
        z.int(),
      )
      .optional()
      .describe("How much each term counts; see the engine's README"),
    top: count.describe("How many answers; 5 when absent"),
    effort: count.describe("Steps of the search before it gives up proving"),
  })
  .describe("A request to Convene's slot engine");
export type SlotsRequest = z.infer<typeof SlotsRequest>;

/** As the engine takes it. */
export const toLoopRequest = (json: SlotsRequest): LoopRequest => {
  const { now, horizon, candidate, people, sessions, reserved, previous, rules, ...rest } = json;
  return {
    ...defined(rest),
    now: at(now),
    horizon: intervalOf(horizon),
    candidate: {
      zone: candidate.zone,
      ...(candidate.hours && { comfort: rangeOf(candidate.hours) }),
      ...(candidate.days && { comfortDays: candidate.days.map(weekdayOf) }),
      ...(candidate.lunch && { lunch: rangeOf(candidate.lunch) }),
      ...(candidate.windows && { windows: candidate.windows.map(intervalOf) }),
    },
    people: Object.fromEntries(
      Object.entries(people).map(([address, person]) => [address, personOf(address, person, now)]),
    ),
    sessions: sessions.map(sessionOf),
    ...(reserved && {
      reservations: reserved.map(({ email: address, ...span }) => ({
        email: address,
        ...intervalOf(span),
      })),
    }),
    ...(previous && {
      previous: previous.map((slot) => ({ ...slot, startsAt: at(slot.startsAt) })),
    }),
    ...(rules && { rules: rulesOf(rules) }),
  };
};

const at = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);

const intervalOf = ({ start, end }: { start: string; end: string }): Interval => ({
  start: at(start),
  end: at(end),
});

const minuteOf = (clock: string): number => {
  const [hours = 0, rest = 0] = clock.split(":").map(Number);
  return hours * 60 + rest;
};

const rangeOf = ({ start, end }: { start: string; end: string }): ClockRange => ({
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
const weekdayOf = (day: (typeof WEEKDAYS)[number]): Weekday => ISO_WEEKDAYS[day];

const DEFAULT_HOURS = { start: "09:00", end: "17:30" };
const DEFAULT_DAYS = ["mon", "tue", "wed", "thu", "fri"] as const;

const personOf = (address: string, person: Person, now: string): SlotPerson => {
  const { name, zone: own, hours, days: worked, busy, unreadable, ...rest } = person;
  const { interviews, pausedUntil, ...limits } = rest;
  const range = rangeOf(hours ?? DEFAULT_HOURS);
  const readAt = at(now);
  return {
    name,
    hours: {
      zone: own,
      days: Object.fromEntries((worked ?? DEFAULT_DAYS).map((day) => [weekdayOf(day), [range]])),
    },
    reading: unreadable
      ? { email: address, readable: false, reason: unreadable, readAt }
      : {
          email: address,
          readable: true,
          zone: own,
          blocks: [],
          readAt,
        },
    taken: takenFromIso(
      (busy ?? []).map(({ kind, ...span }) => ({ ...span, kind: kind ?? "busy" })),
    ),
    ...defined(limits),
    ...(interviews && { interviews: interviews.map(at) }),
    ...(pausedUntil !== undefined && { pausedUntil: at(pausedUntil) }),
  };
};

const sessionOf = ({
  id,
  name,
  durationMinutes,
  format,
  after,
  pinned,
  places,
}: Session): LoopSession => ({
  id,
  name: name ?? id,
  durationMinutes,
  ...(format && { format }),
  ...(after && { after }),
  ...(pinned && {
    pinned: {
      ...(pinned.start !== undefined && { start: at(pinned.start) }),
      ...(pinned.seats && { seats: pinned.seats.map((seat) => seat ?? undefined) }),
    },
  }),
  places: places.map(({ label, key, choices }) => ({ label, key: key ?? false, choices })),
});

const rulesOf = ({
  lunch,
  ...rules
}: NonNullable<SlotsRequest["rules"]>): NonNullable<LoopRequest["rules"]> => ({
  ...defined(rules),
  ...(lunch && { lunch: { ...rangeOf(lunch), minutes: lunch.minutes } }),
});

type Defined<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

/** Without the fields that are undefined. */
function defined<Fields extends object>(fields: Fields): Defined<Fields>;
function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

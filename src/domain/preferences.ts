/** What somebody who interviews has set for themselves: hours, limits, a pause, times to avoid, what to be left out of.
 * Whatever is null or empty is not set: then the calendar counts, and after it the plan. */
import { z } from "zod";
import { BufferMinutes } from "./buffer.ts";
import { holidayPlace } from "./holiday-places.ts";
import { WEEKDAYS, clockTime } from "./plan.ts";
import { zoneId } from "./time.ts";

const MOST_SPANS = 3;
/** More times to avoid than this are a calendar of their own. */
export const MOST_FOCUS_RULES = 10;

const endsLater = ({ start, end }: { start: string; end: string }): boolean => start < end;
const ENDS_EARLIER = { message: "must end after it begins", path: ["end"] };

/** A span of one local day. */
export const ClockSpan = z
  .strictObject({ start: clockTime, end: clockTime })
  .refine(endsLater, ENDS_EARLIER);
export type ClockSpan = z.infer<typeof ClockSpan>;

const spansOfDay = z
  .array(ClockSpan)
  .max(MOST_SPANS)
  .refine(
    (spans) => spans.every((span, at) => at === 0 || (spans[at - 1]?.end ?? "") <= span.start),
    "must be in order, and must not overlap",
  );

/** A time that interviews should avoid. */
export const FocusRule = z
  .strictObject({
    days: z.array(z.enum(WEEKDAYS)).min(1).max(7),
    start: clockTime,
    end: clockTime,
    firm: z.boolean().describe("True: never; false: only when nothing else fits well"),
  })
  .refine(endsLater, ENDS_EARLIER);
export type FocusRule = z.infer<typeof FocusRule>;

/** More journeys than this nobody plans ahead. */
export const MOST_STAYS = 5;

/** Some days in another place. */
export const Stay = z
  .strictObject({
    from: z.iso.date().describe("The first day there"),
    until: z.iso.date().describe("The last one"),
    zone: zoneId.describe("Of the clocks there"),
    hours: ClockSpan.nullable().describe(
      "Hours there, on the days that are worked at home; null: the same hours, by the clocks there",
    ),
  })
  .refine(({ from, until }) => from <= until, {
    message: "must not end before it begins",
    path: ["until"],
  });
export type Stay = z.infer<typeof Stay>;

/** Whether two of them, or more, have a day in common. */
export const sharesDays = (stays: readonly Pick<Stay, "from" | "until">[]): boolean =>
  stays
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .some(({ from }, at, sorted) => at > 0 && (sorted[at - 1]?.until ?? "") >= from);

/** All that one person has set. */
export const Preferences = z.strictObject({
  zone: zoneId.nullable().describe("Null: the calendar's"),
  hours: z
    .partialRecord(z.enum(WEEKDAYS), spansOfDay)
    .refine((days) => Object.values(days).some((spans) => spans.length > 0), {
      message: "must have at least one span; to take no interviews at all, set takesNoInterviews",
    })
    .nullable()
    .describe("Up to three spans a weekday, on the clock of the zone. Null: the calendar's"),
  maxInterviewsPerDay: z.int().min(1).max(20).nullable(),
  maxInterviewsPerWeek: z.int().min(1).max(60).nullable(),
  bufferMinutes: BufferMinutes.nullable(),
  pausedUntil: z.iso.date().nullable().describe("First day with interviews again, in the zone"),
  takesNoInterviews: z.boolean(),
  notAsHiringManagerIn: z
    .array(z.string().max(200))
    .max(200)
    .describe("Sessions, as plan/session, that go ahead without them as the hiring manager"),
  focus: z.array(FocusRule).max(MOST_FOCUS_RULES),
  holidays: holidayPlace
    .nullable()
    .describe("Whose public holidays are days off, such as US or DE-BE. Null: the plan's"),
  stays: z
    .array(Stay)
    .max(MOST_STAYS)
    .refine((stays) => !sharesDays(stays), "must not share a day")
    .describe("Journeys to other time zones"),
  comfort: ClockSpan.nullable().describe("Hours that suit best, within those that are worked"),
  lunch: ClockSpan.nullable().describe("Rather no interview over lunch"),
  noDailyDigest: z
    .literal(true)
    .exactOptional()
    .describe("As a recruiter: no message each morning about their cases"),
});
export type Preferences = z.infer<typeof Preferences>;

/** Of somebody who has set nothing. */
export const NO_PREFERENCES: Preferences = {
  zone: null,
  hours: null,
  maxInterviewsPerDay: null,
  maxInterviewsPerWeek: null,
  bufferMinutes: null,
  pausedUntil: null,
  takesNoInterviews: false,
  notAsHiringManagerIn: [],
  focus: [],
  holidays: null,
  stays: [],
  comfort: null,
  lunch: null,
};

/** The zone around somebody at an instant: on a journey the one there, else their own. A journey's days are those of its clocks. */
export const zoneAt = (
  {
    zone,
    stays = [],
  }: { zone: string; stays?: readonly Pick<Stay, "from" | "until" | "zone">[] | undefined },
  instant: Temporal.Instant,
): string => {
  const away = stays.find(({ from, until, zone: there }) => {
    const day = instant.toZonedDateTimeISO(there).toPlainDate().toString();
    return from <= day && day <= until;
  });
  return away?.zone ?? zone;
};

/** The same without journeys that are over. `today`: a date. */
export const withoutPastStays = (preferences: Preferences, today: string): Preferences => ({
  ...preferences,
  stays: preferences.stays.filter(({ until }) => until >= today),
});

/** A session of a plan, as `notAsHiringManagerIn` names it. */
export const sessionKey = (planId: string, sessionId: string): string => `${planId}/${sessionId}`;

/** Names of what differs. Shape: in the order of the fields; empty when all is the same. */
export const changedPreferences = (before: Preferences, after: Preferences): string[] =>
  Object.keys(Preferences.shape).filter(
    (field) => valueOf(before, field) !== valueOf(after, field),
  );

/** Days in the order of the week: two that say the same are the same. */
const valueOf = (preferences: Preferences, field: string): string => {
  const value: unknown = Reflect.get(preferences, field);
  if (field !== "hours" || preferences.hours === null) return JSON.stringify(value);
  const { hours } = preferences;
  return JSON.stringify(WEEKDAYS.map((day) => hours[day] ?? []));
};

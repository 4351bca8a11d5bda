/** The closed list of what a no-show risk may look at. Nothing else can enter: the schema is strict, and a test walks the list.
 * Never gender, age, name, origin, family, photo, health or address, nor what stands in for them. */
import { z } from "zod";

/** As stages and forms are called (`src/plans/interview-kinds.ts` reads the same kinds from their names). */
export const STAGE_KINDS = [
  "screen",
  "hiring-manager",
  "technical",
  "panel",
  "onsite",
  "final",
  "interview",
] as const;

export const FORMATS = ["video", "phone", "onsite"] as const;

const howOften = z.int().min(0).max(1_000).nullable();

/** What was known of one interview when it was scored. Null: it was not known, which is a value of its own and never a zero. */
export const AttendanceFacts = z.strictObject({
  leadDays: z.number().min(0).max(3_660).nullable().describe("Days from booking to start"),
  hour: z.int().min(0).max(23).nullable().describe("Of the start, in the candidate's zone"),
  weekday: z.int().min(1).max(7).nullable().describe("Of the start there; 1 is Monday"),
  confirmed: z.boolean().nullable().describe("The candidate said that they will come"),
  pageOpened: z.boolean().nullable().describe("The candidate's page was opened; needs consent"),
  chatUsed: z.boolean().nullable().describe("The chat was used; needs consent"),
  reschedules: howOften.describe("How often this interview was moved"),
  stageKind: z.enum(STAGE_KINDS).nullable().describe("What the stage is"),
  format: z.enum(FORMATS).nullable().describe("How people meet"),
  attendedBefore: howOften.describe("Earlier visits here that the candidate came to"),
  missedBefore: howOften.describe("Earlier visits here that the candidate missed"),
});
export type AttendanceFacts = z.infer<typeof AttendanceFacts>;

/** One fact of the list. */
export type FeatureName = keyof AttendanceFacts;

/** An amount to add to the odds, or one of some levels of which the first is the usual one. Null: not known. */
interface Shape {
  needsConsent?: boolean;
  levels?: readonly [usual: string, ...others: string[]];
  valueOf: (facts: AttendanceFacts) => number | string | null;
  /** In words, as a reason of a prediction; of what is not known, that it is not. */
  says: (facts: AttendanceFacts) => string;
}

const counted = (count: number, one: string, more: string): string =>
  count === 1 ? one : more.replace("#", String(count));

const yesNo = (value: boolean | null): string | null =>
  value === null ? null : value ? "yes" : "no";

const hourLevel = (hour: number): string => {
  if (hour < 9) return "early";
  if (hour < 12) return "morning";
  return hour < 17 ? "afternoon" : "evening";
};

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const weekdayLevel = (weekday: number): string => {
  if (weekday === 1) return "monday";
  if (weekday < 5) return "midweek";
  return weekday === 5 ? "friday" : "weekend";
};

const STAGE_WORDS: Record<(typeof STAGE_KINDS)[number], string> = {
  screen: "a screen",
  "hiring-manager": "an interview with the hiring manager",
  technical: "a technical interview",
  panel: "a panel",
  onsite: "an on-site interview",
  final: "a final round",
  interview: "an interview of no special kind",
};

const FORMAT_WORDS: Record<(typeof FORMATS)[number], string> = {
  video: "by video",
  phone: "by phone",
  onsite: "on site",
};

/** Beyond so many, one more says nothing more. */
const MOST_COUNTED = 3;

/** How each fact enters the model. Amounts are damped: the twentieth day says less than the second. */
export const FEATURES: Record<FeatureName, Shape> = {
  leadDays: {
    valueOf: ({ leadDays }) => (leadDays === null ? null : Math.log1p(leadDays)),
    says: ({ leadDays }) =>
      leadDays === null
        ? "not known when it was booked"
        : counted(Math.round(leadDays), "booked 1 day ahead", "booked # days ahead"),
  },
  hour: {
    levels: ["morning", "early", "afternoon", "evening"],
    valueOf: ({ hour }) => (hour === null ? null : hourLevel(hour)),
    says: ({ hour }) =>
      hour === null
        ? "hour not known in the candidate's zone"
        : `starts in the hour of ${String(hour).padStart(2, "0")}:00 for the candidate`,
  },
  weekday: {
    levels: ["midweek", "monday", "friday", "weekend"],
    valueOf: ({ weekday }) => (weekday === null ? null : weekdayLevel(weekday)),
    says: ({ weekday }) =>
      weekday === null
        ? "weekday not known in the candidate's zone"
        : `on a ${WEEKDAYS[weekday - 1] ?? ""}`,
  },
  confirmed: {
    levels: ["yes", "no"],
    valueOf: ({ confirmed }) => yesNo(confirmed),
    says: ({ confirmed }) =>
      ({ yes: "confirmed", no: "not confirmed" })[yesNo(confirmed) ?? ""] ??
      "no confirmation known",
  },
  pageOpened: {
    needsConsent: true,
    levels: ["yes", "no"],
    valueOf: ({ pageOpened }) => yesNo(pageOpened),
    says: ({ pageOpened }) =>
      ({ yes: "page opened", no: "page not opened" })[yesNo(pageOpened) ?? ""] ??
      "not known whether the page was opened",
  },
  chatUsed: {
    needsConsent: true,
    levels: ["no", "yes"],
    valueOf: ({ chatUsed }) => yesNo(chatUsed),
    says: ({ chatUsed }) =>
      ({ yes: "chat used", no: "chat not used" })[yesNo(chatUsed) ?? ""] ??
      "not known whether the chat was used",
  },
  reschedules: {
    valueOf: ({ reschedules }) =>
      reschedules === null ? null : Math.min(reschedules, MOST_COUNTED),
    says: ({ reschedules }) =>
      reschedules === null
        ? "not known how often it was moved"
        : reschedules === 0
          ? "never moved"
          : counted(reschedules, "moved once", "moved # times"),
  },
  stageKind: {
    levels: STAGE_KINDS,
    valueOf: ({ stageKind }) => stageKind,
    says: ({ stageKind }) => (stageKind === null ? "stage not known" : STAGE_WORDS[stageKind]),
  },
  format: {
    levels: FORMATS,
    valueOf: ({ format }) => format,
    says: ({ format }) => (format === null ? "format not known" : FORMAT_WORDS[format]),
  },
  attendedBefore: {
    valueOf: ({ attendedBefore }) => (attendedBefore === null ? null : Math.log1p(attendedBefore)),
    says: ({ attendedBefore }) =>
      attendedBefore === null
        ? "not known whether they came before"
        : attendedBefore === 0
          ? "came to none here yet"
          : counted(attendedBefore, "came to 1 visit before", "came to # visits before"),
  },
  missedBefore: {
    valueOf: ({ missedBefore }) =>
      missedBefore === null ? null : Math.min(missedBefore, MOST_COUNTED),
    says: ({ missedBefore }) =>
      missedBefore === null
        ? "not known whether they missed any before"
        : missedBefore === 0
          ? "missed none before"
          : counted(missedBefore, "missed 1 visit before", "missed # visits before"),
  },
};

/** In the order in which the model has them. */
export const FEATURE_NAMES: readonly FeatureName[] = AttendanceFacts.keyof().options;

/** Those that say how somebody uses what we send: they count with consent alone. */
export const NEEDS_CONSENT: readonly FeatureName[] = FEATURE_NAMES.filter(
  (name) => FEATURES[name].needsConsent === true,
);

/** The facts as they may be used: without consent, what needs it is not known. */
export const withConsent = (facts: AttendanceFacts, hasConsent: boolean): AttendanceFacts =>
  hasConsent
    ? facts
    : { ...facts, ...Object.fromEntries(NEEDS_CONSENT.map((name) => [name, null])) };

/** The facts of time. `zone`: the candidate's, or null where it is not known: then neither hour nor weekday is. */
export const factsOfTime = (times: {
  bookedAt: Temporal.Instant | null;
  startsAt: Temporal.Instant;
  zone: string | null;
}): Pick<AttendanceFacts, "leadDays" | "hour" | "weekday"> => {
  const { bookedAt, startsAt, zone } = times;
  const there = zone === null ? null : startsAt.toZonedDateTimeISO(zone);
  return {
    leadDays:
      bookedAt === null ? null : Math.max(0, startsAt.since(bookedAt).total({ unit: "days" })),
    hour: there?.hour ?? null,
    weekday: there?.dayOfWeek ?? null,
  };
};

/** What was known of an interview, and whether the candidate stayed away without a word. */
export interface HistoryRow {
  startsAt: Temporal.Instant;
  missed: boolean;
  facts: AttendanceFacts;
}

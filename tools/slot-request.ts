/** From what was gathered to what the slot engine is asked: of one session, or of several. */
import type { CalendarReading, WorkingHours } from "../src/domain/calendar.ts";
import type { InterviewPlan, PlanRules } from "../src/domain/plan.ts";
import { plannedHours, rangeOf } from "../src/domain/working-hours.ts";
import type {
  LoopRequest,
  LoopRules,
  LoopSession,
  LoopWeights,
} from "../src/scheduling/loop-types.ts";
import type { SlotPerson, SlotRequest, Surroundings } from "../src/scheduling/types.ts";
import { takenFromIso } from "../src/scheduling/taken.ts";
import { applyPreferences } from "./apply-preferences.ts";
import { intervalOf, searchWindows } from "./candidate-times.ts";
import { saneWindows } from "./candidate-hours.ts";
import { relaxed, relaxedLoop } from "./relaxed.ts";
import type { ContextSession, SchedulingContext } from "./scheduling-context.ts";
import { roomsOf } from "./with-rooms.ts";

/** What counts when a plan says nothing. */
const DEFAULTS = {
  gridMinutes: 15,
  minimumNoticeHours: 24,
  bufferMinutes: 0,
  maxInterviewsPerDay: 4,
  maxInterviewsPerWeek: 12,
  candidateHours: { start: "09:00", end: "18:00" },
  lunch: { start: "12:30", end: "13:30" },
  lunchMinutes: 45,
} as const;

/** So many hours lie between now and an interview. */
export const noticeHoursOf = ({ rules }: Pick<InterviewPlan, "rules">): number =>
  rules?.minimumNoticeHours ?? DEFAULTS.minimumNoticeHours;

/** Of one session so many that a few of them lie apart; of several, one for each set of days. */
const TOP = { slots: 50, itineraries: 5 } as const;

/** The request of a plan's only session. */
export const toSlotRequest = (
  context: SchedulingContext,
  session: ContextSession,
  options: { wantedStart: string | null },
): SlotRequest => {
  const request = slotRequestOf(context, session, options);
  return context.relaxed ? relaxed(request, context.relaxed.id) : request;
};

const slotRequestOf: typeof toSlotRequest = (context, session, options) => ({
  ...surroundingsOf(context),
  session: {
    id: session.rule.id,
    durationMinutes: session.rule.durationMinutes,
    format: session.rule.format ?? "video",
  },
  ...weightsOf(context.plan),
  places: session.places,
  ...(session.training && { training: session.training }),
  top: TOP.slots,
  ...(options.wantedStart !== null && {
    requiredStart: Temporal.Instant.from(options.wantedStart),
  }),
});

/** The request of several sessions. `first`: the one that begins at a wanted start. */
export const toLoopRequest = (
  context: SchedulingContext,
  first?: { sessionId: string; startsAt: string },
): LoopRequest => {
  const request = loopRequestOf(context, first);
  return context.relaxed ? relaxedLoop(request, context.relaxed.id) : request;
};

const loopRequestOf: typeof toLoopRequest = (context, first) => ({
  ...surroundingsOf(context),
  sessions: context.sessions.map(({ rule, places, training }, index): LoopSession => {
    const after = beforeIt(context.plan, index);
    return {
      id: rule.id,
      name: rule.name,
      durationMinutes: rule.durationMinutes,
      format: rule.format ?? "video",
      places,
      ...(training && { training }),
      ...(after.length > 0 && { after }),
      ...(first?.sessionId === rule.id && {
        pinned: { start: Temporal.Instant.from(first.startsAt) },
      }),
    };
  }),
  rules: loopRulesOf(context.plan),
  ...weightsOf(context.plan),
  top: TOP.itineraries,
});

/** Ids of the sessions before one of a plan: as written, unless the plan leaves the order free. */
const beforeIt = ({ sessions, rules }: InterviewPlan, index: number): string[] => {
  if (rules?.loop?.order === "free") return sessions[index]?.after ?? [];
  return sessions.slice(Math.max(0, index - 1), index).map(({ id }) => id);
};

/** What the plan weighs otherwise than usual. */
const weightsOf = ({ rules }: InterviewPlan): Pick<LoopRequest, "weights"> => {
  const weights: Partial<LoopWeights> = {};
  for (const [name, weight] of Object.entries(rules?.weights ?? {})) {
    if (weight !== undefined) Object.assign(weights, { [name]: weight });
  }
  return rules?.weights ? { weights } : {};
};

const loopRulesOf = ({ rules = {} }: InterviewPlan): LoopRules => {
  const { order: _, lunchMinutes, ...loop } = rules.loop ?? {};
  return {
    ...loop,
    lunch: {
      ...rangeOf(rules.lunch ?? DEFAULTS.lunch),
      minutes: lunchMinutes ?? DEFAULTS.lunchMinutes,
    },
  };
};

/** What of a plan's people and time the engine is given. */
export type SurroundingFacts = Pick<
  SchedulingContext,
  | "plan"
  | "sessions"
  | "people"
  | "preferences"
  | "availability"
  | "held"
  | "candidate"
  | "daysOff"
  | "owed"
  | "horizon"
  | "now"
>;

/** What a plan's sessions have in common. */
export const surroundingsOf = (context: SurroundingFacts): Surroundings => {
  const rules = context.plan.rules ?? {};
  const horizon = intervalOf({ start: context.horizon.from, end: context.horizon.to });
  return {
    people: Object.fromEntries([
      ...context.people.map(
        ({ email, name }) =>
          [
            email,
            applyPreferences(
              personOf({ email, name }, context, rules),
              context.preferences?.[email],
              horizon,
            ),
          ] as const,
      ),
      ...roomsOf(context).map(({ email, name }) => [email, roomOf(email, name, context)] as const),
    ]),
    reservations: context.held.map(({ email, offered, ...held }) => ({
      ...intervalOf(held),
      email,
      ...(offered && { offered }),
    })),
    candidate: {
      zone: context.candidate.zone,
      comfort: rangeOf(rules.candidateHours ?? DEFAULTS.candidateHours),
      lunch: rangeOf(rules.lunch ?? DEFAULTS.lunch),
      windows: searchWindows(context.candidate, saneWindows(horizon, context.candidate.zone)),
      ...(context.candidate.toldZone && { toldZone: context.candidate.toldZone }),
      ...(context.candidate.wished?.by && { windowsOf: context.candidate.wished.by }),
    },
    horizon,
    now: Temporal.Instant.from(context.now),
    minimumNoticeMinutes: noticeHoursOf(context.plan) * 60,
    gridMinutes: rules.gridMinutes ?? DEFAULTS.gridMinutes,
  };
};

const personOf = (
  { email, name }: { email: string; name: string },
  context: SurroundingFacts,
  rules: PlanRules,
): SlotPerson => {
  const reading = readingOf(email, context);
  const read = context.availability.find((person) => person.email === email);
  return {
    name,
    reading,
    taken: takenFromIso(read?.blocks ?? []),
    hours: plannedHours(rules, reading.readable ? reading.zone : context.candidate.zone),
    bufferMinutes: rules.bufferMinutes ?? DEFAULTS.bufferMinutes,
    maxPerDay: rules.maxInterviewsPerDay ?? DEFAULTS.maxInterviewsPerDay,
    maxPerWeek: rules.maxInterviewsPerWeek ?? DEFAULTS.maxInterviewsPerWeek,
    daysOff: (context.daysOff?.[email] ?? []).map(({ date, name: holiday }) => ({
      date: Temporal.PlainDate.from(date),
      name: holiday,
    })),
    owed: context.owed?.[email] ?? 0,
  };
};

/** A room has no hours, no limits and no need of a pause. */
const roomOf = (email: string, name: string, context: SurroundingFacts): SlotPerson => {
  const reading = readingOf(email, context);
  const read = context.availability.find((person) => person.email === email);
  const day = [{ startMinute: 0, endMinute: 24 * 60 }];
  const days = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day };
  return {
    name: `Room ${name}`,
    reading,
    taken: takenFromIso(read?.blocks ?? []),
    hours: { zone: reading.readable ? reading.zone : context.candidate.zone, days },
  };
};

const readingOf = (email: string, context: SurroundingFacts): CalendarReading => {
  const reading = context.availability.find((person) => person.email === email);
  const readAt = Temporal.Instant.from(reading?.readAt ?? context.now);
  if (!reading?.readable || reading.zone === null) {
    return { email, readable: false, reason: reading?.reason ?? "unavailable", readAt };
  }
  return {
    email,
    readable: true,
    zone: reading.zone,
    ...(reading.hours && { hours: toldHours(reading.hours) }),
    blocks: [],
    readAt,
  };
};

type ToldHours = NonNullable<SchedulingContext["availability"][number]["hours"]>;

const toldHours = ({ zone, spans }: ToldHours): WorkingHours => {
  const on = (day: number) =>
    spans
      .filter(({ weekday }) => weekday === day)
      .map(({ startMinute, endMinute }) => ({ startMinute, endMinute }));
  return { zone, days: { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) } };
};

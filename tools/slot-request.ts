/** From what was gathered to what the slot engine is asked. */
import type { CalendarReading, WorkingHours } from "../src/domain/calendar.ts";
import type { PlanRules, WEEKDAYS } from "../src/domain/plan.ts";
import type { ClockRange, Interval, SlotPerson, SlotRequest } from "../src/scheduling/types.ts";
import { takenFromIso } from "../src/scheduling/taken.ts";
import type { SchedulingContext } from "./scheduling-context.ts";

/** What counts when a plan says nothing. */
const DEFAULTS = {
  gridMinutes: 15,
  minimumNoticeHours: 24,
  bufferMinutes: 0,
  maxInterviewsPerDay: 4,
  maxInterviewsPerWeek: 12,
  hours: { start: "09:00", end: "17:30", days: ["mon", "tue", "wed", "thu", "fri"] as const },
  candidateHours: { start: "09:00", end: "18:00" },
  lunch: { start: "12:30", end: "13:30" },
} as const;

/** Nobody is asked to an interview outside of these, in the candidate's zone, or on a weekend. */
const CANDIDATE_LIMITS = { from: "07:00", to: "21:00", lastWeekday: 5 } as const;

/** Enough that a few of them lie apart. */
const TOP = 50;

/** The request of one session. */
export const toSlotRequest = (
  context: SchedulingContext,
  options: { wantedStart: string | null },
): SlotRequest => {
  const rules = context.plan.rules ?? {};
  const horizon = intervalOf({ start: context.horizon.from, end: context.horizon.to });
  return {
    session: {
      id: context.session.id,
      durationMinutes: context.session.durationMinutes,
      format: context.session.format ?? "video",
    },
    places: context.places,
    people: Object.fromEntries(
      context.people.map(({ email, name }) => [email, personOf({ email, name }, context, rules)]),
    ),
    reservations: context.held.map((held) => ({ ...intervalOf(held), email: held.email })),
    candidate: {
      zone: context.candidate.zone,
      comfort: rangeOf(rules.candidateHours ?? DEFAULTS.candidateHours),
      lunch: rangeOf(rules.lunch ?? DEFAULTS.lunch),
      windows: saneWindows(horizon, context.candidate.zone),
    },
    horizon,
    now: Temporal.Instant.from(context.now),
    minimumNoticeMinutes: (rules.minimumNoticeHours ?? DEFAULTS.minimumNoticeHours) * 60,
    gridMinutes: rules.gridMinutes ?? DEFAULTS.gridMinutes,
    top: TOP,
    ...(options.wantedStart !== null && {
      requiredStart: Temporal.Instant.from(options.wantedStart),
    }),
  };
};

const intervalOf = ({ start, end }: { start: string; end: string }): Interval => ({
  start: Temporal.Instant.from(start),
  end: Temporal.Instant.from(end),
});

/** Until the candidate says more: daytime of working days in the candidate's zone. */
const saneWindows = (horizon: Interval, zone: string): Interval[] => {
  const windows: Interval[] = [];
  const last = horizon.end.toZonedDateTimeISO(zone).toPlainDate();
  for (
    let day = horizon.start.toZonedDateTimeISO(zone).toPlainDate();
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (day.dayOfWeek > CANDIDATE_LIMITS.lastWeekday) continue;
    const at = (plainTime: string) =>
      day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
    windows.push({ start: at(CANDIDATE_LIMITS.from), end: at(CANDIDATE_LIMITS.to) });
  }
  return windows;
};

const personOf = (
  { email, name }: { email: string; name: string },
  context: SchedulingContext,
  rules: PlanRules,
): SlotPerson => {
  const reading = readingOf(email, context);
  const read = context.availability.find((person) => person.email === email);
  return {
    name,
    reading,
    taken: takenFromIso(read?.blocks ?? []),
    hours: hoursOf(rules, reading.readable ? reading.zone : context.candidate.zone),
    bufferMinutes: rules.bufferMinutes ?? DEFAULTS.bufferMinutes,
    maxPerDay: rules.maxInterviewsPerDay ?? DEFAULTS.maxInterviewsPerDay,
    maxPerWeek: rules.maxInterviewsPerWeek ?? DEFAULTS.maxInterviewsPerWeek,
  };
};

const hoursOf = (rules: PlanRules, zone: string): WorkingHours => {
  const hours = rules.hours ?? DEFAULTS.hours;
  const range = rangeOf(hours);
  const days: readonly string[] = hours.days;
  const worksOn = (day: (typeof WEEKDAYS)[number]) => (days.includes(day) ? [range] : []);
  return {
    zone,
    days: {
      1: worksOn("mon"),
      2: worksOn("tue"),
      3: worksOn("wed"),
      4: worksOn("thu"),
      5: worksOn("fri"),
      6: worksOn("sat"),
      7: worksOn("sun"),
    },
  };
};

const readingOf = (email: string, context: SchedulingContext): CalendarReading => {
  const reading = context.availability.find((person) => person.email === email);
  const readAt = Temporal.Instant.from(reading?.readAt ?? context.now);
  if (!reading?.readable || reading.zone === null) {
    return { email, readable: false, reason: reading?.reason ?? "unavailable", readAt };
  }
  return {
    email,
    readable: true,
    zone: reading.zone,
    blocks: [],
    readAt,
  };
};

const rangeOf = ({ start, end }: { start: string; end: string }): ClockRange => ({
  startMinute: minuteOf(start),
  endMinute: minuteOf(end),
});

const minuteOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
};

/** When people are reminded of an interview: marks before it, moved into decent hours of whoever is reminded, none after its
 * beginning, and no two within a few hours. Pure. */
import type { InterviewPlan } from "../domain/plan.ts";

/** Hours before the first interview of a visit, where the plan says nothing. */
export const USUAL_MARKS: readonly number[] = [48, 3];

/** Nobody wants two of our messages within this. Units: hours. */
export const DECENT_GAP_HOURS = 4;

/** Hours of one day, `HH:MM`. */
export interface DecentHours {
  start: string;
  end: string;
}

/** Interviews that somebody comes to in one go. */
export interface Visit<Session> {
  first: Session;
  sessions: Session[];
}

interface Times {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

/** A reminder to be sent. `because`: why it is not at its mark; null: it is. */
export interface PlannedReminder {
  mark: string;
  dueAt: Temporal.Instant;
  because: string | null;
}

/** Sessions of one local day, or with less than some hours between them (one may end past midnight), are one visit. They come in the
 * order of time. */
export const visitsOf = <Session extends Times>(
  sessions: readonly Session[],
  zone: string,
): Visit<Session>[] => {
  const visits: Visit<Session>[] = [];
  for (const session of sessions) {
    const visit = visits.at(-1);
    const last = visit?.sessions.at(-1);
    if (visit && last && isSameVisit(last, session, zone)) visit.sessions.push(session);
    else visits.push({ first: session, sessions: [session] });
  }
  return visits;
};

const SAME_VISIT_HOURS = 6;

const isSameVisit = (last: Times, next: Times, zone: string): boolean => {
  const dayOf = ({ startsAt }: Times) => startsAt.toZonedDateTimeISO(zone).toPlainDate();
  return (
    dayOf(last).equals(dayOf(next)) ||
    last.endsAt.until(next.startsAt).total("hours") < SAME_VISIT_HOURS
  );
};

interface Reminded {
  startsAt: Temporal.Instant;
  /** Of whoever is reminded. */
  zone: string;
  hours: DecentHours;
}

/** The reminders of one visit that are still due after `now`, when its people were told of it last. Shape: in the order of time. */
export const remindersBefore = (
  { startsAt, zone, hours }: Reminded,
  { marks, now }: { marks: readonly number[]; now: Temporal.Instant },
): PlannedReminder[] => {
  const kept: PlannedReminder[] = [];
  const planned = marks
    .map((mark) => ({ mark: String(mark), ...decentTime(mark, { startsAt, zone, hours }) }))
    .toSorted((one, other) => Temporal.Instant.compare(other.dueAt, one.dueAt));
  // Of two that come too near to each other the later one stays: it is the one that helps.
  for (const reminder of planned) {
    const next = kept[0]?.dueAt;
    const isNearNext = next !== undefined && isWithinGap(reminder.dueAt, next);
    if (isNearNext || isWithinGap(now, reminder.dueAt)) continue;
    if (Temporal.Instant.compare(reminder.dueAt, startsAt) >= 0) continue;
    kept.unshift(reminder);
  }
  return kept;
};

/** Whether the second is before the first, or too soon after it. */
const isWithinGap = (first: Temporal.Instant, second: Temporal.Instant): boolean =>
  first.until(second).total("hours") < DECENT_GAP_HOURS;

/** When decent hours begin again, and when they ended last. Null at a decent moment. */
const nextDecent = (
  at: Temporal.Instant,
  { zone, hours }: Pick<Reminded, "zone" | "hours">,
): { next: Temporal.Instant; before: Temporal.Instant } | null => {
  const there = at.toZonedDateTimeISO(zone);
  const time = there.toPlainTime();
  const isEarly = Temporal.PlainTime.compare(time, hours.start) < 0;
  if (!isEarly && Temporal.PlainTime.compare(time, hours.end) <= 0) return null;
  const on = (days: number, plainTime: string): Temporal.Instant =>
    there.toPlainDate().add({ days }).toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
  return {
    next: on(isEarly ? 0 : 1, hours.start),
    before: on(isEarly ? -1 : 0, hours.end),
  };
};

/** The mark itself, or the nearest decent time: the next one as long as half of the mark is left by then, else the last one before. */
const decentTime = (
  mark: number,
  { startsAt, zone, hours }: Reminded,
): Omit<PlannedReminder, "mark"> => {
  const exact = startsAt.subtract({ minutes: Math.round(mark * 60) });
  const decent = nextDecent(exact, { zone, hours });
  if (!decent) return { dueAt: exact, because: null };
  const { next, before } = decent;
  const isNextSoonEnough = next.until(startsAt).total("hours") >= mark / 2;
  const clock = exact.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "minute" });
  return {
    dueAt: isNextSoonEnough ? next : before,
    because: `${mark} hours before it is ${clock} for them: it goes out ${isNextSoonEnough ? "at the next" : "at the last"} decent hour${isNextSoonEnough ? "" : " before"}.`,
  };
};

/** So much later than it was due a reminder is still on time. */
const ON_TIME = { hours: 1 };

/** When a reminder that comes later than it was due goes out: now, or when decent hours begin again, if that is before the interview. */
export const lateReminder = (
  dueAt: Temporal.Instant,
  { startsAt, zone, hours, now }: Reminded & { now: Temporal.Instant },
): Temporal.Instant => {
  if (Temporal.Instant.compare(now, dueAt.add(ON_TIME)) <= 0) return now;
  const next = nextDecent(now, { zone, hours })?.next;
  return next && Temporal.Instant.compare(next, startsAt) < 0 ? next : now;
};

/** Half an hour before it is too late to say good morning. Units: minutes. */
const LEAST_MINUTES = 30;

/** The one reminder of somebody of the panel: an hour before, or in the morning of the day, by their clock. Null: none, or it is too
 * late for it. */
export const panelReminder = (
  when: NonNullable<NonNullable<InterviewPlan["reminders"]>["interviewers"]>,
  { startsAt, zone, hours }: Reminded,
  now: Temporal.Instant,
): PlannedReminder | null => {
  if (when === "none") return null;
  const hourBefore = startsAt.subtract({ hours: 1 });
  const morning = startsAt
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toZonedDateTime({ timeZone: zone, plainTime: hours.start })
    .toInstant();
  const isMorning = when === "morning" && morning.until(startsAt).total("minutes") >= LEAST_MINUTES;
  const dueAt = isMorning ? morning : hourBefore;
  if (Temporal.Instant.compare(dueAt, now) <= 0) return null;
  const because =
    when === "morning" && !isMorning
      ? "It begins before their morning does: it goes out an hour before."
      : null;
  return { mark: isMorning ? "morning" : "hour", dueAt, because };
};

/** So long after the beginning the panel is asked whether the candidate has arrived. Units: minutes. */
const ARRIVAL_MINUTES = 5;

/** Mark of that question. */
export const ARRIVAL = "arrival";

/** When the panel is asked. */
export const arrivalQuestion = ({ startsAt }: Pick<Times, "startsAt">): PlannedReminder => ({
  mark: ARRIVAL,
  dueAt: startsAt.add({ minutes: ARRIVAL_MINUTES }),
  because: null,
});

/** Mark of the reminder that offers another time, and of the word to the recruiter. */
export const HELP = "help";

/** Hours before at which help comes, the best first. */
const HELP_MARKS: readonly number[] = [24, 30, 20, 12];

/** Hours before moving closes at which it comes, where none of those leaves time to move. */
const MARKS_BEFORE_CLOSING: readonly number[] = [6, 12, 18, 24];

/** So long whoever is offered another time has to read that and to ask for one. Units: hours. */
const HOURS_TO_ASK = 4;

interface HelpAsked {
  others: readonly Temporal.Instant[];
  now: Temporal.Instant;
  /** Until when the candidate may ask for another time on their page; null: they may not any more. */
  movesUntil: Temporal.Instant | null;
}

/** One more reminder, apart from the others, and while another time can still be asked for if there is such a moment. Null: there is no
 * time left that is decent and far enough from them. */
export const helpReminder = (about: Reminded, asked: HelpAsked): PlannedReminder | null => {
  const { movesUntil } = asked;
  const found = (marks: readonly number[]): PlannedReminder[] =>
    marks.flatMap((mark) => apartAt(mark, about, asked) ?? []);
  const usual = found(HELP_MARKS);
  if (movesUntil === null) return usual[0] ?? null;
  const closes = Math.ceil(movesUntil.until(about.startsAt).total("hours"));
  const early = found(MARKS_BEFORE_CLOSING.map((hours) => closes + hours));
  const latest = movesUntil.subtract({ hours: HOURS_TO_ASK });
  const inTime = [...usual, ...early].find(
    ({ dueAt }) => Temporal.Instant.compare(dueAt, latest) <= 0,
  );
  return inTime ?? usual[0] ?? null;
};

/** Null: it is too late for it, or too near to another one. */
const apartAt = (
  mark: number,
  about: Reminded,
  { others, now }: Pick<HelpAsked, "others" | "now">,
): PlannedReminder | null => {
  const [reminder] = remindersBefore(about, { marks: [mark], now });
  if (!reminder) return null;
  const isApart = others.every((other) => {
    const isBefore = Temporal.Instant.compare(other, reminder.dueAt) < 0;
    return isBefore ? !isWithinGap(other, reminder.dueAt) : !isWithinGap(reminder.dueAt, other);
  });
  return isApart ? { ...reminder, mark: HELP } : null;
};

/** What an interviewer's page is made of, read afresh for each view: the person, what they have set, their calendar's zone
 * and hours, their load. */
import type { CalendarReading } from "../../domain/calendar.ts";
import type { CalendarReader } from "../../calendar/port.ts";
import type { Database } from "../../db/port.ts";
import { AppError } from "../../domain/errors.ts";
import { UserId } from "../../domain/ids.ts";
import { type InterviewPlan, WEEKDAYS } from "../../domain/plan.ts";
import { type ClockSpan, sessionKey } from "../../domain/preferences.ts";
import type { Clock } from "../../domain/time.ts";
import type { LeverReader, LeverUser } from "../../lever/port.ts";
import type { PlanReader } from "../../plans/reader.ts";
import { countLoad, listInterviews, loadWeeks, poolsOf, sharesOf } from "../../people/load.ts";
import { type VersionedPreferences, readPreferencesOf } from "../../people/preferences-store.ts";
import type { Weekday } from "./form.ts";
import type { ManagedSession } from "./form-view.ts";
import type { LoadView } from "./load-view.ts";

export interface FactDeps {
  database: Database;
  lever: LeverReader;
  calendar: CalendarReader;
  plans: PlanReader;
  clock: Clock;
  companyZone: string;
}

/** All of one person. */
export interface OwnFacts {
  user: LeverUser;
  kept: VersionedPreferences;
  calendar: { zone: string; tellsHours: boolean } | null;
  /** Hours to begin from. */
  usual: Partial<Record<Weekday, readonly ClockSpan[]>>;
  sessions: ManagedSession[];
  load: LoadView;
}

/** The person whom a link is about. Errors: `link_invalid` for one who is not an active Lever user any more. */
export const readOwner = async (subject: string, lever: LeverReader): Promise<LeverUser> => {
  const user = await orNobody(lever.getUser(UserId.parse(subject)));
  if (user && !user.deactivated) return user;
  throw new AppError({
    code: "link_invalid",
    fault: "caller",
    message: "This link is of somebody who has no active account in Lever. Ask a recruiter.",
  });
};

const orNobody = async (asked: Promise<LeverUser>): Promise<LeverUser | null> => {
  try {
    return await asked;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "lever_not_found") return null;
    throw thrown;
  }
};

/** Everything that the page shows. */
export const readOwnFacts = async (user: LeverUser, deps: FactDeps): Promise<OwnFacts> => {
  const [kept, reading] = await Promise.all([
    readPreferencesOf(deps.database, user.id),
    readCalendar(user.email, deps),
  ]);
  const told = reading?.readable ? reading : null;
  const zone = kept.preferences.zone ?? told?.zone ?? deps.companyZone;
  return {
    user,
    kept,
    calendar: told && { zone: told.zone, tellsHours: told.hours !== undefined },
    usual: usualHours(told),
    sessions: managedSessions(await deps.plans.all()),
    load: {
      ...(await readLoad(user.email, zone, deps)),
      stays: kept.preferences.stays,
      limits: { perWeek: kept.preferences.maxInterviewsPerWeek },
    },
  };
};

/** Null when the service does not answer: the page is of use without. */
const readCalendar = async (email: string, deps: FactDeps): Promise<CalendarReading | null> => {
  const now = deps.clock.now();
  try {
    const [reading] = await deps.calendar.readBusy([email], now, now.add({ hours: 1 }));
    return reading ?? null;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.fault === "upstream") return null;
    throw thrown;
  }
};

/** Where a calendar tells none. */
const OFFICE_HOURS: ClockSpan = { start: "09:00", end: "17:30" };
const WORKDAYS = 5;

const usualHours = (
  reading: Extract<CalendarReading, { readable: true }> | null,
): OwnFacts["usual"] =>
  Object.fromEntries(
    WEEKDAYS.map((day, index) => {
      if (!reading?.hours) return [day, index < WORKDAYS ? [OFFICE_HOURS] : []];
      const ranges = reading.hours.days[ISO_WEEKDAYS[index] ?? 1] ?? [];
      return [
        day,
        ranges.map(({ startMinute, endMinute }) => ({
          start: clockOf(startMinute),
          end: clockOf(Math.min(endMinute, LAST_MINUTE)),
        })),
      ];
    }),
  );

const ISO_WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** A field for a time knows no 24:00. */
const LAST_MINUTE = 24 * 60 - 1;

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Sessions in which the hiring manager sits beside others. */
const managedSessions = (plans: readonly InterviewPlan[]): ManagedSession[] =>
  plans.flatMap((plan) =>
    plan.sessions
      .filter(
        ({ places }) => places.length > 1 && places.some(({ role }) => role === "hiring_manager"),
      )
      .map(({ id, name }) => ({
        key: sessionKey(plan.id, id),
        words: `${name} (${plan.match.teams?.join(", ") ?? plan.match.stages.join(", ")})`,
      })),
  );

const readLoad = async (
  email: string,
  zone: string,
  { database, plans, clock }: FactDeps,
): Promise<Omit<LoadView, "limits" | "stays">> => {
  const now = clock.now();
  const weeks = loadWeeks(now, zone);
  const pools = poolsOf(await plans.all(), email);
  const all = await listInterviews(database, {
    emails: [...new Set([email, ...pools.flatMap(({ emails }) => emails)])],
    from: weeks.start.toInstant(),
    to: weeks.end.toInstant(),
    now,
  });
  const own = all.filter((interview) => interview.email === email);
  return {
    load: countLoad(own, weeks),
    interviews: own.filter(({ endsAt }) => Temporal.Instant.compare(endsAt, now) > 0),
    shares: sharesOf(email, pools, all),
    zone,
  };
};

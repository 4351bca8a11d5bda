/** When somebody works in the weeks to come: what they have set for themselves, their calendar as it is now, the plan. */
import type { CalendarReader } from "../calendar/port.ts";
import type { CalendarReading } from "../domain/calendar.ts";
import { readHolidayPlace } from "../domain/holiday-places.ts";
import type { PlanRules } from "../domain/plan.ts";
import type { Preferences } from "../domain/preferences.ts";
import type { Clock } from "../domain/time.ts";
import type { Database } from "../db/port.ts";
import type { WorkingTime } from "../feedback/nudge-times.ts";
import { holidaysIn } from "../scheduling/holidays.ts";
import { readPreferencesOf } from "./preferences-store.ts";
import { hoursThere, ownHours, plannedHours } from "../domain/working-hours.ts";

interface Deps {
  database: Database;
  clock: Clock;
  calendar: Pick<CalendarReader, "readBusy">;
  companyZone: string;
}

/** So far ahead absences are looked for. */
const AHEAD_DAYS = 21;

/** A calendar that cannot be read tells neither hours nor absences: then the rest counts. Errors: `calendar_unavailable`. */
export const readWorkingTime = async (
  { id, email }: { id: string; email: string },
  { rules }: { rules: PlanRules },
  { database, clock, calendar, companyZone }: Deps,
): Promise<WorkingTime> => {
  const from = clock.now();
  const to = from.add({ hours: AHEAD_DAYS * 24 });
  const { preferences: own } = await readPreferencesOf(database, id);
  const [reading] = await calendar.readBusy([email], from, to);
  const zone = reading?.readable ? reading.zone : companyZone;
  const told = (reading?.readable ? reading.hours : undefined) ?? plannedHours(rules, zone);
  const hours = ownHours({ told, home: zone }, own);
  return {
    hours,
    stays: own.stays.map((stay) => ({
      from: stay.from,
      until: stay.until,
      hours: { zone: stay.zone, days: hoursThere(hours, stay.hours) },
    })),
    daysOff: await readDaysOff(own, { rules, from, to }),
    pausedUntil: own.pausedUntil,
    away: absencesOf(reading),
  };
};

const absencesOf = (reading: CalendarReading | undefined): WorkingTime["away"] =>
  reading?.readable ? reading.blocks.filter(({ kind }) => kind === "out_of_office") : [];

const readDaysOff = async (
  { holidays }: Preferences,
  { rules, from, to }: { rules: PlanRules; from: Temporal.Instant; to: Temporal.Instant },
): Promise<ReadonlySet<string>> => {
  const place = readHolidayPlace(holidays ?? rules.holidays ?? "");
  if (!place) return new Set();
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO("UTC").toPlainDate();
  // A day more on either side: somewhere it is another date.
  const days = { from: dayOf(from).subtract({ days: 1 }), until: dayOf(to).add({ days: 1 }) };
  return new Set((await holidaysIn(place, days)).map(({ date }) => date.toString()));
};

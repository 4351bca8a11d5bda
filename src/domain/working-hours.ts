/** The hours that somebody works. Precedence: their own setting, then their calendar's, then the plan's. Pure. */
import type { WorkingHours } from "./calendar.ts";
import type { PlanRules, WEEKDAYS } from "./plan.ts";
import type { Preferences, Stay } from "./preferences.ts";

type Day = (typeof WEEKDAYS)[number];

/** Minutes since local midnight, half-open. */
export interface ClockRange {
  startMinute: number;
  endMinute: number;
}

/** Where neither the person, nor their calendar, nor the plan says anything. */
const DEFAULT_HOURS = {
  start: "09:00",
  end: "17:30",
  days: ["mon", "tue", "wed", "thu", "fri"] as const,
};

/** The hours of a plan, on the clock of a zone. */
export const plannedHours = (rules: Pick<PlanRules, "hours">, zone: string): WorkingHours => {
  const hours = rules.hours ?? DEFAULT_HOURS;
  const days: readonly string[] = hours.days;
  return { zone, days: byWeekday((day) => (days.includes(day) ? [rangeOf(hours)] : [])) };
};

/** With what they have set themselves. `told`: by their calendar or the plan; `home`: the zone of their calendar, else `told`'s. */
export const ownHours = (
  { told, home }: { told: WorkingHours; home: string },
  { zone, hours }: Pick<Preferences, "zone" | "hours">,
): WorkingHours =>
  hours === null
    ? { zone: zone ?? told.zone, days: told.days }
    : {
        zone: zone ?? home,
        days: byWeekday((day) => (hours[day] ?? []).map(rangeOf)),
      };

/** The same on a journey: on the days that are worked at home. */
export const hoursThere = (
  { days }: Pick<WorkingHours, "days">,
  hours: Stay["hours"],
): WorkingHours["days"] => {
  if (hours === null) return days;
  const isWorked = (day: Day) => (days[weekdayOf(day)] ?? []).length > 0;
  return byWeekday((day) => (isWorked(day) ? [rangeOf(hours)] : []));
};

/** Hours for each day of the week. */
export const byWeekday = (rangesOf: (day: Day) => ClockRange[]): WorkingHours["days"] => ({
  1: rangesOf("mon"),
  2: rangesOf("tue"),
  3: rangesOf("wed"),
  4: rangesOf("thu"),
  5: rangesOf("fri"),
  6: rangesOf("sat"),
  7: rangesOf("sun"),
});

/** Its number after ISO 8601. */
export const weekdayOf = (day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 => ISO_WEEKDAYS[day];

const ISO_WEEKDAYS = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 } as const;

/** A span of the clock in minutes. */
export const rangeOf = ({ start, end }: { start: string; end: string }): ClockRange => ({
  startMinute: minuteOf(start),
  endMinute: minuteOf(end),
});

const minuteOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
};

/** When somebody's morning is: by their zone, hours, journeys and days off. Pure. */
import { WEEKDAYS } from "../domain/plan.ts";
import { type Preferences, zoneAt } from "../domain/preferences.ts";

/** A morning that has begun. */
export interface Morning {
  /** ISO date, by the clocks around them. */
  day: string;
  zone: string;
  began: Temporal.Instant;
}

interface Asked {
  now: Temporal.Instant;
  preferences: Preferences;
  companyZone: string;
}

/** Of who has set no hours. */
const BEGINS = "09:00";
const WORKED: ReadonlySet<(typeof WEEKDAYS)[number]> = new Set(["mon", "tue", "wed", "thu", "fri"]);
/** Later it is no morning any more. Units: hours. */
const LASTS = 4;

/** The morning in which somebody is now. Shape: null before their working day begins, from four hours after it on, and on days on
 * which they do not work. Where clocks leave that hour out, it begins with the next one. */
export const morningOf = ({ now, preferences, companyZone }: Asked): Morning | null => {
  const zone = zoneAt({ zone: preferences.zone ?? companyZone, stays: preferences.stays }, now);
  const date = now.toZonedDateTimeISO(zone).toPlainDate();
  const begins = beginningOf(date, preferences);
  if (begins === null) return null;
  const from = date.toZonedDateTime({ timeZone: zone, plainTime: begins }).toInstant();
  const isNow =
    Temporal.Instant.compare(from, now) <= 0 &&
    Temporal.Instant.compare(now, from.add({ hours: LASTS })) < 0;
  return isNow ? { day: date.toString(), zone, began: from } : null;
};

/** Null: that day is not worked. On a journey the days are those of home. */
const beginningOf = (
  date: Temporal.PlainDate,
  { hours, stays }: Preferences,
): Temporal.PlainTime | null => {
  const weekday = WEEKDAYS[date.dayOfWeek - 1] ?? "mon";
  const [first] = hours?.[weekday] ?? [];
  if (hours === null ? !WORKED.has(weekday) : first === undefined) return null;
  const day = date.toString();
  const away = stays.find(({ from, until }) => from <= day && day <= until);
  return Temporal.PlainTime.from(away?.hours?.start ?? first?.start ?? BEGINS);
};

/** The longest time that is told of at once: over a weekend and some days off. */
const LONGEST = { hours: 7 * 24 };
/** Of a first morning. */
const FIRST = { hours: 24 };

/** From when on what was done is told: since the last time, and not more than a week. */
export const toldSince = (
  now: Temporal.Instant,
  last: Temporal.Instant | null,
): Temporal.Instant => {
  if (last === null) return now.subtract(FIRST);
  const earliest = now.subtract(LONGEST);
  return Temporal.Instant.compare(last, earliest) < 0 ? earliest : last;
};

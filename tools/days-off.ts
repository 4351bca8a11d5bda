/** Public holidays of people, each where they work: what they have set themselves counts before what the plan says. Nobody's
 * place is guessed from their time zone. */
import { readHolidayPlace } from "../src/domain/holiday-places.ts";
import type { Preferences } from "../src/domain/preferences.ts";
import { dayInWords } from "../src/domain/time.ts";
import { holidaysIn } from "../src/scheduling/holidays.ts";

/** A day that somebody has off. Shape: JSON. */
export interface DayOff {
  /** `2026-11-26`. */
  date: string;
  name: string;
}

interface Asked {
  emails: readonly string[];
  /** The plan's, for all who have set none. */
  place: string | undefined;
  preferences: Readonly<Record<string, Preferences>>;
  /** ISO instants. */
  horizon: { from: string; to: string };
}

/** Shape: by address; who has none is missing. */
export const readDaysOff = async (asked: Asked): Promise<Record<string, DayOff[]>> => {
  const span = daysAround(asked.horizon);
  const byPlace = new Map<string, DayOff[]>();
  const daysOff: Record<string, DayOff[]> = {};
  for (const email of asked.emails) {
    const place = asked.preferences[email]?.holidays ?? asked.place;
    const known = place === undefined ? null : readHolidayPlace(place);
    if (place === undefined || known === null) continue;
    const days =
      byPlace.get(place) ??
      (await holidaysIn(known, span)).map(({ date, name = "" }) => ({
        date: date.toString(),
        name,
      }));
    byPlace.set(place, days);
    if (days.length > 0) daysOff[email] = days;
  }
  return daysOff;
};

/** A day more on either side: somewhere it is another date. */
const daysAround = ({ from, to }: Asked["horizon"]) => {
  const dayOf = (iso: string) => Temporal.Instant.from(iso).toZonedDateTimeISO("UTC").toPlainDate();
  return { from: dayOf(from).subtract({ days: 1 }), until: dayOf(to).add({ days: 1 }) };
};

/** `Thanksgiving Day, Thursday 26 November 2026: Ines and Jonas are off`, one a day. `nameOf`: somebody by address. */
export const daysOffInWords = (
  daysOff: Readonly<Record<string, readonly DayOff[]>>,
  nameOf: (email: string) => string,
): string[] => {
  const byDay = new Map<string, string[]>();
  for (const [email, days] of Object.entries(daysOff)) {
    for (const { date, name } of days) {
      const key = `${date} ${name}`;
      byDay.set(key, [...(byDay.get(key) ?? []), nameOf(email)]);
    }
  }
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, names]) => {
      const day = Temporal.PlainDate.from(key.slice(0, DATE_LENGTH));
      const when = dayInWords(day.toZonedDateTime("UTC").toInstant(), "UTC");
      return `${key.slice(DATE_LENGTH + 1)}, ${when}: off for ${names.join(", ")}`;
    });
};

const DATE_LENGTH = "2026-11-26".length;

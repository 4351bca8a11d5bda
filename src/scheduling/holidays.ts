/** Public holidays of a country, as days off of whoever lives there. The library knows some two hundred countries; it takes
 * some 27 MB, so it is read when it is first asked. */
import { AppError } from "../domain/errors.ts";
import type { SlotPerson } from "./types.ts";

/** Where holidays are kept. */
export interface HolidayPlace {
  /** ISO 3166-1, two letters: `DE`. */
  country: string;
  /** A state or province as the country itself numbers it: `BY`. Default: what holds in the whole country. */
  region?: string;
}

export type DaysOff = NonNullable<SlotPerson["daysOff"]>;

/** The public holidays from one day to another, both included, in order, by their English names where they have one. Pure: the
 * same question gives the same answer in every zone of the machine. Errors: `input_invalid` for a place that is not known. */
export const holidaysIn = async (
  place: HolidayPlace,
  { from, until }: { from: Temporal.PlainDate; until: Temporal.PlainDate },
): Promise<DaysOff> => {
  const calendar = await calendarOf(place);
  const days = new Map<string, string>();
  // A holiday of several days may have begun in the year before.
  for (let year = from.year - 1; year <= until.year; year += 1) {
    for (const { date, name, type, start, end } of calendar.getHolidays(year, "en")) {
      if (type !== "public") continue;
      for (const day of wholeDays(date, end.getTime() - start.getTime())) {
        const isAsked = Temporal.PlainDate.compare(from, day) <= 0;
        if (!isAsked || Temporal.PlainDate.compare(day, until) > 0) continue;
        const known = days.get(day.toString());
        days.set(day.toString(), known === undefined ? name : `${known}, ${name}`);
      }
    }
  }
  return [...days]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([date, name]) => ({ date: Temporal.PlainDate.from(date), name: name.trim() }));
};

const DAY_MS = 86_400_000;
/** A day on which clocks change is shorter by no more than that. */
const SHORTEST_DAY_MS = 22 * 3_600_000;

/** `2026-03-19 00:00:00 -0600` begins the evening before: the date is that of the first whole day. Half days are none. */
const wholeDays = (date: string, lengthMs: number): Temporal.PlainDate[] => {
  if (lengthMs < SHORTEST_DAY_MS) return [];
  const first = Temporal.PlainDate.from(date.slice(0, 10));
  const count = Math.max(1, Math.round(lengthMs / DAY_MS));
  return Array.from({ length: count }, (_, index) => first.add({ days: index }));
};

const calendarOf = async ({ country, region }: HolidayPlace) => {
  const { default: Holidays } = await import("date-holidays");
  const countries: Record<string, unknown> = new Holidays().getCountries();
  if (!Object.hasOwn(countries, country)) {
    throw refuse(`No holidays are known for the country "${country}": write it as DE or US.`);
  }
  if (region === undefined) return new Holidays(country);
  const regions: Record<string, unknown> = new Holidays().getStates(country) ?? {};
  if (!Object.hasOwn(regions, region)) {
    const known = Object.keys(regions).toSorted().join(", ");
    throw refuse(
      `No holidays are known for "${region}" in ${country}; ${known === "" ? "it has no regions of its own" : `known are ${known}`}.`,
    );
  }
  return new Holidays(country, region);
};

const refuse = (message: string): AppError =>
  new AppError({ code: "input_invalid", fault: "caller", message });

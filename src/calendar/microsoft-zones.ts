/** Time zones and working hours as Exchange tells them: by Windows names, or by IANA names where somebody set those. */
import { findIana, findWindows } from "windows-iana";
import { z } from "zod";
import type { WorkingHours } from "../domain/calendar.ts";
import { isZone } from "../domain/time.ts";

/** The IANA zone of a name; undefined for one that nobody knows, such as a zone of somebody's own making. A zone is never
 * guessed. Windows has one name for several places with one clock: of those `preferred` is taken, since people read it. */
export const ianaZoneOf = (
  name: string | null | undefined,
  preferred: string,
): string | undefined => {
  if (name == null) return undefined;
  if (isZone(name)) return name;
  const places = findIana(name).filter(isZone);
  return places.find((place) => place === preferred) ?? places[0];
};

/** The name that Windows has for a zone's clock at that time; undefined when it has none. Graph takes a part of the IANA names
 * alone, and Lisbon, Madrid and Rome are not among them. */
export const windowsZoneOf = (iana: string, at: Temporal.Instant): string | undefined =>
  findWindows(iana).find((name) => {
    const place = ianaZoneOf(name, iana);
    const offsetIn = (zone: string): number => at.toZonedDateTimeISO(zone).offsetNanoseconds;
    return place !== undefined && offsetIn(place) === offsetIn(iana);
  });

/** The `workingHours` of mailbox settings and of schedules. */
export const MicrosoftHours = z.object({
  daysOfWeek: z.array(z.string()).nullish(),
  startTime: z.string().nullish(),
  endTime: z.string().nullish(),
  timeZone: z.object({ name: z.string().nullish() }).nullish(),
});
export type MicrosoftHours = z.infer<typeof MicrosoftHours>;

const WEEKDAYS = [
  ["monday", 1, 2],
  ["tuesday", 2, 3],
  ["wednesday", 3, 4],
  ["thursday", 4, 5],
  ["friday", 5, 6],
  ["saturday", 6, 7],
  ["sunday", 7, 1],
] as const;

const DAY_MINUTES = 1440;

/** Somebody's week; undefined where it is not told whole. Hours over midnight go on in the next day. */
export const hoursOf = (
  hours: MicrosoftHours | null | undefined,
  preferredZone: string,
): WorkingHours | undefined => {
  const zone = ianaZoneOf(hours?.timeZone?.name, preferredZone);
  const from = minuteOf(hours?.startTime);
  const to = minuteOf(hours?.endTime);
  if (!hours?.daysOfWeek || zone === undefined || from === undefined || to === undefined) {
    return undefined;
  }
  const days: WorkingHours["days"] = {};
  const add = (day: (typeof WEEKDAYS)[number][1], startMinute: number, endMinute: number): void => {
    if (startMinute < endMinute) (days[day] ??= []).push({ startMinute, endMinute });
  };
  const named = new Set(hours.daysOfWeek.map((day) => day.toLowerCase()));
  for (const [name, day, next] of WEEKDAYS) {
    if (!named.has(name)) continue;
    add(day, from, to > from ? to : DAY_MINUTES);
    if (to <= from) add(next, 0, to);
  }
  return { zone, days };
};

/** `09:00:00.0000000`. */
const minuteOf = (time: string | null | undefined): number | undefined => {
  const [, hours, minutes] = /^(\d\d):(\d\d)(?::|$)/.exec(time ?? "") ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
};

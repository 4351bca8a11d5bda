/** At which hours a candidate is asked to an interview at all, as long as they have not said more. */
import { hoursInWords } from "../src/domain/time.ts";
import { zoneName } from "../src/domain/zone-names.ts";
import { overlaps } from "../src/language/constraints/windows.ts";
import type { Interval } from "../src/scheduling/types.ts";

/** Nobody is asked to an interview outside of these, in the candidate's zone, or on a weekend. */
const CANDIDATE_LIMITS = { from: "07:00", to: "21:00", lastWeekday: 5 } as const;

/** Until the candidate says more: daytime of working days in the candidate's zone. */
export const saneWindows = (horizon: Interval, zone: string): Interval[] => {
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

/** What stands against times at which nobody is asked: a weekend, or night, where the candidate is. Shape: null where part of them is
 * none of it; the hours in `toldZone`. */
export const againstHours = (
  times: readonly Interval[],
  { zone, toldZone }: { zone: string; toldZone: string },
): string | null => {
  const [first] = times;
  const last = times.at(-1);
  if (!first || !last) return null;
  const around = { start: first.start.subtract({ hours: 24 }), end: last.end.add({ hours: 24 }) };
  const usual = saneWindows(around, zone);
  if (overlaps(usual, times).length > 0) return null;
  const days = times.map(({ start }) => start.toZonedDateTimeISO(zone).toPlainDate());
  if (days.every(({ dayOfWeek }) => dayOfWeek > CANDIDATE_LIMITS.lastWeekday))
    return "That is a weekend where the candidate is, and nobody is asked to an interview on a Saturday or Sunday.";
  const day = days.find(({ dayOfWeek }) => dayOfWeek <= CANDIDATE_LIMITS.lastWeekday);
  const [open] = usual.filter(({ start }) => day?.equals(start.toZonedDateTimeISO(zone)));
  const hours = open && hoursInWords({ startsAt: open.start, endsAt: open.end }, toldZone);
  return `That is night where the candidate is: they are asked between ${hours?.replace("–", " and ") ?? ""} (${zoneName(toldZone)})${times.length === 1 ? " that day" : ""}.`;
};

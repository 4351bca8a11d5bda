/** Where somebody is and when they work, in Temporal's own words: what the oracle of slots asks of people. */
import type { WorkingHours } from "../../src/domain/calendar.ts";
import type { Interval, SlotPerson, Stay } from "../../src/scheduling/types.ts";
import { whenClockShows } from "./wall-clock.ts";

/** Whether the one comes first. */
export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) < 0;

/** Whether they share time; what takes no time shares none. */
export const overlap = (a: Interval, b: Interval): boolean =>
  isBefore(a.start, b.end) && isBefore(b.start, a.end) && !b.start.equals(b.end);

/** Whether it lies inside the other. */
export const within = (inner: Interval, outer: Interval): boolean =>
  !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);

/** One where they meet: by default also where one begins as the other ends. */
export const merged = (
  intervals: readonly Interval[],
  meets = (start: Temporal.Instant, end: Temporal.Instant): boolean => !isBefore(end, start),
): Interval[] =>
  intervals
    .toSorted((a, b) => Temporal.Instant.compare(a.start, b.start))
    .reduce<Interval[]>((done, next) => {
      const last = done.at(-1);
      if (!last || !meets(next.start, last.end)) return [...done, next];
      const end = isBefore(last.end, next.end) ? next.end : last.end;
      return [...done.slice(0, -1), { start: last.start, end }];
    }, []);

/** The hours at home: the calendar's own go before. */
export const hoursOf = (person: SlotPerson): WorkingHours =>
  person.reading.readable && person.reading.hours ? person.reading.hours : person.hours;

/** On each date the hours of where somebody is on that date. */
export const workAround = (today: Temporal.PlainDate, person: SlotPerson): Interval[] => {
  const dates = [-3, -2, -1, 0, 1, 2, 3].map((offset) => today.add({ days: offset }));
  const places = [
    { hours: hoursOf(person), isThere: (date: Temporal.PlainDate) => !stayOn(person, date) },
    ...(person.stays ?? []).map((stay) => ({
      hours: stay.hours,
      isThere: (date: Temporal.PlainDate) => stayOn(person, date) === stay,
    })),
  ];
  const spans = places.flatMap(({ hours: { zone, days }, isThere }) =>
    dates.filter(isThere).flatMap((date) =>
      Object.entries(days)
        .filter(([weekday]) => Number(weekday) === date.dayOfWeek)
        .flatMap(([, ranges]) => ranges)
        .map(({ startMinute, endMinute }) => ({
          start: whenClockShows(date, startMinute, zone),
          end: whenClockShows(date, endMinute, zone),
        })),
    ),
  );
  return merged(spans.filter(({ start, end }) => isBefore(start, end)));
};

const isDateBetween = (date: Temporal.PlainDate, { from, until }: Stay): boolean =>
  Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, until) <= 0;

/** Where somebody is on a date, if not at home. */
const stayOn = ({ stays = [] }: SlotPerson, date: Temporal.PlainDate): Stay | undefined =>
  stays.find((stay) => isDateBetween(date, stay));

/** The zone that somebody is in at a moment: the dates of a stay are those of its own clocks. */
export const zoneAt = (person: SlotPerson, moment: Temporal.Instant): string => {
  const stay = person.stays?.find((each) =>
    isDateBetween(moment.toZonedDateTimeISO(each.hours.zone).toPlainDate(), each),
  );
  return (stay?.hours ?? hoursOf(person)).zone;
};

/** The date on the clocks around somebody at a moment. */
export const dateAt = (person: SlotPerson, moment: Temporal.Instant): Temporal.PlainDate =>
  moment.toZonedDateTimeISO(zoneAt(person, moment)).toPlainDate();

/** Whether the session touches a day on which they do not work. */
export const isOnDayOff = (person: SlotPerson, session: Interval): boolean =>
  (person.daysOff ?? []).some(({ date }) => {
    const zone = (stayOn(person, date)?.hours ?? hoursOf(person)).zone;
    const day = {
      start: whenClockShows(date, 0, zone),
      end: whenClockShows(date.add({ days: 1 }), 0, zone),
    };
    return overlap(session, day);
  });

/** Values are kept to thousandths, rounded down, as the model says. */
export const thousandths = (value: number): number => Math.floor(value * 1000 + 1e-9) / 1000;

/** How well a session suits somebody's own day, by the clocks of a zone. Units: 0 … 1. */
export const comfortIn = (
  zone: string,
  session: Interval,
  { comfort, lunch }: Pick<SlotPerson, "comfort" | "lunch">,
): number => {
  const from = session.start.toZonedDateTimeISO(zone).toPlainDateTime();
  const to = session.end.toZonedDateTimeISO(zone).toPlainDateTime();
  const date = from.toPlainDate();
  const at = (minutes: number): Temporal.PlainDateTime => date.toPlainDateTime().add({ minutes });
  const minutesTo = (a: Temporal.PlainDateTime, b: Temporal.PlainDateTime): number =>
    a.until(b).total("minutes");
  const outside = comfort
    ? Math.max(0, minutesTo(from, at(comfort.startMinute)), minutesTo(at(comfort.endMinute), to))
    : 0;
  // What is lost is rounded down, before it is taken off.
  const value = 1 - thousandths(Math.min(outside, 240) / 240);
  const overLunch =
    lunch !== undefined &&
    Temporal.PlainDateTime.compare(from, at(lunch.endMinute)) < 0 &&
    Temporal.PlainDateTime.compare(to, at(lunch.startMinute)) > 0;
  return overLunch ? Math.min(value, 0.5) : value;
};

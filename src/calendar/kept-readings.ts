/** Readings of calendars, kept for a while to find times in: never to book. Each process keeps its own; whether one still
 * holds, the version in the database says. The chosen time is read afresh just before it is booked. */
import type { CalendarReading } from "../domain/calendar.ts";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import type { Database } from "../db/port.ts";
import { type Window, clip } from "./blocks.ts";
import type { CalendarReader } from "./port.ts";
import { type CalendarState, dropReadings, readStates } from "./versions.ts";

interface KeptDeps {
  reader: CalendarReader;
  database: Database;
  clock: Clock;
}

/** How old a reading may be in which times are found, where a channel tells of changes, and where none does. A message that
 * comes drops it at once; these are for the messages that do not. */
export const KEPT_MINUTES = { told: 15, untold: 2 } as const;

/** People of whom readings are kept; who was read longest ago goes first. */
const MOST_PEOPLE = 2_000;
/** Different spans of time of one person. */
const MOST_SPANS = 4;

interface Kept extends Window {
  reading: CalendarReading;
  version: number;
  until: Temporal.Instant;
}

/** Reads busy time through what is kept; events are always read. A calendar that could not be read is not kept. */
export const keepReadings = ({ reader, database, clock }: KeptDeps): CalendarReader => {
  const shelf = createShelf();
  return {
    async readBusy(emails, from, to) {
      const window = { from, to };
      const now = clock.now();
      const people = [...new Set(emails)];
      const states = await readStates(database, people, now);
      const stateOf = (email: string): CalendarState | undefined => states.get(email.toLowerCase());
      const known = people.flatMap((email) =>
        shelf.find(email, { window, now, ...stateOf(email) }),
      );
      const missing = people.filter((email) => !known.some((one) => one.email === email));
      const wide = wholeDays(window);
      const read = await readMissing({ reader, clock }, missing, {
        wide,
        mayFail: known.length > 0,
      });
      for (const reading of read) {
        const state = stateOf(reading.email);
        if (!reading.readable || !state) continue;
        const { version } = state;
        shelf.put(reading.email, { ...wide, reading, version, until: keptUntil(now, state) });
      }
      const byEmail = new Map([...known, ...read].map((one) => [one.email, cut(one, window)]));
      return emails.flatMap((email) => byEmail.get(email) ?? []);
    },
    getEvent: async (organizer, eventId) => await reader.getEvent(organizer, eventId),
  };
};

/** Reads afresh, and has no process keep what it read of these people before: who looks this closely may have found that it
 * is no longer so. */
export const readAfresh = ({
  reader,
  database,
}: Pick<KeptDeps, "reader" | "database">): CalendarReader => ({
  readBusy: async (emails, from, to) => {
    const readings = await reader.readBusy(emails, from, to);
    await dropReadings(database, emails);
    return readings;
  },
  getEvent: async (organizer, eventId) => await reader.getEvent(organizer, eventId),
});

/** No longer than the channel that was open when it was read: whether another one came without a gap, nobody knows. */
const keptUntil = (now: Temporal.Instant, { toldUntil }: CalendarState): Temporal.Instant => {
  const untold = now.add({ minutes: KEPT_MINUTES.untold });
  if (toldUntil === null) return untold;
  const told = now.add({ minutes: KEPT_MINUTES.told });
  const end = Temporal.Instant.compare(told, toldUntil) < 0 ? told : toldUntil;
  return Temporal.Instant.compare(end, untold) < 0 ? untold : end;
};

/** Spans that begin now would fit nobody a minute later: whole days are read. */
const wholeDays = ({ from, to }: Window): Window => {
  const first = from.toZonedDateTimeISO("UTC").startOfDay();
  const last = to.toZonedDateTimeISO("UTC").startOfDay();
  const end = last.toInstant();
  return {
    from: first.toInstant(),
    to: end.equals(to) ? end : last.add({ days: 1 }).toInstant(),
  };
};

/** A service that is away is an error only when nobody at all is known: else those are unreadable. */
const readMissing = async (
  { reader, clock }: Pick<KeptDeps, "reader" | "clock">,
  emails: string[],
  { wide, mayFail }: { wide: Window; mayFail: boolean },
): Promise<CalendarReading[]> => {
  if (emails.length === 0) return [];
  try {
    return await reader.readBusy(emails, wide.from, wide.to);
  } catch (error) {
    if (!mayFail || !(error instanceof AppError) || !error.retryable) throw error;
    const away = { readable: false, reason: "unavailable", readAt: clock.now() } as const;
    return emails.map((email) => ({ email, ...away }));
  }
};

const cut = (reading: CalendarReading, window: Window): CalendarReading =>
  reading.readable
    ? { ...reading, blocks: reading.blocks.flatMap((block) => clip(block, window)) }
    : reading;

interface Asked {
  window: Window;
  now: Temporal.Instant;
  version?: number;
}

const createShelf = () => {
  const people = new Map<string, Kept[]>();
  return {
    /** None or one that still holds. */
    find: (email: string, asked: Asked): CalendarReading[] => {
      const holding = people.get(email)?.find((one) => isHolding(one, asked));
      return holding ? [holding.reading] : [];
    },
    put: (email: string, kept: Kept): void => {
      const others = (people.get(email) ?? []).filter(
        (one) => one.version === kept.version && !contains(kept, one),
      );
      people.delete(email);
      people.set(email, [kept, ...others].slice(0, MOST_SPANS));
      for (const oldest of people.keys()) {
        if (people.size <= MOST_PEOPLE) break;
        people.delete(oldest);
      }
    },
  };
};

const isHolding = (kept: Kept, { window, now, version }: Asked): boolean =>
  kept.version === version &&
  contains(kept, window) &&
  Temporal.Instant.compare(now, kept.until) < 0 &&
  // A clock that was set back makes nothing younger.
  Temporal.Instant.compare(kept.reading.readAt, now) <= 0;

const contains = (outer: Window, inner: Window): boolean =>
  Temporal.Instant.compare(outer.from, inner.from) <= 0 &&
  Temporal.Instant.compare(outer.to, inner.to) >= 0;

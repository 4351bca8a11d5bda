/** The calendars of a company that lives partly in Microsoft 365 and partly in Google: each person is read, and each event
 * made, where that person's calendar lives. A panel may be mixed. */
import type { CalendarReading } from "../domain/calendar.ts";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import { type Home, type Homes, createHomes, isElsewhere } from "./homes.ts";
import type { CalendarReader, CalendarWatcher, CalendarWriter } from "./port.ts";

interface OneCalendar {
  reader: CalendarReader;
  writer: CalendarWriter;
  watcher: CalendarWatcher;
}

/** Both as one. */
export const createBothCalendars = (
  calendars: Record<Home, OneCalendar>,
  clock: Clock,
): OneCalendar => {
  const { microsoft, google } = calendars;
  const readers = { microsoft: microsoft.reader, google: google.reader };
  const homes = createHomes({ readers, clock });
  const at = async (email: string): Promise<OneCalendar> => calendars[await homes.find(email)];
  return {
    reader: {
      readBusy: async (emails, from, to) =>
        await readBoth({ readers, homes, clock }, { emails, from, to }),
      getEvent: async (organizer, eventId) =>
        await (await at(organizer)).reader.getEvent(organizer, eventId),
    },
    writer: {
      createEvent: async (organizer, event) =>
        await (await at(organizer)).writer.createEvent(organizer, event),
      updateEvent: async (organizer, update) =>
        await (await at(organizer)).writer.updateEvent(organizer, update),
      deleteEvent: async (organizer, eventId) =>
        await (await at(organizer)).writer.deleteEvent(organizer, eventId),
      deleteUnchanged: async (organizer, event) =>
        await (await at(organizer)).writer.deleteUnchanged(organizer, event),
    },
    watcher: {
      openChannel: async (mailbox, channel) =>
        await (await at(mailbox)).watcher.openChannel(mailbox, channel),
      extendChannel: async (mailbox, channel) =>
        await (await at(mailbox)).watcher.extendChannel(mailbox, channel),
      closeChannel: async (mailbox, channel) =>
        await (await at(mailbox)).watcher.closeChannel(mailbox, channel),
      readChanges: async (mailbox, syncToken) =>
        await (await at(mailbox)).watcher.readChanges(mailbox, syncToken),
    },
  };
};

interface Both {
  readers: Record<Home, CalendarReader>;
  homes: Homes;
  clock: Clock;
}

interface Question {
  emails: string[];
  from: Temporal.Instant;
  to: Temporal.Instant;
}

const readBoth = async (
  both: Both,
  { emails, ...window }: Question,
): Promise<CalendarReading[]> => {
  const people = [...new Set(emails)];
  const ask = async (home: Home, of: string[]): Promise<Answers> =>
    await readHome(both, home, { emails: of, ...window });
  const isAtGoogle = (email: string): boolean => both.homes.known(email) === "google";
  const [first, known] = await Promise.all([
    ask(
      "microsoft",
      people.filter((email) => !isAtGoogle(email)),
    ),
    ask("google", people.filter(isAtGoogle)),
  ]);
  const strangers = first.readings.filter(isElsewhere).map(({ email }) => email);
  const second = await ask("google", strangers);
  const all = [...first.readings, ...known.readings, ...second.readings];
  const error = first.error ?? known.error ?? second.error;
  if (error && !all.some(({ readable }) => readable)) throw error;
  // What was asked last about somebody counts.
  const byEmail = new Map(all.map((reading) => [reading.email, reading]));
  return emails.flatMap((email) => byEmail.get(email) ?? []);
};

interface Answers {
  readings: CalendarReading[];
  /** The service as a whole was away: then nobody of it can be read. */
  error?: AppError;
}

const readHome = async (
  { readers, homes, clock }: Both,
  home: Home,
  { emails, from, to }: Question,
): Promise<Answers> => {
  if (emails.length === 0) return { readings: [] };
  try {
    const readings = await readers[home].readBusy(emails, from, to);
    for (const { email, readable } of readings) if (readable) homes.remember(email, home);
    return { readings };
  } catch (error) {
    if (!(error instanceof AppError) || !error.retryable) throw error;
    const away = { readable: false, reason: "unavailable", readAt: clock.now() } as const;
    return { readings: emails.map((email) => ({ email, ...away })), error };
  }
};

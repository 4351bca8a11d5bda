/** Busy time from two sources: each person's events, read as that person, tell the kinds; free/busy, asked for 50 people
 * at a time, fills what the events do not show. */
import type { z } from "zod";
import type { BusyBlock, CalendarReading } from "../domain/calendar.ts";
import { AppError, asAppError } from "../domain/errors.ts";
import { type Clock, isZone } from "../domain/time.ts";
import { type Window, byStart, uncoveredBlocks } from "./blocks.ts";
import {
  EVENT_FIELDS,
  EventsPage,
  FreeBusyAnswer,
  blocksOfEvents,
  blocksOfFreeBusy,
} from "./google-blocks.ts";
import { CalendarAnswer } from "./google-event.ts";
import { isEventGone, isTokenFault } from "./exchange.ts";
import { badAnswer } from "./google-errors.ts";
import type { GoogleCall, GoogleHttp } from "./google-http.ts";
import { readEvent } from "./google-watcher.ts";
import { batchesOf, mapLimited } from "./patience.ts";
import type { CalendarReader } from "./port.ts";

interface ReaderDeps {
  http: GoogleHttp;
  clock: Clock;
}

/** Google's limit of `freebusy.query` (calendarExpansionMax). */
const FREE_BUSY_BATCH = 50;
/** A calendar with more pages in the horizon of a search is a fault, not a person. */
const MAX_PAGES = 20;

/** What the events of one person gave. */
type Events =
  | { email: string; zone: string; blocks: BusyBlock[] }
  | { email: string; error: AppError };

/** Busy time of people of one Google domain. */
export const createGoogleReader = ({ http, clock }: ReaderDeps): CalendarReader => {
  // Nobody can sign in as a room: whoever was read before asks about it when it is asked about alone.
  let lastAsker: string | undefined;
  return {
    async readBusy(emails, from, to) {
      const window = { from, to };
      // No younger than the oldest part of it.
      const readAt = clock.now();
      const people = [...new Set(emails)];
      const events = await mapLimited(
        people,
        async (email) => await readEvents(http, email, window),
      );
      const asker = askerAmong(events) ?? lastAsker;
      lastAsker = asker;
      const busy = await readFreeBusy(http, { asker, people, window });
      const readings = await mapLimited(events, async (one) => {
        const zone = "zone" in one ? one.zone : await readZone(http, { email: one.email, asker });
        return combine({
          events: one,
          busy: busy.get(one.email),
          zone,
          window,
          readAt,
        });
      });
      throwIfAway(events, readings);
      const byEmail = new Map(readings.map((reading) => [reading.email, reading]));
      return emails.flatMap((email) => byEmail.get(email) ?? []);
    },
    async getEvent(organizer, eventId) {
      try {
        return (await readEvent(http, organizer, eventId)).event;
      } catch (error) {
        if (isEventGone(error)) return null;
        throw error;
      }
    },
  };
};

/** Who asks for the free/busy of all: best somebody who could be read, at least somebody that we may act as. */
const askerAmong = (events: Events[]): string | undefined => {
  const readable = events.find((one) => "zone" in one);
  const other = events.find((one) => "error" in one && !isTokenFault(one.error));
  return (readable ?? other)?.email;
};

/** Everybody failed, and for nobody was it about the person: the service as a whole is away. */
const throwIfAway = (events: Events[], readings: CalendarReading[]): void => {
  const errors = events.flatMap((one) => ("error" in one ? [one.error] : []));
  const [error] = errors;
  if (!error || readings.some((reading) => reading.readable)) return;
  if (!errors.every(({ retryable }) => retryable)) return;
  throw new AppError({
    code: "calendar_unavailable",
    fault: "upstream",
    retryable: true,
    message: error.message,
    data: error.data,
  });
};

const readEvents = async (http: GoogleHttp, email: string, window: Window): Promise<Events> => {
  try {
    const pages = await readPages(http, email, window);
    const zone = pages[0]?.timeZone ?? "";
    if (!isZone(zone)) throw badAnswer("events.list", ["timeZone"]);
    const items = pages.flatMap((page) => page.items);
    return { email, zone, blocks: blocksOfEvents(items, zone, window) };
  } catch (error) {
    return { email, error: calendarError(error) };
  }
};

const readPages = async (
  http: GoogleHttp,
  email: string,
  { from, to }: Window,
): Promise<EventsPage[]> => {
  const pages: EventsPage[] = [];
  let pageToken: string | undefined;
  do {
    const page: EventsPage = await readAs(http, EventsPage, {
      method: "events.list",
      mailbox: email,
      run: async (api, options) =>
        await api.events.list(
          {
            calendarId: "primary",
            timeMin: from.toString(),
            timeMax: to.toString(),
            singleEvents: true,
            // With one, Google sends the reader alone, not the whole guest list.
            maxAttendees: 1,
            maxResults: 2500,
            fields: EVENT_FIELDS,
            ...(pageToken !== undefined && { pageToken }),
          },
          options,
        ),
    });
    pages.push(page);
    pageToken = page.nextPageToken;
  } while (pageToken !== undefined && pages.length < MAX_PAGES);
  if (pageToken !== undefined) throw badAnswer("events.list", ["nextPageToken"]);
  return pages;
};

type FreeBusy = Map<string, FreeBusyAnswer["calendars"][string]>;

/** A batch that fails leaves its people to what their events told. */
const readFreeBusy = async (
  http: GoogleHttp,
  { asker, people, window }: { asker: string | undefined; people: string[]; window: Window },
): Promise<FreeBusy> => {
  if (asker === undefined) return new Map();
  const answers = await mapLimited(batchesOf(people, FREE_BUSY_BATCH), async (batch) => {
    try {
      return await readAs(http, FreeBusyAnswer, {
        method: "freebusy.query",
        mailbox: asker,
        run: async (api, options) =>
          await api.freebusy.query(
            {
              requestBody: {
                timeMin: window.from.toString(),
                timeMax: window.to.toString(),
                calendarExpansionMax: FREE_BUSY_BATCH,
                items: batch.map((id) => ({ id })),
              },
            },
            options,
          ),
      });
    } catch (error) {
      calendarError(error);
      return { calendars: {} };
    }
  });
  return new Map(answers.flatMap(({ calendars }) => Object.entries(calendars)));
};

/** The calendar's zone when its events could not tell it; as the person, else as a colleague. A zone is never guessed. */
const readZone = async (
  http: GoogleHttp,
  { email, asker }: { email: string; asker: string | undefined },
): Promise<string | undefined> => {
  if (asker === undefined) return undefined;
  for (const mailbox of new Set([email, asker])) {
    try {
      const { timeZone } = await readAs(http, CalendarAnswer, {
        method: "calendars.get",
        mailbox,
        run: async (api, options) =>
          await api.calendars.get({ calendarId: email, fields: "timeZone" }, options),
      });
      if (isZone(timeZone)) return timeZone;
    } catch (error) {
      calendarError(error);
    }
  }
  return undefined;
};

const combine = (read: {
  events: Events;
  busy: FreeBusyAnswer["calendars"][string] | undefined;
  zone: string | undefined;
  window: Window;
  readAt: Temporal.Instant;
}): CalendarReading => {
  const { events, busy, zone, window, readAt } = read;
  const { email } = events;
  const hasBusy = busy !== undefined && busy.errors.length === 0;
  if (zone === undefined || (!("zone" in events) && !hasBusy)) {
    const code = "error" in events ? events.error.code : undefined;
    return { email, readable: false, reason: reasonOf(code), readAt };
  }
  const known = "zone" in events ? events.blocks : [];
  const more = hasBusy ? uncoveredBlocks(blocksOfFreeBusy(busy.busy), known, window) : [];
  const blocks = [...known, ...more].toSorted(byStart);
  return { email, readable: true, blocks, zone, service: "google", readAt };
};

const reasonOf = (code: AppError["code"] | undefined): "not_found" | "denied" | "unavailable" => {
  if (code === "calendar_not_found") return "not_found";
  return code === "calendar_denied" ? "denied" : "unavailable";
};

const readAs = async <Schema extends z.ZodType>(
  http: GoogleHttp,
  schema: Schema,
  call: GoogleCall,
): Promise<z.infer<Schema>> => {
  const answer = schema.safeParse(await http.read(call));
  if (answer.success) return answer.data;
  throw badAnswer(
    call.method,
    answer.error.issues.map((issue) => issue.path.join(".")),
  );
};

/** What Google or the network did; a bug of ours goes on. */
const calendarError = (thrown: unknown): AppError => {
  const error = asAppError(thrown);
  if (error.fault === "bug") throw error;
  return error;
};

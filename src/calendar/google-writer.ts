/** Events of ours on Google calendars, made and removed as their organiser. Each write is sent once; who calls this looks
 * an unknown outcome up by the event's id. */
import { AppError } from "../domain/errors.ts";
import { badAnswer, isTokenFault, unknownOutcome } from "./google-errors.ts";
import { ONE_EVENT_FIELDS, toCalendarEvent, toGoogleEvent } from "./google-event.ts";
import type { GoogleHttp } from "./google-http.ts";
import type { CalendarEvent, CalendarWriter, NewCalendarEvent } from "./port.ts";

interface WriterDeps {
  http: GoogleHttp;
  /** Waits for a video room that Google still makes, in milliseconds. */
  delaysMs: number[];
  sleep: (milliseconds: number) => Promise<void>;
}

/** Writes to the calendars of one Google domain. */
export const createGoogleWriter = (deps: WriterDeps): CalendarWriter => ({
  async createEvent(organizer, event) {
    const made = await insert(deps.http, organizer, event);
    return made.isRoomPending ? await awaitRoom(deps, organizer, made.event) : made.event;
  },
  async getEvent(organizer, eventId) {
    try {
      return (await read(deps.http, organizer, eventId)).event;
    } catch (error) {
      if (isGone(error)) return null;
      throw error;
    }
  },
  async deleteEvent(organizer, eventId) {
    try {
      await deps.http.write({
        method: "events.delete",
        mailbox: organizer,
        run: async (api, options) =>
          await api.events.delete({ calendarId: "primary", eventId, sendUpdates: "all" }, options),
      });
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  },
});

const insert = async (http: GoogleHttp, organizer: string, event: NewCalendarEvent) => {
  const answer = await http.write({
    method: "events.insert",
    mailbox: organizer,
    run: async (api, options) =>
      await api.events.insert(
        {
          calendarId: "primary",
          conferenceDataVersion: 1,
          sendUpdates: "all",
          fields: ONE_EVENT_FIELDS,
          requestBody: toGoogleEvent(event, organizer),
        },
        options,
      ),
  });
  const made = toCalendarEvent(answer);
  if (!made) throw unknownOutcome("events.insert", "the answer cannot be read");
  return made;
};

const read = async (http: GoogleHttp, organizer: string, eventId: string) => {
  const answer = await http.read({
    method: "events.get",
    mailbox: organizer,
    run: async (api, options) =>
      await api.events.get(
        { calendarId: "primary", eventId, fields: ONE_EVENT_FIELDS, maxAttendees: 1 },
        options,
      ),
  });
  const found = toCalendarEvent(answer);
  if (!found) throw badAnswer("events.get", []);
  return found;
};

/** A room that never comes is the caller's to judge: the event is there. */
const awaitRoom = async (
  { http, delaysMs, sleep }: WriterDeps,
  organizer: string,
  made: CalendarEvent,
): Promise<CalendarEvent> => {
  for (const delayMs of delaysMs) {
    await sleep(delayMs);
    try {
      const found = await read(http, organizer, made.id);
      if (!found.isRoomPending) return found.event;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return made;
};

/** An event that is not there, not a mailbox: of a mailbox without a token Google says nothing about its events. */
const isGone = (error: unknown): boolean =>
  error instanceof AppError && error.code === "calendar_not_found" && !isTokenFault(error);

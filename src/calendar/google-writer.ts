/** Events of ours on Google calendars, made and removed as their organiser. Each write is sent once; who calls this looks
 * an unknown outcome up by the event's id. */
import { AppError } from "../domain/errors.ts";
import { isEventGone } from "./exchange.ts";
import { unknownOutcome } from "./google-errors.ts";
import { ONE_EVENT_FIELDS, toCalendarEvent, toGoogleEvent, toGooglePatch } from "./google-event.ts";
import type { GoogleHttp } from "./google-http.ts";
import { readEvent } from "./google-watcher.ts";
import type { CalendarEvent, CalendarWriter, EventUpdate, NewCalendarEvent } from "./port.ts";

interface WriterDeps {
  http: GoogleHttp;
  /** Waits for a video room that Google still makes, in milliseconds. */
  delaysMs: number[];
  sleep: (milliseconds: number) => Promise<void>;
  /** Asked just before a write leaves: rejects to keep it back. */
  mayWrite: (() => Promise<void>) | undefined;
}

/** Writes to the calendars of one Google domain. */
export const createGoogleWriter = (deps: WriterDeps): CalendarWriter => ({
  async createEvent(organizer, event) {
    const made = await insert(deps, organizer, event);
    return made.isRoomPending ? await awaitRoom(deps, organizer, made.event) : made.event;
  },
  updateEvent: async (organizer, update) => await patch(deps, organizer, update),
  deleteEvent: async (organizer, eventId) => await remove(deps, organizer, { eventId }),
  deleteUnchanged: async (organizer, event) => await remove(deps, organizer, event),
});

const remove = async (
  { http, mayWrite }: WriterDeps,
  organizer: string,
  { eventId, etag }: { eventId: string; etag?: string },
): Promise<void> => {
  try {
    await http.write({
      method: "events.delete",
      mailbox: organizer,
      mayLeave: mayWrite,
      run: async (api, options) =>
        await api.events.delete(
          { calendarId: "primary", eventId, sendUpdates: "all" },
          etag === undefined
            ? options
            : { ...options, headers: { ...options.headers, "If-Match": etag } },
        ),
    });
  } catch (error) {
    if (!isEventGone(error)) throw error;
  }
};

const insert = async (
  { http, mayWrite }: WriterDeps,
  organizer: string,
  event: NewCalendarEvent,
) => {
  const answer = await http.write({
    method: "events.insert",
    mailbox: organizer,
    mayLeave: mayWrite,
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

const patch = async (
  { http, mayWrite }: WriterDeps,
  organizer: string,
  update: EventUpdate,
): Promise<CalendarEvent> => {
  const answer = await http.write({
    method: "events.patch",
    mailbox: organizer,
    mayLeave: mayWrite,
    run: async (api, options) =>
      await api.events.patch(
        {
          calendarId: "primary",
          eventId: update.eventId,
          sendUpdates: update.isQuiet ? "none" : "all",
          fields: ONE_EVENT_FIELDS,
          requestBody: toGooglePatch(update),
        },
        { ...options, headers: { ...options.headers, "If-Match": update.etag } },
      ),
  });
  const changed = toCalendarEvent(answer);
  if (!changed) throw unknownOutcome("events.patch", "the answer cannot be read");
  return changed.event;
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
      const found = await readEvent(http, organizer, made.id);
      if (!found.isRoomPending) return found.event;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return made;
};

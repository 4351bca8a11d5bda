/** Events of ours in Microsoft 365, made and removed as their organiser. Each write is sent once; who calls this looks an
 * unknown outcome up by our id of the event, which is kept beside it. */
import { AppError } from "../domain/errors.ts";
import { isEventGone } from "./exchange.ts";
import { unknownOutcome, writeError } from "./microsoft-errors.ts";
import {
  type FoundEvent,
  toFoundEvent,
  toMicrosoftEvent,
  toMicrosoftPatch,
  transactionIdOf,
} from "./microsoft-event.ts";
import { findEvent } from "./microsoft-find.ts";
import type { MicrosoftHttp } from "./microsoft-http.ts";
import type { CalendarEvent, CalendarWriter, EventUpdate, NewCalendarEvent } from "./port.ts";

interface WriterDeps {
  http: MicrosoftHttp;
  /** Waits for a video room that Teams still makes, in milliseconds. */
  delaysMs: number[];
  sleep: (milliseconds: number) => Promise<void>;
  /** Asked just before a write leaves: rejects to keep it back. */
  mayWrite: (() => Promise<void>) | undefined;
}

/** Writes to the calendars of one Microsoft 365 tenant. */
export const createMicrosoftWriter = (deps: WriterDeps): CalendarWriter => ({
  async createEvent(organizer, event) {
    const made = await create(deps, organizer, event);
    return made.isRoomPending ? await awaitRoom(deps, organizer, made.event) : made.event;
  },
  updateEvent: async (organizer, update) => await change(deps, organizer, update),
  deleteEvent: async (organizer, eventId) => await remove(deps, organizer, { eventId }),
  deleteUnchanged: async (organizer, event) => await remove(deps, organizer, event),
});

const DELETE = "events.delete";

/** Graph honours an etag on events as it likes: what was read is compared here, and the etag is sent all the same. */
const remove = async (
  { http, mayWrite }: WriterDeps,
  organizer: string,
  { eventId, etag }: { eventId: string; etag?: string },
): Promise<void> => {
  const found = await findEvent(http, organizer, eventId);
  if (!found) return;
  if (etag !== undefined && found.event.etag !== etag) throw writeError(DELETE, CHANGED);
  try {
    await http.write({
      method: DELETE,
      mayLeave: mayWrite,
      verb: "DELETE",
      path: `/users/${encodeURIComponent(organizer)}/events/${encodeURIComponent(found.graphId)}`,
      ...(etag !== undefined && { headers: { "If-Match": etag } }),
    });
  } catch (error) {
    if (!isEventGone(error)) throw error;
  }
};

/** What Graph would have answered. */
const CHANGED = { kind: "answer", status: 412, body: undefined, retryAfterMs: undefined } as const;
const GONE = { ...CHANGED, status: 404 } as const;

const UPDATE = "events.update";

const change = async (
  { http, mayWrite }: WriterDeps,
  organizer: string,
  update: EventUpdate,
): Promise<CalendarEvent> => {
  const found = await findEvent(http, organizer, update.eventId);
  if (!found) throw writeError(UPDATE, GONE);
  if (found.event.etag !== update.etag) throw writeError(UPDATE, CHANGED);
  const answer = await http.write({
    method: UPDATE,
    mayLeave: mayWrite,
    verb: "PATCH",
    path: `/users/${encodeURIComponent(organizer)}/events/${encodeURIComponent(found.graphId)}`,
    body: toMicrosoftPatch(update, { organizer, joining: found.joining }),
    headers: { "If-Match": update.etag },
  });
  const changed = toFoundEvent(answer, { id: update.eventId, effectId: update.effectId });
  if (!changed) throw unknownOutcome(UPDATE, "the answer cannot be read");
  return changed.event;
};

const create = async (
  { http, mayWrite }: WriterDeps,
  organizer: string,
  event: NewCalendarEvent,
): Promise<FoundEvent> => {
  const method = "events.create";
  const answer = await http.write({
    method,
    mayLeave: mayWrite,
    verb: "POST",
    path: `/users/${encodeURIComponent(organizer)}/events`,
    body: toMicrosoftEvent(event, organizer),
  });
  const made = toFoundEvent(answer, event);
  if (!made) throw unknownOutcome(method, "the answer cannot be read");
  if (made.transactionId?.toLowerCase() !== transactionIdOf(event.effectId)) {
    throw unknownOutcome(method, "the answer is of another event");
  }
  return made;
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
      const found = await findEvent(http, organizer, made.id);
      if (found && !found.isRoomPending) return found.event;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return made;
};

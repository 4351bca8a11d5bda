/** Writes to an event that somebody else may be writing to. A calendar gives an event another etag with each answer of a guest,
 * and answers are what guests were asked for: they keep nobody from changing or deleting what they are about. */
import type { CalendarEvent } from "../../calendar/port.ts";
import { AppError } from "../../domain/errors.ts";

interface Writing<Answer> {
  /** Null: it is not there any more. */
  read: () => Promise<CalendarEvent | null>;
  /** Whether an event that was read again is still the one to write to. */
  isStill: (fresh: CalendarEvent) => boolean;
  /** Sends once, held to the etag of what it is given. */
  write: (event: CalendarEvent) => Promise<Answer>;
}

/** So many guests may answer in one moment. */
const MOST_WRITES = 4;

/** The answer of the write, made again with the fresh etag for as long as the event is still the one to write to. Errors: those
 * of the write; status 412 when somebody has changed it. */
export const writeUnlessChanged = async <Answer>(
  event: CalendarEvent,
  { read, isStill, write }: Writing<Answer>,
): Promise<Answer> => {
  let present = event;
  for (let writes = 1; ; writes += 1) {
    try {
      return await write(present);
    } catch (thrown) {
      if (!isChangedMeanwhile(thrown) || writes === MOST_WRITES) throw thrown;
      const fresh = await read();
      if (!fresh || fresh.etag === present.etag || !isStill(fresh)) throw thrown;
      present = fresh;
    }
  }
};

/** Whether two readings of an event differ in nothing but what its guests have answered. */
export const isSameButAnswers = (one: CalendarEvent, other: CalendarEvent): boolean =>
  withoutAnswers(one) === withoutAnswers(other);

const withoutAnswers = (event: CalendarEvent): string => {
  const guests = event.guests.map(({ email }) => email.toLowerCase()).toSorted();
  return JSON.stringify({ ...event, etag: "", guests });
};

/** A calendar's answer about an event that is no longer as it was read. */
const PRECONDITION_FAILED = 412;

/** Whether a write was refused because the event is no longer as it was read. */
export const isChangedMeanwhile = (thrown: unknown): boolean =>
  thrown instanceof AppError && thrown.data["status"] === PRECONDITION_FAILED;

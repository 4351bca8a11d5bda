/** One event of ours as it is now. */
import { AppError } from "../domain/errors.ts";
import type { CalendarEvent, CalendarReader } from "./port.ts";

/** Shape: null when it is not there. A mailbox that is no longer there has no event either: both mean that nobody will come. Errors:
 * those of the calendar. */
export const readEvent = async (
  calendar: Pick<CalendarReader, "getEvent">,
  { organizer, eventId }: { organizer: string; eventId: string },
): Promise<CalendarEvent | null> => {
  try {
    return await calendar.getEvent(organizer, eventId);
  } catch (thrown) {
    const isGone = thrown instanceof AppError && thrown.code === "calendar_not_found";
    if (isGone) return null;
    throw thrown;
  }
};

/** Stands where no calendar is connected: nobody is readable, nothing can be booked, and both say why. */
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import type { CalendarReader, CalendarWatcher, CalendarWriter } from "./port.ts";

const notConnected = (): AppError =>
  new AppError({
    code: "calendar_denied",
    fault: "caller",
    message:
      "No calendar is connected: see docs/google-setup.md and docs/microsoft-setup.md for what to set.",
  });

/** A reader that tells everybody as denied, and a writer that refuses. */
export const createNoCalendar = (
  clock: Clock,
): { reader: CalendarReader; writer: CalendarWriter; watcher: CalendarWatcher | null } => ({
  reader: {
    readBusy: async (emails) =>
      await Promise.resolve(
        emails.map((email) => ({
          email,
          readable: false as const,
          reason: "denied" as const,
          readAt: clock.now(),
        })),
      ),
    getEvent: async () => await Promise.reject(notConnected()),
  },
  watcher: null,
  writer: {
    createEvent: async () => await Promise.reject(notConnected()),
    updateEvent: async () => await Promise.reject(notConnected()),
    deleteEvent: async () => await Promise.reject(notConnected()),
    deleteUnchanged: async () => await Promise.reject(notConnected()),
  },
});

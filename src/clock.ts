/** The only place where the machine's own time is read. */
import type { Clock, ManualClock } from "./domain/time.ts";

/** The machine's clock. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands still until it is moved. */
export const createManualClock = (start: Temporal.Instant): ManualClock => {
  let now = start;
  return {
    now: () => now,
    set: (next) => {
      now = next;
    },
    advance: (duration) => {
      now = now.add(duration);
    },
  };
};

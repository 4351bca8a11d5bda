/** What a candidate wrote, and when it says that they could: the one way from their words to windows of a search. */
import type { Constraints } from "./constraints.ts";
import { LONGEST_TEXT, readConstraints } from "./read-constraints.ts";
import { type Window, windowsOf } from "./windows.ts";

/** How far words may reach, days. */
const REACH_DAYS = 60;

interface Written {
  words: string;
  /** When they were written: `tomorrow` is the day after. */
  now: Temporal.Instant;
  zone: string;
  durationMinutes: number;
  /** What is booked, for `an hour later`; without it such words say nothing. */
  booked?: Window;
}

/** Both. Shape of `windows`: still to come when it was written, by start; all that is left of that time when the words only
 * rule something out. Only what is of the writer's own time counts. */
export const readWindows = ({
  words,
  now,
  zone,
  durationMinutes,
  booked,
}: Written): { constraints: Constraints; windows: Window[] } => {
  const constraints = readConstraints({ text: words.slice(0, LONGEST_TEXT), now, zone });
  const { shift, ...free } = constraints;
  const horizon = { start: now, end: now.add({ hours: REACH_DAYS * 24 }) };
  const asked = booked && shift ? { constraints, booked } : { constraints: free };
  return { constraints, windows: windowsOf({ ...asked, horizon, durationMinutes }) };
};

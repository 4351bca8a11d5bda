/** What the slot engine's time is held against: the least that anybody who finds free time has to do. For each person one sweep
 * over sorted whole minutes gives the starts at which an hour is free; no rule, no score, no reason. */
import type { TakenSpan } from "../src/scheduling/taken.ts";

/** What is swept. Units: minutes since the epoch. */
export interface SweepCase {
  /** Sorted by start. */
  people: readonly (readonly TakenSpan[])[];
  first: number;
  last: number;
  step: number;
  duration: number;
}

/** How many of the starts somebody has time at. */
export const sweep = ({ people, first, last, step, duration }: SweepCase): number => {
  const free = new Uint8Array(Math.floor((last - first) / step) + 1);
  for (const taken of people) {
    let until = first;
    for (const { start, end } of taken) {
      mark(free, { from: until, to: start - duration, first, step });
      if (end > until) until = end;
    }
    mark(free, { from: until, to: last, first, step });
  }
  let count = 0;
  for (const is of free) count += is;
  return count;
};

const mark = (
  free: Uint8Array,
  { from, to, first, step }: { from: number; to: number; first: number; step: number },
): void => {
  const start = Math.max(0, Math.ceil((from - first) / step));
  const end = Math.min(free.length - 1, Math.floor((to - first) / step));
  if (start <= end) free.fill(1, start, end + 1);
};

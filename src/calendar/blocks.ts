/** Parts of people's time: cut to a window, and taken from each other. */
import type { BusyBlock } from "../domain/calendar.ts";

export interface Window {
  from: Temporal.Instant;
  to: Temporal.Instant;
}

/** What a second source knows beyond the blocks of the first: parts that no block covers. */
export const uncoveredBlocks = (
  more: BusyBlock[],
  known: BusyBlock[],
  window: Window,
): BusyBlock[] =>
  more.flatMap((block) => clip(block, window).flatMap((clipped) => subtract(clipped, known)));

/** For sorting blocks. */
export const byStart = (a: BusyBlock, b: BusyBlock): number =>
  Temporal.Instant.compare(a.start, b.start) || Temporal.Instant.compare(a.end, b.end);

/** The part of a block that lies in the window; none when nothing does. */
export const clip = (block: BusyBlock, { from, to }: Window): BusyBlock[] => {
  const start = latest(block.start, from);
  const end = earliest(block.end, to);
  return Temporal.Instant.compare(start, end) < 0 ? [{ ...block, start, end }] : [];
};

const subtract = (block: BusyBlock, known: BusyBlock[]): BusyBlock[] =>
  known.reduce<BusyBlock[]>(
    (rest, { start, end }) =>
      rest.flatMap((part) => [
        ...clip(part, { from: part.start, to: start }),
        ...clip(part, { from: end, to: part.end }),
      ]),
    [block],
  );

const latest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) > 0 ? a : b;

const earliest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? a : b;

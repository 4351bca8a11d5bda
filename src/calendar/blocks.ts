/** Parts of people's time: cut to a window, and taken from each other. */
import type { BusyBlock } from "../domain/calendar.ts";
import { earlierOf, laterOf } from "../domain/time.ts";

export interface Window {
  from: Temporal.Instant;
  to: Temporal.Instant;
}

/** What a second source knows beyond the blocks of the first: parts that no block covers. */
export const uncoveredBlocks = (
  more: BusyBlock[],
  known: BusyBlock[],
  window: Window,
): BusyBlock[] => {
  const spans = known.map((block) => ({ block, ...millisecondsOf(block) }));
  return more.flatMap((block) =>
    clip(block, window).flatMap((clipped) => {
      const { startMs, endMs } = millisecondsOf(clipped);
      // Instants compare slowly, and a month has hundreds of blocks: of those that are near alone.
      const near = spans.filter((span) => span.endMs >= startMs && span.startMs <= endMs);
      return subtract(
        clipped,
        near.map((span) => span.block),
      );
    }),
  );
};

const millisecondsOf = ({ start, end }: BusyBlock): { startMs: number; endMs: number } => ({
  startMs: start.epochMilliseconds,
  endMs: end.epochMilliseconds,
});

/** For sorting blocks. */
export const byStart = (a: BusyBlock, b: BusyBlock): number =>
  Temporal.Instant.compare(a.start, b.start) || Temporal.Instant.compare(a.end, b.end);

/** The part of a block that lies in the window; none when nothing does. */
export const clip = (block: BusyBlock, { from, to }: Window): BusyBlock[] => {
  const start = laterOf(block.start, from);
  const end = earlierOf(block.end, to);
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

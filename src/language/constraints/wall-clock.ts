/** What clocks in a zone show, as numbers: the few changes of its offset are read once, the rest is addition. */
import type { Span } from "./spans.ts";

/** A time without a change of clocks. Units: milliseconds, half-open; `offset`: minutes that the wall is ahead of UTC. */
export interface Stretch extends Span {
  offset: number;
}

const MINUTE = 60_000;

/** The stretches of a zone that cover the span. */
export const stretchesOf = (zone: string, span: Span): Stretch[] => {
  const stretches: Stretch[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(span.start).toZonedDateTimeISO(zone);
  let start = -Infinity;
  for (;;) {
    const offset = at.offsetNanoseconds / 60e9;
    const next = at.getTimeZoneTransition("next");
    if (!next || next.epochMilliseconds >= span.end) {
      stretches.push({ start, end: Infinity, offset });
      return stretches;
    }
    stretches.push({ start, end: next.epochMilliseconds, offset });
    start = next.epochMilliseconds;
    at = next;
  }
};

/** The absolute time at which the wall shows the local spans. Units: local minutes in, milliseconds out. */
export const localSpans = (local: readonly Span[], stretches: readonly Stretch[]): Span[] =>
  stretches.flatMap((stretch) =>
    local.flatMap(({ start, end }) => {
      const from = Math.max(stretch.start, (start - stretch.offset) * MINUTE);
      const until = Math.min(stretch.end, (end - stretch.offset) * MINUTE);
      return from < until ? [{ start: from, end: until }] : [];
    }),
  );

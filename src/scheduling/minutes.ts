/** Time inside the engine: whole minutes since 1970 in UTC, spans half-open. */
import type { Interval } from "./types.ts";

/** Units: minutes since the epoch, half-open `[start, end)`. */
export interface Span {
  start: number;
  end: number;
}

export const MINUTES_A_DAY = 1440;

/** The minute in which the instant lies. */
export const minuteFloor = (instant: Temporal.Instant): number =>
  Math.floor(instant.epochMilliseconds / 60_000);

/** The first whole minute that is not before the instant. */
export const minuteCeil = (instant: Temporal.Instant): number =>
  Math.ceil(instant.epochMilliseconds / 60_000);

/** The instant at which a minute begins. */
export const instantOf = (minute: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(minute * 60_000);

/** The whole minutes that an interval touches: time that is taken is never rounded away. Shape: empty for an empty one. */
export const touchedSpan = ({ start, end }: Interval): Span => {
  const [startMs, endMs] = [start.epochMilliseconds, end.epochMilliseconds];
  const first = Math.floor(startMs / 60_000);
  return { start: first, end: startMs === endMs ? first : Math.ceil(endMs / 60_000) };
};

/** The whole minutes that lie inside an interval: time that is offered is never rounded up. */
export const innerSpan = (interval: Interval): Span => ({
  start: minuteCeil(interval.start),
  end: minuteFloor(interval.end),
});

/** Sorted by start; what overlaps or touches is one. The input is left as it is. */
export const mergeSpans = (spans: readonly Span[]): Span[] =>
  joined(spans, (last, next) => next.start <= last.end);

/** Sorted by start; what overlaps is one, what only touches stays apart: who can come from 15:00 to 16:00 or from 16:00 to
 * 17:00 cannot come at 15:30 for an hour. The input is left as it is. */
export const mergeOverlaps = (spans: readonly Span[]): Span[] =>
  joined(spans, (last, next) => next.start < last.end);

const joined = (spans: readonly Span[], areOne: (last: Span, next: Span) => boolean): Span[] => {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && areOne(last, span)) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
};

/** The span that holds all of `inner`, of sorted spans that do not touch. */
export const spanAround = (spans: readonly Span[], inner: Span): Span | undefined => {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.start ?? 0) <= inner.start) low = middle + 1;
    else high = middle;
  }
  const span = spans[low - 1];
  return span && span.end >= inner.end ? span : undefined;
};

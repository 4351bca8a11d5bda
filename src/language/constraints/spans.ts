/** Sets of spans of whole numbers, half-open. */

export interface Span {
  start: number;
  end: number;
}

/** The same set, sorted, with no two spans that touch. */
export const merge = (spans: readonly Span[]): Span[] => {
  const merged: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (span.end <= span.start) continue;
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
};

/** What of each span lies inside the frame. */
export const inside = (spans: readonly Span[], frame: Span): Span[] =>
  spans.flatMap(({ start, end }) => {
    const span = { start: Math.max(start, frame.start), end: Math.min(end, frame.end) };
    return span.start < span.end ? [span] : [];
  });

/** What of the spans is in none of `taken`, which is merged. */
export const subtract = (spans: readonly Span[], taken: readonly Span[]): Span[] =>
  spans.flatMap(({ start, end }) => {
    const left: Span[] = [];
    let from = start;
    for (const each of taken) {
      if (each.end <= from) continue;
      if (each.start >= end) break;
      if (each.start > from) left.push({ start: from, end: each.start });
      from = Math.max(from, each.end);
    }
    if (from < end) left.push({ start: from, end });
    return left;
  });

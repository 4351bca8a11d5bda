/** From what was found to what is told. */
import { alternativeTo, WHYS } from "./alternatives.ts";
import { jurisdictionsOf, sourceOf } from "./jurisdictions.ts";
import type { Finding, FoundCategory, Frame, Kind, Severity } from "./types.ts";

/** One place in a text, before words are put to it. Units: UTF-16 offsets, half-open. */
export interface Hit {
  category: FoundCategory;
  severity: Severity;
  start: number;
  end: number;
  frame: Frame;
}

const RANK: Record<Severity, number> = { blocking: 2, warning: 1, advice: 0 };

/** Hits of one category that overlap become one, as wide as both and as heavy as the heavier. */
const merge = (hits: readonly Hit[]): Hit[] => {
  const open = new Map<FoundCategory, Hit>();
  const merged: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = open.get(hit.category);
    if (last && hit.start < last.end) {
      last.end = Math.max(last.end, hit.end);
      if (RANK[hit.severity] > RANK[last.severity]) last.severity = hit.severity;
      continue;
    }
    const own = { ...hit };
    open.set(hit.category, own);
    merged.push(own);
  }
  return merged;
};

/** The findings of a text, sorted. */
export const toFindings = (
  text: string,
  hits: readonly Hit[],
  { kind, jurisdictions }: { kind?: Kind; jurisdictions?: readonly string[] },
): Finding[] =>
  merge(hits).map(({ category, severity, start, end, frame }) => {
    const said = text.slice(start, end);
    const isJudged = kind === "feedback" || frame === "judge";
    const whose = { category, said, isJudged, asked: jurisdictions };
    const where = jurisdictionsOf(whose);
    return {
      category,
      severity,
      start,
      end,
      why: WHYS[category],
      instead: alternativeTo({ category, frame, kind, said }),
      rule: sourceOf(whose),
      ...(where.length > 0 && { jurisdictions: where }),
    };
  });

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
  /** Its rule means the person whatever stands beside it: no second opinion takes it away. */
  isFirm?: boolean;
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

const LETTER = /[\p{L}\p{M}'’]/u;

/** From the beginning of a word to the end of one: of "don't" no half is marked. */
const wholeWords = (
  text: string,
  { start, end }: Pick<Hit, "start" | "end">,
): Pick<Hit, "start" | "end"> => {
  const isInside = (at: number): boolean =>
    at > 0 && at < text.length && LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at));
  let [from, to] = [start, end];
  while (isInside(from) && start - from < LONGEST_WORD) from -= 1;
  while (isInside(to) && to - end < LONGEST_WORD) to += 1;
  return { start: from, end: to };
};

/** Units: UTF-16 units. */
const LONGEST_WORD = 40;

/** The findings of a text, sorted. */
export const toFindings = (
  text: string,
  hits: readonly Hit[],
  { kind, jurisdictions }: { kind?: Kind; jurisdictions?: readonly string[] },
): Finding[] =>
  merge(hits.map((hit) => ({ ...hit, ...wholeWords(text, hit) }))).map(
    ({ category, severity, start, end, frame }) => {
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
    },
  );

/** Blanks that are still to be filled: `[…]`, `[… how often]`, `[how often …]`. The alternatives hold them for what only the writer knows. */
import type { Hit } from "./findings.ts";

/** Two letters at least of a bracket are its dots; a bracket is no longer than a line of words. */
const BLANK = /\[\s*(?:\u2026|\.{3})[^[\]\n]{0,120}\]|\[[^[\]\n]{0,120}(?:\u2026|\.{3})\s*\]/gu;

/** Each blank of a text. */
export const findBlanks = (text: string): Hit[] =>
  [...text.matchAll(BLANK)].map(({ index, 0: { length } }) => ({
    category: "unfilled",
    severity: "warning",
    start: index,
    end: index + length,
    frame: "demand",
  }));

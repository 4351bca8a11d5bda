/** Runs of text on a page as lines: new ones where the writing goes down, a space or a tab where it leaves a gap. */
import type { Fragment } from "./pdf-paint.ts";

/** In sizes of the writing. */
const SAME_LINE = 0.45;
const SPACE = 0.18;
const COLUMN = 2.5;
const PARAGRAPH = 1.75;

/** The text of a page, in the order in which it was painted. */
export const linesOf = (fragments: readonly Fragment[]): string => {
  let text = "";
  let before: Fragment | null = null;
  for (const fragment of fragments) {
    if (fragment.text === "") continue;
    if (before) text += between(before, fragment, text);
    text += fragment.text;
    before = fragment;
  }
  return text
    .replaceAll(/[^\S\n\t]+/g, " ")
    .replaceAll(/ ?([\n\t]) ?/g, "$1")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
};

const between = (before: Fragment, next: Fragment, text: string): string => {
  const size = Math.max(before.size, next.size, 1);
  const down = before.y - next.y;
  if (Math.abs(down) > SAME_LINE * size) return down > PARAGRAPH * size ? "\n\n" : "\n";
  const gap = next.x - (before.x + before.width);
  // Going back on the same line begins another column.
  if (gap < -2 * size || gap > COLUMN * size) return "\t";
  return gap > SPACE * size && !text.endsWith(" ") && !next.text.startsWith(" ") ? " " : "";
};

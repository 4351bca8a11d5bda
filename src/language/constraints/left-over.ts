/** What nothing in the language says: whether it matters is asked, never guessed. */
import type { Choice } from "./constraints.ts";
import { isDenying } from "./denials.ts";
import type { Item, Mark } from "./items.ts";
import { type Notes, type Piece, ask } from "./notes.ts";

/** Asks what words are of that were not understood. */
export const askLeftOver = (items: readonly Item[], left: Piece, notes: Notes): void => {
  ask(notes, left, {
    why: "That was not understood. Does it matter for time or people?",
    choices: choicesOf(items, left),
  });
};

/** Beside a time, they may well say that it is taken: `yoga class Monday 3–4`, `but 3–4 is my yoga class`. Left out, it would be
 * offered. Where something else in the sentence says what the time is, that holds. */
const choicesOf = (items: readonly Item[], { start, end }: Piece): Choice[] => {
  const first = items.findIndex((item) => item.start === start);
  const last = items.findLastIndex((item) => item.end === end);
  // Without what it is of, a no would be of nothing.
  if (isDenying(items[first - 1])) return [];
  const isBeside = isTime(items, first, -1) || isTime(items, last, 1);
  const isName = items.slice(first, last + 1).some((item) => item.kind === "left" && item.isWord);
  const mayBeTaken =
    isInContrast(items.slice(0, first)) || (isName && !isSaid(items, { first, last }));
  return [
    ...(isBeside && mayBeTaken ? [{ words: "That time is not possible", instead: "busy" }] : []),
    { words: "It does not matter", instead: " " },
  ];
};

/** Whether the sentence has come to a `but`. */
const isInContrast = (before: readonly Item[]): boolean => {
  const mark = before.findLast(
    (item) => item.kind === "mark" && (item.mark === "but" || item.mark === "stop"),
  );
  return mark?.kind === "mark" && mark.mark === "but";
};

const SAYING = new Set<Mark>(["can", "cannot", "good", "bad", "away", "not", "only", "except"]);

/** Whether the sentence around these places says what its time is. */
const isSaid = (
  items: readonly Item[],
  { first, last }: { first: number; last: number },
): boolean => {
  const isStop = (item: Item): boolean => item.kind === "mark" && item.mark === "stop";
  const from = items.findLastIndex((item, at) => at < first && isStop(item)) + 1;
  const to = items.findIndex((item, at) => at > last && isStop(item));
  return items
    .slice(from, to < 0 ? items.length : to)
    .some((item) => (item.kind === "mark" && SAYING.has(item.mark)) || item.kind === "intent");
};

/** Whether a day or an hour is next, but for words that say nothing. */
const isTime = (items: readonly Item[], from: number, step: -1 | 1): boolean => {
  let at = from + step;
  while (items[at]?.kind === "filler") at += step;
  const next = items[at];
  return from >= 0 && (next?.kind === "date" || next?.kind === "time");
};

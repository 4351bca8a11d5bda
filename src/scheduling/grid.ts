/** The starts that are looked at, and sets of them. A start is the index of a step; a set is one bit a start, so that all
 * rules together are a few words of "or". Marking is exact to the minute whatever the step. */
import type { Span } from "./minutes.ts";

/** Start `index` is at minute `first + index * step`. */
export interface Grid {
  first: number;
  step: number;
  count: number;
  /** Of the session. Units: minutes. */
  duration: number;
}

/** A set of starts. */
export type StartSet = Uint32Array;

/** The minute of a start. */
export const startMinute = (grid: Grid, index: number): number => grid.first + index * grid.step;

/** When a session at a start begins and ends. */
export const sessionSpan = (grid: Grid, index: number): Span => {
  const start = startMinute(grid, index);
  return { start, end: start + grid.duration };
};

/** The set of no start. */
export const emptySet = (grid: Grid): StartSet => new Uint32Array((grid.count + 31) >>> 5);

/** Adds the starts with index in `[from, to)`; what lies outside the grid is left away. */
const addIndexes = (set: StartSet, from: number, to: number): void => {
  if (from >= to) return;
  const firstWord = from >>> 5;
  const lastWord = (to - 1) >>> 5;
  const head = -1 << (from & 31);
  const tail = -1 >>> (31 - ((to - 1) & 31));
  if (firstWord === lastWord) {
    set[firstWord] = (set[firstWord] ?? 0) | (head & tail);
    return;
  }
  set[firstWord] = (set[firstWord] ?? 0) | head;
  set.fill(0xff_ff_ff_ff, firstWord + 1, lastWord);
  set[lastWord] = (set[lastWord] ?? 0) | tail;
};

/** Adds every start in `[from, to)`. Units: minutes; infinities are fine. */
export const addStarts = (set: StartSet, grid: Grid, { start, end }: Span): void => {
  const from = Math.max(0, Math.ceil((start - grid.first) / grid.step));
  const to = Math.min(grid.count, Math.ceil((end - grid.first) / grid.step));
  addIndexes(set, from, to);
};

/** Adds every start whose session would overlap the span. */
export const addOverlaps = (set: StartSet, grid: Grid, { start, end }: Span): void => {
  if (end <= start) return;
  addStarts(set, grid, { start: start - grid.duration + 1, end });
};

/** Adds every start whose session would lie inside the span. */
export const addInside = (set: StartSet, grid: Grid, span: Span): void => {
  addStarts(set, grid, { start: span.start, end: span.end - grid.duration + 1 });
};

/** Whether the start is in the set. */
export const hasStart = (set: StartSet, index: number): boolean =>
  (((set[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;

/** Keeps in `set` only what is in `other` too. */
export const keepCommon = (set: StartSet, other: StartSet): void => {
  for (let word = 0; word < set.length; word += 1) {
    set[word] = (set[word] ?? 0) & (other[word] ?? 0);
  }
};

/** The starts of the grid that are not in the set. */
export const othersOf = (set: StartSet, grid: Grid): StartSet => {
  const others = emptySet(grid);
  addIndexes(others, 0, grid.count);
  for (let word = 0; word < others.length; word += 1) {
    others[word] = (others[word] ?? 0) & ~(set[word] ?? 0);
  }
  return others;
};

/** The indexes in the set, ascending. */
export const startsIn = (set: StartSet): number[] => {
  const indexes: number[] = [];
  for (let word = 0; word < set.length; word += 1) {
    let rest = set[word] ?? 0;
    while (rest !== 0) {
      const bit = 31 - Math.clz32(rest & -rest);
      indexes.push(word * 32 + bit);
      rest &= rest - 1;
    }
  }
  return indexes;
};

/** Whether the set has no start. */
export const isEmpty = (set: StartSet): boolean => set.every((word) => word === 0);

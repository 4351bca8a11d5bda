import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addInside,
  addOverlaps,
  addStarts,
  emptySet,
  type Grid,
  hasStart,
  isEmpty,
  keepCommon,
  othersOf,
  startMinute,
  startsIn,
} from "../../../src/scheduling/grid.ts";

const grids: fc.Arbitrary<Grid> = fc.record({
  first: fc.integer({ min: -100, max: 100 }),
  step: fc.constantFrom(5, 10, 15, 30),
  count: fc.integer({ min: 0, max: 200 }),
  duration: fc.integer({ min: 1, max: 120 }),
});

const spans = fc
  .tuple(fc.integer({ min: -500, max: 5000 }), fc.integer({ min: 0, max: 1500 }))
  .map(([start, length]) => ({ start, end: start + length }));

/** The starts whose session passes, asked one by one. */
const startsWhere = (grid: Grid, passes: (from: number, to: number) => boolean): number[] =>
  Array.from({ length: grid.count }, (_, index) => index).filter((index) =>
    passes(startMinute(grid, index), startMinute(grid, index) + grid.duration),
  );

test("sets of starts are marked to the minute, as asking each start would mark them", () => {
  fc.assert(
    fc.property(grids, spans, (grid, span) => {
      const overlapping = emptySet(grid);
      addOverlaps(overlapping, grid, span);
      expect(startsIn(overlapping)).toEqual(
        startsWhere(
          grid,
          (from, to) => span.start < span.end && from < span.end && to > span.start,
        ),
      );
      const inside = emptySet(grid);
      addInside(inside, grid, span);
      expect(startsIn(inside)).toEqual(
        startsWhere(grid, (from, to) => from >= span.start && to <= span.end),
      );
      const starting = emptySet(grid);
      addStarts(starting, grid, span);
      expect(startsIn(starting)).toEqual(
        startsWhere(grid, (from) => from >= span.start && from < span.end),
      );
    }),
    { numRuns: 1000 },
  );
});

test("sets of starts behave as sets", () => {
  fc.assert(
    fc.property(grids, spans, spans, (grid, one, other) => {
      const first = emptySet(grid);
      const second = emptySet(grid);
      addStarts(first, grid, one);
      addStarts(second, grid, other);
      const [inFirst, inSecond] = [new Set(startsIn(first)), new Set(startsIn(second))];
      const all = Array.from({ length: grid.count }, (_, index) => index);
      expect(startsIn(othersOf(first, grid))).toEqual(all.filter((index) => !inFirst.has(index)));
      expect(all.filter((index) => hasStart(first, index))).toEqual([...inFirst]);
      const both = Uint32Array.from(first);
      keepCommon(both, second);
      expect(new Set(startsIn(both))).toEqual(inFirst.intersection(inSecond));
      expect(isEmpty(both)).toBe(inFirst.isDisjointFrom(inSecond));
    }),
  );
});

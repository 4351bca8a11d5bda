import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Assignment,
  bestAssignment,
  firstBestAssignment,
  type SeatPoints,
} from "../../../src/scheduling/assignment.ts";

/** Every way to fill the places, in the order of ranks. */
const everyAssignment = (points: SeatPoints, taken: number[] = []): Assignment[] => {
  const [row, ...others] = points;
  if (!row) return [{ ranks: taken, points: 0 }];
  return row.flatMap((value, rank) =>
    value === undefined || taken.includes(rank)
      ? []
      : everyAssignment(others, [...taken, rank]).map((rest) => ({
          ranks: rest.ranks,
          points: rest.points + value,
        })),
  );
};

const tables: fc.Arbitrary<SeatPoints> = fc.integer({ min: 1, max: 6 }).chain((people) =>
  fc.array(
    fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined, freq: 4 }), {
      minLength: people,
      maxLength: people,
    }),
    { minLength: 1, maxLength: 5 },
  ),
);

describe("who sits where", () => {
  test("is the best of all ways, and of the best the first by rank", () => {
    fc.assert(
      fc.property(tables, (points) => {
        const all = everyAssignment(points);
        const most = Math.max(...all.map((each) => each.points));
        const expected = all.find((each) => each.points === most);
        expect(firstBestAssignment(points)).toEqual(expected);
        expect(bestAssignment(points)?.points).toBe(expected?.points);
      }),
      { numRuns: 3000 },
    );
  });

  test("is nobody when one person is all there is for two places", () => {
    expect(
      bestAssignment([
        [1, undefined],
        [1, undefined],
      ]),
    ).toBeUndefined();
    expect(bestAssignment([[1], [1]])).toBeUndefined();
    expect(bestAssignment([[undefined]])).toBeUndefined();
  });

  test("moves others to seat somebody who can sit in one place alone", () => {
    expect(
      firstBestAssignment([
        [5, 5, undefined],
        [9, undefined, undefined],
        [undefined, 7, 1],
      ]),
    ).toEqual({ ranks: [1, 0, 2], points: 15 });
  });

  test("is found for a panel of twenty out of fifty who all look alike", () => {
    const points = Array.from({ length: 20 }, () => Array.from({ length: 50 }, () => 1));
    expect(firstBestAssignment(points)).toEqual({
      ranks: Array.from({ length: 20 }, (_, place) => place),
      points: 20,
    });
  });
});

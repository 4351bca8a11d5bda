import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { place, type Room, type ToPlace } from "../../../src/questions/place.ts";
import { startStopwatch } from "../../support/stopwatch.ts";

/** Every way to give each item a session or none. */
const everyWay = (items: readonly ToPlace[], rooms: readonly Room[]): (number | null)[][] =>
  items.reduce<(number | null)[][]>(
    (ways, { suits }) =>
      ways.flatMap((way) =>
        [null, ...rooms.keys()]
          .filter((index) => index === null || suits[index] !== null)
          .map((index) => [...way, index]),
      ),
    [[]],
  );

const isPossible = (way: (number | null)[], items: readonly ToPlace[], rooms: readonly Room[]) =>
  rooms.every(({ minutes, most }, index) => {
    const there = items.filter((_, item) => way[item] === index);
    return there.length <= most && there.reduce((sum, one) => sum + one.minutes, 0) <= minutes;
  });

/** First who is placed, weightiest first; then how many sessions have something; then how well it suits. */
const rank = (way: (number | null)[], items: readonly ToPlace[]): number[] => [
  ...way.map((index) => (index === null ? 0 : 1)),
  new Set(way.filter((index) => index !== null)).size,
  way.reduce<number>(
    (sum, index, item) => sum + (index === null ? 0 : (items[item]?.suits[index] ?? 0)),
    0,
  ),
];

const compare = (one: number[], two: number[]): number => {
  const index = one.findIndex((value, at) => value !== two[at]);
  return index < 0 ? 0 : (two[index] ?? 0) - (one[index] ?? 0);
};

const problem = fc.integer({ min: 1, max: 3 }).chain((sessions) =>
  fc.record({
    rooms: fc.array(
      fc.record({ minutes: fc.integer({ min: 0, max: 40 }), most: fc.integer({ min: 1, max: 3 }) }),
      { minLength: sessions, maxLength: sessions },
    ),
    items: fc
      .array(
        fc.record({
          minutes: fc.integer({ min: 5, max: 15 }),
          suits: fc.array(fc.option(fc.integer({ min: 0, max: 12 })), {
            minLength: sessions,
            maxLength: sessions,
          }),
        }),
        { maxLength: 6 },
      )
      .map((items) => items.map((item, index) => ({ ...item, id: `c${index}` }))),
  }),
);

describe("placing competencies in sessions", () => {
  test("finds the best of all ways, against trying every one", () => {
    fc.assert(
      fc.property(problem, ({ items, rooms }) => {
        const { at, leftOut } = place(items, rooms);
        const way = items.map(({ id }) => at.get(id) ?? null);
        expect(isPossible(way, items, rooms)).toBe(true);
        expect(leftOut).toEqual(items.filter(({ id }) => !at.has(id)).map(({ id }) => id));
        const best = everyWay(items, rooms)
          .filter((one) => isPossible(one, items, rooms))
          .map((one) => rank(one, items))
          .toSorted(compare)[0];
        expect(rank(way, items)).toEqual(best);
      }),
      { numRuns: 300 },
    );
  });

  test("moves what is placed so that a lesser one fits beside it", () => {
    const items = [
      { id: "first", minutes: 10, suits: [5, 0] },
      { id: "second", minutes: 10, suits: [5, null] },
    ];
    const one = { minutes: 10, most: 4 };
    expect(place(items, [one, one])).toEqual({
      at: new Map([
        ["first", 1],
        ["second", 0],
      ]),
      leftOut: [],
    });
  });

  test("ends soon with more than can be tried, and the same every time", () => {
    const items = Array.from({ length: 25 }, (_, index) => ({
      id: `c${index}`,
      minutes: 7 + (index % 5),
      suits: Array.from({ length: 12 }, (_item, session) => (index * session) % 7),
    }));
    const rooms = Array.from({ length: 12 }, () => ({ minutes: 20, most: 4 }));
    const begun = startStopwatch();
    const placed = place(items, rooms);
    expect(begun.cpuMs()).toBeLessThan(5_000);
    expect(placed.at.size).toBeGreaterThanOrEqual(18);
    expect(place(items, rooms)).toEqual(placed);
  });
});

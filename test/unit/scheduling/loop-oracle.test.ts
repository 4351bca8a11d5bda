import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestItinerariesByForce, judgeItinerary } from "../../../evals/scorers/loop-oracle.ts";
import { findItineraries } from "../../../src/scheduling/find-itineraries.ts";
import type { Itinerary, LoopRequest } from "../../../src/scheduling/loop-types.ts";
import { inExtent } from "../../support/extent.ts";
import { bestDaysByMilp, loadHighs } from "../../support/loop-milp.ts";
import { anyLoop } from "../../support/loop-requests.ts";

const itinerariesOf = (request: LoopRequest): Itinerary[] => {
  const result = findItineraries(request);
  expect(result.proven).toBe(true);
  return result.kind === "itineraries" ? result.itineraries : [];
};

interface Scored {
  score: number;
}

/** Pairs that differ. Scores are shown to ten-thousandths. */
const different = (found: readonly Scored[], expected: readonly Scored[]): unknown[] =>
  Array.from({ length: Math.max(found.length, expected.length) }, (_, index) => [
    found[index]?.score,
    expected[index]?.score,
  ]).filter(([one = -1, other = -1]) => Math.abs(one - other) > 0.001);

const plain = ({ sessions }: Itinerary) =>
  sessions.map(({ sessionId, startsAt, panel }) => ({
    sessionId,
    startsAt,
    panel: panel.map(({ email }) => email),
  }));

describe("on any loop, over clock changes and in odd zones,", () => {
  test("the engine finds what trying everything finds", () => {
    fc.assert(
      fc.property(anyLoop, (request) => {
        const found = itinerariesOf(request);
        const expected = bestItinerariesByForce(request);
        expect(different(found, expected)).toEqual([]);
      }),
      { numRuns: inExtent({ usual: 24, whole: 400 }) },
    );
  });

  test("no itinerary breaks a rule, and each is worth what is said", () => {
    fc.assert(
      fc.property(anyLoop, (request) => {
        for (const itinerary of itinerariesOf(request)) {
          const judged = judgeItinerary(request, plain(itinerary));
          expect(judged.broken).toEqual([]);
          expect(itinerary.score).toBeCloseTo(judged.score, 2);
        }
      }),
      { numRuns: inExtent({ usual: 60, whole: 1_000 }) },
    );
  });
});

test("a search that is cut short keeps the rules, and nothing is worth more than it says", () => {
  fc.assert(
    fc.property(anyLoop, fc.integer({ min: 1, max: 40 }), (request, effort) => {
      const result = findItineraries({ ...request, effort });
      const [best] = bestItinerariesByForce(request);
      const found = result.kind === "itineraries" ? result.itineraries : [];
      for (const itinerary of found) {
        expect(judgeItinerary(request, plain(itinerary)).broken).toEqual([]);
      }
      const most = result.kind === "itineraries" ? result.bound : Infinity;
      const known = Math.max(found[0]?.score ?? 0, result.proven ? 0 : most);
      expect(known).toBeGreaterThanOrEqual((best?.score ?? 0) - 0.001);
    }),
    { numRuns: inExtent({ usual: 15, whole: 200 }) },
  );
});

test("an independent solver finds no better day, and no other", async () => {
  const highs = await loadHighs();
  fc.assert(
    fc.property(anyLoop, (any) => {
      const { mostSessionsADay: _most, pause: _pause, ...rules } = any.rules ?? {};
      const { start } = any.horizon;
      const asked = {
        ...any,
        // Within twelve hours no gap is longer than what the engine takes for the longest; the program has none.
        horizon: { start, end: start.add({ hours: 12 }) },
        rules: { ...rules, mostDays: 1, mostGapMinutes: 720 },
        top: 50,
      };
      // The program does not know of people who have to sit twice.
      if (bindsTwice(asked)) return;
      const found = itinerariesOf(asked);
      const expected = bestDaysByMilp(asked, highs);
      expect(different(found, expected)).toEqual([]);
    }),
    { numRuns: inExtent({ usual: 60, whole: 1_000 }) },
  );
});

const bindsTwice = ({ sessions }: LoopRequest): boolean => {
  const bound = sessions.flatMap(({ places }) =>
    places.flatMap(({ choices }) => (new Set(choices).size === 1 ? choices.slice(0, 1) : [])),
  );
  return new Set(bound).size < bound.length;
};

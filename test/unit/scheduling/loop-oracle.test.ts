import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestItinerariesByForce, judgeItinerary } from "../../../evals/scorers/loop-oracle.ts";
import { findItineraries } from "../../../src/scheduling/find-itineraries.ts";
import type { Itinerary, LoopRequest } from "../../../src/scheduling/loop-types.ts";
import { anyLoop } from "../../support/loop-requests.ts";

const itinerariesOf = (request: LoopRequest): Itinerary[] => {
  const result = findItineraries(request);
  expect(result.proven).toBe(true);
  return result.kind === "itineraries" ? result.itineraries : [];
};

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
        expect(found.map(({ score }) => Math.round(score * 100))).toEqual(
          expected.map(({ score }) => Math.round(score * 100)),
        );
      }),
      { numRuns: 80 },
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
      { numRuns: 120 },
    );
  });
});

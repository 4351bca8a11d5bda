import { describe, expect, test } from "vitest";
import { findItineraries } from "../../../src/scheduling/find-itineraries.ts";
import type { LoopRequest } from "../../../src/scheduling/loop-types.ts";
import { between, block, person, request } from "../../support/slot-requests.ts";

describe("a loop that is too large", () => {
  const people = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => {
      const email = `p${String(index).padStart(2, "0")}@acme.test`;
      const lunchAway = block("busy", "2026-11-24T12:00:00Z", "2026-11-24T12:20:00Z");
      return [email, person(email, { blocks: [lunchAway] })];
    }),
  );
  const large = (count: number): LoopRequest => {
    const {
      session: _session,
      places: _places,
      ...around
    } = request({
      people,
      horizon: between("2026-11-24T00:00:00Z", "2027-02-20T00:00:00Z"),
      gridMinutes: 5,
    });
    return {
      ...around,
      sessions: Array.from({ length: count }, (_, index) => ({
        id: `s${index}`,
        name: `Session ${index}`,
        durationMinutes: 35 + 5 * (index % 3),
        places: [{ label: "pool", key: false, choices: Object.keys(people) }],
      })),
      rules: {
        lunch: { startMinute: 690, endMinute: 840, minutes: 45 },
        pause: { afterMinutes: 120, minutes: 15 },
      },
    };
  };

  test("has an answer all the same, with a bound, after no more than its steps and half as many", () => {
    const effort = 4_000;
    const result = findItineraries({ ...large(8), effort });
    if (result.kind === "none") throw new Error("nothing was found");
    expect(result.proven).toBe(false);
    expect(result.bound).toBeGreaterThanOrEqual(result.itineraries[0]?.score ?? 100);
    expect(result.steps).toBeLessThan(2 * effort);
    expect(result.itineraries[0]?.sessions).toHaveLength(8);
  });

  test("is refused before any search when there are too few people", () => {
    const { sessions, ...around } = large(8);
    const few = Object.keys(people).slice(0, 7);
    const places = [{ label: "pool", key: false, choices: few }];
    const result = findItineraries({
      ...around,
      sessions: sessions.map((session) => ({ ...session, places })),
    });
    expect(result).toMatchObject({ kind: "none", proven: true, steps: 0, relaxations: [] });
  });
});

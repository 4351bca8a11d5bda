import { describe, expect, test } from "vitest";
import { findItineraries } from "../../../src/scheduling/find-itineraries.ts";
import type { LoopRequest, LoopResult, LoopSession } from "../../../src/scheduling/loop-types.ts";
import { between, block, person, request } from "../../support/slot-requests.ts";
import { startStopwatch } from "../../support/stopwatch.ts";

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

  test("has an answer all the same, with a bound, after no more than its steps and a quarter as many", () => {
    const effort = 4_000;
    const result = findItineraries({ ...large(8), effort });
    if (result.kind === "none") throw new Error("nothing was found");
    expect(result.proven).toBe(false);
    expect(result.bound).toBeGreaterThanOrEqual(result.itineraries[0]?.score ?? 100);
    expect(result.steps).toBeLessThanOrEqual(1.25 * effort + 100);
    expect(result.itineraries[0]?.sessions).toHaveLength(8);
  });

  /** Units: milliseconds of this thread alone, whatever else the machine does. */
  const cpuOf = (work: () => void): number => {
    const from = startStopwatch();
    work();
    return from.cpuMs();
  };

  /** On a machine at rest it is less than half of that. */
  const MOST_MS = 4_000;

  /** A hundred people with a hundred blocks each, everybody can take every place. */
  const largest = (changes: Partial<LoopRequest> = {}): LoopRequest => {
    const everybody = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => {
        const email = `p${String(index).padStart(2, "0")}@acme.test`;
        const blocks = Array.from({ length: 100 }, (__, at) => {
          const start = between("2026-11-24T09:00:00Z", "2026-11-25T00:00:00Z").start.add({
            minutes: Math.floor(at / 2) * 1_440 + ((index * 37 + at * 211) % 480),
          });
          return { kind: "busy" as const, start, end: start.add({ minutes: 45 }) };
        });
        return [email, person(email, { blocks })];
      }),
    );
    const { rules: _rules, ...asked } = large(10);
    const choices = Object.keys(everybody);
    return {
      ...asked,
      people: everybody,
      sessions: asked.sessions.map((session) => ({
        ...session,
        places: session.places.map((each) => ({ ...each, choices })),
      })),
      rules: { lunch: { startMinute: 690, endMinute: 840, minutes: 45 } },
      ...changes,
    };
  };

  test.each([
    ["with a pause for lunch", largest()],
    ["with pauses too", largest({ rules: { ...large(1).rules } })],
    ["over three days", largest({ rules: { mostDays: 3 } })],
    ["in one order", largest({ sessions: inOrder(largest().sessions) })],
    ["with five people in each", largest({ sessions: crowded(largest().sessions) })],
  ])("as large as one may be has an answer in bounded time %s", (_, asked) => {
    let result: LoopResult | undefined;
    expect(cpuOf(() => (result = findItineraries(asked)))).toBeLessThan(MOST_MS);
    if (result?.kind !== "itineraries") throw new Error("nothing was found");
    const [best] = result.itineraries;
    expect(best?.sessions).toHaveLength(10);
    expect(result.bound).toBeGreaterThanOrEqual(result.proven ? 0 : (best?.score ?? 100));
  });

  test("and without any answer says so in bounded time", () => {
    // Ten times 55 minutes and lunch are more than a working day.
    const sessions = largest().sessions.map((each) => ({ ...each, durationMinutes: 55 }));
    let result: LoopResult | undefined;
    expect(cpuOf(() => (result = findItineraries(largest({ sessions }))))).toBeLessThan(MOST_MS);
    expect(result).toMatchObject({ kind: "none", proven: true });
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

const inOrder = (sessions: readonly LoopSession[]): LoopSession[] =>
  sessions.map((session, index) => ({
    ...session,
    ...(index > 0 && { after: [sessions[index - 1]?.id ?? ""] }),
  }));

const crowded = (sessions: readonly LoopSession[]): LoopSession[] =>
  sessions.map((session) => ({
    ...session,
    places: Array.from({ length: 5 }, () => session.places).flat(),
  }));

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loopFitsBut, slotsOfLoop } from "../../../evals/scorers/loop-clash-oracle.ts";
import { findItineraries } from "../../../src/scheduling/find-itineraries.ts";
import type { LoopRequest } from "../../../src/scheduling/loop-types.ts";
import type { RuleClash } from "../../../src/scheduling/types.ts";
import { anyLoop } from "../../support/loop-requests.ts";
import { between, block, person, request } from "../../support/slot-requests.ts";

const INES = "ines@acme.test";
const JONAS = "jonas@acme.test";

const clashesOf = (asked: LoopRequest): RuleClash[] => {
  const result = findItineraries(asked);
  return result.kind === "none" ? result.clashes : [];
};

const busy = (from: string, to: string) =>
  block("busy", `2026-11-24T${from}:00Z`, `2026-11-24T${to}:00Z`);

/** Two sessions of an hour on a Tuesday, with Ines and with Jonas. */
const tuesday = (changes: Partial<LoopRequest>): LoopRequest => {
  const {
    session: _session,
    places: _places,
    ...around
  } = request({
    horizon: between("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z"),
  });
  const sessions = [INES, JONAS].map((email, index) => ({
    id: `s${index}`,
    name: `Session ${index}`,
    durationMinutes: 60,
    places: [{ label: email, key: false, choices: [email] }],
  }));
  return { ...around, sessions, ...changes };
};

describe("when no itinerary fits, it is said which few rules clash", () => {
  test("of people and between sessions", () => {
    const people = {
      [INES]: person(INES, { blocks: [busy("10:00", "17:00")] }),
      [JONAS]: person(JONAS, { blocks: [busy("09:00", "13:30")] }),
    };
    const rules = { mostGapMinutes: 60 };
    expect(clashesOf(tuesday({ people, rules })).map(({ words }) => words)).toEqual([
      "On Tuesday 24 November no time is left since Ines is outside working hours, Jonas is outside working hours, Ines is busy, Jonas is busy and no more than 1 hour lie between two sessions.",
    ]);
    expect(clashesOf(tuesday({ people, rules: { mostGapMinutes: 240 } }))).toEqual([]);
  });

  test("and the order, lunch and a pause are rules as any", () => {
    const people = {
      [INES]: person(INES, { blocks: [busy("09:00", "14:00")] }),
      [JONAS]: person(JONAS, { blocks: [busy("12:00", "17:00")] }),
    };
    const { sessions } = tuesday({});
    const ordered = sessions.map((session, index) => ({
      ...session,
      ...(index === 1 && { after: ["s0"] }),
    }));
    const asked = tuesday({ people, sessions: ordered, rules: { mostGapMinutes: 480 } });
    expect(clashesOf(asked).flatMap(({ rules }) => rules.map(({ what }) => what))).toContain(
      "order",
    );
  });
});

test("on any loop for which nothing fits the rules that clash leave no time, and any one less leaves some", () => {
  let seen = 0;
  fc.assert(
    fc.property(anyLoop, (any) => {
      // Of three sessions every start with everybody would be too many.
      const asked = { ...any, sessions: any.sessions.slice(0, 2) };
      const clashes = clashesOf(asked);
      if (clashes.length === 0) return;
      const slots = slotsOfLoop(asked);
      const isApart = (asked.rules?.mostDays ?? 1) === 1;
      for (const { days, rules } of clashes) {
        for (const named of isApart ? days.map((day) => [day]) : [days]) {
          seen += 1;
          const fits = (some: typeof rules): boolean =>
            loopFitsBut({ request: asked, slots, days: named, rules: some });
          expect(fits(rules)).toBe(false);
          const without = rules.map((rule) => rules.filter((other) => other !== rule));
          expect(without.map(fits)).toEqual(rules.map(() => true));
        }
      }
    }),
    { numRuns: 100 },
  );
  expect(seen).toBeGreaterThan(10);
});

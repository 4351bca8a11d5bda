import { describe, expect, test } from "vitest";
import { bestList, bestSlot, saysWhyNot } from "../../../evals/scorers/best-slot.ts";
import { plainReason } from "../../../evals/scorers/plain-reason.ts";
import { sameRoute } from "../../../evals/scorers/same-route.ts";
import { bestSlotsByForce, brokenRules } from "../../../evals/scorers/slot-oracle.ts";
import type { Score } from "../../../evals/task.ts";
import { slotWorld } from "../../../evals/worlds/slot-world.ts";
import type { Route, RouteInput } from "../../../graphs/routes.ts";
import { findSlots } from "../../../src/scheduling/find-slots.ts";
import type { SlotResult } from "../../../src/scheduling/types.ts";
import { at, between, block, person, request, seat } from "../../support/slot-requests.ts";

const valueOf = (score: Score): number | string =>
  "value" in score ? score.value : `unscored: ${score.unscored}`;

const event: RouteInput = {
  source: "lever",
  kind: "candidateStageChange",
  facts: { exists: true, archived: false, hasPlan: true, standing: "nothing", outdated: false },
};

const routeOf = (changes: Partial<Route>): Route => ({
  action: "coordinate",
  specialists: ["scheduling"],
  reason: "The candidate is at a stage with a plan.",
  ...changes,
});

describe("same_route", () => {
  const sample = { id: "a", input: event, target: routeOf({}), tags: [] };

  test("is right for the same action and specialists, whatever the reason", () => {
    expect(sameRoute.score(routeOf({ reason: "" }), sample)).toEqual({
      value: 1,
      answer: "coordinate scheduling",
      explanation: "as expected",
    });
  });

  test("is wrong for another action or other specialists, and says what was right", () => {
    expect(valueOf(sameRoute.score(routeOf({ action: "keep" }), sample))).toBe(0);
    expect(sameRoute.score(routeOf({ specialists: [] }), sample)).toEqual({
      value: 0,
      answer: "coordinate",
      explanation: "candidateStageChange should give coordinate scheduling",
    });
  });
});

describe("plain_reason", () => {
  test.each([
    ["The opportunity is archived in Lever.", 1],
    ["the opportunity is archived", 0],
    ["", 0],
    ["No handler for candidateStageChange.", 0],
    ["The stage_change was dropped.", 0],
    [`A${" very".repeat(40)} long sentence.`, 0],
  ])("of %j is %d", (reason, value) => {
    const sample = { id: "a", input: event, target: undefined, tags: [] };
    expect(valueOf(plainReason.score(routeOf({ reason }), sample))).toBe(value);
  });
});

describe("the slot scorers", () => {
  const asked = request({ top: 3 });
  const target = bestSlotsByForce(asked);
  const sample = { id: "w", input: asked, target, tags: [] };
  const result = findSlots(asked);
  if (result.kind === "none") throw new Error("nothing fits the plain request");
  const [first, second, third] = result.slots;
  const none: SlotResult = {
    kind: "none",
    blockers: [],
    relaxations: [],
    clashes: [],
    considered: 9,
    findings: [],
  };
  const withSlots = (...slots: (typeof first)[]): SlotResult => ({
    ...result,
    slots: slots.filter((slot) => slot !== undefined),
  });

  test("agree with the best there is", () => {
    expect(valueOf(bestSlot.score(result, sample))).toBe(1);
    expect(valueOf(bestList.score(result, sample))).toBe(1);
    expect(valueOf(saysWhyNot.score(result, sample))).toBe("unscored: there are slots");
  });

  test("notice another start, other people, another score and nothing at all", () => {
    expect(valueOf(bestSlot.score(withSlots(second, first), sample))).toBe(0);
    const others = first && { ...first, panel: [{ place: 0, email: "who@acme.test" }] };
    expect(valueOf(bestSlot.score(withSlots(others), sample))).toBe(0);
    const better = first && { ...first, score: first.score + 0.01 };
    expect(valueOf(bestSlot.score(withSlots(better), sample))).toBe(0);
    expect(valueOf(bestSlot.score(none, sample))).toBe(0);
  });

  test("count the share of the list that is in its place", () => {
    expect(valueOf(bestList.score(withSlots(first, third, second), sample))).toBeCloseTo(1 / 3);
    expect(valueOf(bestList.score(withSlots(first), sample))).toBeCloseTo(1 / 3);
    expect(valueOf(bestList.score(none, sample))).toBe(0);
  });

  test("want a reason where nothing fits, and no slot", () => {
    const empty = { ...sample, target: [] };
    expect(valueOf(bestSlot.score(none, empty))).toBe(1);
    expect(valueOf(bestSlot.score(result, empty))).toBe(0);
    expect(valueOf(bestList.score(none, empty))).toBe("unscored: there is no slot");
    expect(valueOf(saysWhyNot.score(none, empty))).toBe(0);
    expect(valueOf(saysWhyNot.score(result, empty))).toBe(0);
    const blockers = [{ what: "busy" as const, words: "Ines is busy." }];
    expect(valueOf(saysWhyNot.score({ ...none, blockers }, empty))).toBe(1);
  });
});

describe("the oracle", () => {
  const INES = "ines@acme.test";
  const JONAS = "jonas@acme.test";

  test("tries every start and panel, by what can be counted by hand", () => {
    const people = {
      [INES]: person(INES, {
        blocks: [
          block("busy", "2026-11-24T09:00:00Z", "2026-11-24T11:30:00Z"),
          block("busy", "2026-11-24T13:00:00Z", "2026-11-24T17:00:00Z"),
        ],
      }),
      [JONAS]: person(JONAS, {
        blocks: [block("focus", "2026-11-24T12:30:00Z", "2026-11-24T13:00:00Z")],
      }),
    };
    const weights = {
      attendance: 0,
      focus_kept: 50,
      invitations_kept: 0,
      load_balance: 0,
      candidate_comfort: 50,
      earliness: 0,
    };
    const horizon = between("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z");
    const asked = request({
      people,
      places: [seat(INES), seat(JONAS)],
      horizon,
      weights,
      gridMinutes: 30,
      candidate: { zone: "UTC", comfort: { startMinute: 810, endMinute: 1080 } },
    });
    // 11:30 is two hours before the candidate's day (half of 50) and free of focus (50).
    // 12:00 is one and a half before it (0.625 of 50) and within the focus of one of two (25).
    expect(bestSlotsByForce(asked)).toEqual([
      { startsAt: "2026-11-24T11:30:00Z", panel: [INES, JONAS], score: 75 },
      { startsAt: "2026-11-24T12:00:00Z", panel: [INES, JONAS], score: 56.25 },
    ]);
  });

  test("names each rule that a slot breaks", () => {
    const people = {
      [INES]: person(INES, {
        blocks: [block("out_of_office", "2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z")],
        maxPerDay: 1,
        interviews: [at("2026-11-24T08:00:00Z")],
      }),
    };
    const slot = { startsAt: "2026-11-24T18:00:00Z", panel: [INES] };
    expect(brokenRules(request({ people }), slot)).toEqual([
      `${INES}: outside_hours`,
      `${INES}: out_of_office`,
      `${INES}: day_limit`,
    ]);
    expect(brokenRules(request(), { startsAt: "2026-11-24T10:00:00Z", panel: [JONAS] })).toEqual([
      `${JONAS}: not a choice`,
    ]);
    expect(brokenRules(request(), { startsAt: "2026-11-24T10:00:00Z", panel: [INES] })).toEqual([]);
  });
});

test("a seed gives the same world again, and another seed another", () => {
  expect(JSON.stringify(slotWorld(7))).toBe(JSON.stringify(slotWorld(7)));
  expect(JSON.stringify(slotWorld(7))).not.toBe(JSON.stringify(slotWorld(8)));
});

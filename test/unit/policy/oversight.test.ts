import { expect, it } from "vitest";
import { USUAL_OVERSIGHT } from "../../../src/domain/policy.ts";
import { type DecisionMade, oversightOf } from "../../../src/policy/oversight.ts";

const BEGUN = Temporal.Instant.from("2026-11-23T09:00:00Z");

/** Decisions a minute apart, each so many seconds after it was opened; null: nobody knows. */
const decided = (
  seconds: readonly (number | null)[],
  more: Partial<DecisionMade> = {},
): DecisionMade[] =>
  seconds.map((after, index) => {
    const at = BEGUN.add({ minutes: index });
    const openedAt = after === null ? null : at.subtract({ seconds: after });
    const usual = { person: "Ada", kind: "book_interview", decision: "approve" } as const;
    return { ...usual, at, openedAt, isOfEdit: false, ...more };
  });

const lineOf = (decisions: DecisionMade[]) => oversightOf(decisions)[0];

it("times are medians from opening, of those that are known", () => {
  expect(lineOf(decided([4, 30, null, 100]))).toMatchObject({
    approvals: 4,
    timed: 3,
    medianSeconds: 30,
    reasons: [],
  });
  expect(lineOf(decided([4, 30]))?.medianSeconds).toBe(17);
  expect(lineOf(decided([null]))).toMatchObject({ timed: 0, medianSeconds: null });
});

it("looks hollow where half come faster than anybody reads, and not before there are enough", () => {
  const slow = { decision: "reject" } as const;
  const times = (count: number) => Array.from({ length: count }, (_, n) => (n % 3 === 0 ? 60 : 3));
  const enough = [...decided(times(20)), ...decided([60], slow)];
  expect(lineOf(enough)?.reasons).toEqual(["fast"]);
  expect(lineOf([...decided(times(19)), ...decided([60], slow)])?.reasons).toEqual([]);
});

it("a streak ends with a slow one, an edit or a rejection", () => {
  const fast = Array.from({ length: 9 }, () => 2);
  const streak = (middle: DecisionMade) =>
    lineOf([
      ...decided(fast),
      middle,
      ...decided(fast).map((one) => ({ ...one, at: one.at.add({ hours: 1 }) })),
    ])?.longestStreak;
  const at = BEGUN.add({ minutes: 30 });
  const [one] = decided([2]);
  if (!one) throw new Error("nothing was decided");
  expect(streak({ ...one, at, openedAt: at.subtract({ seconds: 2 }) })).toBe(19);
  expect(streak({ ...one, at, openedAt: at.subtract({ seconds: 60 }) })).toBe(9);
  expect(streak({ ...one, at, openedAt: at, isOfEdit: true })).toBe(9);
  expect(streak({ ...one, at, openedAt: at, decision: "reject" })).toBe(9);
  expect(lineOf(decided(Array.from({ length: 10 }, () => 2)))?.reasons).toEqual(["streak"]);
});

it("looks hollow where nothing is ever changed or rejected", () => {
  const slow = Array.from({ length: 20 }, () => 300);
  expect(lineOf(decided(slow))?.reasons).toEqual(["never_otherwise"]);
  expect(lineOf([...decided(slow), ...decided([300], { decision: "reject" })])?.reasons).toEqual(
    [],
  );
  expect(lineOf(decided(slow, { isOfEdit: true }))?.reasons).toEqual([]);
});

it("is by person and kind, what looks hollow first, and by the limits that are set", () => {
  const all = [...decided([60, 60]), ...decided([1], { person: "Ben" })];
  expect(oversightOf(all).map(({ person }) => person)).toEqual(["Ada", "Ben"]);
  const limits = { ...USUAL_OVERSIGHT, approvals: 1, unchanged: 1 };
  expect(oversightOf(all, limits).map(({ person, reasons }) => [person, reasons])).toEqual([
    ["Ben", ["fast", "never_otherwise"]],
    ["Ada", ["never_otherwise"]],
  ]);
});

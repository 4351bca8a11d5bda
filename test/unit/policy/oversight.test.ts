import { expect, it } from "vitest";
import { USUAL_OVERSIGHT } from "../../../src/domain/policy-presets.ts";
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
    return { ...usual, at, openedAt, isOfEdit: false, isUnopened: false, ...more };
  });

const anHourLater = (decisions: DecisionMade[]): DecisionMade[] =>
  decisions.map((one) => ({
    ...one,
    at: one.at.add({ hours: 1 }),
    openedAt: one.openedAt?.add({ hours: 1 }) ?? null,
  }));

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
    lineOf([...decided(fast), middle, ...anHourLater(decided(fast))])?.longestStreak;
  const at = BEGUN.add({ minutes: 30 });
  const [one] = decided([2]);
  if (!one) throw new Error("nothing was decided");
  expect(streak({ ...one, at, openedAt: at.subtract({ seconds: 2 }) })).toBe(19);
  expect(streak({ ...one, at, openedAt: at.subtract({ seconds: 60 }) })).toBe(9);
  expect(streak({ ...one, at, openedAt: at, isOfEdit: true })).toBe(9);
  expect(streak({ ...one, at, openedAt: at, decision: "reject" })).toBe(9);
  expect(lineOf(decided(Array.from({ length: 10 }, () => 2)))?.reasons).toEqual(["streak"]);
});

it("an unopened one goes on with a streak, and what nobody can tell of neither does nor ends it", () => {
  const fast = [2, 2, 2, 2];
  const [one] = decided([null]);
  if (!one) throw new Error("nothing was decided");
  const after = (middle: DecisionMade) =>
    lineOf([
      ...decided(fast),
      { ...middle, at: BEGUN.add({ minutes: 30 }) },
      ...anHourLater(decided(fast)),
    ])?.longestStreak;
  expect(after({ ...one, isUnopened: true })).toBe(9);
  expect(after(one)).toBe(8);
});

it("looks hollow where too much of what is decided here was not opened", () => {
  const reject = decided([300], { decision: "reject" });
  const mixed = (unopened: number, slow: number) =>
    lineOf([
      ...decided(Array.from({ length: slow }, () => 300)),
      ...decided(
        Array.from({ length: unopened }, () => null),
        { isUnopened: true },
      ).map((one) => ({
        ...one,
        // Each long after the one before.
        at: one.at.add({ hours: 5 }),
      })),
      ...reject,
    ]);
  const limits = { ...USUAL_OVERSIGHT, streak: 1_000 };
  expect(mixed(9, 11)).toMatchObject({ unopened: 9, reasons: [] });
  expect(oversightOf(decided([null], { isUnopened: true }), limits)[0]?.reasons).toEqual([]);
  expect(mixed(10, 10)?.reasons).toContain("unopened");
  // In Slack nobody can tell: these are none of those decided here.
  const elsewhere = decided(Array.from({ length: 40 }, () => null));
  expect(lineOf([...elsewhere, ...reject])).toMatchObject({ unopened: 0, timed: 0, reasons: [] });
});

it("many opened at once are each looked at since the one before, and what is approved together shares its time", () => {
  const at = (seconds: number) => BEGUN.add({ seconds });
  const openedAt = BEGUN;
  const [usual] = decided([0]);
  if (!usual) throw new Error("nothing was decided");
  const tabs = [60, 63, 66].map((seconds) => ({ ...usual, openedAt, at: at(seconds) }));
  expect(lineOf(tabs)?.medianSeconds).toBe(3);
  const together = [90, 90.1, 90.2].map((seconds) => ({
    ...usual,
    openedAt,
    at: BEGUN.add({ milliseconds: seconds * 1_000 }),
  }));
  expect(lineOf(together)?.medianSeconds).toBeCloseTo(30, 0);
  // Who edits goes on with the same: it does not begin anew.
  const edit = { ...usual, openedAt, at: at(100), decision: "edit" } as const;
  expect(lineOf([edit, { ...usual, openedAt, at: at(104) }])?.medianSeconds).toBe(104);
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

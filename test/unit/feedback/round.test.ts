/** The round of a stage as it is put together, guarded and left: the same as the one that is due. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { StageId } from "../../../src/domain/ids.ts";
import { roundsDue } from "../../../src/feedback/over.ts";
import { roundAt } from "../../../src/feedback/round.ts";
import type { SubmittedFeedback } from "../../../src/lever/port.ts";
import {
  anyFacts,
  factsOf,
  form,
  hours,
  interview,
  panel,
  person,
} from "../../support/feedback-worlds.ts";

const STAGE = StageId.parse("onsite");
const first = panel("p1", {
  interviews: [interview("i1", hours(-5), { seats: [{ who: "ann" }] })],
});
const second = panel("p2", {
  interviews: [interview("i2", hours(-4), { seats: [{ who: "bob" }] })],
});
const anns = form("ann", { panelId: "p1", interviewId: "i1" });
const bobs = form("bob", { panelId: "p2", interviewId: "i2" });

it("has in it who interviews in a panel of which the stage is not known, and what they hand in", () => {
  const unknown = { ...second, stageId: null };
  const half = roundAt(factsOf({ panels: [first, unknown], forms: [anns] }), STAGE);
  expect(half.seats.map(({ userId, isOwed }) => [userId, isOwed])).toEqual([
    ["ann", false],
    ["bob", true],
  ]);
  expect(half.isOver).toBe(false);
  const whole = roundAt(factsOf({ panels: [first, unknown], forms: [anns, bobs] }), STAGE);
  expect(whole.forms).toEqual([anns, bobs]);
  expect(whole.isOver).toBe(true);
});

it("waits for nobody who was deactivated, and says whose form is not in", () => {
  const users = [person("ann"), person("bob", true)];
  const seatsOf = (...forms: SubmittedFeedback[]) =>
    roundAt(factsOf({ panels: [first, second], forms, users }), STAGE).seats.map(
      ({ userId, isOwed, isExcused }) => [userId, isOwed, isExcused],
    );
  expect(seatsOf(anns)).toEqual([
    ["ann", false, false],
    ["bob", false, true],
  ]);
  expect(seatsOf(anns, bobs)[1]).toEqual(["bob", false, false]);
  // Nothing of it is theirs to read before it is in.
  const silentIn = (...forms: SubmittedFeedback[]) =>
    roundAt(factsOf({ panels: [first, second], forms, users }), STAGE).silent;
  expect([silentIn(anns), silentIn(anns, bobs)]).toEqual([["bob"], []]);
});

it("has nothing in it of a panel of another stage", () => {
  const other = { ...second, stageId: StageId.parse("final") };
  const round = roundAt(factsOf({ panels: [first, other], forms: [anns, bobs] }), STAGE);
  expect(round.seats.map(({ userId }) => userId)).toEqual(["ann"]);
  expect(round.forms).toEqual([anns]);
});

it("is in no world due as a whole while it is not over, or somebody in it owes a form", () => {
  let whole = 0;
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const deadlines = new Map([[STAGE, Temporal.Duration.from({ hours: 72 })]]);
      for (const { stageId, partial } of roundsDue(facts, deadlines)) {
        if (partial) continue;
        whole += 1;
        const { seats, isOver } = roundAt(facts, stageId);
        expect(isOver).toBe(true);
        expect(seats.filter(({ isOwed }) => isOwed)).toEqual([]);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(whole).toBeGreaterThan(2);
});

/** When a round's forms are put together: examples, and over many worlds that nobody's missing form is overlooked. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StageId } from "../../../src/domain/ids.ts";
import { roundsDue } from "../../../src/feedback/over.ts";
import type { FeedbackFacts } from "../../../src/feedback/owed.ts";
import {
  NOW,
  PEOPLE,
  anyFacts,
  factsOf,
  form,
  hours,
  interview,
  owedBy,
  panel,
  person,
} from "../../support/feedback-worlds.ts";

const DEADLINE = Temporal.Duration.from({ hours: 72 });
const STAGES = ["onsite", "screen", "final"].map((stage) => StageId.parse(stage));
const due = (facts: FeedbackFacts) =>
  roundsDue(facts, new Map(STAGES.map((stage) => [stage, DEADLINE])));

const loop = panel("p1", {
  interviews: [
    interview("i1", hours(-5), { seats: [{ who: "ann" }] }),
    interview("i2", hours(-3), { seats: [{ who: "bob" }] }),
  ],
});
const anns = form("ann", { panelId: "p1", interviewId: "i1", completedAt: hours(-4) });
const bobs = form("bob", { panelId: "p1", interviewId: "i2", completedAt: hours(-1) });
const stageId = StageId.parse("onsite");

describe("a round", () => {
  it("is due once all of its forms are in, and stays the same until one of them is changed", () => {
    expect(due(factsOf({ panels: [loop], forms: [anns] }))).toEqual([]);
    const whole = factsOf({ panels: [loop], forms: [bobs, anns] });
    const because = `bob/i2 ${hours(-1).toString()}`;
    expect(due(whole)).toEqual([{ stageId, partial: false, because }]);
    expect(due({ ...whole, now: hours(400) })).toEqual(due(whole));
    const changed = { ...anns, updatedAt: hours(0) };
    expect(due({ ...whole, forms: [changed, bobs] })[0]?.because).toBe(
      `ann/i1 ${hours(0).toString()}`,
    );
  });

  it("is due anew when a form of a panel changes of which the stage is not known", () => {
    const other = panel("p2", {
      stageId: null,
      interviews: [interview("j1", hours(-6), { seats: [{ who: "cleo" }] })],
    });
    const cleos = form("cleo", { panelId: "p2", interviewId: "j1", updatedAt: hours(0) });
    expect(due(factsOf({ panels: [loop, other], forms: [anns, bobs, cleos] }))).toContainEqual({
      stageId,
      partial: false,
      because: `cleo/j1 ${hours(0).toString()}`,
    });
  });

  it("is due with what is there when its deadline comes, the same however long that lasts", () => {
    const half = factsOf({ panels: [loop], forms: [anns] });
    const until = hours(-2).add(DEADLINE);
    const at = (now: Temporal.Instant) => due({ ...half, now });
    expect(at(until.subtract({ seconds: 1 }))).toEqual([]);
    expect(at(until)).toEqual([{ stageId, partial: true, because: until.toString() }]);
    expect(at(hours(2_000))).toEqual(at(until));
    expect(due(factsOf({ panels: [loop], now: hours(2_000) }))).toEqual([]);
  });

  it("is due at no stage that nobody asks about", () => {
    const whole = factsOf({ panels: [loop], forms: [bobs, anns] });
    expect(roundsDue(whole, new Map([[StageId.parse("screen"), DEADLINE]]))).toEqual([]);
  });

  it("is due without whoever was deactivated", () => {
    const users = [person("ann"), person("bob", true)];
    expect(due(factsOf({ panels: [loop], forms: [anns], users }))).toMatchObject([
      { partial: false },
    ]);
  });

  it("is over after a missed interview once the forms of the one that came instead are in", () => {
    const first = panel("p0", {
      interviews: [interview("m1", hours(-50), { seats: [{ who: "ann" }, { who: "cleo" }] })],
    });
    const facts = factsOf({ panels: [first, loop], forms: [anns, bobs] });
    expect(due(facts)).toEqual([]);
    const missed = [{ panelId: "p0", startsAt: hours(-50) }];
    const because = `bob/i2 ${hours(-1).toString()}`;
    expect(due({ ...facts, missed })).toEqual([{ stageId, partial: false, because }]);
    // What somebody wrote of it is no form of the round, and it is waited for until the end of those that took place.
    const wrote = form("cleo", {
      panelId: "p0",
      interviewId: "m1",
      completedAt: NOW.subtract({ minutes: 30 }),
    });
    expect(due({ ...facts, missed, forms: [anns, bobs, wrote] })).toMatchObject([{ because }]);
    expect(due(factsOf({ panels: [first], forms: [wrote], missed, now: hours(900) }))).toEqual([]);
  });

  it("is due anew when an older form of it turns out to be of an interview that was missed", () => {
    const facts = factsOf({ panels: [loop], forms: [anns, bobs] });
    const missed = [{ panelId: "p1", startsAt: hours(-5) }];
    const before = `bob/i2 ${hours(-1).toString()}`;
    expect(due(facts)).toEqual([{ stageId, partial: false, because: before }]);
    const because = `${before} without ann/i1`;
    expect(due({ ...facts, missed })).toEqual([{ stageId, partial: false, because }]);
  });

  it("has one interview less while the missed one has still to end", () => {
    const running = panel("p0", {
      interviews: [interview("m1", NOW.subtract({ minutes: 15 }), { seats: [{ who: "cleo" }] })],
    });
    const facts = factsOf({ panels: [running, loop], forms: [anns, bobs] });
    expect(due(facts)).toEqual([]);
    const missed = [{ panelId: "p0", startsAt: NOW.subtract({ minutes: 15 }) }];
    expect(due({ ...facts, missed })).toMatchObject([{ partial: false }]);
  });

  it("is all panels of its stage, and waits for one of which the stage is not known", () => {
    const second = (change: Parameters<typeof panel>[1]) =>
      panel("p2", {
        interviews: [interview("j1", hours(20), { seats: [{ who: "cleo" }] })],
        ...change,
      });
    const with2 = (change: Parameters<typeof panel>[1]) =>
      due(factsOf({ panels: [loop, second(change)], forms: [anns, bobs] }));
    expect(with2({})).toEqual([]);
    expect(with2({ stageId: null })).toEqual([]);
    expect(with2({ stageId: StageId.parse("final") })).toHaveLength(1);
    expect(with2({ canceledAt: hours(-1) })).toHaveLength(1);
  });
});

it("is in no world said to be whole while an active person of its stage owes a form or an interview is to come", () => {
  let whole = 0;
  fc.assert(
    fc.property(anyFacts, (facts) => {
      for (const { stageId: stage, partial } of due(facts)) {
        if (partial) continue;
        whole += 1;
        const panels = facts.panels.filter((one) => (one.stageId ?? stage) === stage);
        const owing = PEOPLE.filter(
          (who) =>
            !facts.users.some(({ id, deactivated }) => id === who && deactivated) &&
            panels.some((one) => owedBy(who, one, facts).length > 0),
        );
        expect(owing).toEqual([]);
        const isToCome = panels.some(
          (one) =>
            one.canceledAt === null &&
            one.interviews.some(
              ({ startsAt }) => Temporal.Instant.compare(startsAt, hours(-1)) > 0,
            ),
        );
        expect(isToCome).toBe(false);
      }
    }),
    { numRuns: 2_000 },
  );
  // About thirty of the worlds: fewer than this is no chance.
  expect(whole).toBeGreaterThan(5);
});

/** Who owes which form: each odd case by itself, and over many made-up worlds by a rule that is written another way. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextLookAt } from "../../../src/feedback/next-look.ts";
import {
  type FeedbackFacts,
  WAITED_FOR_DAYS,
  nextEnd,
  owedForms,
} from "../../../src/feedback/owed.ts";
import { roundAt } from "../../../src/feedback/round.ts";
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

/** `interview/person: status` of each. */
const told = (facts: FeedbackFacts): string[] =>
  owedForms(facts).map(
    ({ interviewId, userId, status, excuse }) =>
      `${interviewId}/${userId}: ${excuse === null ? status : `${status} ${excuse}`}`,
  );

const withAnn = (change: Parameters<typeof panel>[1] = {}, at = hours(-5)) =>
  panel("p1", { interviews: [interview("i1", at, { seats: [{ who: "ann" }] })], ...change });
const anns = form("ann", { panelId: "p1", interviewId: "i1" });

describe("a feedback form", () => {
  it("is owed from the moment that the interview is over", () => {
    const facts = factsOf({ panels: [withAnn({}, hours(-1))] });
    expect(told({ ...facts, now: NOW.subtract({ seconds: 1 }) })).toEqual([]);
    expect(told(facts)).toEqual(["i1/ann: owed"]);
  });

  it("is the interviewer's own, else the interview's, and none where Lever's form asks nothing", () => {
    const seats = [
      { who: "ann", form: "own" },
      { who: "bob" },
      { who: "cleo", form: "no-feedback" },
    ];
    const of = (standard: string | null) =>
      owedForms(
        factsOf({
          panels: [
            panel("p1", {
              interviews: [interview("i1", hours(-5), { seats, form: standard })],
            }),
          ],
        }),
      ).map(({ userId, templateId }) => [userId, templateId]);
    expect(of("tpl")).toEqual([
      ["ann", "own"],
      ["bob", "tpl"],
    ]);
    expect(of(null)).toEqual([["ann", "own"]]);
    expect(of("no-feedback")).toEqual([["ann", "own"]]);
  });

  it("is in with the first that they complete for that interview, whichever it is and however many follow", () => {
    const forms = [
      { ...anns, id: "second", completedAt: hours(-2) },
      { ...anns, templateId: "another", completedAt: hours(-3) },
    ];
    const [owed] = owedForms(factsOf({ panels: [withAnn()], forms }));
    expect(owed).toMatchObject({ status: "handed_in", handedInAt: hours(-3), excuse: null });
  });

  it("is not in by one by hand, by one for another interview, or by somebody else's", () => {
    const forms = [
      form("ann"),
      form("ann", { panelId: "p1", interviewId: "i9" }),
      form("bob", { panelId: "p1", interviewId: "i1" }),
    ];
    expect(told(factsOf({ panels: [withAnn()], forms }))).toEqual(["i1/ann: owed"]);
  });

  it("is owed for a panel that others made by hand, with or without a link of ours", () => {
    const byHand = withAnn({ externallyManaged: false, externalUrl: null, stageId: null });
    expect(told(factsOf({ panels: [byHand] }))).toEqual(["i1/ann: owed"]);
  });

  it("is not waited for of somebody who was deactivated, and is of somebody who is not known", () => {
    const panels = [withAnn()];
    const users = [person("ann", true)];
    expect(told(factsOf({ panels, users }))).toEqual(["i1/ann: excused deactivated"]);
    expect(told(factsOf({ panels, users, forms: [anns] }))).toEqual(["i1/ann: handed_in"]);
    expect(told(factsOf({ panels, users: [] }))).toEqual(["i1/ann: owed"]);
  });

  it("is owed of no interview that the candidate missed, and is again when that is corrected or it has another time", () => {
    const missed = [{ panelId: "p1", startsAt: hours(-5) }];
    const with1 = (change: Partial<FeedbackFacts>) =>
      told(factsOf({ panels: [withAnn()], missed, ...change }));
    expect(with1({})).toEqual(["i1/ann: excused missed"]);
    expect(with1({ users: [person("ann", true)] })).toEqual(["i1/ann: excused missed"]);
    expect(with1({ forms: [anns] })).toEqual(["i1/ann: handed_in"]);
    expect(with1({ missed: [] })).toEqual(["i1/ann: owed"]);
    expect(with1({ panels: [withAnn({}, hours(-3))] })).toEqual(["i1/ann: owed"]);
    expect(with1({ panels: [withAnn({ id: "p2" })] })).toEqual(["i1/ann: owed"]);
  });

  it("is not waited for for ever", () => {
    const at = (days: number) => told(factsOf({ panels: [withAnn({}, hours(-24 * days - 1))] }));
    expect(at(WAITED_FOR_DAYS)).toEqual(["i1/ann: owed"]);
    expect(at(WAITED_FOR_DAYS + 1)).toEqual(["i1/ann: excused too_long"]);
  });

  it("follows an interview that is moved, and goes with one that is cancelled before it begins", () => {
    expect(told(factsOf({ panels: [withAnn({}, hours(5))] }))).toEqual([]);
    expect(told(factsOf({ panels: [withAnn({ canceledAt: hours(-6) })] }))).toEqual([]);
    expect(told(factsOf({ panels: [withAnn({ canceledAt: hours(-4) })] }))).toHaveLength(1);
    const off = { ...interview("i1", hours(-5), { seats: [{ who: "ann" }] }) };
    const panels = [panel("p1", { interviews: [{ ...off, canceledAt: hours(-6) }] })];
    expect(told(factsOf({ panels }))).toEqual([]);
  });

  it("is owed past midnight and over a change of the clocks by the moment that the interview ends", () => {
    // In Berlin the clocks go from 3:00 back to 2:00 in this hour.
    const startsAt = Temporal.Instant.from("2026-10-25T00:30:00Z");
    const facts = factsOf({ panels: [withAnn({}, startsAt)] });
    const after = (minutes: number) => told({ ...facts, now: startsAt.add({ minutes }) });
    expect([after(59), after(60)]).toEqual([[], ["i1/ann: owed"]]);
  });
});

it("says in every world of each interviewer with a form what the rule for reading says, and of nobody else", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const found = owedForms(facts);
      const missing = found
        .filter(({ status, excuse }) => status === "owed" || excuse === "deactivated")
        .map(({ interviewId, userId }) => `${interviewId} ${userId}`);
      const expected = facts.panels.flatMap((one) =>
        PEOPLE.flatMap((who) =>
          owedBy(who, one, facts)
            .filter((id) => {
              const at = one.interviews.find((each) => each.id === id)?.startsAt ?? NOW;
              return at.epochMilliseconds + 3_600_000 <= NOW.epochMilliseconds;
            })
            .map((id) => `${id} ${who}`),
        ),
      );
      expect(missing.toSorted()).toEqual(expected.toSorted());
      const keys = found.map(({ interviewId, userId }) => `${interviewId} ${userId}`);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 2_000 },
  );
});

it("keeps from its writer, of all interviews that are over, what the rule of rounds keeps from them, in any world", () => {
  const known = anyFacts.chain((facts) =>
    fc
      .subarray(
        facts.panels.flatMap(({ id, interviews }) => interviews.map((one) => [id, one] as const)),
      )
      .map((all) => ({
        ...facts,
        now: hours(200),
        missed: all.map(([panelId, { startsAt }]) => ({ panelId, startsAt })),
      })),
  );
  fc.assert(
    fc.property(known, fc.constantFrom("onsite", "screen"), (facts, stageId) => {
      const kept = owedForms(facts)
        .filter(({ panel: { stageId: at } }) => (at ?? stageId) === stageId)
        .filter(({ status, excuse }) => status !== "handed_in" && excuse !== "made_up");
      const { silent } = roundAt(facts, stageId);
      expect(new Set(kept.map(({ userId }) => userId))).toEqual(new Set(silent));
    }),
    { numRuns: 500 },
  );
});

describe("the next look", () => {
  const quiet = { forms: [], nextEnd: null, isOpen: false, now: NOW };
  const owed = (endsAt: Temporal.Instant) => ({ status: "owed" as const, endsAt });
  it("is when the next interview ends, and none where nothing is to come", () => {
    expect(nextLookAt(quiet)).toBeNull();
    expect(nextLookAt({ ...quiet, nextEnd: hours(2) })).toEqual(hours(2));
    const panels = [withAnn({}, hours(1)), withAnn({}, hours(-5)), withAnn({}, hours(3))];
    expect(nextEnd({ panels, now: NOW })).toEqual(hours(2));
    expect(nextEnd({ panels: [withAnn({ canceledAt: NOW }, hours(1))], now: NOW })).toBeNull();
  });

  it("comes often on the day of an interview of which a form is owed, and then less often", () => {
    const minutes = (forms: ReturnType<typeof owed>[]) =>
      nextLookAt({ ...quiet, forms, nextEnd: hours(9) })
        ?.since(NOW)
        .total("minutes");
    expect(minutes([owed(hours(-1))])).toBe(10);
    expect(minutes([owed(hours(-30))])).toBe(30);
    expect(minutes([owed(hours(-30)), owed(hours(-2))])).toBe(10);
  });

  it("still comes for some days when all are in, and while a case is open", () => {
    const forms = [{ status: "handed_in" as const, endsAt: hours(-2) }];
    expect(nextLookAt({ ...quiet, forms })).toEqual(hours(3));
    const old = [{ status: "handed_in" as const, endsAt: hours(-100) }];
    expect(nextLookAt({ ...quiet, forms: old })).toBeNull();
    expect(nextLookAt({ ...quiet, forms: old, isOpen: true })).toEqual(hours(6));
  });

  it("is always later than this one", () => {
    const anyHour = fc.integer({ min: -2_000, max: 0 }).map(hours);
    const anyStatus = fc.constantFrom("owed" as const, "handed_in" as const, "excused" as const);
    fc.assert(
      fc.property(
        fc.array(fc.record({ status: anyStatus, endsAt: anyHour }), { maxLength: 5 }),
        fc.boolean(),
        (forms, isOpen) => {
          const next = nextLookAt({ ...quiet, forms, isOpen });
          const isExpected = isOpen || forms.some(({ status }) => status === "owed");
          expect(next === null ? !isExpected : Temporal.Instant.compare(next, NOW) > 0).toBe(true);
        },
      ),
    );
  });
});

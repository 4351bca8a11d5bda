/** Who meets when a round is over, and when there is nobody to. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StageId } from "../../../src/domain/ids.ts";
import { type DebriefAsked, debriefPanel } from "../../../src/feedback/debrief.ts";
import {
  anyFacts,
  anyWho,
  factsOf,
  form,
  hours,
  interview,
  panel,
  person,
  user,
} from "../../support/feedback-worlds.ts";

const ASKED: DebriefAsked = {
  stageId: StageId.parse("onsite"),
  deadline: Temporal.Duration.from({ hours: 24 }),
  beside: [],
};
const loop = panel("p1", {
  interviews: [
    interview("i1", hours(-5), { seats: [{ who: "ann" }] }),
    interview("i2", hours(-3), { seats: [{ who: "bob" }] }),
  ],
});
const anns = form("ann", { panelId: "p1", interviewId: "i1", completedAt: hours(-4) });
const bobs = form("bob", { panelId: "p1", interviewId: "i2", completedAt: hours(-1) });
const both = factsOf({ panels: [loop], forms: [anns, bobs] });
const LATER = hours(48);

describe("a debrief", () => {
  it("is of all who handed in, each once, with whom the plan names", () => {
    const beside = [
      { userId: user("ann"), why: "recruiter" as const },
      { userId: user("cleo"), why: "hiring_manager" as const },
      { userId: null, why: "recruiter" as const },
    ];
    expect(debriefPanel(both, { ...ASKED, beside })).toEqual({
      isPartial: false,
      people: [
        { userId: "ann", why: "handed_in" },
        { userId: "bob", why: "handed_in" },
        { userId: "cleo", why: "hiring_manager" },
      ],
      owing: [],
      skipped: [],
    });
  });

  it("is none before the round is over, nor without a form", () => {
    const half = factsOf({ panels: [loop], forms: [anns] });
    expect(debriefPanel(half, ASKED)).toBeNull();
    expect(debriefPanel(factsOf({ panels: [loop], now: LATER }), ASKED)).toBeNull();
    const other = { ...ASKED, stageId: StageId.parse("screen") };
    expect(debriefPanel(both, other)).toBeNull();
  });

  it("says at the deadline who is missing, and who comes all the same", () => {
    const half = factsOf({ panels: [loop], forms: [anns], now: LATER });
    expect(debriefPanel(half, ASKED)).toMatchObject({
      isPartial: true,
      people: [{ userId: "ann" }],
      skipped: [{ userId: "bob", because: "not_handed_in" }],
    });
    const beside = [{ userId: user("bob"), why: "recruiter" as const }];
    expect(debriefPanel(half, { ...ASKED, beside })).toMatchObject({
      people: [{ userId: "ann" }, { userId: "bob", why: "recruiter" }],
      owing: ["bob"],
      skipped: [],
    });
  });

  it("skips who was deactivated, or is no user any more, and says so", () => {
    const users = [person("ann", true), person("cleo")];
    expect(debriefPanel({ ...both, users }, ASKED)).toEqual({
      isPartial: false,
      people: [],
      owing: [],
      skipped: [
        { userId: "ann", because: "deactivated" },
        { userId: "bob", because: "unknown" },
      ],
    });
  });

  it("never asks somebody twice, nor whom Lever has deactivated", () => {
    fc.assert(
      fc.property(anyFacts, anyWho, (facts, who) => {
        const beside = [{ userId: user(who), why: "recruiter" as const }];
        const found = debriefPanel(facts, { ...ASKED, beside });
        if (!found) return;
        const ids = found.people.map(({ userId }) => userId);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) {
          expect(facts.users.some((one) => one.id === id && !one.deactivated)).toBe(true);
          expect(found.skipped.some(({ userId }) => userId === id)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASSESSMENT } from "../../support/assessment.ts";
import type { Policy } from "../../../src/domain/policy.ts";
import { decide, modeFor } from "../../../src/policy/decide.ts";

const policy = (changes: Partial<Policy> = {}): Policy => ({
  defaultMode: "assisted",
  rules: [],
  expireHours: 48,
  ...changes,
});
const scope = {
  postingId: "p1",
  postingTitle: "Backend Engineer",
  team: "Platform",
  stageId: "s1",
  stageName: "Phone Screen",
};
const booking = {
  kind: "book_interview",
  class: "logistics",
  audience: "candidate",
  risk: "medium",
} as const;
const internal = { ...booking, audience: "internal", risk: "low" } as const;

describe("the gate's policy", () => {
  it("observes everything in silent mode", () => {
    expect(decide(policy({ defaultMode: "silent" }), booking, scope)).toBe("observe");
    expect(decide(policy({ defaultMode: "silent" }), internal, scope)).toBe("observe");
  });

  it("asks in assisted mode for all that a candidate would see, and performs low-risk internal work", () => {
    expect(decide(policy(), booking, scope)).toBe("ask");
    expect(decide(policy(), internal, scope)).toBe("perform");
    expect(decide(policy(), { ...internal, risk: "medium" }, scope)).toBe("ask");
  });

  it("performs in managed mode, but never what is high risk, and asks about what is evaluative where that is switched on", () => {
    const managed = policy({ defaultMode: "managed" });
    expect(decide(managed, booking, scope)).toBe("perform");
    expect(decide(managed, { ...booking, risk: "high" }, scope)).toBe("ask");
    const evaluative = { ...booking, class: "evaluative" as const };
    expect(decide(managed, evaluative, scope)).toBe("observe");
    const unassessed = { ...managed, evaluative: "on" as const };
    expect(decide(unassessed, evaluative, scope)).toBe("observe");
    expect(decide({ ...unassessed, assessment: ASSESSMENT }, evaluative, scope)).toBe("ask");
  });

  it("never performs a move to another stage, whatever mode, rule, class, audience or risk says", () => {
    const kinds = fc.constantFrom("move_stage", "post_synthesis", "book_interview");
    const listed = (...names: string[]) => fc.constantFrom(...names).map((name) => [name]);
    const rule = fc.record(
      {
        mode: fc.constantFrom("silent" as const, "assisted" as const, "managed" as const),
        kinds: fc.array(kinds, { minLength: 1, maxLength: 2 }),
        stages: listed("Phone Screen", "s1", "Onsite"),
        postings: listed("p1", "Backend Engineer"),
        teams: listed("Platform", "Data"),
      },
      { requiredKeys: ["mode"] },
    );
    const traits = fc.record({
      class: fc.constantFrom("logistics" as const, "preparatory" as const, "evaluative" as const),
      audience: fc.constantFrom("internal" as const, "candidate" as const),
      risk: fc.constantFrom("low" as const, "medium" as const, "high" as const),
    });
    fc.assert(
      fc.property(
        fc.constantFrom("silent" as const, "assisted" as const, "managed" as const),
        fc.array(rule, { maxLength: 4 }),
        fc.constantFrom("on" as const, "off" as const),
        traits,
        (defaultMode, rules, evaluative, move) => {
          const given = policy({ defaultMode, rules, evaluative });
          const verdict = decide(given, { kind: "move_stage", ...move }, scope);
          expect(evaluative === "off" ? ["observe"] : ["observe", "ask"]).toContain(verdict);
        },
      ),
    );
  });

  it("takes the first rule that matches, by exact names or ids", () => {
    const rules = [
      { stages: ["Phone Screen"], postings: ["p1"], mode: "managed" as const },
      { stages: ["Phone Screen"], mode: "silent" as const },
    ];
    expect(modeFor(policy({ rules }), "book_interview", scope)).toBe("managed");
    expect(modeFor(policy({ rules }), "book_interview", { ...scope, postingId: "p2" })).toBe(
      "silent",
    );
    expect(
      modeFor(policy({ rules }), "book_interview", {
        ...scope,
        stageName: "Phone Screen 2",
        stageId: "s2",
      }),
    ).toBe("assisted");
  });
});

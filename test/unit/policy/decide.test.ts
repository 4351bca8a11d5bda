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

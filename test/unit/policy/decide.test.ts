import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASSESSMENT } from "../../support/assessment.ts";
import { Policy, type RuleAnswer } from "../../../src/domain/policy.ts";
import { presetOf, withPreset } from "../../../src/domain/policy-presets.ts";
import { answerOf, answerWithBasis, decide, modeFor } from "../../../src/policy/decide.ts";

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
  planId: "phone-screen",
  optedOut: [],
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

  it("says which rule or mode it has answered by, and what has outranked that", () => {
    const managed = policy({
      defaultMode: "managed",
      rules: [
        { stages: ["Onsite"], mode: "silent" },
        { stages: ["Phone Screen"], kinds: ["book_interview"], answer: { do: "ask" } },
        { stages: ["Phone Screen"], kinds: ["offer_times"], mode: "assisted" },
      ],
    });
    const basis = (change: object, of = managed) =>
      answerWithBasis(of, { ...booking, ...change }, scope).basis;
    expect(basis({})).toEqual({ rule: 2, mode: null, overruledBy: null });
    expect(basis({ kind: "offer_times" })).toEqual({
      rule: 3,
      mode: "assisted",
      overruledBy: null,
    });
    const other = { kind: "cancel_booking" };
    const byMode = { rule: null, mode: "managed" };
    expect(basis(other)).toEqual({ ...byMode, overruledBy: null });
    const does = policy({ rules: [{ answer: { do: "perform" } }] });
    expect(basis({ risk: "high" }, does)).toEqual({
      rule: 1,
      mode: null,
      overruledBy: "needs_person",
    });
    expect(basis({ ...other, optedOut: ["candidate"] })).toEqual({
      ...byMode,
      overruledBy: "opted_out",
    });
    expect(basis(other, { ...managed, off: ["logistics"] })).toMatchObject({
      overruledBy: "class_off",
    });
    expect(basis({ ...other, class: "evaluative" })).toMatchObject({
      overruledBy: "evaluative_off",
    });
    const digest = { kind: "send_digest", audience: "internal", risk: "low" };
    expect(basis(digest)).toMatchObject({ overruledBy: null });
    const asks = policy({ rules: [{ kinds: ["send_digest"], answer: { do: "ask" } }] });
    expect(basis(digest, asks)).toEqual({ rule: 1, mode: null, overruledBy: "nobody_to_ask" });
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
          const verdict = decide(
            given,
            { kind: "move_stage", planId: null, optedOut: [], ...move },
            scope,
          );
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

  it("matches by team, posting, stage, plan, kind, audience and risk, each exactly, and none of them asks", () => {
    const answer = { do: "perform" } as const;
    const whole = {
      teams: ["Platform"],
      postings: ["p1"],
      stages: ["Phone Screen"],
      plans: ["phone-screen"],
      kinds: ["book_interview"],
      audiences: ["candidate" as const],
      risks: ["medium" as const],
      answer,
    };
    expect(decide(policy({ rules: [whole] }), booking, scope)).toBe("perform");
    const others = {
      teams: ["platform"],
      postings: ["p"],
      stages: ["Phone"],
      plans: ["phone-screen-2"],
      kinds: ["book_*"],
      audiences: ["internal" as const],
      risks: ["low" as const],
    };
    for (const [name, other] of Object.entries(others)) {
      const rules = [{ ...whole, [name]: other }];
      expect([name, decide(policy({ rules }), booking, scope)]).toEqual([name, "ask"]);
    }
  });

  it("never performs by a rule what is of high risk, evaluative or final, and says of whom a rule asks", () => {
    const rules = [{ answer: { do: "perform" } as const }];
    const on = policy({ rules, evaluative: "on", assessment: ASSESSMENT });
    expect(decide(on, { ...booking, risk: "high" }, scope)).toBe("ask");
    expect(decide(on, { ...booking, class: "evaluative" }, scope)).toBe("ask");
    expect(decide(on, { ...booking, kind: "move_stage" }, scope)).toBe("ask");
    const answer: RuleAnswer = { do: "ask", of: ["admin"], hours: 4, afterwards: "ask_admins" };
    expect(answerOf(policy({ rules: [{ answer }] }), booking, scope)).toEqual(answer);
    expect(
      decide(policy({ rules: [{ answer }] }), { ...internal, kind: "send_digest" }, scope),
    ).toBe("observe");
  });

  it("still reads a policy of an earlier release, and refuses a rule with both a mode and an answer, or neither", () => {
    const old = {
      defaultMode: "silent",
      expireHours: 48,
      rules: [{ stages: ["Phone Screen"], teams: ["Platform"], mode: "assisted" }],
    };
    expect(decide(Policy.parse(old), internal, scope)).toBe("perform");
    expect(decide(Policy.parse(old), booking, scope)).toBe("ask");
    const answer = { do: "observe" };
    expect(Policy.safeParse({ ...old, rules: [{ mode: "silent", answer }] }).success).toBe(false);
    expect(Policy.safeParse({ ...old, rules: [{ stages: ["Onsite"] }] }).success).toBe(false);
  });

  it("has presets of which the pilot is silent but for one stage of chosen postings", () => {
    const pilot = withPreset(policy(), "pilot", { postings: ["p1"] });
    expect(decide(pilot, internal, scope)).toBe("perform");
    expect(decide(pilot, booking, scope)).toBe("ask");
    expect(decide(pilot, internal, { ...scope, postingId: "p2", postingTitle: "Other" })).toBe(
      "observe",
    );
    expect(decide(pilot, internal, { ...scope, stageId: "s2", stageName: "Onsite" })).toBe(
      "observe",
    );
    // A pilot of nothing runs nowhere.
    expect(decide(withPreset(policy(), "pilot"), internal, scope)).toBe("observe");
    const names = ["silent", "assisted", "managed"] as const;
    expect(names.map((name) => presetOf(withPreset(pilot, name)))).toEqual(names);
    expect([presetOf(pilot), presetOf({ ...pilot, defaultMode: "managed" })]).toEqual([
      "pilot",
      null,
    ]);
  });

  it("tells the mode of a case by what is done with a booking there", () => {
    const of = (answer: RuleAnswer) =>
      modeFor(policy({ rules: [{ kinds: ["book_interview"], answer }] }), "book_interview", scope);
    expect([of({ do: "observe" }), of({ do: "ask" }), of({ do: "perform" })]).toEqual([
      "silent",
      "assisted",
      "managed",
    ]);
    const rules = [{ audiences: ["internal" as const], answer: { do: "observe" as const } }];
    expect(modeFor(policy({ rules }), "book_interview", scope)).toBe("assisted");
  });

  it("does nothing for a candidate or a hiring manager who has opted out, and nothing by itself for an interviewer, whatever rules say", () => {
    const loud = policy({ defaultMode: "managed", rules: [{ answer: { do: "perform" } }] });
    const of = (...optedOut: ("candidate" | "hiring_manager" | "interviewer")[]) =>
      decide(loud, { ...internal, optedOut }, scope);
    expect([of(), of("candidate"), of("hiring_manager"), of("interviewer")]).toEqual([
      "perform",
      "observe",
      "observe",
      "ask",
    ]);
    const silent = policy({ defaultMode: "silent" });
    expect(decide(silent, { ...internal, optedOut: ["interviewer"] }, scope)).toBe("observe");
  });

  it("still tells between people what a candidate who has opted out asks, and that they were answered", () => {
    const asked = { ...internal, kind: "tell_question", optedOut: ["candidate"] } as const;
    const told = { ...asked, kind: "tell_answer", audience: "candidate" } as const;
    expect([decide(policy(), asked, scope), decide(policy(), told, scope)]).toEqual([
      "perform",
      "ask",
    ]);
    expect(decide(policy({ defaultMode: "silent" }), told, scope)).toBe("observe");
  });

  it("only records what is of a class that is switched off", () => {
    const off = policy({ off: ["preparatory"] });
    expect(decide(off, { ...internal, class: "preparatory" }, scope)).toBe("observe");
    expect(decide(off, internal, scope)).toBe("perform");
  });
});

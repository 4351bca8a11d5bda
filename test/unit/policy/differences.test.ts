import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basisInWords } from "../../../src/domain/policy-basis.ts";
import type { Policy, PolicyRule } from "../../../src/domain/policy.ts";
import { policyDifferences } from "../../../src/policy/differences.ts";

const policy = (changes: Partial<Policy> = {}): Policy => ({
  defaultMode: "assisted",
  rules: [],
  expireHours: 48,
  ...changes,
});

const stage = (name: string, mode: PolicyRule["mode"] = "silent"): PolicyRule => ({
  stages: [name],
  ...(mode && { mode }),
});

const between = (before: readonly PolicyRule[], after: readonly PolicyRule[]) =>
  policyDifferences(policy({ rules: [...before] }), policy({ rules: [...after] }));

describe("what differs between two policies", () => {
  it("is nothing between the same, whatever the order of their keys", () => {
    const rule = { stages: ["A"], teams: ["B"], mode: "silent" } as const;
    const turned = { mode: "silent", teams: ["B"], stages: ["A"] } as const;
    expect(
      policyDifferences(
        { ...policy(), rules: [rule] },
        { expireHours: 48, rules: [turned], defaultMode: "assisted" },
      ),
    ).toEqual([]);
  });

  it("is told by the names of the settings page, mode first", () => {
    const assessment = { by: "DPO", on: "2026-01-15", note: "wiki" };
    expect(
      policyDifferences(
        policy({ off: ["preparatory"], rules: [stage("A")] }),
        policy({ defaultMode: "managed", expireHours: 24, evaluative: "on", assessment }),
      ),
    ).toEqual([
      { what: "Mode", before: "assisted", after: "managed" },
      { what: "Rule 1", before: "stages A: silent mode", after: null },
      { what: "How long a decision waits", before: "48 hours", after: "24 hours" },
      { what: "Classes of features that are switched off", before: "preparatory", after: null },
      { what: "Evaluative features", before: null, after: "on" },
      {
        what: "Assessment of evaluative features",
        before: null,
        after: "by DPO, 2026-01-15: wiki",
      },
    ]);
  });

  it("leaves rules out that stayed in their order, and says which changed, came, went or moved", () => {
    const [a, b, c] = [stage("A"), stage("B"), stage("C")];
    expect(between([a, b], [c, a, b])).toEqual([
      { what: "Rule 1", before: null, after: "stages C: silent mode" },
    ]);
    expect(between([a, b, c], [a, c])).toEqual([
      { what: "Rule 2", before: "stages B: silent mode", after: null },
    ]);
    expect(between([a, b], [a, stage("B", "managed")])).toEqual([
      { what: "Rule 2", before: "stages B: silent mode", after: "stages B: managed mode" },
    ]);
    expect(between([a, b, c], [c, a, b])).toEqual([
      {
        what: "Rule 1, which was rule 3",
        before: "stages C: silent mode",
        after: "stages C: silent mode",
      },
    ]);
  });

  it("tells a rule by all that it names and all that it asks", () => {
    const rule: PolicyRule = {
      postings: ["Backend Engineer"],
      kinds: ["book_interview", "explode"],
      audiences: ["candidate"],
      risks: ["low", "medium"],
      answer: {
        do: "ask",
        of: ["recruiter"],
        people: ["rita@example.com"],
        fourEyes: true,
        hours: 4,
        afterwards: "ask_admins",
      },
    };
    expect(between([], [rule])[0]?.after).toBe(
      "postings Backend Engineer, what Book an interview or explode, seen by the candidate, risk low or medium: asks rita@example.com or recruiter, two of them for 4 h, then admins as well",
    );
    expect(between([], [{ answer: { do: "perform", afterMinutes: 30 } }])[0]?.after).toBe(
      "everything: done after 30 min",
    );
  });

  it("is told too of fields and rules that this version does not know", () => {
    expect(
      policyDifferences(
        { defaultMode: "assisted", rules: [{ when: "full moon" }], retired: { a: 1 } },
        { defaultMode: "assisted", rules: [] },
      ),
    ).toEqual([
      { what: "Rule 1", before: '{"when":"full moon"}', after: null },
      { what: "retired", before: '{"a":1}', after: null },
    ]);
  });

  it("is there whenever two policies are not the same, and only then", () => {
    const rules = fc.array(
      fc.constantFrom("A", "B", "C", "D").map((name) => stage(name)),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(rules, rules, (before, after) => {
        const isSame = JSON.stringify(before) === JSON.stringify(after);
        expect(between(before, after).length === 0).toBe(isSame);
      }),
    );
  });
});

describe("by what policy has decided, in words", () => {
  it("is the rule with its version, or the mode, and what outranks them", () => {
    const basis = { policyVersion: 5, rule: 2, mode: null, overruledBy: null };
    expect(basisInWords(basis)).toBe("rule 2 of version 5 of the policy");
    expect(basisInWords({ ...basis, mode: "managed" })).toBe(
      "rule 2 (managed mode) of version 5 of the policy",
    );
    expect(basisInWords({ ...basis, rule: null, mode: "silent", overruledBy: "opted_out" })).toBe(
      "silent mode of version 5 of the policy; outranked: somebody wants people instead of software",
    );
  });
});

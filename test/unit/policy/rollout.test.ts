import { describe, expect, it } from "vitest";
import type { Policy, PolicyRule } from "../../../src/domain/policy.ts";
import { decide } from "../../../src/policy/decide.ts";
import {
  type ComparedProposal,
  promote,
  standingsOf,
  stepBack,
  withOwnMarks,
} from "../../../src/policy/rollout.ts";
import { ASSESSMENT } from "../../support/assessment.ts";

const NOW = Temporal.Instant.from("2026-03-02T12:00:00Z");
const ROLLOUT = { offerAt: 0.5, cases: 5, backBelow: 0.7, last: 4 };

const policy = (changes: Partial<Policy> = {}): Policy => ({
  defaultMode: "silent",
  rules: [],
  expireHours: 48,
  rollout: ROLLOUT,
  ...changes,
});

const compared = (count: number, changes: Partial<ComparedProposal> = {}): ComparedProposal[] =>
  Array.from({ length: count }, (_, index) => ({
    proposalId: `p${index}`,
    kind: "book_interview",
    class: "logistics",
    audience: "candidate",
    risk: "medium",
    planId: "phone",
    optedOut: [],
    postingId: "job",
    postingTitle: "Backend Engineer",
    team: "Platform",
    stageId: "s1",
    stageName: "Phone Screen",
    verdict: "observe",
    agrees: true,
    at: NOW.subtract({ minutes: index + 1 }),
    ...changes,
  }));

const only = (of: Policy, all: ComparedProposal[]) => {
  const standings = standingsOf(of, all);
  const [first] = standings;
  if (!first || standings.length > 1) throw new Error(`${standings.length} standings, not one`);
  return first;
};

describe("a step up", () => {
  it("is offered once enough agree, and not before", () => {
    expect(only(policy(), compared(4))).toMatchObject({ offered: null, notOffered: "too_few" });
    expect(only(policy(), compared(5))).toMatchObject({ offered: "assisted", notOffered: null });
    const mixed = [...compared(4), ...compared(4, { agrees: false })];
    expect(only(policy(), mixed)).toMatchObject({ offered: null, notOffered: "too_low", count: 8 });
    const uncounted = [...compared(4), ...compared(4, { agrees: null })];
    expect(only(policy(), uncounted)).toMatchObject({ notOffered: "too_few", count: 4 });
  });

  it("is a rule of that stage and kind alone, and one step", () => {
    const present = policy();
    const standing = only(present, compared(5));
    const after = promote(present, standing, NOW);
    const [one] = compared(1);
    if (!one) throw new Error("there is none");
    expect(after.rules).toEqual([
      {
        stages: ["s1"],
        kinds: ["book_interview"],
        mode: "assisted",
        promotion: { since: NOW.toString() },
      },
    ]);
    expect(decide(after, one, one)).toBe("ask");
    expect(decide(after, { ...one, kind: "offer_times" }, one)).toBe("observe");
    expect(decide(after, one, { ...one, stageId: "s2" })).toBe("observe");
    // What was observed before it says nothing about what is asked since.
    expect(standingsOf(after, compared(5))).toEqual([]);
    const at = NOW.add({ minutes: 1 });
    const next = only(after, compared(5, { verdict: "ask", at }));
    expect(next).toMatchObject({ offered: "managed", isPromoted: true });
    expect(promote(after, next, at).rules).toMatchObject([{ mode: "managed" }]);
  });

  it("is no wider than the rule that counts, and goes just before it", () => {
    const pilot: PolicyRule = { stages: ["Phone Screen"], postings: ["job"], mode: "assisted" };
    const present = policy({ rules: [{ teams: ["Sales"], mode: "silent" }, pilot] });
    const standing = only(present, compared(5, { verdict: "ask" }));
    const { rules } = promote(present, standing, NOW);
    expect(rules).toMatchObject([
      { teams: ["Sales"] },
      { stages: ["s1"], postings: ["job"], kinds: ["book_interview"], mode: "managed" },
      pilot,
    ]);
  });

  it("is never offered against a rule that says expressly what is done", () => {
    const rules: PolicyRule[] = [{ stages: ["s1"], answer: { do: "ask", fourEyes: true } }];
    const standing = only(policy({ rules }), compared(9, { verdict: "ask" }));
    expect(standing).toMatchObject({ offered: null, notOffered: "by_hand" });
  });

  it("never leads a final move, what is evaluative or what has a high risk to be done by itself", () => {
    const present = policy({
      defaultMode: "assisted",
      evaluative: "on",
      assessment: ASSESSMENT,
    });
    const never: Partial<ComparedProposal>[] = [
      { kind: "move_stage", class: "evaluative", risk: "high" },
      { kind: "move_stage" },
      { kind: "post_synthesis", class: "evaluative", audience: "internal" },
      { risk: "high" },
    ];
    for (const one of never) {
      const standing = only(present, compared(50, { ...one, verdict: "ask" }));
      expect(standing).toMatchObject({ offered: null, notOffered: "no_further" });
    }
  });
});

describe("a step back", () => {
  const since = NOW.subtract({ hours: 1 }).toString();
  const made = (mode: "assisted" | "managed"): PolicyRule => ({
    stages: ["s1"],
    kinds: ["book_interview"],
    mode,
    promotion: { since },
  });
  const low = (verdict: "ask" | "perform") => [
    ...compared(2, { verdict, agrees: true }),
    ...compared(2, { verdict, agrees: false }),
  ];

  it("is taken once the last ones are below, one step at a time", () => {
    const managed = policy({ rules: [made("managed")] });
    const back = stepBack(managed, only(managed, low("perform")), NOW);
    expect(back).toMatchObject({ mode: "assisted", policy: { rules: [{ mode: "assisted" }] } });
    const assisted = policy({ rules: [made("assisted")] });
    expect(stepBack(assisted, only(assisted, low("ask")), NOW)?.mode).toBe("silent");
    // By what came before it, it is not taken twice.
    expect(standingsOf(back?.policy ?? managed, low("perform"))).toEqual([]);
  });

  it("is not taken while the last ones are too few, or agree", () => {
    const present = policy({ rules: [made("assisted")] });
    const few = only(present, low("ask").slice(1));
    expect([few.isBelow, stepBack(present, few, NOW)]).toEqual([false, null]);
    const agreeing = only(present, compared(8, { verdict: "ask" }));
    expect([agreeing.isBelow, stepBack(present, agreeing, NOW)]).toEqual([false, null]);
  });

  it("is never taken from what somebody wrote by hand: that is only said", () => {
    const { promotion: _, ...own } = made("managed");
    for (const present of [policy({ rules: [own] }), policy({ defaultMode: "managed" })]) {
      const standing = only(present, low("perform"));
      expect([standing.isBelow, stepBack(present, standing, NOW)]).toEqual([true, null]);
    }
  });

  it("is none from what asks in every mode, when less would be done by itself", () => {
    const present = policy({ rules: [made("managed")] });
    const high = low("ask").map((one) => ({ ...one, risk: "high" as const }));
    expect(only(present, high).isBelow).toBe(false);
  });
});

it("a mark stays with the very rule that a promotion made, and is nobody else's to set", () => {
  const made: PolicyRule = {
    stages: ["s1"],
    mode: "managed",
    promotion: { since: NOW.toString() },
  };
  expect(withOwnMarks([made], [made])).toEqual([made]);
  const changed: PolicyRule = { ...made, stages: ["s1", "s2"] };
  expect(withOwnMarks([changed], [made])).toEqual([{ stages: ["s1", "s2"], mode: "managed" }]);
  expect(withOwnMarks([made], [])).toEqual([{ stages: ["s1"], mode: "managed" }]);
});

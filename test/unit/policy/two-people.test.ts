import { describe, expect, it } from "vitest";
import type { Ask, ModeName, Policy, PolicyRule } from "../../../src/domain/policy.ts";
import type { Decider } from "../../../src/policy/deciders.ts";
import type { Situation } from "../../../src/policy/reach-of-rules.ts";
import { findEndedPairs, findShortRules } from "../../../src/policy/two-people.ts";

const ada = { name: "ada@c.test", role: "admin" } as const;
const bob = { name: "bob@c.test", role: "admin" } as const;
const rita = { name: "rita@c.test", role: "recruiter" } as const;
const paul = { name: "paul@c.test", role: "recruiter" } as const;

const two = (more: Omit<Ask, "do" | "fourEyes"> = {}): Ask => ({
  do: "ask",
  fourEyes: true,
  ...more,
});
const policy = (rules: PolicyRule[], defaultMode: ModeName = "assisted"): Policy => ({
  defaultMode,
  rules,
  expireHours: 48,
});

describe("a rule that asks for two people", () => {
  const short = (
    ask: Omit<Ask, "do" | "fourEyes">,
    deciders: Decider[],
    places: Situation["places"] = [],
  ) =>
    findShortRules(policy([{ mode: "silent" }, { answer: two(ask) }]), { deciders, places }).map(
      ({ what }) => what,
    );

  it("is short where fewer than two of those whom it asks are left, and says who, and what comes of it", () => {
    expect(short({ of: ["recruiter"] }, [ada, rita, paul])).toEqual([]);
    expect(short({ of: ["recruiter"] }, [ada, rita])).toEqual([
      "rule 2 asks for two people, and only rita@c.test is left of those whom it asks: what it asks ends without a decision",
    ]);
    expect(short({ people: [rita.name, paul.name] }, [ada, bob])).toEqual([
      "rule 2 asks for two people, and nobody is left of those whom it asks: two admins have to agree instead",
    ]);
    expect(short({ people: [rita.name, paul.name] }, [ada])).toEqual([
      "rule 2 asks for two people, and nobody is left of those whom it asks: what it asks ends without a decision",
    ]);
    expect(short({}, [ada])).toHaveLength(1);
  });

  it("says when an admin can be the second, where the rule goes on to admins", () => {
    const later = { of: ["recruiter"], hours: 4, afterwards: "ask_admins" } satisfies Omit<
      Ask,
      "do"
    >;
    const [what] = short(later, [ada, rita]);
    expect(what).toContain("an admin can be the second, 4 hours after it is proposed");
    expect(short(later, [rita])[0]).toContain("ends without a decision");
  });

  it("is short where no case is within the reach of two", () => {
    const at = (team: string) => ({
      postingId: null,
      postingTitle: "",
      team,
      stageId: "s",
      stageName: "Screen",
      requisitions: [],
    });
    const near = { ...rita, scope: { teams: ["Data"], requisitions: [] } };
    const places = [at("Platform"), at("Data")];
    expect(short({ of: ["recruiter"] }, [ada, near, paul], places)).toEqual([]);
    expect(short({ of: ["recruiter"] }, [ada, near, paul], [at("Platform")])).toEqual([
      "rule 2 asks for two people, and only paul@c.test is left of those whom it asks where there are cases that it is about: what it asks ends without a decision",
    ]);
  });

  it("counts two sign-ins of one person once", () => {
    const again = { name: "Rita's laptop", email: rita.name, role: "recruiter" } as const;
    expect(short({ of: ["recruiter"] }, [ada, rita, again])).toHaveLength(1);
  });

  it("counts no program, whose approval is taken from nobody", () => {
    const program = { name: "my bot", role: "recruiter" } as const;
    expect(short({ of: ["recruiter"] }, [ada, rita, program])).toHaveLength(1);
    expect(short({}, [ada, { ...program, role: "admin" }])[0]).toContain("ends without a decision");
  });
});

describe("a change of the policy ends that two people agree", () => {
  const rule: PolicyRule = { kinds: ["book_interview", "offer_times"], answer: two() };
  const ended = (after: PolicyRule[], mode?: ModeName) =>
    findEndedPairs(policy([rule]), policy(after, mode));

  it("where the rule is gone, asks one, or lets it be done", () => {
    expect(ended([])).toEqual([1]);
    expect(ended([{ ...rule, answer: { do: "ask" } }])).toEqual([1]);
    expect(ended([{ ...rule, answer: { do: "perform" } }])).toEqual([1]);
    expect(ended([{ mode: "assisted" }, rule])).toEqual([1]);
  });

  it("where another rule comes before it, or it reaches less far than before", () => {
    expect(ended([{ kinds: ["offer_times"], mode: "managed" }, rule])).toEqual([1]);
    expect(ended([{ ...rule, kinds: ["book_interview"] }])).toEqual([1]);
    expect(ended([{ ...rule, teams: ["Platform"] }])).toEqual([1]);
  });

  it("not where it stays, asks two others, reaches further, or is written as several", () => {
    expect(ended([rule])).toEqual([]);
    expect(ended([{ kinds: ["move_stage"], mode: "managed" }, rule])).toEqual([]);
    expect(ended([{ ...rule, answer: two({ of: ["admin"] }) }])).toEqual([]);
    expect(ended([{ answer: two() }])).toEqual([]);
    expect(
      ended([
        { ...rule, kinds: ["book_interview"] },
        { ...rule, kinds: ["offer_times"] },
      ]),
    ).toEqual([]);
  });

  it("not where nothing is done any more, nor by a rule that stood before it all along", () => {
    expect(ended([], "silent")).toEqual([]);
    expect(ended([{ ...rule, answer: { do: "observe" } }])).toEqual([]);
    expect(ended([{ mode: "silent" }, { mode: "managed" }])).toEqual([]);
    const first: PolicyRule = { kinds: ["offer_times"], mode: "managed" };
    expect(findEndedPairs(policy([first, rule]), policy([first, rule]))).toEqual([]);
    const promoted: PolicyRule = { ...first, promotion: { since: "2026-11-01T00:00:00Z" } };
    expect(findEndedPairs(policy([promoted, rule]), policy([first, rule]))).toEqual([]);
  });
});

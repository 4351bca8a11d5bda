import { describe, expect, it } from "vitest";
import type { Ask, Policy, PolicyRule } from "../../../src/domain/policy.ts";
import type { Decider } from "../../../src/policy/deciders.ts";
import { findLockouts } from "../../../src/policy/lockouts.ts";
import type { CasePlace } from "../../../src/policy/reach-of-rules.ts";

const admin = { name: "ada@c.test", role: "admin" } as const;
const recruiter = { name: "rita@c.test", role: "recruiter" } as const;
const policy = (ask: Omit<Ask, "do">, about: PolicyRule): Policy => ({
  defaultMode: "assisted",
  rules: [{ mode: "silent" }, { ...about, answer: { do: "ask", ...ask } }],
  expireHours: 48,
});
const lockouts = (
  ask: Omit<Ask, "do">,
  deciders: Decider[] = [admin],
  { about = {}, places = [] }: { about?: PolicyRule; places?: CasePlace[] } = {},
) =>
  findLockouts(policy(ask, about), { deciders, places }).map(
    ({ path, message }) => `${path}: ${message}`,
  );

describe("a policy that locks everyone out", () => {
  it("is found where a rule asks a role that nobody has, or a name that nobody has", () => {
    expect(lockouts({ of: ["recruiter"] })).toEqual([
      "rules.1.answer.of: Rule 2 asks a recruiter, and nobody has that role: nobody could decide.",
    ]);
    expect(lockouts({ of: ["recruiter"] }, [admin, recruiter])).toEqual([]);
    expect(lockouts({ people: ["rika@c.test"] }, [admin, recruiter])).toEqual([
      "rules.1.answer.people: Rule 2 asks rika@c.test, and nobody with that address can decide. Use the address of somebody who signs in, or for whom a token was made.",
    ]);
    expect(lockouts({ people: ["rita@c.test"] }, [admin, recruiter])).toEqual([]);
    expect(lockouts({ of: ["recruiter"], people: ["ada@c.test"] })).toEqual([]);
  });

  it("is found where a rule asks for two people and one alone could decide", () => {
    expect(lockouts({ fourEyes: true })).toEqual([
      "rules.1.answer.fourEyes: Rule 2 asks for two people, and only ada@c.test could decide.",
    ]);
    const two = { fourEyes: true, of: ["recruiter" as const] } as const;
    expect(lockouts({ ...two, of: [...two.of] }, [admin, recruiter])).toHaveLength(1);
    expect(lockouts({ fourEyes: true }, [admin, recruiter])).toEqual([]);
  });

  it("is found where a rule waits longer than anything does, or goes on to admins when all has ended", () => {
    expect(lockouts({ hours: 72 })).toEqual([
      "rules.1.answer.hours: Rule 2 waits 72 hours, and every decision ends after 48.",
    ]);
    expect(lockouts({ hours: 48, afterwards: "ask_admins" })).toHaveLength(1);
    expect(lockouts({ afterwards: "ask_admins" })).toHaveLength(1);
    expect(lockouts({ hours: 24, afterwards: "ask_admins" })).toEqual([]);
  });
});

describe("a policy that locks everyone out by their reach", () => {
  const at = (team: string | null, requisitions: string[] = []): CasePlace => ({
    postingId: "posting-1",
    postingTitle: "Backend Engineer",
    team,
    stageId: "stage-1",
    stageName: "Phone Screen",
    requisitions,
  });
  const places = [at("Platform", ["REQ-1"]), at("Data")];
  const of = { of: ["recruiter"] } satisfies Omit<Ask, "do">;
  const bounded = (name: string, teams: string[], requisitions: string[] = []): Decider => ({
    name,
    role: "recruiter",
    scope: { teams, requisitions },
  });
  const nowhere = bounded("rita@c.test", ["Nowhere"]);

  it("is found where none of the cases that a rule is about is within the reach of anybody it asks", () => {
    expect(lockouts(of, [admin, nowhere], { places })).toEqual([
      "rules.1.answer.of: Rule 2 asks a recruiter, and nobody of them could decide where there are cases that it is about: it is beyond their reach.",
    ]);
    expect(lockouts(of, [admin, bounded("rita@c.test", ["Data"])], { places })).toEqual([]);
    expect(lockouts(of, [admin, bounded("rita@c.test", [], ["REQ-1"])], { places })).toEqual([]);
    expect(lockouts(of, [admin, recruiter], { places })).toEqual([]);
    // Of what else it is about nothing is known.
    const about = { stages: ["Final round"] };
    expect(lockouts(of, [admin, nowhere], { places, about })).toEqual([]);
    expect(lockouts({ of: ["recruiter", "admin"] }, [admin, nowhere], { places })).toEqual([]);
    expect(lockouts({ ...of, people: ["admin"] }, [admin, nowhere], { places })).toEqual([]);
  });

  it("is found for each team that a rule names", () => {
    const about = { teams: ["Platform", "Data", "Design"] };
    expect(lockouts(of, [admin, bounded("rita@c.test", ["Data"])], { places, about })).toEqual([
      "rules.1.answer.of: Rule 2 asks a recruiter, and nobody of them could decide for the team Platform: it is beyond their reach.",
      "rules.1.answer.of: Rule 2 asks a recruiter, and nobody of them could decide for the team Design: it is beyond their reach.",
    ]);
    // A requisition may be of a team of which no case is known.
    const some = bounded("rita@c.test", ["Data"], ["REQ-1"]);
    expect(lockouts(of, [admin, some], { places, about })).toEqual([]);
  });

  it("is found where somebody who is named reaches nothing of it", () => {
    const people = ["rita@c.test", "paul@c.test"];
    const paul = bounded("paul@c.test", ["Data"]);
    expect(lockouts({ people }, [admin, nowhere, paul], { places })).toEqual([
      "rules.1.answer.people: Rule 2 asks rita@c.test, and nothing that it is about is within their reach.",
    ]);
  });

  it("is found where two people have to agree and reach no case together", () => {
    const two = { ...of, fourEyes: true as const };
    const [rita, paul] = [bounded("rita@c.test", ["Data"]), bounded("paul@c.test", ["Platform"])];
    expect(lockouts(two, [admin, rita, paul], { places })).toEqual([
      "rules.1.answer.fourEyes: Rule 2 asks for two people, and only paul@c.test could decide where there are cases that it is about.",
    ]);
    expect(lockouts(two, [admin, rita, recruiter, paul], { places })).toEqual([]);
    const about = { teams: ["Data"] };
    expect(lockouts(two, [admin, rita, paul], { places, about })).toEqual([
      "rules.1.answer.fourEyes: Rule 2 asks for two people, and only rita@c.test could decide for the team Data.",
    ]);
  });
});

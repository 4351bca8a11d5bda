import { describe, expect, it } from "vitest";
import type { Ask, Policy } from "../../../src/domain/policy.ts";
import { type Decider, findLockouts, isAsked } from "../../../src/policy/deciders.ts";

const admin = { name: "ada@c.test", role: "admin" } as const;
const recruiter = { name: "rita@c.test", role: "recruiter" } as const;
const policy = (ask: Omit<Ask, "do">): Policy => ({
  defaultMode: "assisted",
  rules: [{ mode: "silent" }, { answer: { do: "ask", ...ask } }],
  expireHours: 48,
});
const lockouts = (ask: Omit<Ask, "do">, deciders: Decider[] = [admin]) =>
  findLockouts(policy(ask), deciders).map(({ path, message }) => `${path}: ${message}`);

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

describe("who is asked", () => {
  const since = Temporal.Instant.from("2026-11-23T09:00:00Z");
  const after = (hours: number) => ({ since, now: since.add({ hours }), isNext: false });

  it("is everybody who may decide where a rule names nobody, else the roles and people that it names", () => {
    expect(isAsked({ do: "ask" }, recruiter, after(0))).toBe(true);
    expect(isAsked({ do: "ask", of: ["admin"] }, recruiter, after(0))).toBe(false);
    expect(
      isAsked({ do: "ask", of: ["admin"], people: ["rita@c.test"] }, recruiter, after(0)),
    ).toBe(true);
  });

  it("is an admin as well once the hours are over, where the rule says so, and nobody else", () => {
    const ask: Ask = { do: "ask", people: ["rita@c.test"], hours: 4, afterwards: "ask_admins" };
    const other = { name: "paul@c.test", role: "recruiter" } as const;
    expect(isAsked(ask, admin, after(3))).toBe(false);
    expect(isAsked(ask, admin, after(4))).toBe(true);
    expect(isAsked(ask, other, after(4))).toBe(false);
    expect(isAsked({ ...ask, afterwards: "end" }, admin, after(4))).toBe(false);
  });

  it("is an admin before that where nobody is there who is asked first, if the rule goes on to admins", () => {
    const ask: Ask = { do: "ask", people: ["Rita"], hours: 4, afterwards: "ask_admins" };
    const early = { ...after(1), isNext: true };
    expect(isAsked(ask, admin, early)).toBe(true);
    expect(isAsked(ask, { name: "Paul", role: "recruiter" }, early)).toBe(false);
    expect(isAsked({ ...ask, afterwards: "end" }, admin, early)).toBe(false);
  });
});

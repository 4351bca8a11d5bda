import { describe, expect, it } from "vitest";
import type { Ask } from "../../../src/domain/policy.ts";
import { isAsked, reaches } from "../../../src/policy/deciders.ts";

const admin = { name: "ada@c.test", role: "admin" } as const;
const recruiter = { name: "rita@c.test", role: "recruiter" } as const;

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

it("a case is reached by whose reach goes as far, and one for few by nobody whose reach ends", () => {
  const scope = { teams: ["Platform"], requisitions: ["REQ-1"] };
  const case_ = { team: "Platform", requisitions: [], isConfidential: false };
  expect(reaches({ ...recruiter, scope }, case_)).toBe(true);
  expect(reaches({ ...recruiter, scope }, { ...case_, team: "Data" })).toBe(false);
  expect(reaches({ ...recruiter, scope }, { ...case_, team: null, requisitions: ["REQ-1"] })).toBe(
    true,
  );
  expect(reaches({ ...recruiter, scope }, { ...case_, isConfidential: true })).toBe(false);
  expect(reaches(recruiter, { ...case_, isConfidential: true })).toBe(true);
});

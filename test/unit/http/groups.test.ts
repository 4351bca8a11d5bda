import { describe, expect, it } from "vitest";
import { parseGroups } from "../../../src/config/oidc.ts";
import { accessByGroups, addressIn } from "../../../src/http/auth/groups.ts";

describe("groups of the directory", () => {
  it("are written as group=role with teams, and read whole or not at all", () => {
    expect(parseGroups("a=b=recruiter@One|Two , lead=hiring_manager")).toEqual({
      "a=b": { role: "recruiter", teams: ["One", "Two"] },
      lead: { role: "hiring_manager", teams: null },
    });
    for (const odd of [
      "talent",
      "talent=",
      "=admin",
      "talent=king",
      "talent=recruiter@",
      "a=admin,,",
    ]) {
      expect([odd, parseGroups(odd)]).toEqual([odd, null]);
    }
  });

  it("give the role that may most, with the teams of all groups of that role", () => {
    const config = {
      groupsClaim: "groups",
      groups: parseGroups("a=recruiter@One,b=recruiter@Two,c=recruiter,d=auditor,e=admin") ?? {},
    };
    const of = (claim: unknown) => accessByGroups({ groups: claim }, config);
    expect(of(["a", "d"])).toEqual({ role: "recruiter", teams: ["One"] });
    expect(of(["a", "b"])).toEqual({ role: "recruiter", teams: ["One", "Two"] });
    expect(of(["a", "c"])).toEqual({ role: "recruiter", teams: null });
    expect(of("d e")).toEqual({ role: "admin", teams: null });
    for (const none of [undefined, [], ["x"], ["admin"], { a: 1 }, ["__proto__"], 7]) {
      expect(of(none)).toBeNull();
    }
  });
});

it.each([
  [true, false],
  ["true", false],
  [undefined, false],
  [false, true],
  ["false", true],
  ["TRUE", true],
  ["", true],
  [null, true],
  [1, true],
])("an address of which the provider says %j is unconfirmed: %s", (said, is) => {
  const email = "ada@company.test";
  const claims = { email, ...(said !== undefined && { email_verified: said }) };
  expect(addressIn(claims)).toBe(is ? null : email);
});

it.each([
  ["Ada@company.test", "Ada@company.test"],
  ["ada\u200b@company.test", "ada@company.test"],
  [" ada@company.test\n", "ada@company.test"],
  ["ada@company.test eve@company.test", null],
  ["ada", null],
  ["@company.test", null],
  [`${"a".repeat(300)}@company.test`, null],
  [["ada@company.test"], null],
  [undefined, null],
])("an address that is told as %j is read as %j", (told, read) => {
  expect(addressIn({ email: told })).toBe(read);
});

import { describe, expect, it } from "vitest";
import {
  type KnownPerson,
  isCalled,
  isOnePerson,
  keysOf,
  personsOf,
  samePersonOf,
} from "../../../src/domain/known-person.ts";

const token: KnownPerson = { name: "Grace Hopper", email: "grace@c.test" };
const laptop: KnownPerson = { name: "Grace Hopper (laptop)", email: "GRACE@c.test" };
const account: KnownPerson = {
  name: "grace@c.test",
  email: "grace@c.test",
  identity: "https://idp.test u-1",
};
const moved: KnownPerson = { name: "g.hopper@c.test", identity: "https://idp.test u-1" };
const program: KnownPerson = { name: "Grace Hopper", email: null, person: null };

describe("one person", () => {
  it("is known by address however it is written, by Lever user or by the identity provider", () => {
    expect(isOnePerson(token, laptop)).toBe(true);
    expect(isOnePerson(laptop, account)).toBe(true);
    expect(isOnePerson(account, moved)).toBe(true);
    expect(isOnePerson(token, moved)).toBe(false);
    expect(
      isOnePerson({ ...token, person: "u1" }, { ...moved, identity: null, person: "u1" }),
    ).toBe(true);
  });

  it("is not whoever was given their name, and a program is itself", () => {
    expect(isOnePerson(token, program)).toBe(false);
    expect(isOnePerson(program, { name: "grace  HOPPER" })).toBe(true);
    expect(isOnePerson({ name: "admin" }, { name: "admin" })).toBe(true);
  });

  it("is counted once, also where what ties two sign-ins together comes last", () => {
    expect(personsOf([token, moved, account, laptop, program])).toEqual([token, program]);
    expect(personsOf([])).toEqual([]);
  });
});

describe("names of what somebody did", () => {
  it("are one where their keys tie them together, also by a third", () => {
    const names = [token, moved, account, program].map((known) => ({
      name: known === program ? "a program" : known.name,
      keys: keysOf(known),
    }));
    const personOf = samePersonOf(names);
    expect(["Grace Hopper", "g.hopper@c.test", "grace@c.test"].map(personOf)).toEqual([
      "Grace Hopper",
      "Grace Hopper",
      "Grace Hopper",
    ]);
    expect(["a program", "somebody else"].map(personOf)).toEqual(["a program", "somebody else"]);
  });
});

describe("a name in a rule", () => {
  it("means who is found to be called so, and nobody by what their token is called", () => {
    expect(isCalled(program, "Grace Hopper")).toBe(false);
    expect(isCalled(token, "Grace Hopper")).toBe(false);
    expect(isCalled({ ...token, called: ["Grace Hopper"] }, "Grace Hopper")).toBe(true);
    expect(isCalled(token, "Grace@C.test")).toBe(true);
  });
});

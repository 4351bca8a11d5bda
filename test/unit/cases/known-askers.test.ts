import { expect, test } from "vitest";
import { isSignInOf, whoIsAt } from "../../../src/cases/known-askers.ts";
import { ADMIN } from "../../../src/domain/administrator.ts";

const user = (id: string, name: string, email: string, deactivated = false) => ({
  id,
  name,
  email,
  deactivated,
});
const ines = user("u_ines", "Ines Fujita", "ines@company.test");
const namesake = user("u_other", "Ines Fujita", "other@company.test");

test("somebody is known by their address, their user, and by a name that is theirs alone", () => {
  const known = { email: "Ines@company.test", person: "u_ines", name: "Ines Fujita" };
  expect(whoIsAt("Ines@company.test", [ines])).toEqual(known);
  const unknown = { email: "new@company.test", person: null, name: null };
  expect(whoIsAt("new@company.test", [ines])).toEqual(unknown);
});

test.each([
  ["a namesake", [ines, user("u_2", "ines  fujita", "other@company.test")]],
  ["a namesake who has left", [ines, user("u_2", "Ines Fujita", "other@company.test", true)]],
  ["who calls herself by another's address", [user("u_1", "boss@company.test", ines.email)]],
  ["who calls herself the administrator", [user("u_1", ADMIN, ines.email)]],
])("%s is known by no name", (_, users) => {
  expect(whoIsAt(ines.email, users)?.name).toBeNull();
});

test("whoever is deactivated is nobody", () => {
  expect(whoIsAt(ines.email, [{ ...ines, deactivated: true }])).toBeNull();
});

test("of two of one name each has their own sign-in, and a name alone is neither's", () => {
  const [at, other] = [ines, namesake].map(({ email }) => whoIsAt(email, [ines, namesake]));
  if (!at || !other) throw new Error("nobody is there");
  const { name } = ines;
  const ofInes = { name, person: "u_ines", email: null };
  expect([isSignInOf(ofInes, at), isSignInOf(ofInes, other)]).toEqual([true, false]);
  const byAddress = { name, person: null, email: "other@company.test" };
  expect([isSignInOf(byAddress, at), isSignInOf(byAddress, other)]).toEqual([false, true]);
  const byName = { name, person: null, email: null };
  expect([isSignInOf(byName, at), isSignInOf(byName, other)]).toEqual([false, false]);
});

import { expect, test } from "vitest";
import { namesOfAsker } from "../../../src/cases/known-askers.ts";
import { ADMIN } from "../../../src/domain/administrator.ts";

const user = (name: string, email: string, deactivated = false) => ({ name, email, deactivated });
const ines = user("Ines Fujita", "ines@company.test");

test("somebody of Slack is known by their address, and by a name that is theirs alone", () => {
  expect(namesOfAsker("Ines@company.test", [ines])).toEqual(["Ines@company.test", "Ines Fujita"]);
  expect(namesOfAsker("new@company.test", [ines])).toEqual(["new@company.test"]);
});

test.each([
  ["a namesake", [ines, user("ines  fujita", "other@company.test")]],
  ["a namesake who has left", [ines, user("Ines Fujita", "other@company.test", true)]],
  ["who calls herself by another's address", [user("boss@company.test", ines.email)]],
  ["who calls herself the administrator", [user(ADMIN, ines.email)]],
])("%s has no role by that name", (_, users) => {
  expect(namesOfAsker(ines.email, users)).toEqual([ines.email]);
});

test("whoever is deactivated has none at all", () => {
  expect(namesOfAsker(ines.email, [{ ...ines, deactivated: true }])).toEqual([]);
});

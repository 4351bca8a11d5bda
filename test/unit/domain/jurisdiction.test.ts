import { expect, it } from "vitest";
import { jurisdictionsOf, mayHold } from "../../../src/domain/jurisdiction.ts";

const US = ["us-nyc", "us-il", "us-co", "us-ca"];

it.each([
  ["Berlin", "DE", ["eu"]],
  ["Oslo", "NO", ["eu"]],
  ["London", "GB", ["uk"]],
  ["Tokyo", "JP", []],
  ["New York", "US", ["us-nyc"]],
  ["Brooklyn, NY", "US", ["us-nyc"]],
  ["Buffalo, NY", "US", ["us-nyc"]],
  ["Chicago, IL", "US", ["us-il"]],
  ["Boulder", "US", ["us-co"]],
  ["San Francisco", "US", ["us-ca"]],
  ["New York or Chicago", "US", ["us-nyc", "us-il"]],
  ["Austin, TX", "US", []],
  ["Austin, TX (North Campus)", "US", []],
  ["Austin, TX / Dallas, TX", "US", []],
  ["Portland, OR", "US", []],
  ["San Francisco (HQ)", "US", ["us-ca"]],
  ["Hoboken, NJ / NY", "US", ["us-nyc"]],
  ["Stamford, CT & NY", "US", ["us-nyc"]],
  ["Boston, MA (or our NY office)", "US", ["us-nyc"]],
  ["Austin, TX or Irvine", "US", US],
  ["Washington, DC / Santa Monica / Plano, TX", "US", US],
  ["New York or Springfield", "US", US],
  ["New York or Springfield", null, null],
  ["Toronto / NY", "CA", ["us-nyc"]],
  ["Remote, TX", "US", US],
  ["Remote, New York preferred", "US", US],
  ["Springfield", "US", US],
  [null, "US", US],
  ["Denver, CO", null, ["us-co"]],
  ["Springfield", null, null],
  [null, null, null],
  ["London or New York", "GB", ["uk", "us-nyc"]],
  ["New York", "DE", ["eu", "us-nyc"]],
  ["Berlin, Germany", null, ["eu"]],
  ["Berlin, Germany", "US", ["eu"]],
  ["Tokyo", "jp", []],
  ["Springfield", "USA", null],
  ["Springfield", "FRA", null],
  ["Springfield", "United Kingdom", null],
] as const)("of %s in %s may hold: %j", (location, country, all) => {
  expect(jurisdictionsOf({ location, country })).toEqual(all);
});

it.each([
  ["Berlin", ["New York"], "DE", ["eu", "us-nyc"]],
  ["Berlin", ["Munich"], "DE", ["eu"]],
  ["Austin, TX", ["Chicago, IL", "Remote"], "US", US],
  ["Austin, TX", ["Toronto, Canada", "Paris, France"], "US", ["eu", ...US]],
  ["Denver, CO", ["Somewhere"], null, null],
] as const)("counts every place: %s and %j in %s", (location, otherLocations, country, all) => {
  expect(jurisdictionsOf({ location, otherLocations, country })).toEqual(all);
});

it("takes what is not known for what may hold", () => {
  expect(mayHold(null, "us-nyc")).toBe(true);
  expect(mayHold([], "us-nyc")).toBe(false);
});

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
  ["Remote, TX", "US", US],
  ["Remote, New York preferred", "US", US],
  ["Springfield", "US", US],
  [null, "US", US],
  ["Denver, CO", null, ["us-co"]],
  ["Springfield", null, null],
  [null, null, null],
] as const)("of %s in %s may hold: %j", (location, country, all) => {
  expect(jurisdictionsOf({ location, country })).toEqual(all);
});

it("takes what is not known for what may hold", () => {
  expect(mayHold(null, "us-nyc")).toBe(true);
  expect(mayHold([], "us-nyc")).toBe(false);
});

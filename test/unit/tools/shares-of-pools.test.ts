import { expect, test } from "vitest";
import { owedInPools } from "../../../tools/shares-of-pools.ts";

const on = Temporal.PlainDate.from("2026-11-10");

test("who is in two pools owes the mean of both, and to each pool its own interviews count alone", () => {
  const members = ["ada", "bo", "cy"].map((email) => ({ email }));
  const pools = [
    ["ada", "bo"],
    ["bo", "cy"],
  ];
  const history = [
    { email: "ada", on },
    { email: "ada", on },
    { email: "eve", on },
  ];
  expect(owedInPools(pools, members, history)).toEqual({ ada: -1, bo: 0.5, cy: 0 });
});

test("who came later owes nothing for what was before", () => {
  const members = [
    { email: "ada" },
    { email: "bo", joinedOn: Temporal.PlainDate.from("2026-11-11") },
    { email: "cy" },
  ];
  expect(owedInPools([["ada", "bo", "cy"]], members, [{ email: "ada", on }])).toEqual({
    ada: -0.5,
    bo: 0,
    cy: 0.5,
  });
});

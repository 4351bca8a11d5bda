import { expect, it } from "vitest";
import {
  actions,
  spanOfHours,
  spanOfMinutes,
  toHundredth,
} from "../../../web/src/insights/words.ts";

it.each([
  [0, 5, "< 5 min"],
  [15, 60, "15–60 min"],
  [60, 240, "1–4 h"],
  [240, 1440, "4–24 h"],
  [2880, 7200, "2–5 d"],
  [7200, null, "5 d +"],
])("from %d to %j minutes is in one unit", (from, to, words) => {
  expect(spanOfMinutes({ from, to, count: 0 })).toBe(words);
});

it("says hours as hours, and numbers with what they are of", () => {
  expect([
    spanOfHours({ from: 0, to: 4, count: 0 }),
    spanOfHours({ from: 72, to: 168, count: 0 }),
  ]).toEqual(["< 4 h", "3–7 d"]);
  expect([actions(1), actions(1.04), actions(0.5), toHundredth(0.3)]).toEqual([
    "1 action",
    "1 action",
    "0.5 actions",
    "0.30",
  ]);
});

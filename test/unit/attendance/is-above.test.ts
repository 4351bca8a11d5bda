import { expect, it } from "vitest";
import { isAbove } from "../../../src/attendance/is-above.ts";

it("asks for help at each percent from the very risk on that it names", () => {
  const percents = Array.from({ length: 100 }, (_, index) => index);
  const risks = percents.map((percent) => Number(`0.${String(percent).padStart(2, "0")}`));
  expect(percents.filter((percent, index) => !isAbove(risks[index] ?? 0, percent))).toEqual([]);
  expect(percents.filter((percent, index) => isAbove((risks[index] ?? 0) - 1e-9, percent))).toEqual(
    [],
  );
});

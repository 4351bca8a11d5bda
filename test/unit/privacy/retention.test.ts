import { expect, it } from "vitest";
import { DaysByCountryText } from "../../../src/privacy/retention.ts";

it("reads days by country", () => {
  expect(DaysByCountryText.parse("DE=183, FR=730")).toEqual({ DE: 183, FR: 730 });
  expect(DaysByCountryText.parse("none")).toEqual({});
});

it.each(["de=183", "DE=0", "DE", "DE=183,DE=200", "DE=1000000", ""])("refuses %j", (text) => {
  expect(DaysByCountryText.safeParse(text).success).toBe(false);
});

import { expect, it } from "vitest";
import { businessDaysAfter, newYorkDate } from "../../../src/policy/business-days.ts";

it.each([
  ["2026-03-02", "2026-03-16", "two plain weeks"],
  ["2026-03-06", "2026-03-20", "from a Friday"],
  ["2026-03-07", "2026-03-20", "from a Saturday: the first day is Monday"],
  ["2026-11-16", "2026-12-01", "over Thanksgiving"],
  ["2026-12-18", "2027-01-05", "over Christmas and the year's end"],
  ["2027-12-20", "2028-01-05", "over a Christmas on a Saturday, kept on the Friday before"],
  ["2026-06-26", "2026-07-13", "over a Fourth of July on a Saturday, kept on the Friday before"],
  ["2026-05-15", "2026-06-01", "over Memorial Day"],
  ["2026-06-12", "2026-06-29", "over Juneteenth"],
])("ten business days after %s are %s: %s", async (from, until) => {
  const day = await businessDaysAfter(Temporal.PlainDate.from(from), 10);
  expect(day.toString()).toBe(until);
});

it("is of New York's date, which is yesterday's while London sleeps", () => {
  const night = Temporal.Instant.from("2026-12-01T04:59:00Z");
  expect(newYorkDate(night).toString()).toBe("2026-11-30");
  expect(newYorkDate(night.add({ minutes: 1 })).toString()).toBe("2026-12-01");
});

import { expect, test } from "vitest";
import { businessHorizon } from "../../../src/scheduling/horizon.ts";
import { at } from "../../support/slot-requests.ts";

test.each([
  ["a Monday", "2026-11-23T09:00:00Z", 5, "UTC", "2026-12-01T00:00:00Z"],
  ["a Friday evening", "2026-11-27T22:00:00Z", 1, "UTC", "2026-12-01T00:00:00Z"],
  ["a Saturday", "2026-11-28T09:00:00Z", 2, "UTC", "2026-12-02T00:00:00Z"],
  ["where it is Monday already", "2026-11-22T20:00:00Z", 1, "Asia/Tokyo", "2026-11-24T15:00:00Z"],
  ["before clocks go back", "2026-10-23T09:00:00Z", 1, "Europe/Lisbon", "2026-10-27T00:00:00Z"],
  ["before clocks go forward", "2026-03-27T09:00:00Z", 1, "Europe/Lisbon", "2026-03-30T23:00:00Z"],
  ["none", "2026-11-23T09:00:00Z", 0, "UTC", "2026-11-24T00:00:00Z"],
])(
  "the horizon of business days ends at midnight after the last: %s",
  (_, now, days, zone, end) => {
    const horizon = businessHorizon(at(now), days, zone);
    expect(horizon.start.toString()).toBe(now);
    expect(horizon.end.toString()).toBe(end);
  },
);

import { describe, expect, it } from "vitest";
import {
  NO_PREFERENCES,
  Preferences,
  changedPreferences,
  zoneAt,
} from "../../../src/domain/preferences.ts";

const faultsOf = (preferences: object): string[] => {
  const parsed = Preferences.safeParse({ ...NO_PREFERENCES, ...preferences });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
};

const NEW_YORK = {
  from: "2026-12-01",
  until: "2026-12-05",
  zone: "America/New_York",
  hours: null,
};

describe("Preferences", () => {
  it("may all be unset", () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each<[string, object]>([
    ["two spans of a day", { hours: { mon: [span("09:00", "12:00"), span("13:00", "17:00")] } }],
    ["spans that touch", { hours: { mon: [span("09:00", "12:00"), span("12:00", "17:00")] } }],
    ["a day without hours", { hours: { mon: [], tue: [span("09:00", "12:00")] } }],
    ["a zone of half an hour", { zone: "Asia/Kolkata" }],
    ["no buffer at all", { bufferMinutes: 0 }],
  ])("take %s", (_, preferences) => {
    expect(faultsOf(preferences)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ["hours on no day", { hours: {} }, "hours"],
    ["hours on days without a span", { hours: { mon: [] } }, "hours"],
    [
      "a span that ends before it begins",
      { hours: { mon: [span("17:00", "09:00")] } },
      "hours.mon.0.end",
    ],
    ["a span of nothing", { hours: { mon: [span("09:00", "09:00")] } }, "hours.mon.0.end"],
    [
      "spans that overlap",
      { hours: { mon: [span("09:00", "12:00"), span("11:00", "13:00")] } },
      "hours.mon",
    ],
    [
      "spans out of order",
      { hours: { mon: [span("13:00", "17:00"), span("09:00", "12:00")] } },
      "hours.mon",
    ],
    ["an hour that is none", { hours: { mon: [span("09:00", "24:00")] } }, "hours.mon.0.end"],
    ["a day that is none", { hours: { mon: [span("09:00", "12:00")], someday: [] } }, "hours"],
    ["an offset for a zone", { zone: "+01:00" }, "zone"],
    ["a limit of nothing", { maxInterviewsPerDay: 0 }, "maxInterviewsPerDay"],
    ["half an interview", { maxInterviewsPerWeek: 1.5 }, "maxInterviewsPerWeek"],
    ["a buffer before yesterday", { bufferMinutes: -5 }, "bufferMinutes"],
    ["a day that the calendar does not have", { pausedUntil: "2026-02-30" }, "pausedUntil"],
    [
      "focus on no day",
      { focus: [{ days: [], ...span("09:00", "10:00"), firm: true }] },
      "focus.0.days",
    ],
    [
      "a journey that ends before it begins",
      { stays: [{ ...NEW_YORK, until: "2026-11-30" }] },
      "stays.0.until",
    ],
    [
      "journeys that share a day",
      { stays: [{ ...NEW_YORK, from: "2026-12-05", until: "2026-12-08" }, NEW_YORK] },
      "stays",
    ],
    ["a lunch backwards", { lunch: span("13:00", "12:00") }, "lunch.end"],
    ["holidays of nowhere", { holidays: "DE-XX" }, "holidays"],
    ["what nobody knows", { lunchtime: true }, ""],
  ])("refuse %s", (_, preferences, path) => {
    expect(faultsOf(preferences)).toEqual([path]);
  });
});

describe("What has changed", () => {
  it("is named by field, and the order of days is no change", () => {
    const hours = { mon: [span("09:00", "12:00")], tue: [span("10:00", "12:00")] };
    const before: Preferences = { ...NO_PREFERENCES, hours };
    const turned = { tue: hours.tue, mon: hours.mon, wed: [] };
    expect(changedPreferences(before, { ...before, hours: turned })).toEqual([]);
    expect(changedPreferences(before, { ...before, hours: null, maxInterviewsPerDay: 2 })).toEqual([
      "hours",
      "maxInterviewsPerDay",
    ]);
  });
});

function span(start: string, end: string): { start: string; end: string } {
  return { start, end };
}

describe("Where somebody is", () => {
  it.each([
    ["the minute before the first day there", "2026-12-01T04:59:00Z", "Europe/Lisbon"],
    ["the first day there", "2026-12-01T05:00:00Z", "America/New_York"],
    ["the last evening there", "2026-12-06T04:59:00Z", "America/New_York"],
    ["the day after", "2026-12-06T05:00:00Z", "Europe/Lisbon"],
  ])("on %s", (_, iso, zone) => {
    const who = { zone: "Europe/Lisbon", stays: [NEW_YORK] };
    expect(zoneAt(who, Temporal.Instant.from(iso))).toBe(zone);
  });
});

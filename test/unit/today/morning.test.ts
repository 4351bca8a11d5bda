import { describe, expect, it } from "vitest";
import { NO_PREFERENCES, type Preferences } from "../../../src/domain/preferences.ts";
import { morningOf, toldSince } from "../../../src/today/morning.ts";

const morning = (now: string, preferences: Partial<Preferences> = {}) =>
  morningOf({
    now: Temporal.Instant.from(now),
    preferences: { ...NO_PREFERENCES, ...preferences },
    companyZone: "Europe/Lisbon",
  });
const began = (now: string, preferences: Partial<Preferences> = {}) =>
  morning(now, preferences)?.began.toString() ?? null;

const EARLY: Partial<Preferences> = {
  zone: "Europe/Berlin",
  hours: { tue: [{ start: "07:30", end: "12:00" }], sat: [{ start: "10:00", end: "12:00" }] },
};

describe("a morning", () => {
  it.each([
    ["before it", "2026-11-24T08:59:59Z", null],
    ["as it begins", "2026-11-24T09:00:00Z", "2026-11-24T09:00:00Z"],
    ["late in it", "2026-11-24T12:59:59Z", "2026-11-24T09:00:00Z"],
    ["after it", "2026-11-24T13:00:00Z", null],
    ["on a Saturday", "2026-11-28T09:30:00Z", null],
  ])("of who has set nothing is from nine on working days: %s", (_, now, expected) => {
    expect(began(now)).toBe(expected);
  });

  it.each([
    ["before it", "2026-11-24T06:29:00Z", null],
    ["in it", "2026-11-24T06:30:00Z", "2026-11-24T06:30:00Z"],
    ["on a Wednesday, which is not worked", "2026-11-25T07:00:00Z", null],
    ["on a Saturday, which is", "2026-11-28T09:30:00Z", "2026-11-28T09:00:00Z"],
  ])("begins with somebody's own hours in their own zone: %s", (_, now, expected) => {
    expect(began(now, EARLY)).toBe(expected);
  });

  it("on a journey is by the clocks there, and their hours there", () => {
    const stays = [
      {
        from: "2026-11-23",
        until: "2026-11-25",
        zone: "Asia/Tokyo",
        hours: { start: "10:00", end: "16:00" },
      },
    ];
    expect(morning("2026-11-24T01:00:00Z", { stays })).toMatchObject({
      day: "2026-11-24",
      zone: "Asia/Tokyo",
    });
    expect(morning("2026-11-24T09:30:00Z", { stays })).toBeNull();
    expect(morning("2026-11-26T09:30:00Z", { stays })?.zone).toBe("Europe/Lisbon");
  });

  it.each([
    ["clocks go forward", "2026-03-29", "08:00:00Z"],
    ["clocks go back", "2026-10-25", "09:00:00Z"],
  ])("is at the same hour by the clocks on the day on which %s", (_, day, expected) => {
    const hours = { sun: [{ start: "09:00", end: "12:00" }] };
    expect(began(`${day}T${expected}`, { hours })).toBe(`${day}T${expected}`);
  });

  it("begins once where clocks leave its hour out or show it twice", () => {
    const hours = { sun: [{ start: "01:30", end: "05:00" }] };
    // In Lisbon 01:00 is followed by 02:00, and in autumn 01:59 by 01:00.
    expect(began("2026-03-29T01:30:00Z", { hours })).toBe("2026-03-29T01:30:00Z");
    expect(began("2026-10-25T00:30:00Z", { hours })).toBe("2026-10-25T00:30:00Z");
    expect(began("2026-10-25T01:30:00Z", { hours })).toBe("2026-10-25T00:30:00Z");
  });
});

describe("what was done is told", () => {
  const now = Temporal.Instant.from("2026-11-24T09:00:00Z");
  it.each([
    ["of a day, the first time", null, "2026-11-23T09:00:00Z"],
    ["since the last time", "2026-11-20T09:00:00Z", "2026-11-20T09:00:00Z"],
    ["of a week at most", "2026-10-01T09:00:00Z", "2026-11-17T09:00:00Z"],
  ])("%s", (_, last, expected) => {
    expect(toldSince(now, last === null ? null : Temporal.Instant.from(last)).toString()).toBe(
      expected,
    );
  });
});

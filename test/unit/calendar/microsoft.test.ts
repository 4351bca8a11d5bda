import { describe, expect, it } from "vitest";
import { transactionIdOf } from "../../../src/calendar/microsoft-event.ts";
import { hoursOf, ianaZoneOf } from "../../../src/calendar/microsoft-zones.ts";

describe("a transaction id", () => {
  it("is a UUID of version 5 that never changes for its effect", () => {
    // As another implementation of UUIDv5 computed it.
    expect(transactionIdOf("ef_1")).toBe("2ecfb649-c289-52fc-a4a0-a1525dac3f1c");
    expect(transactionIdOf("ef_2")).not.toBe(transactionIdOf("ef_1"));
  });
});

describe("a zone", () => {
  it.each([
    ["W. Europe Standard Time", "Europe/Berlin"],
    ["GMT Standard Time", "Europe/London"],
    ["India Standard Time", "Asia/Kolkata"],
    ["Nepal Standard Time", "Asia/Kathmandu"],
    ["Lord Howe Standard Time", "Australia/Lord_Howe"],
    ["Samoa Standard Time", "Pacific/Apia"],
    ["UTC", "UTC"],
    ["Europe/Lisbon", "Europe/Lisbon"],
  ])("%s keeps the clock of %s", (name, expected) => {
    const zone = ianaZoneOf(name, "Europe/Lisbon");
    if (zone === undefined) throw new Error(`nobody knows ${name}`);
    for (const at of ["2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"]) {
      const local = (one: string) =>
        Temporal.Instant.from(at).toZonedDateTimeISO(one).toPlainDateTime().toString();
      expect(local(zone)).toBe(local(expected));
    }
  });

  it("of several places with one clock is the one that is preferred, if it is one of them", () => {
    expect(ianaZoneOf("GMT Standard Time", "Europe/Lisbon")).toBe("Europe/Lisbon");
    expect(ianaZoneOf("GMT Standard Time", "Europe/Berlin")).toBe("Europe/London");
    expect(ianaZoneOf("Romance Standard Time", "Europe/Madrid")).toBe("Europe/Madrid");
  });

  it.each(["Customized Time Zone", "tzone://Microsoft/Custom", "", "Middle Earth Time", null])(
    "%s is not guessed",
    (name) => {
      expect(ianaZoneOf(name, "Europe/Lisbon")).toBeUndefined();
    },
  );
});

describe("working hours", () => {
  const hours = {
    daysOfWeek: ["monday", "Friday"],
    startTime: "08:30:00.0000000",
    endTime: "17:00:00.0000000",
    timeZone: { name: "Tokyo Standard Time" },
  };

  it("are ranges of each day in their own zone", () => {
    const range = [{ startMinute: 510, endMinute: 1020 }];
    expect(hoursOf(hours, "UTC")).toEqual({ zone: "Asia/Tokyo", days: { 1: range, 5: range } });
  });

  it("over midnight go on in the next day, on Sunday in Monday", () => {
    const night = { ...hours, daysOfWeek: ["sunday"], startTime: "22:00", endTime: "06:00:00" };
    expect(hoursOf(night, "UTC")?.days).toEqual({
      7: [{ startMinute: 1320, endMinute: 1440 }],
      1: [{ startMinute: 0, endMinute: 360 }],
    });
    expect(hoursOf({ ...hours, endTime: "00:00:00" }, "UTC")?.days[1]).toEqual([
      { startMinute: 510, endMinute: 1440 },
    ]);
  });

  it.each([
    ["no zone", { timeZone: null }],
    ["a zone that nobody knows", { timeZone: { name: "Customized Time Zone" } }],
    ["no days", { daysOfWeek: null }],
    ["no end", { endTime: null }],
    ["a time that is none", { startTime: "morning" }],
  ])("with %s are not told", (_name, fields) => {
    expect(hoursOf({ ...hours, ...fields }, "UTC")).toBeUndefined();
  });
});

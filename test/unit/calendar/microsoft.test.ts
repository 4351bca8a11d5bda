import { describe, expect, it } from "vitest";
import {
  toFoundEvent,
  toMicrosoftEvent,
  transactionIdOf,
} from "../../../src/calendar/microsoft-event.ts";
import type { NewCalendarEvent } from "../../../src/calendar/port.ts";
import { hoursOf, ianaZoneOf, windowsZoneOf } from "../../../src/calendar/microsoft-zones.ts";
import { startStopwatch } from "../../support/stopwatch.ts";

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

describe("a zone as Graph is told of it", () => {
  const summer = Temporal.Instant.from("2026-07-15T12:00:00Z");

  it("is the one of Windows, whose clock is the same: Graph does not know every place", () => {
    expect(windowsZoneOf("Europe/Lisbon", summer)).toBe("GMT Standard Time");
    expect(windowsZoneOf("Europe/Madrid", summer)).toBe("Romance Standard Time");
    expect(windowsZoneOf("Asia/Kathmandu", summer)).toBe("Nepal Standard Time");
    for (const zone of Intl.supportedValuesOf("timeZone")) {
      const name = windowsZoneOf(zone, summer);
      const place = ianaZoneOf(name, zone);
      if (place === undefined) continue;
      const local = (one: string) => summer.toZonedDateTimeISO(one).toPlainDateTime().toString();
      expect(`${zone} ${local(place)}`).toBe(`${zone} ${local(zone)}`);
    }
  });

  it("is UTC where Windows has none", () => {
    expect(windowsZoneOf("Antarctica/Troll", summer)).toBeUndefined();
    const event = (zone: string): NewCalendarEvent => ({
      id: "id",
      effectId: "ef_1",
      title: "Interview",
      description: "",
      startsAt: summer,
      endsAt: summer.add({ minutes: 45 }),
      zone,
      guests: [],
      video: "none",
    });
    expect(toMicrosoftEvent(event("Antarctica/Troll"), "ada@lumenharbor.test").start).toEqual({
      dateTime: "2026-07-15T12:00:00",
      timeZone: "UTC",
    });
    expect(toMicrosoftEvent(event("Europe/Madrid"), "ada@lumenharbor.test").start).toEqual({
      dateTime: "2026-07-15T14:00:00",
      timeZone: "Romance Standard Time",
    });
  });
});

describe("a text that Exchange has kept as HTML", () => {
  const time = { dateTime: "2026-11-24T15:00:00.0000000", timeZone: "UTC" };

  it("is ours again: without how to join, and each link once", () => {
    const content = `In Lever: https://lever.test/1<https://lever.test/1>\r\nAgenda\r\n${"_".repeat(80)}\r\nJoin`;
    const found = toFoundEvent(
      { "@odata.etag": "1", id: "1", start: time, end: time, body: { content } },
      { id: "id", effectId: "ef_1" },
    );
    expect(found?.event.description).toBe("In Lever: https://lever.test/1\nAgenda");
  });

  it.each(["\n", "_", "http://", "http://x<"])(
    "of a hundred thousand %j is read at once",
    (piece) => {
      const content = piece.repeat(100_000);
      const began = startStopwatch();
      toFoundEvent(
        { "@odata.etag": "1", id: "1", start: time, end: time, body: { content } },
        { id: "id", effectId: "ef_1" },
      );
      expect(began.cpuMs()).toBeLessThan(5_000);
    },
  );

  it("has no link that is none of https", () => {
    const linkOf = (joinUrl: string) =>
      toFoundEvent(
        { "@odata.etag": "1", id: "1", start: time, end: time, onlineMeeting: { joinUrl } },
        { id: "id", effectId: "ef_1" },
      )?.event.videoUrl;
    expect(linkOf("https://teams.example.com/l/1")).toBe("https://teams.example.com/l/1");
    expect(linkOf("javascript:alert(1)")).toBeNull();
    expect(linkOf('https://teams.example.com/"><script>')).toBeNull();
  });
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

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DECENT_GAP_HOURS,
  helpReminder,
  lateReminder,
  panelReminder,
  remindersBefore,
  visitsOf,
} from "../../../src/attendance/reminder-times.ts";

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const hours = { start: "09:00", end: "18:00" };
const long = at("2026-01-01T00:00:00Z");

const due = (startsAt: string, zone: string, marks = [48, 3], now = long) =>
  remindersBefore({ startsAt: at(startsAt), zone, hours }, { marks, now }).map(
    ({ mark, dueAt, because }) => [mark, dueAt.toString(), because !== null],
  );

describe("reminders of a candidate", () => {
  it("go out at their marks when these are decent hours", () => {
    expect(due("2026-11-26T15:00:00Z", "Europe/Lisbon")).toEqual([
      ["48", "2026-11-24T15:00:00Z", false],
      ["3", "2026-11-26T12:00:00Z", false],
    ]);
  });

  it("of early interviews go out the evening before, and of late ones at the next decent hour, and say so", () => {
    expect(due("2026-11-26T09:30:00Z", "Europe/Lisbon", [3])).toEqual([
      ["3", "2026-11-25T18:00:00Z", true],
    ]);
    expect(due("2026-11-26T20:00:00Z", "Europe/Lisbon", [48])).toEqual([
      ["48", "2026-11-25T09:00:00Z", true],
    ]);
    const [moved] = remindersBefore(
      { startsAt: at("2026-11-26T09:30:00Z"), zone: "Europe/Lisbon", hours },
      { marks: [3], now: long },
    );
    expect(moved?.because).toBe(
      "3 hours before it is 06:30 for them: it goes out at the last decent hour before.",
    );
  });

  it("count hours that pass: over a change of clocks 48 hours before is another hour of the day", () => {
    // Berlin put its clocks back at 01:00 UTC of 25 October 2026.
    expect(due("2026-10-26T13:00:00Z", "Europe/Berlin", [48])).toEqual([
      ["48", "2026-10-24T13:00:00Z", false],
    ]);
    // In the gap of 29 March 2026 there is no 02:30: hours that begin there begin with the clock that follows.
    expect(
      remindersBefore(
        {
          startsAt: at("2026-03-29T20:00:00Z"),
          zone: "Europe/Berlin",
          hours: { start: "02:30", end: "02:45" },
        },
        { marks: [20], now: long },
      ).map(({ dueAt }) => dueAt.toString()),
    ).toEqual(["2026-03-29T01:30:00Z"]);
  });

  it("leave out what is due before they were told of it, or a short while after", () => {
    const start = "2026-11-26T15:00:00Z";
    expect(due(start, "Europe/Lisbon", [48, 3], at("2026-11-25T10:00:00Z"))).toEqual([
      ["3", "2026-11-26T12:00:00Z", false],
    ]);
    expect(due(start, "Europe/Lisbon", [48, 3], at("2026-11-26T10:00:00Z"))).toEqual([]);
  });

  it("are in decent hours, before the interview, after now and apart from each other, whenever and wherever", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 * 365 * 96 }),
        fc.constantFrom(
          "Europe/Berlin",
          "America/St_Johns",
          "Australia/Lord_Howe",
          "Pacific/Apia",
          "Africa/Cairo",
          "Asia/Kathmandu",
        ),
        fc.uniqueArray(fc.integer({ min: 1, max: 336 }), { maxLength: 4 }),
        fc.integer({ min: 0, max: 400 }),
        (quarters, zone, marks, ahead) => {
          const startsAt = at("2025-01-01T00:00:00Z").add({ minutes: quarters * 15 });
          const now = startsAt.subtract({ hours: ahead });
          const all = remindersBefore({ startsAt, zone, hours }, { marks, now });
          for (const [index, { dueAt, because, mark }] of all.entries()) {
            const clock = dueAt.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
            expect(clock >= hours.start && clock <= hours.end).toBe(true);
            expect(Temporal.Instant.compare(dueAt, startsAt)).toBe(-1);
            const before = all[index - 1]?.dueAt ?? now;
            expect(before.until(dueAt).total("hours")).toBeGreaterThanOrEqual(DECENT_GAP_HOURS);
            expect(because !== null || dueAt.until(startsAt).total("hours") === Number(mark)).toBe(
              true,
            );
          }
        },
      ),
    );
  });
});

describe("help", () => {
  const about = { startsAt: at("2026-11-26T15:00:00Z"), zone: "Europe/Lisbon", hours };
  const dueOf = (others: string[], now: string, movesUntil: string | null = null) =>
    helpReminder(about, {
      others: others.map(at),
      now: at(now),
      movesUntil: movesUntil === null ? null : at(movesUntil),
    })?.dueAt.toString() ?? null;

  it("comes a day before, apart from the reminders, and not at all where there is no decent time left for it", () => {
    expect(dueOf(["2026-11-24T15:00:00Z", "2026-11-26T12:00:00Z"], "2026-11-20T09:00:00Z")).toBe(
      "2026-11-25T15:00:00Z",
    );
    // Somebody's plan reminds then already.
    expect(dueOf(["2026-11-25T15:00:00Z"], "2026-11-20T09:00:00Z")).toBe("2026-11-25T09:00:00Z");
    expect(dueOf([], "2026-11-26T09:00:00Z")).toBeNull();
  });

  it("comes while another time can still be asked for, with hours left to do so, where there is such a moment", () => {
    const weeksBefore = "2026-11-16T09:00:00Z";
    const usual = ["2026-11-24T15:00:00Z", "2026-11-26T12:00:00Z"];
    const dayBefore = "2026-11-25T15:00:00Z";
    expect(dueOf(usual, weeksBefore, dayBefore)).toBe("2026-11-25T09:00:00Z");
    // Their page takes it until an hour before: a day before is soon enough.
    expect(dueOf(usual, weeksBefore, "2026-11-26T14:00:00Z")).toBe(dayBefore);
    // Three days before it closes already.
    expect(dueOf(usual, weeksBefore, "2026-11-23T15:00:00Z")).toBe("2026-11-23T09:00:00Z");
    // Of an interview in the morning, the evening two days before is the last such moment.
    const early = { ...about, startsAt: at("2026-11-26T10:00:00Z") };
    const asked = { others: [], now: at(weeksBefore), movesUntil: at("2026-11-25T10:00:00Z") };
    expect(helpReminder(early, asked)?.dueAt.toString()).toBe("2026-11-24T16:00:00Z");
    // It is too late for that: it comes all the same.
    expect(dueOf(usual, "2026-11-25T06:00:00Z", dayBefore)).toBe(dayBefore);
  });
});

describe("visits", () => {
  const session = (startsAt: string, endsAt: string) => ({
    startsAt: at(startsAt),
    endsAt: at(endsAt),
  });
  const counts = (zone: string, ...sessions: ReturnType<typeof session>[]) =>
    visitsOf(sessions, zone).map(({ sessions: together }) => together.length);

  it("are of one day there, also with a long pause, and go on past midnight", () => {
    const morning = session("2026-11-26T09:00:00Z", "2026-11-26T10:00:00Z");
    const evening = session("2026-11-26T19:00:00Z", "2026-11-26T20:00:00Z");
    const next = session("2026-11-27T09:00:00Z", "2026-11-27T10:00:00Z");
    expect(counts("Europe/Lisbon", morning, evening, next)).toEqual([2, 1]);
    const late = session("2026-11-26T23:15:00Z", "2026-11-27T00:15:00Z");
    const after = session("2026-11-27T00:30:00Z", "2026-11-27T01:00:00Z");
    expect(counts("Europe/Lisbon", late, after)).toEqual([2]);
  });
});

describe("the reminder of an interviewer", () => {
  const of = (when: "hour" | "morning" | "none", startsAt: string, now = long) => {
    const about = { startsAt: at(startsAt), zone: "America/New_York", hours };
    const reminder = panelReminder(when, about, now);
    return reminder && [reminder.mark, reminder.dueAt.toString(), reminder.because !== null];
  };

  it("comes an hour before, or when their day begins, and before an early interview an hour before all the same", () => {
    expect(of("hour", "2026-11-26T20:00:00Z")).toEqual(["hour", "2026-11-26T19:00:00Z", false]);
    expect(of("morning", "2026-11-26T20:00:00Z")).toEqual([
      "morning",
      "2026-11-26T14:00:00Z",
      false,
    ]);
    expect(of("morning", "2026-11-26T14:15:00Z")).toEqual(["hour", "2026-11-26T13:15:00Z", true]);
    expect(of("none", "2026-11-26T20:00:00Z")).toBeNull();
    expect(of("hour", "2026-11-26T20:00:00Z", at("2026-11-26T19:30:00Z"))).toBeNull();
  });
});

describe("a reminder that comes late", () => {
  const dueAt = at("2026-11-24T17:50:00Z");
  const late = (now: string, startsAt = at("2026-11-26T15:00:00Z")): string =>
    lateReminder(dueAt, { startsAt, zone: "Europe/Lisbon", hours, now: at(now) }).toString();

  it.each([
    ["2026-11-24T18:20:00Z", "2026-11-24T18:20:00Z"],
    ["2026-11-24T23:00:00Z", "2026-11-25T09:00:00Z"],
    ["2026-11-25T02:00:00Z", "2026-11-25T09:00:00Z"],
    ["2026-11-25T11:00:00Z", "2026-11-25T11:00:00Z"],
  ])("at %s goes out at %s: nobody is woken by it", (now, wanted) => {
    expect(late(now)).toBe(wanted);
  });

  it("goes out rather early than never", () => {
    const now = "2026-11-25T07:30:00Z";
    expect(late(now, at("2026-11-25T09:00:00Z"))).toBe(now);
  });
});

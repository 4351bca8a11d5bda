import { expect, it } from "vitest";
import type { WorkingTime } from "../../../src/feedback/nudge-times.ts";
import { wordTime } from "../../../src/worker/attendance-help.ts";

const day = [{ startMinute: 9 * 60, endMinute: 17 * 60 }];
const works: WorkingTime = {
  hours: { zone: "Europe/Berlin", days: { 1: day, 2: day, 3: day, 4: day, 5: day } },
  stays: [],
  daysOff: new Set(),
  pausedUntil: null,
  away: [],
};
const berlin = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime("Europe/Berlin").toInstant();
const inBerlin = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO("Europe/Berlin").toPlainDateTime().toString({ smallestUnit: "minute" });
const word = (now: string, startsAt: string, over: Partial<WorkingTime> = {}) => {
  const time = wordTime(berlin(startsAt), { works: { ...works, ...over }, now: berlin(now) });
  return time && [inBerlin(time.at), inBerlin(time.until)];
};
/** 23 November 2026 is a Monday. */
const AWAY = {
  away: [{ start: berlin("2026-11-23T00:00"), end: berlin("2026-11-25T00:00") }],
};

it.each([
  ["at once in their hours", "2026-11-23T10:15", "2026-11-26T10:00", "2026-11-23T10:15"],
  ["in the morning after a night", "2026-11-23T22:00", "2026-11-26T10:00", "2026-11-24T09:00"],
  ["on Monday after a weekend", "2026-11-21T12:00", "2026-11-26T10:00", "2026-11-23T09:00"],
])("tells the recruiter %s", (_, now, startsAt, wanted) => {
  expect(word(now, startsAt)?.[0]).toBe(wanted);
});

it("waits for the end of a leave, and for nothing when the interview comes before it", () => {
  expect(word("2026-11-23T10:00", "2026-11-26T10:00", AWAY)).toEqual([
    "2026-11-25T09:00",
    "2026-11-25T17:00",
  ]);
  expect(word("2026-11-23T10:00", "2026-11-24T16:00", AWAY)).toBeNull();
});

it("does not come when it is too late to do anything", () => {
  expect(word("2026-11-23T22:00", "2026-11-24T10:00")).toBeNull();
  expect(word("2026-11-23T22:00", "2026-11-24T10:01")).toEqual([
    "2026-11-24T09:00",
    "2026-11-24T09:01",
  ]);
  expect(word("2026-11-24T09:30", "2026-11-24T10:00")).toBeNull();
});

import { expect, it } from "vitest";
import {
  HORIZON_HOURS,
  confirmedByNow,
  confirmedByThen,
  factsMoment,
} from "../../../src/attendance/horizon.ts";

const startsAt = Temporal.Instant.from("2026-11-26T15:00:00Z");
const before = (hours: number): Temporal.Instant =>
  startsAt.subtract({ minutes: Math.round(hours * 60) });
const early = { startsAt, bookedAt: before(200) };
const late = { startsAt, bookedAt: before(5) };

it("is one moment before each interview, or its booking if that was later", () => {
  expect(factsMoment(early)).toEqual(before(HORIZON_HOURS));
  expect(factsMoment(late)).toEqual(late.bookedAt);
});

it.each([
  ["at the moment", HORIZON_HOURS, true],
  ["a minute later", HORIZON_HOURS - 0.02, false],
  ["in the last hour", 0.5, false],
])("learns of a confirmation %s as it was known by then", (_, hours, learnt) => {
  expect(confirmedByThen(early, before(hours))).toBe(learnt);
});

it("learns nothing of a confirmation for which there was no time", () => {
  expect(confirmedByThen(early, null)).toBe(false);
  expect(confirmedByThen(late, null)).toBeNull();
  expect(confirmedByThen(late, before(4))).toBeNull();
});

it("tells by what is settled: who has confirmed has, and who has not counts as such from the moment on", () => {
  const told = (booked: typeof early, hours: number, confirmedAt: Temporal.Instant | null) =>
    confirmedByNow(booked, { confirmedAt, now: before(hours) });
  expect(told(early, 100, null)).toBeNull();
  expect(told(early, HORIZON_HOURS, null)).toBe(false);
  expect(told(early, 1, null)).toBe(false);
  expect(told(late, 1, null)).toBeNull();
  for (const hours of [100, 1]) expect(told(early, hours, before(hours))).toBe(true);
});

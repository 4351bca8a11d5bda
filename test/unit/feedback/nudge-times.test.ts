/** When interviewers are reminded: their days, their hours, their clocks; over changes of the clock, and past midnight. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WorkingHours } from "../../../src/domain/calendar.ts";
import { type WorkingTime, nextNudge } from "../../../src/feedback/nudge-times.ts";

const office = (zone: string): WorkingHours => {
  const day = [{ startMinute: 9 * 60, endMinute: 17 * 60 }];
  return { zone, days: { 1: day, 2: day, 3: day, 4: day, 5: day } };
};
const worksIn = (zone: string, change: Partial<WorkingTime> = {}): WorkingTime => ({
  hours: office(zone),
  stays: [],
  daysOff: new Set(),
  pausedUntil: null,
  away: [],
  ...change,
});
const at = (local: string, zone = "Europe/Berlin") =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
const span = (start: string, end: string) => ({ start: at(start), end: at(end) });
const HOUR = Temporal.Duration.from({ hours: 1 });

interface Case {
  ended: string;
  last?: string;
  now?: string;
  zone?: string;
  works?: Partial<WorkingTime>;
}
const next = ({ ended, last, now = ended, zone = "Europe/Berlin", works = {} }: Case) => {
  const found = nextNudge(
    { endsAt: at(ended, zone), lastAt: last === undefined ? null : at(last, zone) },
    { firstAfter: HOUR, works: worksIn(zone, works), now: at(now, zone) },
  );
  return (
    found &&
    found.at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" })
  );
};

/** 2026-11-25 is a Wednesday. */
describe("the first reminder", () => {
  it.each([
    ["a while after the interview", { ended: "2026-11-25T11:00" }, "2026-11-25T12:00"],
    ["next morning when the day is over", { ended: "2026-11-25T16:30" }, "2026-11-26T09:00"],
    ["before hours not before they begin", { ended: "2026-11-25T07:00" }, "2026-11-25T09:00"],
    ["on Monday after a Friday", { ended: "2026-11-27T16:00" }, "2026-11-30T09:00"],
    ["of an interview that ends past midnight", { ended: "2026-11-26T00:30" }, "2026-11-26T09:00"],
    [
      "now, when its time passed while nobody looked",
      { ended: "2026-11-25T10:00", now: "2026-11-25T15:10" },
      "2026-11-25T15:10",
    ],
    [
      "and not in the night, when it passed then",
      { ended: "2026-11-25T10:00", now: "2026-11-28T03:00" },
      "2026-11-30T09:00",
    ],
  ] satisfies [string, Case, string][])("comes %s", (_, given, wanted) => {
    expect(next(given)).toBe(wanted);
  });
});

describe("each further reminder", () => {
  it.each([
    ["the next working day", { last: "2026-11-25T12:00" }, "2026-11-26T09:00"],
    ["a night later at least", { last: "2026-11-25T17:00" }, "2026-11-26T09:00"],
    ["not on the weekend", { last: "2026-11-27T09:00" }, "2026-11-30T09:00"],
  ] satisfies [string, Omit<Case, "ended">, string][])("comes %s", (_, given, wanted) => {
    expect(next({ ended: "2026-11-25T10:00", ...given })).toBe(wanted);
  });

  it("waits for the night also where hours are long", () => {
    const day = [{ startMinute: 0, endMinute: 24 * 60 }];
    const hours = { zone: "UTC", days: { 3: day, 4: day } };
    const found = next({
      ended: "2026-11-25T10:00",
      last: "2026-11-25T23:00",
      zone: "UTC",
      works: { hours },
    });
    expect(found).toBe("2026-11-26T15:00");
  });
});

describe("whoever is away", () => {
  it.each([
    [
      "out of office for days",
      { away: [span("2026-11-25T00:00", "2026-11-27T00:00")] },
      "2026-11-27T09:00",
    ],
    [
      "out of office at noon",
      { away: [span("2026-11-25T11:30", "2026-11-25T13:00")] },
      "2026-11-25T13:00",
    ],
    [
      "out of office twice in a row",
      {
        away: [
          span("2026-11-25T12:30", "2026-11-26T12:00"),
          span("2026-11-25T11:30", "2026-11-25T12:30"),
        ],
      },
      "2026-11-26T12:00",
    ],
    ["on holiday", { daysOff: new Set(["2026-11-25"]) }, "2026-11-26T09:00"],
    ["on a break", { pausedUntil: "2026-12-01" }, "2026-12-01T09:00"],
    [
      "on a journey, by the clocks there",
      { stays: [{ from: "2026-11-25", until: "2026-11-26", hours: office("America/New_York") }] },
      "2026-11-25T15:00",
    ],
  ] satisfies [string, Partial<WorkingTime>, string][])("%s is left alone", (_, works, wanted) => {
    expect(next({ ended: "2026-11-25T11:00", works })).toBe(wanted);
  });

  it("is never reminded when no hours are known", () => {
    expect(
      next({ ended: "2026-11-25T11:00", works: { hours: { zone: "UTC", days: {} } } }),
    ).toBeNull();
  });
});

describe("when clocks change", () => {
  // Berlin: forward on 2026-03-29, back on 2026-10-25, both Sundays.
  it.each([
    ["2026-03-27T12:00", "2026-03-30T09:00"],
    ["2026-10-23T12:00", "2026-10-26T09:00"],
  ])("a reminder after %s still comes at nine", (last, wanted) => {
    expect(next({ ended: "2026-03-01T10:00", last })).toBe(wanted);
  });

  it("hours that begin in an hour that does not exist begin after it", () => {
    const hours = { zone: "Europe/Berlin", days: { 7: [{ startMinute: 150, endMinute: 300 }] } };
    expect(next({ ended: "2026-03-28T23:00", works: { hours } })).toBe("2026-03-29T03:30");
  });
});

it("lies in every world in hours that are worked, on no day off, in nobody's absence, and a day after the one before", () => {
  const anyMoment = fc
    .integer({ min: 0, max: 400 * 24 * 60 })
    .map((minutes) => Temporal.Instant.from("2026-01-01T00:00:00Z").add({ minutes }));
  const anyZone = fc.constantFrom(
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Auckland",
  );
  fc.assert(
    fc.property(
      fc.record({
        zone: anyZone,
        endsAt: anyMoment,
        last: fc.option(fc.integer({ min: 0, max: 5_000 }), { nil: null }),
        now: fc.integer({ min: 0, max: 10_000 }),
        away: fc.array(
          fc.tuple(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 1, max: 4_000 })),
          { maxLength: 3 },
        ),
        off: fc.integer({ min: 0, max: 6 }),
      }),
      ({ zone, endsAt, last, now, away, off }) => {
        const lastAt = last === null ? null : endsAt.add({ minutes: last });
        const moment = endsAt.add({ minutes: now });
        const dayOf = (one: Temporal.Instant) => one.toZonedDateTimeISO(zone).toPlainDate();
        const holiday = dayOf(moment).add({ days: off }).toString();
        const blocks = away.map(([from, length]) => ({
          start: endsAt.add({ minutes: from }),
          end: endsAt.add({ minutes: from + length }),
        }));
        const works = worksIn(zone, { away: blocks, daysOff: new Set([holiday]) });
        const found = nextNudge({ endsAt, lastAt }, { firstAfter: HOUR, works, now: moment });
        if (!found) throw new Error("everybody works sometime");
        const local = found.at.toZonedDateTimeISO(zone);
        const isAfter = (one: Temporal.Instant) => Temporal.Instant.compare(found.at, one) >= 0;
        expect(local.dayOfWeek).toBeLessThanOrEqual(5);
        expect(local.hour).toBeGreaterThanOrEqual(9);
        expect(local.hour).toBeLessThan(17);
        expect(dayOf(found.at).toString()).not.toBe(holiday);
        expect(isAfter(moment)).toBe(true);
        expect(isAfter(endsAt.add(HOUR)) || lastAt !== null).toBe(true);
        expect(blocks.some(({ start, end }) => isAfter(start) && !isAfter(end))).toBe(false);
        const isAnotherDay =
          lastAt === null || Temporal.PlainDate.compare(dayOf(found.at), dayOf(lastAt)) > 0;
        expect(isAnotherDay).toBe(true);
      },
    ),
    { numRuns: 1_000 },
  );
});

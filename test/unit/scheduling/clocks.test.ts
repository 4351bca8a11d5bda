import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { findSlots } from "../../../src/scheduling/find-slots.ts";
import { minuteFloor } from "../../../src/scheduling/minutes.ts";
import {
  dayOf,
  firstMinuteAt,
  localMinute,
  readZoneClock,
  spanOfDays,
  weekdayOf,
} from "../../../src/scheduling/zone-clock.ts";
import type { Interval } from "../../../src/scheduling/types.ts";
import {
  allHours,
  at,
  between,
  person,
  request,
  weekdayHours,
} from "../../support/slot-requests.ts";

const INES = "ines@acme.test";

/** First and last start, and how many, of somebody with these hours. */
const startsOf = (hours: ReturnType<typeof weekdayHours>, horizon: Interval) => {
  const result = findSlots(
    request({
      people: { [INES]: person(INES, { hours }) },
      candidate: { zone: hours.zone },
      horizon,
      now: horizon.start,
      session: { id: "screen", durationMinutes: 30 },
      gridMinutes: 30,
      top: 50,
    }),
  );
  const starts =
    result.kind === "slots" ? result.slots.map(({ startsAt }) => startsAt).toSorted() : [];
  return { first: starts[0], last: starts.at(-1), count: starts.length };
};

const sundayHours = (zone: string, startMinute: number, endMinute: number) => ({
  zone,
  days: { 7: [{ startMinute, endMinute }] },
});

describe("working hours stay on the wall clock when it changes:", () => {
  test.each([
    ["Lisbon, the Friday before clocks go back", "Europe/Lisbon", "2026-10-23", "08:00", "15:30"],
    ["Lisbon, the Monday after", "Europe/Lisbon", "2026-10-26", "09:00", "16:30"],
    ["Lisbon, the Monday after clocks go forward", "Europe/Lisbon", "2026-03-30", "08:00", "15:30"],
    ["New York, the Friday before", "America/New_York", "2026-03-06", "14:00", "21:30"],
    ["New York, the Monday after", "America/New_York", "2026-03-09", "13:00", "20:30"],
    [
      "Lord Howe, before half an hour forward",
      "Australia/Lord_Howe",
      "2026-10-02",
      "22:30",
      "06:00",
    ],
    ["Lord Howe, after it", "Australia/Lord_Howe", "2026-10-05", "22:00", "05:30"],
    ["Kolkata", "Asia/Kolkata", "2026-10-26", "03:30", "11:00"],
    ["Kathmandu", "Asia/Kathmandu", "2026-10-26", "03:15", "10:45"],
    ["Chatham, a quarter off, in summer", "Pacific/Chatham", "2026-10-26", "19:15", "02:45"],
    ["St. John's", "America/St_Johns", "2026-12-01", "12:30", "20:00"],
  ])("%s", (_, zone, date, first, last) => {
    const day = Temporal.PlainDate.from(date);
    const start = day.toZonedDateTime(zone).toInstant();
    const end = day.add({ days: 1 }).toZonedDateTime(zone).toInstant();
    const found = startsOf(weekdayHours(zone), { start, end });
    expect(found.count).toBe(16);
    expect(found.first?.slice(11, 16)).toBe(first);
    expect(found.last?.slice(11, 16)).toBe(last);
  });
});

describe("hours over a change of clocks are as long as the clock says:", () => {
  test.each([
    // 00:00–06:00 has five hours when an hour is left out, and seven when one comes twice.
    ["forward in Lisbon", "Europe/Lisbon", "2026-03-29", 10],
    ["back in Lisbon", "Europe/Lisbon", "2026-10-25", 14],
    ["forward in New York", "America/New_York", "2026-03-08", 10],
    ["back in New York", "America/New_York", "2026-11-01", 14],
    ["half an hour forward on Lord Howe", "Australia/Lord_Howe", "2026-10-04", 11],
    ["half an hour back on Lord Howe", "Australia/Lord_Howe", "2026-04-05", 13],
    ["forward at midnight in Santiago", "America/Santiago", "2026-09-06", 10],
    ["forward at midnight in Beirut", "Asia/Beirut", "2026-03-29", 10],
  ])("%s", (_, zone, date, halfHours) => {
    const day = Temporal.PlainDate.from(date);
    const horizon = {
      start: day.subtract({ days: 1 }).toZonedDateTime(zone).toInstant(),
      end: day.add({ days: 2 }).toZonedDateTime(zone).toInstant(),
    };
    expect(startsOf(sundayHours(zone, 0, 360), horizon).count).toBe(halfHours);
  });

  test("hours that begin inside the hour that is left out begin when the clock has jumped", () => {
    const horizon = between("2026-03-29T00:00:00Z", "2026-03-30T00:00:00Z");
    // 01:30 to 03:00 in Lisbon, where 01:00 to 02:00 does not exist: one hour is left.
    expect(startsOf(sundayHours("Europe/Lisbon", 90, 180), horizon)).toEqual({
      first: "2026-03-29T01:00:00Z",
      last: "2026-03-29T01:30:00Z",
      count: 2,
    });
    expect(startsOf(sundayHours("Europe/Lisbon", 60, 120), horizon).count).toBe(0);
  });

  test("hours that end inside the hour that comes twice end the first time", () => {
    const horizon = between("2026-10-24T22:00:00Z", "2026-10-26T00:00:00Z");
    expect(startsOf(sundayHours("Europe/Lisbon", 0, 90), horizon)).toEqual({
      first: "2026-10-24T23:00:00Z",
      last: "2026-10-25T00:00:00Z",
      count: 3,
    });
  });

  test("a day that a zone leaves out has no hours", () => {
    const apia = allHours("Pacific/Apia");
    const { days } = apia;
    const friday = { zone: "Pacific/Apia", days: { 5: days[5] ?? [] } };
    // Friday 30 December 2011 did not happen in Apia.
    const horizon = between("2011-12-29T00:00:00Z", "2012-01-02T00:00:00Z");
    expect(startsOf(friday, horizon).count).toBe(0);
    expect(startsOf({ zone: "Pacific/Apia", days: { 6: days[6] ?? [] } }, horizon)).toEqual({
      first: "2011-12-30T10:00:00Z",
      last: "2011-12-31T09:30:00Z",
      count: 48,
    });
  });
});

test("clocks read as integers show what Temporal shows, in every zone and at every change of three years", () => {
  const span = {
    start: minuteFloor(at("2026-01-01T00:00:00Z")),
    end: minuteFloor(at("2029-01-01T00:00:00Z")),
  };
  let changes = 0;
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    const clock = readZoneClock(zone, span);
    const moments = clock.stretches
      .map(({ until }) => until)
      .filter((until) => Number.isFinite(until));
    changes += moments.length;
    for (const moment of [...moments, span.start, span.end - 1]) {
      for (const minute of [moment - 1, moment, moment + 45]) {
        const shown = at("1970-01-01T00:00:00Z").add({ minutes: minute }).toZonedDateTimeISO(zone);
        const local = localMinute(clock, minute);
        const wall = shown.toPlainDateTime();
        const expected = Temporal.PlainDateTime.from("1970-01-01T00:00").until(wall);
        expect([zone, local]).toEqual([zone, Math.floor(expected.total("minutes"))]);
        expect(weekdayOf(dayOf(local))).toBe(wall.dayOfWeek);
        const day = spanOfDays(clock, dayOf(local), 1);
        expect([zone, day.start]).toEqual([zone, minuteFloor(shown.startOfDay().toInstant())]);
        const next = shown.startOfDay().add({ days: 1 }).startOfDay();
        expect([zone, day.end]).toEqual([zone, minuteFloor(next.toInstant())]);
        expect(firstMinuteAt(clock, local)).toBeLessThanOrEqual(minute);
      }
    }
  }
  expect(changes).toBeGreaterThan(500);
});

test("the answer is the same whatever zone the machine is in", () => {
  const program = `
    import { findSlots } from ${JSON.stringify(new URL("../../../src/scheduling/find-slots.ts", import.meta.url).href)};
    const at = (text) => Temporal.Instant.from(text);
    const range = [{ startMinute: 540, endMinute: 1020 }];
    const hours = (zone) => ({ zone, days: { 1: range, 2: range, 3: range, 4: range, 5: range } });
    const person = (email, zone, blocks) => ({
      name: email,
      hours: hours(zone),
      interviews: [at("2026-10-23T22:30:00Z")],
      maxPerDay: 1,
      pausedUntil: at("2026-10-26T10:00:00Z"),
      reading: { email, readable: true, zone, blocks, readAt: at("2026-10-23T08:00:00Z") },
    });
    const block = { kind: "busy", start: at("2026-10-26T09:00:00Z"), end: at("2026-10-26T10:30:00Z") };
    const request = {
      session: { id: "screen", durationMinutes: 45 },
      places: [{ label: "hiring manager", key: true, choices: ["a@acme.test"] }, { label: "pool", key: false, choices: ["b@acme.test", "c@acme.test"] }],
      people: { "a@acme.test": person("a@acme.test", "Europe/Lisbon", [block]), "b@acme.test": person("b@acme.test", "Asia/Kathmandu", []), "c@acme.test": person("c@acme.test", "America/New_York", [block]) },
      candidate: { zone: "Europe/London", lunch: { startMinute: 750, endMinute: 810 } },
      horizon: { start: at("2026-10-23T08:00:00Z"), end: at("2026-10-31T00:00:00Z") },
      now: at("2026-10-23T08:00:00Z"),
    };
    const alone = { ...request, places: request.places.slice(0, 1).concat({ label: "x", key: false, choices: ["b@acme.test"] }) };
    process.stdout.write(JSON.stringify([findSlots(request), findSlots({ ...alone, people: { ...alone.people, "b@acme.test": { ...alone.people["b@acme.test"], hours: hours("Pacific/Honolulu") } } })]));
  `;
  const answers = ["UTC", "America/New_York", "Asia/Kathmandu"].map((zone) => {
    const run = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
      env: { ...process.env, TZ: zone },
      encoding: "utf8",
    });
    expect(run.stderr).toBe("");
    return run.stdout;
  });
  expect(JSON.parse(answers[0] ?? "")).toMatchObject([
    { kind: "slots", proven: true },
    { kind: "none", blockers: [{ what: "outside_hours" }, {}] },
  ]);
  expect(new Set(answers).size).toBe(1);
});

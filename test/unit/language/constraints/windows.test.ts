import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Constraints, Rule, Shift } from "../../../../src/language/constraints/constraints.ts";
import { windowsOf, type Window } from "../../../../src/language/constraints/windows.ts";
import type { SlotCandidate } from "../../../../src/scheduling/types.ts";
import { read } from "./read.ts";

const MINUTE = 60_000;

const constraintsOf = (
  allow: Rule[],
  deny: Rule[],
  more: Partial<Constraints> = {},
): Constraints => ({
  ...read(""),
  allow,
  deny,
  ...more,
});

const wallAt = (ms: number, zone: string): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime();

const isDay = (rule: Rule, date: Temporal.PlainDate): boolean =>
  (rule.weekdays === undefined || rule.weekdays.some((day) => day === date.dayOfWeek)) &&
  (rule.from === undefined || date.toString() >= rule.from) &&
  (rule.until === undefined || date.toString() <= rule.until);

const minutesOf = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const isBetween = ({ between }: Rule, ms: number): boolean =>
  (between?.start === undefined || ms >= Temporal.Instant.from(between.start).epochMilliseconds) &&
  (between?.end === undefined || ms < Temporal.Instant.from(between.end).epochMilliseconds);

/** Whether the clock on the wall says that this minute is in the rule: one look at a time, no sets. */
const holds = (rule: Rule, ms: number): boolean => {
  const wall = wallAt(ms, rule.zone);
  const minute = wall.hour * 60 + wall.minute;
  const date = wall.toPlainDate();
  if (!isBetween(rule, ms)) return false;
  if (!rule.times) return isDay(rule, date);
  const [from, until] = [minutesOf(rule.times.from), minutesOf(rule.times.until)];
  if (until > from) return isDay(rule, date) && minute >= from && minute < until;
  return (
    (isDay(rule, date) && minute >= from) ||
    (isDay(rule, date.subtract({ days: 1 })) && minute < until)
  );
};

/** Whether the minute is in a session that begins when the rule says. */
const isInStart = (rule: Rule, ms: number, durationMinutes: number): boolean => {
  for (let back = 0; back < durationMinutes; back += 1) {
    const at = ms - back * MINUTE;
    const wall = wallAt(at, rule.zone);
    const shows = wall.toPlainTime().toString({ smallestUnit: "minute" }) === rule.startsAt;
    if (shows && isDay(rule, wall.toPlainDate()) && isBetween(rule, at)) return true;
  }
  return false;
};

const isIn = (rule: Rule, ms: number, durationMinutes: number): boolean =>
  rule.startsAt === undefined ? holds(rule, ms) : isInStart(rule, ms, durationMinutes);

const covers = (windows: readonly Window[], ms: number): boolean =>
  windows.some(({ start, end }) => ms >= start.epochMilliseconds && ms < end.epochMilliseconds);

/** Zones with every kind of change, and a day on which each changes. */
const CHANGES = [
  ["Europe/Lisbon", "2027-03-28"],
  ["Europe/Lisbon", "2027-10-31"],
  ["America/New_York", "2027-03-14"],
  ["America/New_York", "2027-11-07"],
  ["Australia/Lord_Howe", "2027-04-04"],
  ["Australia/Lord_Howe", "2027-10-03"],
  ["America/Santiago", "2027-09-05"],
  ["America/Santiago", "2027-04-04"],
  ["Africa/Cairo", "2027-04-30"],
  ["Asia/Kathmandu", "2027-01-01"],
  ["Pacific/Apia", "2011-12-30"],
  ["Pacific/Chatham", "2027-04-04"],
] as const;

const time = fc.integer({ min: 0, max: 95 }).map((quarter) => {
  const minute = quarter * 15;
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
});

const ruleFor = (zone: string, day: Temporal.PlainDate): fc.Arbitrary<Rule> => {
  const date = fc.integer({ min: -2, max: 3 }).map((days) => day.add({ days }).toString());
  const instant = fc
    .integer({ min: -3000, max: 4000 })
    .map((minutes) => day.toZonedDateTime("UTC").add({ minutes }).toInstant().toString());
  return fc
    .record(
      {
        zone: fc.oneof(fc.constant(zone), fc.constantFrom(...CHANGES.map(([name]) => name))),
        words: fc.constant("a rule"),
        weekdays: fc.uniqueArray(fc.constantFrom<1 | 2 | 3 | 4 | 5 | 6 | 7>(1, 2, 3, 4, 5, 6, 7), {
          minLength: 1,
        }),
        from: date,
        until: date,
        times: fc.record({ from: time, until: fc.oneof(time, fc.constant("24:00")) }),
        startsAt: time,
        between: fc.record({ start: instant, end: instant }, { requiredKeys: [] }),
      },
      { requiredKeys: ["zone", "words"] },
    )
    .map(({ startsAt, times, ...rule }) =>
      // A rule has hours or an exact start.
      times ? { ...rule, times } : startsAt === undefined ? rule : { ...rule, startsAt },
    );
};

const cases = fc.constantFrom(...CHANGES).chain(([zone, date]) => {
  const day = Temporal.PlainDate.from(date);
  return fc.record({
    allow: fc.array(ruleFor(zone, day), { maxLength: 3 }),
    deny: fc.array(ruleFor(zone, day), { maxLength: 2 }),
    durationMinutes: fc.constantFrom(15, 30, 45, 90),
    start: fc
      .integer({ min: -1500, max: 0 })
      .map((minutes) => day.toZonedDateTime(zone).add({ minutes }).toInstant()),
    length: fc.integer({ min: 1, max: 2400 }),
  });
});

describe("windows are what the clock on the wall says", () => {
  test("minute by minute, over changes of clocks, in several zones at once", () => {
    fc.assert(
      fc.property(cases, ({ allow, deny, durationMinutes, start, length }) => {
        const horizon = { start, end: start.add({ minutes: length }) };
        const windows = windowsOf({
          constraints: constraintsOf(allow, deny),
          horizon,
          durationMinutes,
        });
        const wrong: string[] = [];
        for (let at = -5; at < length + 5; at += 5) {
          const ms = start.epochMilliseconds + at * MINUTE;
          const isAllowed =
            allow.length === 0 || allow.some((rule) => isIn(rule, ms, durationMinutes));
          const isDenied = deny.some((rule) => isIn(rule, ms, durationMinutes));
          const isInside = at >= 0 && at < length;
          const said = covers(windows, ms);
          const expected = isInside && isAllowed && !isDenied;
          if (said !== expected) wrong.push(`minute ${at}: ${said}`);
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("they end and begin on whole minutes of the rule, sorted, none empty", () => {
    fc.assert(
      fc.property(cases, ({ allow, deny, durationMinutes, start, length }) => {
        const horizon = { start, end: start.add({ minutes: length }) };
        const windows = windowsOf({
          constraints: constraintsOf(allow, deny),
          horizon,
          durationMinutes,
        });
        const minutes = windows.map((window) =>
          [window.start, window.end].map(
            (edge) => (edge.epochMilliseconds - start.epochMilliseconds) / MINUTE,
          ),
        );
        expect(minutes.flat().every(Number.isInteger)).toBe(true);
        expect(minutes.every(([from = 0, until = 0]) => until > from)).toBe(true);
        const starts = minutes.map(([from = 0]) => from);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });
});

const horizonOf = (from: string, until: string): Window => ({
  start: Temporal.Instant.from(from),
  end: Temporal.Instant.from(until),
});

const shown = (windows: readonly Window[]): string[] =>
  windows.map(({ start, end }) => `${start.toString()}/${end.toString()}`);

describe("windows of plain words", () => {
  const horizon = horizonOf("2026-11-26T00:00:00Z", "2026-12-12T00:00:00Z");
  const windows = (text: string, more: { booked?: Window; who?: string } = {}): string[] =>
    shown(windowsOf({ constraints: read(text), horizon, durationMinutes: 60, ...more }));

  test("are what the slot engine takes", () => {
    const candidate: SlotCandidate = {
      zone: "Europe/Lisbon",
      windows: windowsOf({ constraints: read("Friday"), horizon, durationMinutes: 60 }),
    };
    expect(candidate.windows).toHaveLength(1);
  });

  test("days, hours and exceptions", () => {
    expect(windows("I could do Tue 2–5 or any time Friday except noon")).toEqual([
      "2026-11-27T00:00:00Z/2026-11-27T12:00:00Z",
      "2026-11-27T13:00:00Z/2026-11-28T00:00:00Z",
      "2026-12-01T14:00:00Z/2026-12-01T17:00:00Z",
    ]);
  });

  test("exact starts stay apart, so that nothing begins between them", () => {
    expect(windows("Tuesday at 3pm or 4pm")).toEqual([
      "2026-12-01T15:00:00Z/2026-12-01T16:00:00Z",
      "2026-12-01T16:00:00Z/2026-12-01T17:00:00Z",
    ]);
  });

  test("another person's time is asked for by name", () => {
    const text = "Grace can't do Friday. I can do Tuesday 2-5.";
    expect(windows(text)).toEqual(["2026-12-01T14:00:00Z/2026-12-01T17:00:00Z"]);
    expect(windows(text, { who: "Grace" })).toEqual([
      "2026-11-26T00:00:00Z/2026-11-27T00:00:00Z",
      "2026-11-28T00:00:00Z/2026-12-04T00:00:00Z",
      "2026-12-05T00:00:00Z/2026-12-11T00:00:00Z",
    ]);
  });

  test("nothing that was said holds the whole horizon", () => {
    expect(windows("cancel it")).toEqual(["2026-11-26T00:00:00Z/2026-12-12T00:00:00Z"]);
  });

  const booked = horizonOf("2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z");
  test.each([
    ["an hour later", ["2026-12-01T11:00:00Z/2026-12-01T12:00:00Z"]],
    ["30 minutes earlier", ["2026-12-01T09:30:00Z/2026-12-01T10:30:00Z"]],
    ["move it by a day", ["2026-12-02T00:00:00Z/2026-12-03T00:00:00Z"]],
    ["same day", ["2026-12-01T00:00:00Z/2026-12-02T00:00:00Z"]],
    ["later that day", ["2026-12-01T10:01:00Z/2026-12-02T00:00:00Z"]],
    ["later the same week", ["2026-12-01T10:01:00Z/2026-12-07T00:00:00Z"]],
    ["earlier the same day", ["2026-12-01T00:00:00Z/2026-12-01T10:59:00Z"]],
    ["a week later, after 3pm", ["2026-12-08T15:00:00Z/2026-12-09T00:00:00Z"]],
  ])("%s", (text, expected) => {
    expect(windows(text, { booked })).toEqual(expected);
  });

  test("a relation to a booking needs the booking", () => {
    const { shift } = read("an hour later") as { shift: Shift };
    expect(shift.amount).toBe(1);
    expect(() => windows("an hour later")).toThrow("no booking is given");
  });

  test("a window over a change of clocks ends when the clock says so", () => {
    const text = "Sunday 28 March 2027 00:30-03:30";
    const long = windowsOf({
      constraints: read(text),
      horizon: horizonOf("2027-03-27T00:00:00Z", "2027-03-30T00:00:00Z"),
      durationMinutes: 60,
    });
    expect(shown(long)).toEqual(["2027-03-28T00:30:00Z/2027-03-28T02:30:00Z"]);
  });
});

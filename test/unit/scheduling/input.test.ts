import { describe, expect, test } from "vitest";
import { AppError } from "../../../src/domain/errors.ts";
import { findSlots } from "../../../src/scheduling/find-slots.ts";
import type { SlotRequest } from "../../../src/scheduling/types.ts";
import {
  at,
  between,
  block,
  person,
  request,
  seat,
  weekdayHours,
} from "../../support/slot-requests.ts";

const INES = "ines@acme.test";

const faultsOf = (changes: Partial<SlotRequest>): string[] => {
  try {
    findSlots(request(changes));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error).toMatchObject({ code: "input_invalid", fault: "caller", retryable: false });
    const { faults } = error.data as { faults: { path: string; message: string }[] };
    return faults.map(({ path, message }) => `${path} ${message}`);
  }
  return [];
};

const withInes = (options: Parameters<typeof person>[1]): string[] =>
  faultsOf({ people: { [INES]: person(INES, options) } });

const session = (durationMinutes: number) => ({ session: { id: "screen", durationMinutes } });

describe("a request is refused with a typed error when", () => {
  test.each<[string, Partial<SlotRequest>, string]>([
    ["it has no places", { places: [] }, "places must not be empty"],
    [
      "a pool is empty",
      { places: [seat(INES), { label: "pool", key: false, choices: [] }] },
      "places[1].choices must not be empty",
    ],
    [
      "a place names a stranger",
      { places: [seat("who@acme.test")] },
      "places[0].choices names who@acme.test, who is not among the people",
    ],
    [
      "a place names what every object has",
      { places: [seat("constructor")] },
      "places[0].choices names constructor, who is not among the people",
    ],
    [
      "it has more places than a panel can have",
      { places: Array.from({ length: 21 }, () => seat(INES)) },
      "places must not be more than 20",
    ],
    [
      "the session takes no time",
      session(0),
      "session.durationMinutes must be a whole number from 1 to 480",
    ],
    [
      "the session takes longer than a day's work",
      session(1000),
      "session.durationMinutes must be a whole number from 1 to 480",
    ],
    [
      "the session takes part of a minute",
      session(30.5),
      "session.durationMinutes must be a whole number from 1 to 480",
    ],
    [
      "the candidate's zone is unknown",
      { candidate: { zone: "Europe/Atlantis" } },
      "candidate.zone is not an IANA time zone",
    ],
    [
      "the candidate's hours are reversed",
      { candidate: { zone: "UTC", comfort: { startMinute: 1080, endMinute: 540 } } },
      "candidate.comfort must run from one minute of the day to a later one, 0 to 1440",
    ],
    [
      "lunch ends tomorrow",
      { candidate: { zone: "UTC", lunch: { startMinute: 720, endMinute: 1500 } } },
      "candidate.lunch must run from one minute of the day to a later one, 0 to 1440",
    ],
    [
      "a window of the candidate is reversed",
      {
        candidate: {
          zone: "UTC",
          windows: [between("2026-11-24T12:00:00Z", "2026-11-24T11:00:00Z")],
        },
      },
      "candidate.windows[0] ends before it starts",
    ],
    [
      "the horizon is reversed",
      { horizon: between("2026-11-25T00:00:00Z", "2026-11-24T00:00:00Z") },
      "horizon must end after it starts",
    ],
    [
      "the horizon is empty",
      { horizon: between("2026-11-25T00:00:00Z", "2026-11-25T00:00:00Z") },
      "horizon must end after it starts",
    ],
    [
      "the horizon is a year",
      { horizon: between("2026-11-25T00:00:00Z", "2027-11-25T00:00:00Z") },
      "horizon must not be longer than 92 days",
    ],
    [
      "a reservation is reversed",
      {
        reservations: [{ email: INES, ...between("2026-11-25T00:00:00Z", "2026-11-24T00:00:00Z") }],
      },
      "reservations[0] ends before it starts",
    ],
    [
      "the notice is negative",
      { minimumNoticeMinutes: -1 },
      "minimumNoticeMinutes must be a whole number from 0 to 43200",
    ],
    ["nothing is asked for", { top: 0 }, "top must be a whole number from 1 to 50"],
    ["the grid is odd", { gridMinutes: 7 as unknown as 5 }, "gridMinutes must be 5, 10, 15 or 30"],
    [
      "a weight is negative",
      { weights: { earliness: -5 } },
      "weights.earliness must be a whole number from 0 to 1000",
    ],
    [
      "the start that is asked for lies inside a minute",
      { requiredStart: at("2026-11-24T10:00:30Z") },
      "requiredStart must be on a whole minute",
    ],
  ])("%s", (_, changes, fault) => {
    expect(faultsOf(changes)).toEqual([fault]);
  });

  test("somebody's calendar has a block that is reversed", () => {
    const blocks = [
      block("busy", "2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z"),
      block("busy", "2026-11-24T13:00:00Z", "2026-11-24T12:00:00Z"),
    ];
    expect(withInes({ blocks })).toEqual([
      "people[ines@acme.test].reading.blocks[1] ends before it starts",
    ]);
  });

  test("somebody's hours are in no zone or on no clock", () => {
    const hours = { zone: "Mars/Base", days: { 1: [{ startMinute: 60, endMinute: 60 }] } };
    expect(withInes({ hours })).toEqual([
      "people[ines@acme.test].hours.zone is not an IANA time zone",
      "people[ines@acme.test].hours.days[1][0] must run from one minute of the day to a later one, 0 to 1440",
    ]);
  });

  test("somebody's buffer or limits are no whole numbers", () => {
    expect(withInes({ bufferMinutes: { before: 0, after: 241 } })).toEqual([
      "people[ines@acme.test].bufferMinutes.after must be a whole number from 0 to 240",
    ]);
    expect(withInes({ bufferMinutes: 2.5, maxPerDay: -1, maxPerWeek: NaN })).toEqual([
      "people[ines@acme.test].bufferMinutes must be a whole number from 0 to 240",
      "people[ines@acme.test].maxPerDay must be a whole number from 0 to 100",
      "people[ines@acme.test].maxPerWeek must be a whole number from 0 to 500",
    ]);
  });

  test("somebody's journeys share a day or run backwards, or a share is no number", () => {
    const [monday, tuesday] = ["2026-11-23", "2026-11-24"].map((day) =>
      Temporal.PlainDate.from(day),
    );
    if (!monday || !tuesday) throw new Error("no days");
    const hours = weekdayHours("Asia/Tokyo");
    const stays = [
      { from: monday, until: tuesday, hours },
      { from: tuesday, until: monday, hours },
      { from: tuesday, until: tuesday, hours: weekdayHours("Mars/Base") },
    ];
    expect(withInes({ stays, owed: NaN, comfort: { startMinute: 60, endMinute: 50 } })).toEqual([
      "people[ines@acme.test].comfort must run from one minute of the day to a later one, 0 to 1440",
      "people[ines@acme.test].owed must be a number from -1000 to 1000",
      "people[ines@acme.test].stays[1] ends before it starts",
      "people[ines@acme.test].stays[1] shares a day with another one",
      "people[ines@acme.test].stays[2].hours.zone is not an IANA time zone",
      "people[ines@acme.test].stays[2] shares a day with another one",
    ]);
  });

  test("thousands of things are wrong: the first are told, and how many more there are", () => {
    const people = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, index) => [
        `p${index}@acme.test`,
        person(INES, { maxPerDay: 0.5 }),
      ]),
    );
    const places = [{ label: "all", key: false, choices: Object.keys(people).slice(0, 100) }];
    const run = () => findSlots(request({ places, people }));
    expect(run).toThrow(/^.{100,4000} and \d+ faults more\.$/);
  });

  test("several things are wrong: all are told at once", () => {
    expect(faultsOf({ ...session(0), candidate: { zone: "Nowhere" }, places: [] })).toHaveLength(3);
  });
});

test("ten thousand overlapping blocks are just a full calendar", () => {
  const start = at("2026-11-24T00:00:00Z");
  const blocks = Array.from({ length: 10_000 }, (_, index) => ({
    kind: "busy" as const,
    start: start.add({ minutes: index % 1440 }),
    end: start.add({ minutes: (index % 1440) + 90 }),
  }));
  const people = { [INES]: person(INES, { blocks }) };
  const horizon = between("2026-11-24T00:00:00Z", "2026-11-26T00:00:00Z");
  expect(findSlots(request({ people, horizon, top: 1 }))).toMatchObject({
    kind: "slots",
    slots: [{ startsAt: "2026-11-25T10:00:00Z" }],
  });
});

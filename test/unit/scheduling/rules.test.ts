import { describe, expect, test } from "vitest";
import { findSlots } from "../../../src/scheduling/find-slots.ts";
import type { SlotRequest } from "../../../src/scheduling/types.ts";
import {
  allHours,
  at,
  between,
  block,
  person,
  type PersonOptions,
  request,
  seat,
  unreadable,
  weekdayHours,
} from "../../support/slot-requests.ts";

const INES = "ines@acme.test";
const JONAS = "jonas@acme.test";

/** Starts on one Tuesday, in order of time, `HH:MM` in UTC. */
const tuesdayStarts = (changes: Partial<SlotRequest> = {}): string[] => {
  const horizon = between("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z");
  const result = findSlots(request({ horizon, top: 50, gridMinutes: 30, ...changes }));
  const starts = result.kind === "slots" ? result.slots.map(({ startsAt }) => startsAt) : [];
  return starts.map((start) => start.slice(11, 16)).toSorted();
};

const withInes = (options: PersonOptions): string[] =>
  tuesdayStarts({ people: { [INES]: person(INES, options) } });

const lunchOf = (kind: Parameters<typeof block>[0]) => [
  block(kind, "2026-11-24T10:00:00Z", "2026-11-24T16:00:00Z"),
];

describe("a slot", () => {
  test.each(["busy", "out_of_office"] as const)("never overlaps a block that is %s", (kind) => {
    expect(withInes({ blocks: lunchOf(kind) })).toEqual(["09:00", "16:00"]);
  });

  test.each(["tentative", "unaccepted", "focus", "working_elsewhere"] as const)(
    "may overlap a block that is %s",
    (kind) => {
      expect(withInes({ blocks: lunchOf(kind) })).toHaveLength(15);
    },
  );

  test("on site needs people who do not work elsewhere", () => {
    const people = { [INES]: person(INES, { blocks: lunchOf("working_elsewhere") }) };
    const session = { id: "onsite", durationMinutes: 60, format: "onsite" as const };
    expect(tuesdayStarts({ people, session })).toEqual(["09:00", "16:00"]);
  });

  test("keeps clear of a block to the minute, whatever the grid", () => {
    const blocks = [
      block("busy", "2026-11-24T10:01:00Z", "2026-11-24T11:59:00Z"),
      block("busy", "2026-11-24T13:00:30Z", "2026-11-24T15:00:01Z"),
    ];
    expect(withInes({ blocks })).toEqual(["09:00", "12:00", "15:30", "16:00"]);
  });

  test("is not kept away by a block that takes no time", () => {
    const blocks = [block("busy", "2026-11-24T10:00:20Z", "2026-11-24T10:00:20Z")];
    expect(withInes({ blocks })).toHaveLength(15);
  });

  test("leaves the buffer before and after what is firm, and none to the end of the day", () => {
    const blocks = [block("busy", "2026-11-24T11:00:00Z", "2026-11-24T14:00:00Z")];
    expect(withInes({ blocks, bufferMinutes: 30 })).toEqual([
      "09:00",
      "09:30",
      ...until16("14:30"),
    ]);
    expect(withInes({ blocks, bufferMinutes: 5 })).toEqual(["09:00", "09:30", ...until16("14:30")]);
    const sides = { before: 30, after: 0 };
    expect(withInes({ blocks, bufferMinutes: sides })).toEqual([
      "09:00",
      "09:30",
      "10:00",
      ...until16("14:30"),
    ]);
    expect(withInes({ blocks, bufferMinutes: { before: 0, after: 5 } })).toEqual([
      "09:00",
      "09:30",
      ...until16("14:00"),
    ]);
    const soft = [block("focus", "2026-11-24T11:00:00Z", "2026-11-24T14:00:00Z")];
    expect(withInes({ blocks: soft, bufferMinutes: 30 })).toHaveLength(15);
  });

  test("keeps clear of what other cases reserve for the person, with the buffer", () => {
    const held = between("2026-11-24T10:00:00Z", "2026-11-24T15:00:00Z");
    const reservations = [
      { email: INES, ...held },
      { email: JONAS, ...between("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z") },
    ];
    expect(tuesdayStarts({ reservations })).toEqual(["09:00", "15:00", "15:30", "16:00"]);
    const people = { [INES]: person(INES, { bufferMinutes: 15 }) };
    expect(tuesdayStarts({ reservations, people })).toEqual(["15:30", "16:00"]);
    // The other interview has the same buffer around itself.
    const sides = { [INES]: person(INES, { bufferMinutes: { before: 0, after: 15 } }) };
    expect(tuesdayStarts({ reservations, people: sides })).toEqual(["15:30", "16:00"]);
  });

  test("lies inside everybody's working hours, each in their own zone", () => {
    const people = {
      [INES]: person(INES, { zone: "Europe/Lisbon" }),
      [JONAS]: person(JONAS, { zone: "America/New_York" }),
    };
    const places = [seat(INES), seat(JONAS)];
    expect(tuesdayStarts({ people, places })).toEqual(until16("14:00"));
  });

  test("follows the hours of the calendar before the fallback, with breaks and days off", () => {
    const hours = {
      zone: "UTC",
      days: {
        2: [
          { startMinute: 8 * 60, endMinute: 10 * 60 },
          { startMinute: 13 * 60, endMinute: 14 * 60 + 30 },
        ],
      },
    };
    const reading = { email: INES, readable: true as const, zone: "UTC", blocks: [], hours };
    const readAt = at("2026-11-23T08:00:00Z");
    expect(withInes({ reading: { ...reading, readAt } })).toEqual([
      "08:00",
      "08:30",
      "09:00",
      "13:00",
      "13:30",
    ]);
    const monday = { ...hours, days: { 1: hours.days[2] } };
    expect(withInes({ reading: { ...reading, hours: monday, readAt } })).toEqual([]);
  });

  test("keeps clear of whole days off, by the clock of who has them", () => {
    const off = { daysOff: [{ date: Temporal.PlainDate.from("2026-11-24"), name: "Some day" }] };
    expect(withInes(off)).toEqual([]);
    expect(withInes({ daysOff: [{ date: Temporal.PlainDate.from("2026-11-25") }] })).toHaveLength(
      15,
    );
    // In Auckland the 24th ends at 11:00 UTC.
    const hours = allHours("Pacific/Auckland");
    expect(withInes({ ...off, hours })[0]).toBe("11:00");
  });

  test("follows somebody who travels: other hours in another zone, for these days", () => {
    const tuesday = Temporal.PlainDate.from("2026-11-24");
    const stayUntil = (until: Temporal.PlainDate, from = until) => ({
      hours: weekdayHours("Asia/Tokyo"),
      stays: [{ from, until, hours: weekdayHours("America/New_York") }],
    });
    const edgesOf = (starts: string[]) => [starts[0], starts.at(-1), starts.length];
    // From 9 to 17 in Tokyo is from 0 to 8 in UTC; in New York it is from 14 to 22.
    expect(edgesOf(withInes(stayUntil(tuesday)))).toEqual(["14:00", "21:00", 15]);
    expect(edgesOf(withInes(stayUntil(tuesday.add({ days: 1 }))))).toEqual(["00:00", "07:00", 15]);
    expect(edgesOf(withInes(stayUntil(tuesday.add({ days: 3 }), tuesday)))).toEqual([
      "14:00",
      "21:00",
      15,
    ]);
  });

  test("may run over midnight of somebody who works through", () => {
    const people = { [INES]: person(INES, { hours: allHours("UTC") }) };
    const horizon = between("2026-11-24T23:00:00Z", "2026-11-25T01:00:00Z");
    expect(tuesdayStarts({ people, horizon })).toEqual(["00:00", "23:00", "23:30"]);
  });

  test("keeps the minimum notice and the horizon", () => {
    const now = at("2026-11-24T08:10:00Z");
    expect(tuesdayStarts({ now, minimumNoticeMinutes: 5 * 60 })).toEqual(until16("13:30"));
    expect(tuesdayStarts({ now: at("2026-11-24T09:00:20Z") })[0]).toBe("09:30");
    const horizon = between("2026-11-24T12:10:00Z", "2026-11-24T14:59:00Z");
    expect(tuesdayStarts({ horizon })).toEqual(["12:30", "13:00", "13:30"]);
  });

  test("keeps a notice of a day when nothing is said", () => {
    const { minimumNoticeMinutes: _, ...rest } = request({
      now: at("2026-11-23T13:00:00Z"),
      top: 50,
    });
    const result = findSlots(rest);
    expect(
      result.kind === "slots" && result.slots.map(({ startsAt }) => startsAt).toSorted()[0],
    ).toBe("2026-11-24T13:00:00Z");
  });

  test("lies inside one of the candidate's windows, which may overlap", () => {
    const windows = [
      between("2026-11-24T09:15:00Z", "2026-11-24T10:15:00Z"),
      between("2026-11-24T12:00:00Z", "2026-11-24T12:30:00Z"),
      between("2026-11-24T12:29:00Z", "2026-11-24T13:00:00Z"),
      between("2026-11-24T14:00:00Z", "2026-11-24T14:59:00Z"),
    ];
    const candidate = { zone: "UTC", windows };
    expect(tuesdayStarts({ candidate, gridMinutes: 15 })).toEqual(["09:15", "12:00"]);
    expect(tuesdayStarts({ candidate: { zone: "UTC", windows: [] } })).toEqual([]);
  });

  test("keeps the limit of the local day", () => {
    const zone = "America/New_York";
    const options = { zone, hours: allHours(zone), maxPerDay: 1 };
    // 23 November 23:00 in New York is the day before there, though it is Tuesday in UTC.
    const interviews = [at("2026-11-24T04:00:00Z")];
    const starts = withInes({ ...options, interviews });
    expect(starts[0]).toBe("05:00");
    expect(starts.at(-1)).toBe("23:00");
    const second = withInes({ ...options, interviews: [at("2026-11-24T05:00:00Z")] });
    expect(second.at(-1)).toBe("04:30");
    expect(withInes({ ...options, interviews, maxPerDay: 2 })).toHaveLength(47);
    expect(withInes({ ...options, maxPerDay: 0 })).toEqual([]);
  });

  test("keeps the limits of whoever travels by the clocks around them", () => {
    const away = (from: string) => ({
      hours: allHours("Asia/Tokyo"),
      stays: [
        {
          from: Temporal.PlainDate.from(from),
          until: Temporal.PlainDate.from("2026-11-25"),
          hours: allHours("America/New_York"),
        },
      ],
    });
    // Half past nine in New York, where it stays Tuesday until 05:00 in UTC; in Tokyo Wednesday begins at 15:00.
    const interviews = [at("2026-11-24T14:30:00Z")];
    expect(withInes({ ...away("2026-11-24"), interviews, maxPerDay: 1 })).toEqual([]);
    expect(withInes({ ...away("2026-11-24"), interviews, maxPerDay: 2 }).length).toBeGreaterThan(0);
    // Sunday evening in New York, and Monday in Tokyo.
    const sunday = [at("2026-11-23T01:00:00Z")];
    const ofWeek = { interviews: sunday, maxPerWeek: 1 };
    expect(withInes({ ...away("2026-11-20"), ...ofWeek })).toHaveLength(47);
    expect(withInes({ ...away("2026-11-24"), ...ofWeek })).toEqual([]);
  });

  test("keeps the limit of the local week, reservations included, each interview once", () => {
    const interviews = [at("2026-11-23T10:00:00Z"), at("2026-11-22T10:00:00Z")];
    expect(withInes({ maxPerWeek: 2, interviews })).toHaveLength(15);
    expect(withInes({ maxPerWeek: 1, interviews })).toEqual([]);
    expect(withInes({ maxPerWeek: 0 })).toEqual([]);
    const people = { [INES]: person(INES, { maxPerWeek: 2, interviews }) };
    const monday = between("2026-11-23T10:00:00Z", "2026-11-23T11:00:00Z");
    const friday = between("2026-11-27T10:00:00Z", "2026-11-27T11:00:00Z");
    const reserved = (time: typeof monday) => [{ email: INES, ...time }];
    expect(tuesdayStarts({ people, reservations: reserved(monday) })).toHaveLength(15);
    expect(tuesdayStarts({ people, reservations: reserved(friday) })).toEqual([]);
  });

  test("counts the times of an offer as one interview of a day and of a week", () => {
    const limited = { [INES]: person(INES, { maxPerDay: 2, maxPerWeek: 3 }) };
    const kept = (day: number, hour: number, offer: string, time: number) => ({
      email: INES,
      start: at(`2026-11-${day}T${hour}:00:00Z`),
      end: at(`2026-11-${day}T${hour + 1}:00:00Z`),
      offered: { offer, time },
    });
    // Of each offer one time at most comes true: one of Tuesday's and one of the week's.
    const five = [24, 24, 25, 26, 27].map((day, time) => kept(day, 10 + time, "one", time));
    expect(tuesdayStarts({ people: limited, reservations: five })).toContain("09:00");
    const two = [...five, kept(24, 13, "two", 0)];
    expect(tuesdayStarts({ people: limited, reservations: two })).toEqual([]);
    // Both sessions of one of its times do.
    const both = [kept(24, 10, "one", 0), kept(24, 13, "one", 0), kept(25, 10, "one", 1)];
    expect(tuesdayStarts({ people: limited, reservations: both })).toEqual([]);
  });

  test("waits until a pause is over", () => {
    expect(withInes({ pausedUntil: at("2026-11-24T15:10:00Z") })).toEqual(["15:30", "16:00"]);
    expect(withInes({ pausedUntil: at("2027-01-01T00:00:00Z") })).toEqual([]);
  });
});

describe("a place", () => {
  const pool = { label: "pool seniors", key: false, choices: [INES, JONAS] };

  test("goes to another choice when a calendar cannot be read, and that is said", () => {
    const people = { [INES]: unreadable(INES), [JONAS]: person(JONAS) };
    const result = findSlots(request({ people, places: [pool] }));
    expect(result).toMatchObject({
      kind: "slots",
      slots: [{ panel: [{ place: 0, email: JONAS }] }, {}, {}, {}, {}],
      findings: [
        {
          kind: "calendar_unreadable",
          email: INES,
          words: "The calendar of Ines cannot be read: access to it is denied.",
        },
      ],
    });
  });

  test("goes to another choice when somebody takes no interviews, and that is said", () => {
    const people = { [INES]: person(INES, { optedOut: true }), [JONAS]: person(JONAS) };
    const result = findSlots(request({ people, places: [pool] }));
    expect(result).toMatchObject({
      slots: [{ panel: [{ place: 0, email: JONAS }] }, {}, {}, {}, {}],
      findings: [{ kind: "opted_out", email: INES, words: "Ines takes no interviews." }],
    });
  });

  test("never shares its person with another place", () => {
    const people = { [INES]: person(INES), [JONAS]: person(JONAS) };
    const result = findSlots(request({ people, places: [pool, pool] }));
    if (result.kind === "none") throw new Error("nothing found");
    for (const { panel } of result.slots) {
      expect(panel).toEqual([
        { place: 0, email: INES },
        { place: 1, email: JONAS },
      ]);
    }
    expect(findSlots(request({ people, places: [pool, pool, pool] })).kind).toBe("none");
  });

  test("of equals goes to the first by address, and of equal times to the earlier", () => {
    const people = { [INES]: person(INES), [JONAS]: person(JONAS) };
    const weights = { attendance: 0, earliness: 0 };
    const reversed = { ...pool, choices: [JONAS, INES] };
    const result = findSlots(request({ people, places: [reversed], weights, top: 3 }));
    expect(result).toMatchObject({
      slots: [
        { startsAt: "2026-11-24T09:00:00Z", panel: [{ email: INES }] },
        { startsAt: "2026-11-24T09:15:00Z", panel: [{ email: INES }] },
        { startsAt: "2026-11-24T09:30:00Z", panel: [{ email: INES }] },
      ],
      proven: true,
    });
  });
});

describe("a start that is asked for", () => {
  test("is looked at alone, on the grid or not", () => {
    const result = findSlots(request({ requiredStart: at("2026-11-24T10:07:00Z") }));
    expect(result).toMatchObject({
      kind: "slots",
      considered: 1,
      slots: [{ startsAt: "2026-11-24T10:07:00Z", endsAt: "2026-11-24T11:07:00Z" }],
    });
  });

  test("is held to every rule", () => {
    const blocks = [block("busy", "2026-11-24T11:00:00Z", "2026-11-24T12:00:00Z")];
    const people = { [INES]: person(INES, { blocks }) };
    const kindAt = (start: string) => findSlots(request({ people, requiredStart: at(start) })).kind;
    expect(kindAt("2026-11-24T10:00:00Z")).toBe("slots");
    expect(kindAt("2026-11-24T10:01:00Z")).toBe("none");
    expect(kindAt("2026-11-24T16:01:00Z")).toBe("none");
    expect(kindAt("2026-11-29T10:00:00Z")).toBe("none");
  });
});

test("the grid follows the candidate's clock where it is off the hour", () => {
  const kathmandu = "Asia/Kathmandu";
  const people = { [INES]: person(INES, { hours: weekdayHours(kathmandu) }) };
  const candidate = { zone: kathmandu };
  const starts = tuesdayStarts({ people, candidate, gridMinutes: 30 });
  expect(starts[0]).toBe("03:15");
  expect(starts).toHaveLength(15);
});

function until16(first: string): string[] {
  const hours = Array.from({ length: 8 }, (_, index) => 9 + index);
  return hours
    .flatMap((hour) => [`${hour}:00`, `${hour}:30`].map((time) => time.padStart(5, "0")))
    .filter((time) => time >= first && time <= "16:00");
}

import { describe, expect, it } from "vitest";
import { NO_PREFERENCES, type Preferences } from "../../../src/domain/preferences.ts";
import { findSlots } from "../../../src/scheduling/find-slots.ts";
import type { SlotPerson, SlotRequest } from "../../../src/scheduling/types.ts";
import { applyOptOut, applyPreferences, applyZones } from "../../../tools/apply-preferences.ts";

const GRACE = "grace@example.test";
const MONDAY = "2026-11-23";
const NOW = Temporal.Instant.from(`${MONDAY}T00:00:00Z`);
const HORIZON = { start: NOW, end: NOW.add({ hours: 5 * 24 }) };
const OFFICE = { startMinute: 540, endMinute: 1020 };
const weekdays = (range: { startMinute: number; endMinute: number }) => ({
  1: [range],
  2: [range],
  3: [range],
  4: [range],
  5: [range],
});

const person = (zone: string, changes: Partial<SlotPerson> = {}): SlotPerson => ({
  name: "Grace",
  reading: { email: GRACE, readable: true, zone, blocks: [], readAt: NOW },
  taken: [],
  hours: { zone, days: weekdays(OFFICE) },
  bufferMinutes: 5,
  maxPerDay: 4,
  maxPerWeek: 12,
  ...changes,
});

const set = (changes: Partial<Preferences>): Preferences => ({ ...NO_PREFERENCES, ...changes });

const requestFor = (one: SlotPerson): SlotRequest => ({
  session: { id: "screen", durationMinutes: 60 },
  places: [{ label: "hiring manager", key: true, choices: [GRACE] }],
  people: { [GRACE]: one },
  candidate: { zone: "UTC" },
  horizon: HORIZON,
  now: NOW,
  minimumNoticeMinutes: 0,
  top: 50,
});

/** Every half hour at which the person can sit, in UTC. */
const startsFor = (one: SlotPerson): string[] =>
  Array.from({ length: 5 * 48 }, (_, half) => NOW.add({ minutes: half * 30 })).flatMap((start) =>
    findSlots({ ...requestFor(one), requiredStart: start }).kind === "slots"
      ? [start.toString().slice(0, 16)]
      : [],
  );

const applied = (one: SlotPerson, changes: Partial<Preferences>): SlotPerson =>
  applyPreferences(one, set(changes), HORIZON);

describe("Whose hours count", () => {
  const calendarHours = {
    zone: "UTC",
    days: { 2: [{ startMinute: 600, endMinute: 660 }] },
  };
  const withCalendarHours = person("UTC", {
    reading: {
      email: GRACE,
      readable: true,
      zone: "UTC",
      blocks: [],
      readAt: NOW,
      hours: calendarHours,
    },
  });

  it("the calendar's before the plan's, also for who has set something else", () => {
    expect(startsFor(applied(withCalendarHours, { maxInterviewsPerDay: 3 }))).toEqual([
      "2026-11-24T10:00",
    ]);
  });

  it("the person's own before both", () => {
    const hours = {
      wed: [
        { start: "08:00", end: "09:00" },
        { start: "13:00", end: "14:00" },
      ],
    };
    expect(startsFor(applied(withCalendarHours, { hours }))).toEqual([
      "2026-11-25T08:00",
      "2026-11-25T13:00",
    ]);
  });

  it("on the clock of the person's own zone", () => {
    const hours = { wed: [{ start: "13:00", end: "14:00" }] };
    const inIndia = applied(person("UTC"), { hours, zone: "Asia/Kolkata" });
    expect(startsFor(inIndia)).toEqual(["2026-11-25T07:30"]);
    const plansHoursThere = applied(person("UTC"), { zone: "America/New_York" });
    expect(startsFor(plansHoursThere)[0]).toBe("2026-11-23T14:00");
  });
});

describe("Times are told", () => {
  it("on the clock that somebody has chosen, where their calendar can be read", () => {
    const preferences = { [GRACE]: set({ zone: "Asia/Kolkata" }) };
    const calendars = [
      { email: GRACE, zone: "UTC" },
      { email: "omar@example.test", zone: "UTC" },
    ];
    expect(applyZones(calendars, preferences).map(({ zone }) => zone)).toEqual([
      "Asia/Kolkata",
      "UTC",
    ]);
    expect(applyZones([{ email: GRACE, zone: null }], preferences)[0]?.zone).toBeNull();
  });
});

describe("Limits and buffers", () => {
  it.each([
    [2, 2],
    [9, 4],
    [null, 4],
  ])("of %s a day, where the plan has 4, the stricter counts: %s", (own, counts) => {
    expect(applied(person("UTC"), { maxInterviewsPerDay: own }).maxPerDay).toBe(counts);
  });

  it("of a week likewise, and where nobody sets one there is none", () => {
    expect(applied(person("UTC"), { maxInterviewsPerWeek: 3 }).maxPerWeek).toBe(3);
    const { maxPerDay: _, maxPerWeek: __, ...unlimited } = person("UTC");
    expect(applied(unlimited, {})).not.toHaveProperty("maxPerDay");
    expect(applied(unlimited, { maxInterviewsPerDay: 2 }).maxPerDay).toBe(2);
  });

  it.each([
    [30, 30],
    [0, 5],
    [null, 5],
    [
      { before: 0, after: 15 },
      { before: 5, after: 15 },
    ],
  ])("a buffer of %j beside the plan's 5 is %j", (own, counts) => {
    expect(applied(person("UTC"), { bufferMinutes: own }).bufferMinutes).toEqual(counts);
  });
});

describe("A pause", () => {
  it("ends with the beginning of its day where the person is", () => {
    const starts = startsFor(applied(person("Asia/Kolkata"), { pausedUntil: "2026-11-26" }));
    expect(starts[0]).toBe("2026-11-26T03:30");
  });

  it("that leaves a place with nobody says so", () => {
    const result = findSlots(requestFor(applied(person("UTC"), { pausedUntil: "2027-01-01" })));
    expect(result).toMatchObject({
      kind: "none",
      findings: [
        {
          kind: "paused",
          words: expect.stringMatching(/^Grace takes no interviews before .*1 January/),
        },
      ],
    });
  });

  it("for good leaves nobody either", () => {
    const result = findSlots(requestFor(applied(person("UTC"), { takesNoInterviews: true })));
    expect(result).toMatchObject({
      kind: "none",
      findings: [{ kind: "opted_out", words: "Grace takes no interviews." }],
    });
  });
});

describe("Times to avoid", () => {
  const mornings = { days: ["mon" as const, "tue" as const], start: "08:00", end: "15:00" };

  it("that are firm are never taken", () => {
    const starts = startsFor(applied(person("UTC"), { focus: [{ ...mornings, firm: true }] }));
    expect(starts.filter((start) => start < "2026-11-25")).toEqual([
      "2026-11-23T15:00",
      "2026-11-23T15:30",
      "2026-11-23T16:00",
      "2026-11-24T15:00",
      "2026-11-24T15:30",
      "2026-11-24T16:00",
    ]);
  });

  it("in the middle of a day leave both ends", () => {
    const focus = [{ days: ["mon" as const], start: "10:00", end: "16:00", firm: true }];
    const starts = startsFor(applied(person("UTC"), { focus }));
    expect(starts.filter((start) => start < "2026-11-24")).toEqual([
      "2026-11-23T09:00",
      "2026-11-23T16:00",
    ]);
  });

  it("that are soft give way to nothing better alone", () => {
    const one = applied(person("UTC"), { focus: [{ ...mornings, firm: false }] });
    expect(startsFor(one)).toContain("2026-11-23T09:00");
    const found = findSlots(requestFor(one));
    const best = found.kind === "slots" ? found.slots[0]?.startsAt : "";
    const before = findSlots(requestFor(person("UTC")));
    const without = before.kind === "slots" ? before.slots[0]?.startsAt : "";
    expect(without?.slice(0, 10)).toBe(MONDAY);
    expect(best?.slice(11, 16)).not.toBe(without?.slice(11, 16));
  });

  it("follow the clock over its change", () => {
    const change = Temporal.Instant.from("2026-10-24T00:00:00Z");
    const horizon = { start: change, end: change.add({ hours: 72 }) };
    const focus = [
      { days: ["sat" as const, "mon" as const], start: "09:00", end: "10:00", firm: false },
    ];
    const { taken = [] } = applyPreferences(person("Europe/Lisbon"), set({ focus }), horizon);
    const starts = taken.map(({ start }) =>
      Temporal.Instant.fromEpochMilliseconds(start * 60_000).toString(),
    );
    expect(starts).toEqual(["2026-10-24T08:00:00Z", "2026-10-26T09:00:00Z"]);
  });
});

describe("A hiring manager who need not be there", () => {
  const manager = { label: "hiring manager", key: true, choices: [GRACE] };
  const engineer = { label: "pool engineers", key: false, choices: ["omar@example.test"] };
  const people = [
    { userId: "u1", name: "Grace", email: GRACE },
    { userId: "u2", name: "Omar", email: "omar@example.test" },
  ];
  const seats = { places: [[manager, engineer]], people, leftOut: [] };
  const plan = { id: "panel", sessions: [{ id: "design", name: "Design" }] };
  const preferences = { [GRACE]: set({ notAsHiringManagerIn: ["panel/design"] }) };
  const left = [
    { email: GRACE, why: "the hiring manager, who has set not to be needed in Design" },
  ];

  it("is left out, and it is said why", () => {
    expect(applyOptOut(seats, plan, preferences)).toEqual({
      places: [[engineer]],
      people: people.slice(1),
      leftOut: left,
    });
  });

  it("is needed in every other session", () => {
    const other = { id: "panel", sessions: [{ id: "culture", name: "Culture" }] };
    expect(applyOptOut(seats, other, preferences)).toBe(seats);
    expect(applyOptOut(seats, { ...plan, id: "other" }, preferences)).toBe(seats);
    expect(applyOptOut(seats, plan, {})).toBe(seats);
  });

  it("stays among the people of a loop for the sessions that need them", () => {
    const loop = { id: "panel", sessions: [...plan.sessions, { id: "end", name: "End" }] };
    const both = { ...seats, places: [[manager, engineer], [manager]] };
    expect(applyOptOut(both, loop, preferences)).toEqual({
      places: [[engineer], [manager]],
      people,
      leftOut: left,
    });
  });

  it("stays where nobody else would be", () => {
    const alone = { ...seats, places: [[manager]] };
    expect(applyOptOut(alone, plan, preferences)).toBe(alone);
  });

  it("may still sit there as one of a pool", () => {
    const pooled = { label: "pool x", key: false, choices: [GRACE] };
    const both = { places: [[manager, pooled]], people: people.slice(0, 1), leftOut: [] };
    expect(applyOptOut(both, plan, preferences)).toEqual({
      places: [[pooled]],
      people: both.people,
      leftOut: left,
    });
  });
});

describe("A journey", () => {
  const newYork = { from: "2026-11-24", until: "2026-11-25", zone: "America/New_York" };
  const stay = (hours: Preferences["stays"][number]["hours"]) =>
    applied(person("UTC"), { stays: [{ ...newYork, hours }] });

  it("changes the hours on its days, by the clocks there", () => {
    const starts = startsFor(stay(null));
    const ofDay = (day: string) => starts.filter((start) => start.startsWith(day));
    expect(ofDay("2026-11-23").at(0)).toBe("2026-11-23T09:00");
    // 09:00 to 17:00 in New York.
    expect([ofDay("2026-11-24").at(0), ofDay("2026-11-24").at(-1)]).toEqual([
      "2026-11-24T14:00",
      "2026-11-24T21:00",
    ]);
    expect(ofDay("2026-11-26").at(0)).toBe("2026-11-26T09:00");
  });

  it("has hours of its own on the days that are worked at home", () => {
    const starts = startsFor(stay({ start: "10:00", end: "12:00" }));
    expect(starts.filter((start) => start.startsWith("2026-11-25"))).toEqual([
      "2026-11-25T15:00",
      "2026-11-25T15:30",
      "2026-11-25T16:00",
    ]);
    const weekend = { ...newYork, from: "2026-11-28", until: "2026-11-29" };
    const { stays } = applied(person("UTC"), {
      stays: [{ ...weekend, hours: { start: "10:00", end: "12:00" } }],
    });
    expect(stays?.[0]?.hours.days[6]).toEqual([]);
  });

  it("leaves times out that they never give, there as well", () => {
    const focus = [{ days: ["wed" as const], start: "09:00", end: "12:00", firm: true }];
    const there = applied(person("UTC"), { stays: [{ ...newYork, hours: null }], focus });
    const wednesday = startsFor(there).filter((start) => start.startsWith("2026-11-25"));
    expect(wednesday.at(0)).toBe("2026-11-25T17:00");
  });
});

describe("The hours that suit", () => {
  it("and lunch go to the engine as they are, and nothing when none are set", () => {
    const own = {
      comfort: { start: "10:00", end: "15:00" },
      lunch: { start: "12:00", end: "13:00" },
    };
    expect(applied(person("UTC"), own)).toMatchObject({
      comfort: { startMinute: 600, endMinute: 900 },
      lunch: { startMinute: 720, endMinute: 780 },
    });
    const bare = applied(person("UTC"), {});
    expect([bare.comfort, bare.lunch, bare.stays]).toEqual([undefined, undefined, undefined]);
  });
});

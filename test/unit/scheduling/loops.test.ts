import { describe, expect, test } from "vitest";
import { findItineraries } from "../../../src/scheduling/find-itineraries.ts";
import type { Itinerary, LoopRequest, LoopSession } from "../../../src/scheduling/loop-types.ts";
import {
  at,
  between,
  block,
  person,
  request,
  seat,
  unreadable,
} from "../../support/slot-requests.ts";

const MAIL = (name: string): string => `${name}@acme.test`;
const EVERYBODY = ["ada", "bo", "cy", "di", "eli", "fay"].map(MAIL);

const session = (id: string, changes: Partial<LoopSession> = {}): LoopSession => ({
  id,
  name: id,
  durationMinutes: 60,
  places: [{ label: "pool", key: false, choices: EVERYBODY }],
  ...changes,
});

/** Three hours with people of one pool, on one of four days in UTC. */
const loop = (changes: Partial<LoopRequest> = {}): LoopRequest => {
  const { session: _session, places: _places, ...around } = request();
  return {
    ...around,
    people: Object.fromEntries(EVERYBODY.map((email) => [email, person(email)])),
    sessions: [session("one"), session("two"), session("three")],
    ...changes,
  };
};

const best = (asked: LoopRequest): Itinerary => {
  const result = findItineraries(asked);
  if (result.kind === "none") throw new Error(JSON.stringify(result));
  expect(result.proven).toBe(true);
  const [first] = result.itineraries;
  if (!first) throw new Error("no itinerary");
  return first;
};

const times = ({ sessions }: Itinerary): string[] =>
  sessions.map(({ sessionId, startsAt }) => `${sessionId} ${startsAt.slice(8, 16)}`);

const people = ({ sessions }: Itinerary): string[] =>
  sessions.flatMap(({ panel }) => panel.map(({ email }) => email));

describe("a loop", () => {
  test("is one row of sessions on one day, everybody in one of them", () => {
    const itinerary = best(loop());
    expect(times(itinerary)).toEqual(["one 24T09:00", "two 24T10:00", "three 24T11:00"]);
    expect(new Set(people(itinerary)).size).toBe(3);
    expect(itinerary.score).toBeGreaterThan(95);
    expect(itinerary.terms.map(({ name }) => name)).toContain("compactness");
    expect(itinerary.terms.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(100, 2);
  });

  test("is offered on other days, each once, the best first", () => {
    const result = findItineraries(loop({ top: 5 }));
    if (result.kind === "none") throw new Error("nothing fits");
    const days = result.itineraries.map(({ sessions }) => sessions[0]?.startsAt.slice(8, 10));
    expect(days).toEqual(["24", "25", "26", "27"]);
    const scores = result.itineraries.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(result.bound).toBeCloseTo(scores.at(-1) ?? 0, 3);
  });

  test("keeps the order that is asked for", () => {
    const sessions = [
      session("one", { after: ["two"] }),
      session("two", { after: ["three"] }),
      session("three"),
    ];
    expect(times(best(loop({ sessions })))).toEqual([
      "three 24T09:00",
      "two 24T10:00",
      "one 24T11:00",
    ]);
  });

  test("leaves a piece of the lunch hours free, and a pause after long", () => {
    const sessions = ["one", "two", "three", "four", "five"].map((id) => session(id));
    const rules = {
      lunch: { startMinute: 12 * 60, endMinute: 14 * 60, minutes: 60 },
      pause: { afterMinutes: 120, minutes: 15 },
    };
    const itinerary = best(loop({ sessions, rules }));
    const busy = itinerary.sessions.map(({ startsAt, endsAt }) => between(startsAt, endsAt));
    const isFree = (start: string, end: string): boolean =>
      busy.every(
        (each) =>
          Temporal.Instant.compare(each.end, at(start)) <= 0 ||
          Temporal.Instant.compare(each.start, at(end)) >= 0,
      );
    const day = itinerary.sessions[0]?.startsAt.slice(0, 10) ?? "";
    const pieces = ["12:00", "12:15", "12:30", "12:45", "13:00"];
    expect(
      pieces.some((from) => {
        const end = at(`${day}T${from}:00Z`).add({ hours: 1 }).toString();
        return isFree(`${day}T${from}:00Z`, end);
      }),
    ).toBe(true);
    const gaps = busy.slice(1).map((each, index) => {
      const before = busy[index]?.end ?? each.start;
      return before.until(each.start).total("minutes");
    });
    // Three in a row would be more than two hours.
    expect(gaps.slice(1).every((gap, index) => gap >= 15 || (gaps[index] ?? 0) >= 15)).toBe(true);
  });

  test("is spread over days when one day cannot hold it", () => {
    const blocks = [24, 25, 26, 27].map((day) =>
      block("busy", `2026-11-${day}T11:00:00Z`, `2026-11-${day}T17:00:00Z`),
    );
    const busy = Object.fromEntries(EVERYBODY.map((email) => [email, person(email, { blocks })]));
    expect(findItineraries(loop({ people: busy })).kind).toBe("none");
    const itinerary = best(loop({ people: busy, rules: { mostDays: 2 } }));
    expect(new Set(itinerary.sessions.map(({ startsAt }) => startsAt.slice(0, 10))).size).toBe(2);
    expect(itinerary.terms.find(({ name }) => name === "few_days")?.words).toBe(
      "2 days: Tuesday 24 November and Wednesday 25 November",
    );
  });

  test("has somebody whom the plan names in two sessions in both, with their buffer and limits", () => {
    const named = [
      session("one", { places: [seat(MAIL("ada"))] }),
      session("two"),
      session("three", { places: [seat(MAIL("ada"))] }),
    ];
    const everybody = loop().people;
    const withAda = (changes: object): LoopRequest =>
      loop({
        sessions: named,
        people: { ...everybody, [MAIL("ada")]: { ...person(MAIL("ada")), ...changes } },
      });
    const itinerary = best(withAda({ bufferMinutes: 30 }));
    expect(people(itinerary).filter((email) => email === MAIL("ada"))).toHaveLength(2);
    const mine = itinerary.sessions.filter(({ panel }) => panel[0]?.email === MAIL("ada"));
    const [first, second] = mine.map(({ startsAt, endsAt }) => between(startsAt, endsAt));
    const gap = first && second && first.end.until(second.start).total("minutes");
    expect(gap).toBeGreaterThanOrEqual(30);
    expect(findItineraries(withAda({ maxPerDay: 1 })).kind).toBe("none");
  });
});

describe("a loop that is booked already", () => {
  const booked = (changes: Partial<LoopRequest> = {}): LoopRequest =>
    loop({
      previous: [
        { sessionId: "one", startsAt: at("2026-11-25T13:00:00Z"), panel: [MAIL("ada")] },
        { sessionId: "two", startsAt: at("2026-11-25T14:00:00Z"), panel: [MAIL("bo")] },
        { sessionId: "three", startsAt: at("2026-11-25T15:07:00Z"), panel: [MAIL("cy")] },
      ],
      ...changes,
    });

  test("stays as it is while it can, whatever would score higher", () => {
    const itinerary = best(booked());
    expect(itinerary.disturbed).toBe(0);
    expect(times(itinerary)).toEqual(["one 25T13:00", "two 25T14:00", "three 25T15:07"]);
    expect(people(itinerary)).toEqual(["ada", "bo", "cy"].map(MAIL));
  });

  test("has one person replaced when one cannot come, and nothing moved", () => {
    const blocks = [block("busy", "2026-11-25T14:00:00Z", "2026-11-25T15:00:00Z")];
    const everybody = booked().people;
    const itinerary = best(
      booked({ people: { ...everybody, [MAIL("bo")]: person(MAIL("bo"), { blocks }) } }),
    );
    expect(itinerary.disturbed).toBe(1);
    expect(times(itinerary)).toEqual(["one 25T13:00", "two 25T14:00", "three 25T15:07"]);
    expect(people(itinerary)[1]).not.toBe(MAIL("bo"));
  });

  test("moves one session when nobody can replace", () => {
    const sessions = [
      session("one"),
      session("two", { places: [seat(MAIL("bo"))] }),
      session("three"),
    ];
    const blocks = [block("busy", "2026-11-25T14:00:00Z", "2026-11-25T14:30:00Z")];
    const everybody = booked().people;
    const itinerary = best(
      booked({ sessions, people: { ...everybody, [MAIL("bo")]: person(MAIL("bo"), { blocks }) } }),
    );
    // The candidate and Bo.
    expect(itinerary.disturbed).toBe(2);
    expect(times(itinerary)).toContain("one 25T13:00");
    expect(times(itinerary)).toContain("three 25T15:07");
  });

  test("keeps what is pinned, also against a rule", () => {
    const pinned = { start: at("2026-11-24T20:00:00Z"), seats: [MAIL("ada")] };
    const sessions = [session("one", { pinned }), session("two")];
    const itinerary = best(loop({ sessions, rules: { mostDays: 2 } }));
    expect(times(itinerary)).toContain("one 24T20:00");
  });
});

describe("a loop for which nothing fits", () => {
  const none = (asked: LoopRequest) => {
    const result = findItineraries(asked);
    if (result.kind !== "none") throw new Error("something fits");
    expect(result.proven).toBe(true);
    expect(result.blockers.length).toBeGreaterThan(0);
    return result;
  };

  test("names the session that has no time by itself, and who is in its way", () => {
    const blocks = [block("out_of_office", "2026-11-23T00:00:00Z", "2026-11-30T00:00:00Z")];
    const sessions = [session("one"), session("two", { places: [seat(MAIL("bo"))] })];
    const everybody = loop().people;
    const { blockers, relaxations } = none(
      loop({ sessions, people: { ...everybody, [MAIL("bo")]: person(MAIL("bo"), { blocks }) } }),
    );
    expect(blockers[0]).toMatchObject({ what: "out_of_office", email: MAIL("bo") });
    expect(blockers[0]?.words).toMatch(/^two: On every working day there is no time for Bo/);
    expect(relaxations).toEqual([]);
  });

  test("says that there are too few people", () => {
    const choices = ["ada", "bo"].map(MAIL);
    const sessions = ["one", "two", "three"].map((id) =>
      session(id, { places: [{ label: "pool", key: false, choices }] }),
    );
    expect(none(loop({ sessions })).blockers).toEqual([
      {
        what: "too_few_people",
        words:
          "one, two and three need 3 different people beside those who are named, and those who can be asked do not fill all places.",
      },
    ]);
  });

  test("says what would have to give, the cheapest first, and when it then fits", () => {
    const rules = { lunch: { startMinute: 9 * 60, endMinute: 17 * 60, minutes: 6 * 60 } };
    const { blockers, relaxations } = none(loop({ rules }));
    expect(blockers[0]?.words).toMatch(/^Each of one, two and three has a time by itself/);
    expect(relaxations.map(({ words }) => words)).toContain(
      "It fits on Tuesday 24 November without 6 hours for lunch.",
    );
  });

  test("says whose replacement would help", () => {
    const blocks = [24, 25, 26, 27].map((day) =>
      block("busy", `2026-11-${day}T10:00:00Z`, `2026-11-${day}T17:00:00Z`),
    );
    const sessions = [
      session("one", {
        places: [{ label: "pool", key: false, choices: EVERYBODY }, seat(MAIL("bo"))],
      }),
      session("two", {
        places: [{ label: "pool", key: false, choices: EVERYBODY }, seat(MAIL("bo"))],
      }),
    ];
    const everybody = loop().people;
    const { relaxations } = none(
      loop({ sessions, people: { ...everybody, [MAIL("bo")]: person(MAIL("bo"), { blocks }) } }),
    );
    expect(relaxations).toContainEqual({
      id: `person:${MAIL("bo")}`,
      what: "person",
      email: MAIL("bo"),
      change: "If Bo may be replaced",
      words: "It fits on Tuesday 24 November if Bo may be replaced.",
    });
    expect(relaxations.map(({ words }) => words)).toContain(
      "It fits on Tuesday 24 November and Wednesday 25 November spread over 2 days.",
    );
  });
});

describe("a loop that is odd", () => {
  test("never runs over midnight, where the next day could begin in it", () => {
    const zone = "Asia/Tokyo";
    const sessions = [session("one"), session("two", { after: ["one"] })];
    const rules = { mostDays: 2 };
    const result = findItineraries(loop({ sessions, rules, candidate: { zone } }));
    if (result.kind === "none") return;
    for (const { sessions: placed } of result.itineraries) {
      const spans = placed.map(({ startsAt, endsAt }) => between(startsAt, endsAt));
      const [first, second] = spans;
      expect(first && second && Temporal.Instant.compare(first.end, second.start)).toBeLessThan(1);
      for (const { start, end } of spans) {
        const dates = [start, end.subtract({ nanoseconds: 1 })].map((each) =>
          each.toZonedDateTimeISO(zone).toPlainDate().toString(),
        );
        expect(dates[1]).toBe(dates[0]);
      }
    }
  });

  test("does not seat somebody else for a pinned person who cannot be asked, and says who", () => {
    const everybody = loop().people;
    const sessions = [session("one", { pinned: { seats: [MAIL("bo")] } }), session("two")];
    const people_ = { ...everybody, [MAIL("bo")]: unreadable(MAIL("bo")) };
    expect(findItineraries(loop({ sessions, people: people_ }))).toMatchObject({
      kind: "none",
      blockers: [{ what: "calendar_unreadable", email: MAIL("bo") }],
    });
  });

  test("keeps to the candidate's windows where a start alone is pinned", () => {
    const windows = [between("2026-11-24T09:00:00Z", "2026-11-24T12:00:00Z")];
    const pinned = { start: at("2026-11-24T15:00:00Z"), seats: [] };
    const sessions = [session("one", { pinned })];
    expect(findItineraries(loop({ sessions, candidate: { zone: "UTC", windows } })).kind).toBe(
      "none",
    );
  });

  test("is worth nothing when nothing weighs anything", () => {
    const weights = Object.fromEntries(best(loop()).terms.map(({ name }) => [name, 0]));
    expect(best(loop({ weights: { ...weights, load_balance: 0, focus_kept: 0 } })).score).toBe(0);
  });

  test("with more sets of days than can be tried ends all the same, with a bound", () => {
    const sessions = Array.from({ length: 6 }, (_, index) => session(`s${index}`));
    const horizon = between("2026-11-24T00:00:00Z", "2027-01-24T00:00:00Z");
    const rules = { mostDays: 6, mostSessionsADay: 1 };
    // All of them would take minutes.
    expect(findItineraries(loop({ sessions, horizon, rules, effort: 5_000 })).kind).toBe(
      "itineraries",
    );
  });
});

describe("a loop that cannot be meant", () => {
  test.each<[string, Partial<LoopRequest>, string]>([
    ["no session", { sessions: [] }, "sessions must not be empty"],
    [
      "the same id twice",
      { sessions: [session("one"), session("one")] },
      "is the id of another session too",
    ],
    [
      "sessions that wait for each other",
      { sessions: [session("one", { after: ["two"] }), session("two", { after: ["one"] })] },
      "wait for each other: one, two",
    ],
    [
      "a session that there is not",
      { sessions: [session("one", { after: ["nine"] })] },
      "names nine, which is no session",
    ],
    [
      "a pinned person who is no choice",
      { sessions: [session("one", { pinned: { seats: ["eve@acme.test"] } })] },
      "names eve@acme.test, who is no choice of that place",
    ],
    [
      "a pin in another age",
      { sessions: [session("one", { pinned: { start: at("2200-01-01T00:00:00Z") } })] },
      "pinned.start must lie within a month of the horizon",
    ],
    [
      "the same session booked twice",
      {
        previous: [1, 2].map(() => ({
          sessionId: "one",
          startsAt: at("2026-11-24T10:00:00Z"),
          panel: [MAIL("ada")],
        })),
      },
      "previous[1].sessionId is there twice",
    ],
    [
      "1,000 minutes",
      { sessions: [session("one", { durationMinutes: 1_000 })] },
      "durationMinutes must be a whole number from 1 to 480",
    ],
    [
      "gaps that exclude each other",
      { rules: { leastGapMinutes: 60, mostGapMinutes: 30 } },
      "rules.leastGapMinutes must not be more than rules.mostGapMinutes",
    ],
    [
      "more lunch than the hours for it",
      { rules: { lunch: { startMinute: 720, endMinute: 780, minutes: 90 } } },
      "rules.lunch.minutes must be a whole number from 1 to 60",
    ],
  ])("is refused: %s", (_name, changes, words) => {
    expect(() => findItineraries(loop(changes))).toThrow(words);
  });
});

test("a search that is told to stop says what all that it did not look at is worth at most", () => {
  const asked = loop({ sessions: ["one", "two", "three", "four"].map((id) => session(id)) });
  const whole = findItineraries(asked);
  const part = findItineraries({ ...asked, effort: 1 });
  if (whole.kind === "none" || part.kind === "none") throw new Error("nothing fits");
  expect([whole.proven, part.proven]).toEqual([true, false]);
  const scores = whole.itineraries.map(({ score }) => score);
  const { length } = part.itineraries;
  expect(part.itineraries.map(({ score }) => score)).toEqual(scores.slice(0, length));
  expect(part.bound).toBeGreaterThanOrEqual(scores[length] ?? 0);
});

import { describe, expect, test } from "vitest";
import { findItineraries } from "../../../src/scheduling/find-itineraries.ts";
import { findSlots } from "../../../src/scheduling/find-slots.ts";
import type { LoopRequest, LoopResult, LoopSession } from "../../../src/scheduling/loop-types.ts";
import { at, between, person, request, seat } from "../../support/slot-requests.ts";

const INES = "ines@acme.test";
const JONAS = "jonas@acme.test";

const session = (name: string, email: string, more: Partial<LoopSession> = {}): LoopSession => ({
  id: name.toLowerCase(),
  name,
  durationMinutes: 60,
  places: [seat(email)],
  ...more,
});

const pinned = (time: string, day = 24): Pick<LoopSession, "pinned"> => ({
  pinned: { start: at(`2026-11-${day}T${time}:00Z`) },
});

const asked = (
  sessions: LoopSession[],
  rules: NonNullable<LoopRequest["rules"]> = {},
): LoopResult => {
  const {
    session: _session,
    places: _places,
    ...around
  } = request({
    horizon: between("2026-11-24T00:00:00Z", "2026-11-26T00:00:00Z"),
    people: { [INES]: person(INES), [JONAS]: person(JONAS) },
  });
  return findItineraries({ ...around, sessions, rules });
};

describe("what cannot be, whatever the calendars say, is told of by itself:", () => {
  test.each<[string, LoopSession[], NonNullable<LoopRequest["rules"]>, string, string]>([
    [
      "two sessions that are fixed to times that overlap",
      [session("Coding", INES, pinned("10:30")), session("Design", JONAS, pinned("10:00"))],
      {},
      "pinned",
      "Design is fixed to Tuesday 24 November from 10:00 to 11:00 (UTC), Coding to Tuesday 24 November from 10:30 to 11:30 (UTC), and the candidate cannot be in both at once.",
    ],
    [
      "sessions that are fixed in another order than theirs",
      [
        session("Coding", INES, pinned("12:00")),
        session("Design", JONAS, { after: ["coding"], ...pinned("10:00") }),
      ],
      {},
      "order",
      "Design is fixed to Tuesday 24 November from 10:00 to 11:00 (UTC), Coding to Tuesday 24 November from 12:00 to 13:00 (UTC), but Design comes after Coding.",
    ],
    [
      "sessions that are fixed too near to each other",
      [session("Coding", INES, pinned("10:00")), session("Design", JONAS, pinned("11:15"))],
      { leastGapMinutes: 30 },
      "least_gap",
      "Coding is fixed to Tuesday 24 November from 10:00 to 11:00 (UTC), Design to Tuesday 24 November from 11:15 to 12:15 (UTC), but at least 30 minutes have to lie between two sessions.",
    ],
    [
      "sessions that are fixed to more days than they may have",
      [session("Coding", INES, pinned("10:00")), session("Design", JONAS, pinned("11:00", 25))],
      {},
      "days",
      "Coding and Design are fixed to 2 days (Tuesday 24 November and Wednesday 25 November), but all sessions have to be held on 1 day at most.",
    ],
    [
      "somebody who is named for two places of a session",
      [
        session("Coding", INES, { places: [seat(INES), { ...seat(INES), label: "second" }] }),
        session("Design", JONAS),
      ],
      {},
      "too_few_people",
      `Ines is the only choice for 2 places of Coding (${seat(INES).label} and second), and nobody can sit twice.`,
    ],
  ])("%s", (_, sessions, rules, what, words) => {
    const result = asked(sessions, rules);
    if (result.kind !== "none") throw new Error("something fits");
    expect(result.proven).toBe(true);
    expect(result.blockers.map((blocker) => [blocker.what, blocker.words])).toEqual([
      [what, words],
    ]);
  });

  test("and what is fixed well is found", () => {
    const fixed = [
      session("Coding", INES, pinned("10:00")),
      session("Design", JONAS, pinned("11:00")),
    ];
    expect(asked(fixed).kind).toBe("itineraries");
  });
});

describe("of one session", () => {
  const people = { [INES]: person(INES), [JONAS]: person(JONAS) };

  test("somebody who is named for two places is told of once", () => {
    const places = [seat(INES), { ...seat(INES), label: "second" }];
    const result = findSlots(request({ people, places }));
    if (result.kind !== "none") throw new Error("something fits");
    expect(result.blockers.map(({ email, words }) => [email, words])).toEqual([
      [
        INES,
        `Ines is the only choice for 2 places (${seat(INES).label} and second), and nobody can sit twice.`,
      ],
    ]);
    expect(result.relaxations).toHaveLength(1);
  });

  test("it is said that days or the candidate's times are over", () => {
    const wordsOf = (changes: Parameters<typeof request>[0]): string[] => {
      const result = findSlots(request({ people, places: [seat(INES)], ...changes }));
      return result.kind === "none" ? result.blockers.map(({ words }) => words) : [];
    };
    const now = at("2026-12-24T00:00:00Z");
    const horizon = between("2026-11-24T00:00:00Z", "2026-11-26T00:00:00Z");
    expect(wordsOf({ now, horizon })).toEqual([
      "The days in which times are looked for are over: the last is Wednesday 25 November.",
    ]);
    const windows = [between("2026-11-01T10:00:00Z", "2026-11-01T12:00:00Z")];
    expect(wordsOf({ horizon, candidate: { zone: "UTC", windows } })).toEqual([
      "The times that the candidate gave are over.",
    ]);
  });
});

test.each([
  ["before the notice allows", 20, 23],
  ["beyond the horizon", 27, 30],
])("what is fixed to a time %s is scored like any other", (_, day, other) => {
  for (const days of [[day], [day, other]]) {
    const sessions = days.map((each, index) =>
      session(`Talk ${index}`, index === 0 ? INES : JONAS, pinned("10:00", each)),
    );
    const {
      session: _session,
      places: _places,
      ...around
    } = request({
      now: at("2026-11-19T09:00:00Z"),
      horizon: between("2026-11-24T00:00:00Z", "2026-11-26T00:00:00Z"),
      people: { [INES]: person(INES), [JONAS]: person(JONAS) },
    });
    const found = findItineraries({ ...around, sessions, rules: { mostDays: 2 } });
    if (found.kind !== "itineraries") throw new Error(JSON.stringify(found));
    for (const { name, value, points, weight } of found.itineraries.flatMap(({ terms }) => terms)) {
      expect([name, value >= 0 && value <= 1]).toEqual([name, true]);
      expect(points).toBeLessThanOrEqual(weight);
    }
  }
});

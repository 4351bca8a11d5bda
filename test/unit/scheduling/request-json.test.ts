import { expect, test } from "vitest";
import { SlotsRequest, toLoopRequest } from "../../../src/scheduling/request-json.ts";

const ADA = "ada@acme.test";

const plain = {
  now: "2026-11-23T08:00:00Z",
  horizon: { start: "2026-11-24T00:00:00Z", end: "2026-11-28T00:00:00Z" },
  candidate: { zone: "UTC" },
  people: { [ADA]: { name: "Ada", zone: "UTC" } },
  sessions: [{ id: "one", durationMinutes: 60, places: [{ label: "any", choices: [ADA] }] }],
};

test("what somebody says of their own days comes as the engine takes it", () => {
  const { people } = toLoopRequest(
    SlotsRequest.parse({
      ...plain,
      people: {
        [ADA]: {
          ...plain.people[ADA],
          stays: [{ from: "2026-11-24", until: "2026-11-25", zone: "Asia/Tokyo", days: ["tue"] }],
          daysOff: [{ date: "2026-11-26", name: "Thanksgiving" }, { date: "2026-11-27" }],
          comfort: { start: "10:00", end: "16:00" },
          lunch: { start: "12:00", end: "13:00" },
          owed: 1.5,
        },
      },
    }),
  );
  const ada = people[ADA];
  expect(ada).toMatchObject({
    comfort: { startMinute: 600, endMinute: 960 },
    lunch: { startMinute: 720, endMinute: 780 },
    owed: 1.5,
  });
  expect(ada?.stays?.map(({ from, until, hours }) => [String(from), String(until), hours])).toEqual(
    [
      [
        "2026-11-24",
        "2026-11-25",
        { zone: "Asia/Tokyo", days: { 2: [{ startMinute: 540, endMinute: 1050 }] } },
      ],
    ],
  );
  expect(ada?.daysOff?.map(({ date, name }) => [String(date), name])).toEqual([
    ["2026-11-26", "Thanksgiving"],
    ["2026-11-27", undefined],
  ]);
});

test("so many of a pool are as many places, and training seats come beside them", () => {
  const training = [{ label: "shadow", kind: "shadow" as const, choices: [ADA] }];
  const places = [{ label: "pool", choices: [ADA, "bo@acme.test"], count: 2 }];
  const { sessions, previous } = toLoopRequest(
    SlotsRequest.parse({
      ...plain,
      sessions: [{ ...plain.sessions[0], places, training }],
      previous: [
        { sessionId: "one", startsAt: plain.horizon.start, panel: [ADA], training: [null, ADA] },
      ],
    }),
  );
  const one = { label: "pool", key: false, choices: [ADA, "bo@acme.test"] };
  expect(sessions[0]).toMatchObject({ places: [one, one], training });
  expect(previous?.[0]?.training).toEqual([undefined, ADA]);
});

test.each(["2026-02-30", "26-11-24", "tomorrow", "2026-11-24T00:00:00Z"])(
  "%s is no day",
  (date) => {
    const people = { [ADA]: { ...plain.people[ADA], daysOff: [{ date }] } };
    expect(SlotsRequest.safeParse({ ...plain, people }).success).toBe(false);
  },
);

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Meeting,
  compareBooking,
  compareEdit,
  wilson,
} from "../../../src/policy/shadow-score.ts";

const NOON = Temporal.Instant.from("2026-03-02T12:00:00Z");

const meeting = (minutes: number, userIds = ["ana", "ben"], durationMinutes = 60): Meeting => ({
  startsAt: NOON.add({ minutes }),
  durationMinutes,
  userIds,
});

describe("what was observed against what people booked", () => {
  it("is the same with the same people at the same time, in whatever order they are named", () => {
    const compared = compareBooking([[meeting(0)]], [meeting(0, ["ben", "ana"])]);
    expect(compared).toMatchObject({
      outcome: "same",
      agrees: true,
      minutesApart: 0,
      minutesLonger: 0,
      isSameStart: true,
      isSamePeople: true,
      peopleShared: 2,
    });
  });

  it.each([
    [30, "near", true],
    [-30, "near", true],
    [31, "apart", false],
    [-24 * 60, "apart", false],
  ] as const)("moved by %i minutes it is %s", (minutes, outcome, agrees) => {
    const compared = compareBooking([[meeting(0)]], [meeting(minutes)]);
    expect(compared).toMatchObject({ outcome, agrees, minutesApart: Math.abs(minutes) });
  });

  it("does not agree with other people, and says how many are the same", () => {
    const compared = compareBooking([[meeting(0)]], [meeting(0, ["ana", "cid", "dan"], 45)]);
    expect(compared).toMatchObject({
      outcome: "apart",
      agrees: false,
      isSameStart: true,
      isSamePeople: false,
      peopleProposed: 2,
      peopleHeld: 3,
      peopleShared: 1,
      minutesLonger: -15,
    });
  });

  it("takes a loop interview by interview in the order of time", () => {
    const loop = [meeting(60, ["ben"]), meeting(0, ["ana"])];
    expect(compareBooking([loop], [meeting(0, ["ana"]), meeting(60, ["ben"])]).outcome).toBe(
      "same",
    );
    const swapped = compareBooking([loop], [meeting(0, ["ben"]), meeting(60, ["ana"])]);
    expect(swapped).toMatchObject({ agrees: false, peopleShared: 2, isSamePeople: false });
    expect(compareBooking([loop], [meeting(0, ["ana"])])).toMatchObject({
      agrees: false,
      isSameStart: false,
    });
  });

  it("holds the nearest of several times that would have been offered against it", () => {
    const offered = [[meeting(-600)], [meeting(15)], [meeting(0, ["cid"])]];
    expect(compareBooking(offered, [meeting(0)])).toMatchObject({
      outcome: "near",
      minutesApart: 15,
    });
  });
});

describe("what a person edited before they agreed", () => {
  const payload = {
    sessions: [{ startsAt: NOON.toString(), panel: [{ userId: "ana" }], room: { name: "Blue" } }],
    texts: { mailBody: "x".repeat(100) },
  };

  it("agrees when a tenth of the letters of its texts is another one, and not when more is", () => {
    const with_ = (mailBody: string) => ({ ...payload, texts: { mailBody } });
    const small = compareEdit("ask", payload, with_(`${"x".repeat(90)}${"y".repeat(10)}`));
    expect(small).toMatchObject({
      outcome: "edited",
      agrees: true,
      edited: ["texts"],
      lettersEdited: 10,
      letters: 100,
    });
    const large = compareEdit("ask", payload, with_(`${"x".repeat(89)}${"y".repeat(11)}`));
    expect(large).toMatchObject({ agrees: false, lettersEdited: 11 });
  });

  it("does not agree with another time, other people or another room, and names what it is", () => {
    const session = { startsAt: NOON.add({ hours: 1 }).toString(), panel: [{ userId: "ben" }] };
    const edited = compareEdit("perform", payload, { ...payload, sessions: [session] });
    expect(edited).toMatchObject({
      verdict: "perform",
      agrees: false,
      edited: ["time", "people", "place"],
      lettersEdited: 0,
    });
  });

  it("is unchanged when nothing is otherwise", () => {
    const same = compareEdit("ask", payload, structuredClone(payload));
    expect(same).toMatchObject({ outcome: "unchanged", agrees: true, edited: [] });
  });
});

describe("the interval of a share", () => {
  it("is Wilson's", () => {
    expect(wilson(0, 0)).toEqual({ lower: 0, upper: 1 });
    expect(wilson(20, 20).lower).toBeCloseTo(0.8389, 4);
    expect(wilson(19, 20).lower).toBeCloseTo(0.7639, 4);
    expect(wilson(29, 30).lower).toBeCloseTo(0.8333, 4);
    expect(wilson(5, 10)).toMatchObject({ lower: expect.closeTo(0.2366, 4) as number });
  });

  it("holds the share, and is narrower the more there are", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 0, max: 500 }),
        (of, some) => {
          const agreed = Math.min(some, of);
          const { lower, upper } = wilson(agreed, of);
          expect(lower).toBeLessThanOrEqual(agreed / of + 1e-12);
          expect(upper).toBeGreaterThanOrEqual(agreed / of - 1e-12);
          const more = wilson(agreed * 2, of * 2);
          expect(more.upper - more.lower).toBeLessThan(upper - lower);
        },
      ),
    );
  });
});

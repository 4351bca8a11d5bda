import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type HeldInterview,
  type PoolMember,
  sharesOwed,
} from "../../../src/scheduling/shares-owed.ts";

const on = (day: number): Temporal.PlainDate =>
  Temporal.PlainDate.from("2026-11-01").add({ days: day - 1 });

const held = (email: string, ...days: number[]): HeldInterview[] =>
  days.map((day) => ({ email, on: on(day) }));

const owedBy = (members: PoolMember[], history: HeldInterview[]): Record<string, number> =>
  Object.fromEntries(
    [...sharesOwed(members, history)].map(([email, owed]) => [email, Math.round(owed * 100) / 100]),
  );

describe("what is owed to fair shares", () => {
  test("is the part of each interview of those who were there, less what they held", () => {
    const pool = [{ email: "ada" }, { email: "bo" }];
    expect(owedBy(pool, held("ada", 1, 2, 3, 4))).toEqual({ ada: -2, bo: 2 });
    expect(owedBy(pool, [])).toEqual({ ada: 0, bo: 0 });
  });

  test("goes by the size of the shares that are wanted", () => {
    const pool = [{ email: "ada", share: 3 }, { email: "bo" }, { email: "cy", share: 0 }];
    expect(owedBy(pool, [...held("ada", 1, 2, 3), ...held("bo", 4)])).toEqual({
      ada: 0,
      bo: 0,
      cy: 0,
    });
  });

  test("leaves newcomers no backlog, and lets no debt grow on leave", () => {
    const newcomer = { email: "new", joinedOn: on(20) };
    const onLeave = { email: "away", leave: [{ from: on(5), until: on(15) }] };
    const pool = [{ email: "ada" }, newcomer, onLeave];
    const before = held("ada", 6, 10, 15);
    expect(owedBy(pool, before)).toEqual({ ada: 0, new: 0, away: 0 });
    expect(owedBy(pool, [...before, ...held("ada", 16, 4)])).toEqual({ ada: -1, new: 0, away: 1 });
    expect(owedBy(pool, [...before, ...held("ada", 20)])).toEqual({
      ada: -0.67,
      new: 0.33,
      away: 0.33,
    });
  });

  test("counts who held one as having been there, and strangers not at all", () => {
    const pool = [{ email: "ada" }, { email: "new", joinedOn: on(20) }];
    expect(owedBy(pool, held("new", 3))).toEqual({ ada: 0.5, new: -0.5 });
    expect(owedBy(pool, held("gone", 3, 4))).toEqual({ ada: 0, new: 0 });
    expect(owedBy([{ email: "ada", share: 0 }], held("ada", 3))).toEqual({ ada: 0 });
  });

  test("is nothing in sum, and nobody who is away all the time owes anything", () => {
    const day = fc.integer({ min: 1, max: 30 });
    const member = fc.record({
      share: fc.constantFrom(0, 0.5, 1, 2),
      joinedOn: day.map(on),
      leave: fc.array(
        fc.tuple(day, day).map(([from, length]) => ({ from: on(from), until: on(from + length) })),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(
        fc.array(member, { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(5), day), { maxLength: 30 }),
        (members, interviews) => {
          const pool = [
            ...members.map((each, index) => ({ email: `p${index}`, ...each })),
            { email: "away", leave: [{ from: on(0), until: on(40) }] },
          ];
          const history = interviews.map(([who, when]) => ({ email: `p${who}`, on: on(when) }));
          const owed = sharesOwed(pool, history);
          expect([...owed.values()].reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 6);
          expect(owed.get("away")).toBe(0);
        },
      ),
    );
  });
});

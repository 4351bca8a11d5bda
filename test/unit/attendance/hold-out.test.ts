import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareGroups, groupsOf, isHeldOut } from "../../../src/attendance/hold-out.ts";

const ids = Array.from({ length: 20_000 }, (_, index) => `interview-${index}`);

describe("the hold-out", () => {
  it("is one in ten by the id alone, today as in ten years", () => {
    const held = ids.filter((id) => isHeldOut(id));
    // Four standard deviations: 0.1 · 0.9 / 20,000.
    expect(Math.abs(held.length / ids.length - 0.1)).toBeLessThan(4 * Math.sqrt(0.09 / 20_000));
    expect(held.slice(0, 3)).toEqual(["interview-4", "interview-7", "interview-10"]);
  });

  it("of a larger share holds all that a smaller one holds; of none, none; of all, all", () => {
    const any = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.string(), any, any, (id, one, other) => {
        const inLess = isHeldOut(id, Math.min(one, other));
        expect(!inLess || isHeldOut(id, Math.max(one, other))).toBe(true);
        expect([isHeldOut(id, 0), isHeldOut(id, 1)]).toEqual([false, true]);
      }),
    );
  });
});

describe("the groups that are compared", () => {
  const [out = "", otherOut = ""] = ids.filter((id) => isHeldOut(id));
  const [one = "", two = "", three = ""] = ids.filter((id) => !isHeldOut(id));

  it("are who was helped, and who was held out, of those whom help was due to", () => {
    const groups = groupsOf([
      { interviewId: one, missed: true, isHelped: true },
      { interviewId: two, missed: false, isHelped: true },
      { interviewId: out, missed: true, isHelped: false },
    ]);
    expect(groups).toEqual({
      helped: { interviews: 2, missed: 1 },
      heldOut: { interviews: 1, missed: 1 },
      neither: 0,
    });
  });

  it("hold neither who was to be helped and was not, nor who was held out and helped by the way", () => {
    const groups = groupsOf([
      { interviewId: three, missed: true, isHelped: false },
      { interviewId: otherOut, missed: true, isHelped: true },
    ]);
    expect(groups).toEqual({
      helped: { interviews: 0, missed: 0 },
      heldOut: { interviews: 0, missed: 0 },
      neither: 2,
    });
    expect(compareGroups(groups)).toBeNull();
  });
});

describe("the effect of help", () => {
  it("has Newcombe's interval of a published pair: 56 of 70 against 48 of 80", () => {
    const effect = compareGroups({
      helped: { interviews: 80, missed: 48 },
      heldOut: { interviews: 70, missed: 56 },
    });
    expect(effect?.fewer.difference).toBeCloseTo(0.2, 12);
    expect(effect?.fewer.low).toBeCloseTo(0.0524, 4);
    expect(effect?.fewer.high).toBeCloseTo(0.3339, 4);
    expect(effect?.inWords).toBe("With help fewer interviews were missed.");
  });

  it("says when nothing can be told, when there is more instead, and when a group is empty", () => {
    const of = (missed: number, interviews: number) => ({ interviews, missed });
    const few = compareGroups({ helped: of(2, 40), heldOut: of(1, 10) });
    expect(few?.inWords).toBe("No difference can be told yet.");
    const worse = compareGroups({ helped: of(300, 1_000), heldOut: of(20, 200) });
    expect(worse?.inWords).toContain("more interviews were missed");
    expect(compareGroups({ helped: of(2, 40), heldOut: of(0, 0) })).toBeNull();
  });
});

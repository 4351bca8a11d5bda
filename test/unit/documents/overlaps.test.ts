import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countMonths, gapsIn, mergeMonths, monthsOf } from "../../../src/documents/overlaps.ts";

const TODAY = Temporal.PlainDate.from("2026-11-23");
const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 90 }))
    .map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 12 },
);

describe("months", () => {
  it("of jobs at the same time are counted once: as a set of months would", () => {
    fc.assert(
      fc.property(spans, (all) => {
        const each = new Set<number>();
        for (const { from, to } of all) for (let at = from; at < to; at += 1) each.add(at);
        expect(countMonths(all)).toBe(each.size);
      }),
    );
  });

  it("do not depend on the order of the jobs, and gaps and work make up the whole", () => {
    fc.assert(
      fc.property(spans, (all) => {
        const merged = mergeMonths(all);
        expect(mergeMonths(all.toReversed())).toEqual(merged);
        const whole = (merged.at(-1)?.to ?? 0) - (merged[0]?.from ?? 0);
        expect(countMonths(all) + countMonths(gapsIn(all))).toBe(whole);
      }),
    );
  });

  it.each([
    [{ year: 2019, month: 3 }, { year: 2019, month: 5 }, 3],
    [{ year: 2019, month: null }, { year: 2021, month: null }, 24],
    [{ year: 2019, month: null }, { year: 2019, month: null }, 6],
    [{ year: 2026, month: 10 }, "present" as const, 2],
    [{ year: 2026, month: 12 }, "present" as const, null],
    [null, { year: 2019, month: null }, null],
  ])("from %j to %j are %j", (from, to, months) => {
    const found = monthsOf({ from, to }, TODAY);
    expect(found && found.to - found.from).toBe(months);
  });
});

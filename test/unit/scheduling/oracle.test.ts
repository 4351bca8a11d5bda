import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestSlotsByForce, brokenRules } from "../../../evals/scorers/slot-oracle.ts";
import { findSlots } from "../../../src/scheduling/find-slots.ts";
import type { SlotRequest } from "../../../src/scheduling/types.ts";
import { inExtent } from "../../support/extent.ts";
import { anyRequest } from "../../support/slot-requests.ts";

const slotsOf = (request: SlotRequest) => {
  const result = findSlots(request);
  return result.kind === "slots" ? result.slots : [];
};

describe("on any request, over clock changes and in odd zones,", () => {
  test("the engine finds the very slots that trying everything finds", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const found = slotsOf(request);
        const expected = bestSlotsByForce(request);
        expect(
          found.map(({ startsAt, panel }) => ({ startsAt, panel: panel.map((p) => p.email) })),
        ).toEqual(expected.map(({ startsAt, panel }) => ({ startsAt, panel })));
        for (const [index, slot] of found.entries()) {
          expect(slot.score).toBeCloseTo(expected[index]?.score ?? -1, 3);
        }
      }),
      { numRuns: inExtent({ usual: 150, whole: 1_500 }) },
    );
  });

  test("when nothing fits, somebody or something is named for it", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const result = findSlots(request);
        if (result.kind === "slots") return;
        expect(result.blockers).not.toEqual([]);
        for (const { words } of result.blockers) {
          expect(words).toMatch(/\.$/);
          expect(words).not.toMatch(/undefined|NaN|Infinity|null/);
        }
      }),
      { numRuns: inExtent({ usual: 550, whole: 3_000 }) },
    );
  });

  test("no slot breaks a hard rule", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        for (const { startsAt, panel } of slotsOf(request)) {
          expect(brokenRules(request, { startsAt, panel: panel.map((p) => p.email) })).toEqual([]);
        }
      }),
      { numRuns: inExtent({ usual: 200, whole: 1_000 }) },
    );
  });
});

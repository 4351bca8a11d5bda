import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findSlots } from "../../../src/scheduling/find-slots.ts";
import { takenFromBlocks, takenFromIso } from "../../../src/scheduling/taken.ts";
import type { SlotRequest } from "../../../src/scheduling/types.ts";
import { anyRequest } from "../../support/slot-requests.ts";

/** From 1960 to 2100, now and then to the second or finer. */
const instant = fc
  .tuple(fc.integer({ min: -5_000_000, max: 68_000_000 }), fc.constantFrom(0, 0, 0, 1, 59, 59.5))
  .map(([minutes, seconds]) =>
    Temporal.Instant.fromEpochMilliseconds(minutes * 60_000 + seconds * 1_000),
  );

const withTaken = (request: SlotRequest): SlotRequest => ({
  ...request,
  people: Object.fromEntries(
    Object.entries(request.people).map(([email, person]) => {
      const { reading } = person;
      if (!reading.readable) return [email, person];
      return [
        email,
        { ...person, reading: { ...reading, blocks: [] }, taken: takenFromBlocks(reading.blocks) },
      ];
    }),
  ),
});

describe("blocks of a calendar in whole minutes", () => {
  test("are the same from texts as from instants, in whatever form", () => {
    fc.assert(
      fc.property(instant, instant, fc.constantFrom("Z", "+05:45", "-03:30"), (a, b, zone) => {
        const text = (at: Temporal.Instant): string =>
          zone === "Z" ? at.toString() : at.toString({ timeZone: zone });
        const blocks = [{ start: a, end: b, kind: "busy" as const }];
        const texts = [{ start: text(a), end: text(b), kind: "busy" as const }];
        expect(takenFromIso(texts)).toEqual(takenFromBlocks(blocks));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    "2026-02-29T10:00:00Z",
    "2026-13-01T10:00:00Z",
    "2026-04-31T10:00:00Z",
    "2026-11-24T24:01:00Z",
    "2026-11-2aT10:00:00Z",
    "tomorrow",
    "",
  ])("are none for %j", (text) => {
    const block = { start: text, end: "2026-11-24T15:00:00Z", kind: "busy" as const };
    expect(() => takenFromIso([block])).toThrow("A block of a calendar has a time that is none");
  });

  test("lead to the same slots as instants do", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        expect(findSlots(withTaken(request))).toEqual(findSlots(request));
      }),
      { numRuns: 200 },
    );
  });

  test("are refused when they end before they start, or are no numbers", () => {
    fc.assert(
      fc.property(anyRequest, fc.constantFrom([5, 4], [Number.NaN, 4]), (request, span) => {
        const [start, end] = span;
        const [email] = request.places.flatMap(({ choices }) => choices);
        const person = request.people[email ?? ""];
        if (!person?.reading.readable) return;
        const people = {
          ...request.people,
          [email ?? ""]: { ...person, taken: [{ start, end, kind: "busy" as const }] },
        };
        expect(() => findSlots({ ...request, people })).toThrow("taken[0] ends before it starts");
      }),
      { numRuns: 20 },
    );
  });
});

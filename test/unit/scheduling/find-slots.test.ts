import { expect, test } from "vitest";
import { ScoredSlot } from "../../../src/domain/proposal.ts";
import { businessHorizon } from "../../../src/scheduling/horizon.ts";
import { buildFrame } from "../../../src/scheduling/frame.ts";
import { buildScoreModel } from "../../../src/scheduling/score.ts";
import { findSlots } from "../../../src/scheduling/find-slots.ts";
import type { SlotRequest } from "../../../src/scheduling/types.ts";
import { at, between, block, person, request, seat } from "../../support/slot-requests.ts";
import { slownessNow } from "../../support/stopwatch.ts";

const INES = "ines@acme.test";

/** Eight people in four zones with twelve blocks a day, ten business days, three places. */
const busyRequest = (): SlotRequest => {
  const now = at("2026-11-23T08:00:00Z");
  const zones = ["Europe/Lisbon", "Europe/Berlin", "America/New_York", "Asia/Kolkata"];
  const kinds = ["busy", "busy", "tentative", "focus", "busy", "unaccepted"] as const;
  const emails = Array.from({ length: 8 }, (_, index) => `p${index}@acme.test`);
  const people = emails.map((email, index) => {
    const blocks = Array.from({ length: 14 * 12 }, (__, nth) => {
      const start = now.add({ minutes: nth * 120 + ((index * 37 + nth * 53) % 90) });
      return { kind: kinds[nth % kinds.length] ?? "busy", start, end: start.add({ minutes: 30 }) };
    });
    const zone = zones[index % zones.length] ?? "UTC";
    return [email, person(email, { zone, blocks, bufferMinutes: 5, maxPerDay: 3 })] as const;
  });
  const pool = { label: "pool seniors", key: false, choices: emails.slice(2) };
  return request({
    people: Object.fromEntries(people),
    places: [seat("p0@acme.test", { key: true }), pool, pool],
    candidate: { zone: "Europe/Lisbon" },
    horizon: businessHorizon(now, 10, "Europe/Lisbon"),
    now,
    minimumNoticeMinutes: 24 * 60,
  });
};

test("gives the best five starts, best first, each once, in the shape of a proposal", () => {
  const result = findSlots(busyRequest());
  if (result.kind === "none") throw new Error(JSON.stringify(result.blockers));
  const { slots } = result;
  expect(slots).toHaveLength(5);
  expect(slots.map((slot) => ScoredSlot.parse(slot))).toEqual(slots);
  expect(new Set(slots.map(({ startsAt }) => startsAt)).size).toBe(5);
  expect(slots.map(({ score }) => score)).toEqual(
    slots.map(({ score }) => score).toSorted((a, b) => b - a),
  );
  expect(JSON.parse(JSON.stringify(slots))).toEqual(slots);
});

test("gives the same answer again, and leaves its request as it was", () => {
  const asked = busyRequest();
  const copy = busyRequest();
  expect(findSlots(asked)).toEqual(findSlots(copy));
  expect(JSON.stringify(asked)).toBe(JSON.stringify(copy));
});

test("prefers a time that costs nobody anything to an earlier one that does", () => {
  const blocks = [block("focus", "2026-11-24T09:00:00Z", "2026-11-24T17:00:00Z")];
  const result = findSlots(request({ people: { [INES]: person(INES, { blocks }) }, top: 1 }));
  expect(result).toMatchObject({
    slots: [{ startsAt: "2026-11-25T10:00:00Z" }],
    considered: 381,
  });
});

test("of equal scores takes the earlier start, though it promised less", () => {
  // Tuesday is no day of the candidate, Wednesday is within focus time: both cost half.
  const blocks = [block("focus", "2026-11-25T00:00:00Z", "2026-11-26T00:00:00Z")];
  const result = findSlots(
    request({
      people: { [INES]: person(INES, { blocks }) },
      candidate: { zone: "UTC", comfortDays: [3] },
      horizon: between("2026-11-24T00:00:00Z", "2026-11-26T00:00:00Z"),
      weights: {
        attendance: 0,
        invitations_kept: 0,
        load_balance: 0,
        earliness: 0,
        candidate_comfort: 10,
        focus_kept: 10,
      },
      top: 1,
    }),
  );
  expect(result).toMatchObject({ slots: [{ startsAt: "2026-11-24T09:00:00Z", score: 50 }] });
});

test("counts in whole numbers, whatever the sizes of panel and weights", () => {
  const emails = ["a@acme.test", "b@acme.test", "c@acme.test"];
  const asked = request({
    people: Object.fromEntries(emails.map((email) => [email, person(email)])),
    places: emails.map((email, index) =>
      seat(email, { key: index < 2, choices: index === 0 ? [email] : emails }),
    ),
    weights: { attendance: 7, focus_kept: 11, load_balance: 13 },
  });
  const frame = buildFrame(asked);
  const model = buildScoreModel([frame], asked.weights);
  const factors = [...model.seatTerms, ...model.startTerms].map(({ factor }) => factor);
  expect(factors).toHaveLength(6);
  expect(factors.every(Number.isInteger)).toBe(true);
});

test("is fast: eight people and ten business days in a few milliseconds", () => {
  const asked = busyRequest();
  const { wall: slowness } = slownessNow();
  const times = Array.from({ length: 60 }, () => {
    const before = performance.now();
    findSlots(asked);
    return (performance.now() - before) / slowness;
  }).toSorted((a, b) => a - b);
  // About one millisecond on a small machine; the rest is for machines that do much else.
  expect(times[30]).toBeLessThan(15);
});

test("windows of the candidate that only touch stay two", () => {
  const windows = [
    between("2026-11-24T15:00:00Z", "2026-11-24T16:00:00Z"),
    between("2026-11-24T16:00:00Z", "2026-11-24T17:00:00Z"),
  ];
  const result = findSlots(request({ candidate: { zone: "UTC", windows }, top: 9 }));
  const starts = result.kind === "slots" ? result.slots.map(({ startsAt }) => startsAt) : [];
  expect(starts.toSorted()).toEqual(["2026-11-24T15:00:00Z", "2026-11-24T16:00:00Z"]);
});

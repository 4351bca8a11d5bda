import { describe, expect, it } from "vitest";
import { spanOf } from "../../../src/domain/itinerary.ts";
import { findTimes } from "../../../tools/find-times.ts";
import { createSearchThread } from "../../../tools/search-thread.ts";
import type { SchedulingContext } from "../../../tools/scheduling-context.ts";

const ADA = "ada@example.com";
const DAYS = ["2026-11-24", "2026-11-25", "2026-11-26"];

/** Two interviews of an hour with Ada, who is free on three days from 10 to 11. */
const context = (): SchedulingContext => {
  const session = (id: string): SchedulingContext["sessions"][number] => ({
    rule: { id, name: id, durationMinutes: 60, places: [{ person: ADA }] },
    places: [{ label: "named", key: false, choices: [ADA] }],
    feedbackTemplateId: null,
  });
  const facts: Partial<SchedulingContext> = {
    plan: {
      id: "plan",
      match: { stages: ["Onsite"] },
      sessions: [],
      rules: {
        minimumNoticeHours: 0,
        hours: { start: "09:00", end: "17:00", days: ["mon", "tue", "wed", "thu", "fri"] },
        loop: { order: "free", mostDays: 2 },
      },
    },
    sessions: [session("one"), session("two")],
    candidate: {
      email: "candidate@example.com",
      zone: "UTC",
      zoneSource: "application",
      windows: null,
    },
    people: [{ userId: "ada", name: "Ada", email: ADA }],
    availability: [
      {
        email: ADA,
        readable: true,
        reason: null,
        zone: "UTC",
        service: "google",
        blocks: DAYS.flatMap((day) => [
          { start: `${day}T00:00:00Z`, end: `${day}T10:00:00Z`, kind: "busy" as const },
          { start: `${day}T11:00:00Z`, end: `${day}T23:59:00Z`, kind: "busy" as const },
        ]),
        readAt: `${DAYS[0]}T00:00:00Z`,
      },
    ],
    held: [],
    horizon: { from: `${DAYS[0]}T00:00:00Z`, to: `${DAYS[2]}T23:00:00Z` },
    now: `${DAYS[0]}T00:00:00Z`,
  };
  return facts as SchedulingContext;
};

it("offers one itinerary for each beginning: whoever chooses a beginning gets what they saw", () => {
  const { itineraries } = findTimes(context(), { wantedStart: null });
  const begins = itineraries.map(({ sessions }) => spanOf(sessions).startsAt.toString());
  expect(begins.toSorted((a, b) => a.localeCompare(b))).toEqual([
    `${DAYS[0]}T10:00:00Z`,
    `${DAYS[1]}T10:00:00Z`,
  ]);
});

it("offers nothing that has begun, and says that it is past and not that the notice is too short", () => {
  const [first = "", second] = DAYS;
  const late = { ...context(), now: `${second}T12:00:00Z` };
  const past = { itineraries: [], blockers: ["That time is past."], relaxations: [] };
  expect(findTimes(late, { wantedStart: `${first}T10:00:00Z` })).toMatchObject(past);
  const [only] = late.sessions;
  if (!only) throw new Error("no session");
  const short = { ...late, sessions: [only] };
  expect(findTimes(short, { wantedStart: `${first}T10:00:00Z` })).toMatchObject(past);
});

it("finds no time at which the candidate is in another interview, and says so", () => {
  const of = (...days: string[]): SchedulingContext => {
    const { candidate, ...rest } = context();
    const taken = days.map((day) => ({ start: `${day}T10:30:00Z`, end: `${day}T11:00:00Z` }));
    return { ...rest, candidate: { ...candidate, taken } };
  };
  const [first, second] = DAYS;
  const some = findTimes(of(first ?? ""), { wantedStart: null });
  expect(some.itineraries.map(({ sessions }) => spanOf(sessions).startsAt.toString())).toEqual([
    `${second}T10:00:00Z`,
  ]);
  const none = findTimes(of(...DAYS), { wantedStart: null });
  expect(none.itineraries).toEqual([]);
  expect(none.findings).toContain(
    "The candidate is in another interview, or is kept for one, on Tuesday 24 November 2026, 10:30–11:00 (UTC).",
  );
});

describe("A search in a thread of its own", () => {
  const wish = { wantedStart: null };
  const waiting = (): AbortSignal => new AbortController().signal;

  it("finds the same, one after the other", async () => {
    const search = createSearchThread();
    const both = [1, 2].map(async () => await search([context(), wish], waiting()));
    const found = findTimes(context(), wish);
    expect(await Promise.all(both)).toEqual([found, found]);
  });

  it("tells the engine's own refusal, and goes on", async () => {
    const search = createSearchThread();
    const { plan, ...rest } = context();
    const rules = { ...plan.rules, minimumNoticeHours: -1 };
    const refused = search([{ ...rest, plan: { ...plan, rules } }, wish], waiting());
    await expect(refused).rejects.toMatchObject({ code: "input_invalid", fault: "caller" });
    expect((await search([context(), wish], waiting())).itineraries).toHaveLength(2);
  });

  it("is given up, in words, when nobody waits for it any more", async () => {
    const search = createSearchThread();
    const caller = new AbortController();
    const long = search([context(), wish], caller.signal);
    const next = search([context(), wish], waiting());
    caller.abort();
    await expect(long).rejects.toMatchObject({
      code: "no_slot",
      message: expect.stringContaining("takes too long"),
    });
    expect((await next).itineraries).toHaveLength(2);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findItineraries } from "../../../src/scheduling/find-itineraries.ts";
import { findSlots } from "../../../src/scheduling/find-slots.ts";
import type { SchedulingContext } from "../../../tools/scheduling-context.ts";
import { findTimes } from "../../../tools/find-times.ts";
import { relaxContext, relaxed, relaxedLoop } from "../../../tools/relaxed.ts";
import { anyLoop } from "../../support/loop-requests.ts";
import { anyRequest } from "../../support/slot-requests.ts";

/** What changes in what was gathered, and not in what the engine is asked; and hours, which are no longer than a day here. */
const ELSEWHERE = /^(duration|format|person|candidate_windows|hours)/;

describe("one rule loosened", () => {
  it("gives of one session the very times that were said to fit without it", () => {
    fc.assert(
      fc.property(anyRequest, (asked) => {
        const strict = findSlots(asked);
        if (strict.kind !== "none") return;
        for (const { id, best, more } of strict.relaxations) {
          if (ELSEWHERE.test(id)) continue;
          const found = findSlots({ ...relaxed(asked, id), top: 50 });
          const starts = found.kind === "slots" ? found.slots.map((slot) => slot.startsAt) : [];
          expect([id, starts[0], starts.length]).toEqual([id, best, Math.min(50, more)]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives of several sessions times wherever it was said to", () => {
    fc.assert(
      fc.property(anyLoop, (asked) => {
        const strict = findItineraries(asked);
        if (strict.kind !== "none" || !strict.proven) return;
        for (const { id } of strict.relaxations) {
          if (ELSEWHERE.test(id)) continue;
          expect([id, findItineraries(relaxedLoop(asked, id)).kind]).toEqual([id, "itineraries"]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

const ADA = "ada@example.com";
const BO = "bo@example.com";
const at = (hour: number): string => `2026-11-24T${String(hour).padStart(2, "0")}:00:00Z`;

interface Day {
  minutes?: number;
  /** By hours of UTC. */
  busy: [string, number, number][];
  windows?: { start: string; end: string }[];
  room?: string;
}

/** A Tuesday of Ada's and Bo's in UTC. */
const contextOf = ({ minutes = 60, busy, windows, room }: Day): SchedulingContext => {
  const people = [ADA, BO];
  const seat = (email: string) => ({ label: "named", key: false, choices: [email] });
  const rooms = room === undefined ? [] : [{ email: room, name: "Harbour", capacity: 4 }];
  const context: Partial<SchedulingContext> = {
    plan: {
      id: "plan",
      match: { stages: ["Onsite"] },
      sessions: [],
      rules: {
        minimumNoticeHours: 0,
        hours: { start: "09:00", end: "17:00", days: ["mon", "tue", "wed", "thu", "fri"] },
      },
    },
    sessions: [
      {
        rule: {
          id: "s",
          name: "Session",
          durationMinutes: minutes,
          format: "onsite",
          places: [{ person: ADA }],
        },
        places: people.map(seat),
        ...(room !== undefined && { rooms }),
        feedbackTemplateId: null,
      },
    ],
    candidate: {
      email: "candidate@example.com",
      zone: "UTC",
      zoneSource: "application",
      windows: windows ?? null,
    },
    people: people.map((email) => ({ userId: email, name: email.slice(0, 3), email })),
    availability: [...people, ...rooms.map(({ email }) => email)].map((email) => ({
      email,
      readable: true,
      reason: null,
      zone: "UTC",
      service: "google",
      blocks: busy
        .filter(([who]) => who === email)
        .map(([, from, to]) => ({ start: at(from), end: at(to), kind: "busy" })),
      readAt: at(0),
    })),
    held: [],
    horizon: { from: at(0), to: at(23) },
    now: at(0),
  };
  return context as SchedulingContext;
};

/** What would help, and what then comes of each. */
const helping = (context: SchedulingContext) =>
  findTimes(context, { wantedStart: null }).relaxations.map((relaxation) => {
    const looser = relaxContext(context, relaxation);
    if (!looser) throw new Error("what is offered cannot be done");
    return { ...relaxation, found: findTimes(looser, { wantedStart: null }).itineraries, looser };
  });

describe("a rule that people would feel", () => {
  it("leaves out somebody's seat, and nobody else's", () => {
    const person = helping(contextOf({ busy: [[BO, 0, 23]] })).find(
      ({ id }) => id === `person:${BO}`,
    );
    expect(person?.change).toBe("If bo@ may be replaced");
    expect(person?.found[0]?.sessions[0]?.panel).toEqual([{ place: 0, email: ADA }]);
  });

  it("makes the interview itself shorter", () => {
    const busy: Day["busy"] = [
      [ADA, 0, 10],
      [ADA, 11, 23],
    ];
    const shorter = helping(contextOf({ minutes: 75, busy })).find(({ id }) => id === "duration");
    expect(shorter?.looser.sessions[0]?.rule.durationMinutes).toBe(60);
    expect(shorter?.found[0]?.sessions[0]).toMatchObject({ startsAt: at(10), endsAt: at(11) });
  });

  it("asks for an hour outside of working hours", () => {
    const busy: Day["busy"] = [[ADA, 9, 17]];
    const longer = helping(contextOf({ busy })).find(({ id }) => id === "hours");
    const starts = longer?.found.map(({ sessions: [first] }) => first?.startsAt);
    expect(starts?.toSorted()).toEqual([at(8), at(17)]);
  });

  it("asks a candidate for other times than they gave, and never for the night", () => {
    const night = [{ start: at(1), end: at(4) }];
    const all = helping(contextOf({ busy: [], windows: night }));
    const other = all.find(({ id }) => id === "candidate_windows");
    const hours =
      other?.found.map(({ sessions: [first] }) => first?.startsAt.slice(11, 13) ?? "") ?? [];
    expect(hours.length).toBeGreaterThan(0);
    expect(hours.every((hour) => hour >= "09" && hour <= "17")).toBe(true);
    const nothingSaid = helping(contextOf({ busy: [[ADA, 0, 23]] }));
    expect(nothingSaid.map(({ id }) => id)).not.toContain("candidate_windows");
  });

  it("is by video where a room alone stands in the way, and never an interview on site without one", () => {
    const room = "harbour@rooms.example.com";
    const all = helping(contextOf({ busy: [[room, 0, 23]], room }));
    expect(all.map(({ id }) => id)).toEqual(["format"]);
    expect(all[0]?.change).toBe("By video instead of on site");
    expect(all[0]?.found[0]?.sessions[0]).not.toHaveProperty("room");
    expect(all[0]?.looser.sessions[0]?.rule.format).toBe("video");
    const busy: Day["busy"] = [
      [room, 0, 23],
      [ADA, 0, 23],
    ];
    expect(helping(contextOf({ busy, room }))).toEqual([]);
  });

  it("leaves a call a call when what is on site is by video", () => {
    const context = contextOf({ busy: [] });
    const [session] = context.sessions;
    if (!session) throw new Error("no session");
    const call = { ...session, rule: { ...session.rule, format: "phone" as const } };
    const relax = { id: "format", change: "" };
    const looser = relaxContext({ ...context, sessions: [session, call] }, relax);
    expect(looser?.sessions.map(({ rule }) => rule.format)).toEqual(["video", "phone"]);
    expect(relaxContext({ ...context, sessions: [call] }, relax)).toBeNull();
  });

  it("is none that nobody has", () => {
    expect(relaxContext(contextOf({ busy: [] }), { id: "person:x@y.z", change: "" })).toBeNull();
    const only = contextOf({ busy: [] });
    const alone = {
      ...only,
      sessions: only.sessions.map((s) => ({ ...s, places: s.places.slice(0, 1) })),
    };
    expect(relaxContext(alone, { id: `person:${ADA}`, change: "" })).toBeNull();
  });
});

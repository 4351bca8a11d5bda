import { describe, expect, it } from "vitest";
import type { RoomRule } from "../../../src/domain/plan.ts";
import { findTimes } from "../../../tools/find-times.ts";
import type { SchedulingContext } from "../../../tools/scheduling-context.ts";

const ADA = "ada@example.com";
const room = (name: string, capacity: number): RoomRule => ({
  email: `${name}@rooms.example.com`,
  name,
  capacity,
});
const SMALL = room("small", 2);
const LARGE = room("large", 8);

interface Day {
  sessions?: (RoomRule[] | undefined)[];
  /** On 24 November 2026, by hours of UTC. */
  busy?: [RoomRule | string, number, number][];
  held?: [RoomRule | string, number, number][];
  /** Addresses of calendars at Microsoft; the others are at Google. */
  elsewhere?: string[];
}

const at = (hour: number): string => `2026-11-24T${String(hour).padStart(2, "0")}:00:00Z`;
const emailOf = (who: RoomRule | string): string => (typeof who === "string" ? who : who.email);

/** One working day of Ada's in UTC; by default one session of an hour in any of two rooms. */
const contextOf = ({ sessions = [[SMALL, LARGE]], busy = [], held = [], elsewhere = [] }: Day) => {
  const everybody = [ADA, ...new Set(sessions.flatMap((rooms) => (rooms ?? []).map(emailOf)))];
  const context: Partial<SchedulingContext> = {
    plan: {
      id: "plan",
      match: { stages: ["Onsite"] },
      sessions: [],
      rules: {
        minimumNoticeHours: 0,
        gridMinutes: 30,
        hours: { start: "09:00", end: "17:00", days: ["mon", "tue", "wed", "thu", "fri"] },
        loop: { order: "free" },
      },
    },
    sessions: sessions.map((rooms, index) => ({
      rule: {
        id: `s${index}`,
        name: `Session ${index}`,
        durationMinutes: 60,
        format: "onsite",
        places: [{ person: ADA }],
      },
      places: [{ label: "named", key: false, choices: [ADA] }],
      ...(rooms && { rooms }),
      feedbackTemplateId: null,
    })),
    candidate: {
      email: "candidate@example.com",
      zone: "UTC",
      zoneSource: "application",
      windows: null,
    },
    people: [{ userId: "ada", name: "Ada", email: ADA }],
    availability: everybody.map((email) => ({
      email,
      readable: true,
      reason: null,
      zone: "UTC",
      service: elsewhere.includes(email) ? "microsoft" : "google",
      blocks: busy
        .filter(([who]) => emailOf(who) === email)
        .map(([, from, to]) => ({ start: at(from), end: at(to), kind: "busy" })),
      readAt: at(0),
    })),
    held: held.map(([who, from, to]) => ({ email: emailOf(who), start: at(from), end: at(to) })),
    horizon: { from: at(0), to: at(23) },
    now: at(0),
  };
  return context as SchedulingContext;
};
const found = (day: Day) => findTimes(contextOf(day), { wantedStart: null });
const roomsIn = ({ itineraries }: ReturnType<typeof found>) =>
  itineraries.map(({ sessions }) => sessions.map((session) => session.room?.name));

describe("a session that needs a room", () => {
  it("has the smallest that fits, apart from its panel, at times that are a choice", () => {
    const { itineraries, proven } = found({});
    expect(itineraries.length).toBeGreaterThan(1);
    expect(roomsIn({ itineraries } as ReturnType<typeof found>)).toEqual(
      itineraries.map(() => ["small"]),
    );
    expect(itineraries[0]?.sessions[0]?.panel).toEqual([{ place: 0, email: ADA }]);
    expect(new Set(itineraries.map(({ sessions }) => sessions[0]?.startsAt)).size).toBe(
      itineraries.length,
    );
    expect(proven).toBe(true);
  });

  it("is the same one for more sessions than there are rooms", () => {
    const { itineraries } = found({ sessions: [[LARGE], [LARGE], [LARGE]] });
    expect(itineraries.length).toBeGreaterThan(0);
    expect(roomsIn(found({ sessions: [[LARGE], [LARGE], [LARGE]] }))[0]).toEqual([
      "large",
      "large",
      "large",
    ]);
  });

  it("takes another while that one is in use, or held for another interview", () => {
    expect(roomsIn(found({ busy: [[SMALL, 0, 23]] }))[0]).toEqual(["large"]);
    expect(roomsIn(found({ held: [[SMALL, 0, 23]] }))[0]).toEqual(["large"]);
  });

  it("is at a worse time rather than without a room", () => {
    const { itineraries } = found({ sessions: [[SMALL]], busy: [[SMALL, 0, 15]] });
    expect(itineraries[0]?.sessions[0]?.startsAt).toBe(at(15));
  });

  it("takes none that lives in another calendar service than everybody: it would not answer", () => {
    expect(roomsIn(found({ elsewhere: [SMALL.email] }))[0]).toEqual(["large"]);
    expect(roomsIn(found({ elsewhere: [SMALL.email, ADA] }))[0]).toEqual(["small"]);
    const none = found({ sessions: [[SMALL]], elsewhere: [ADA] });
    expect(none.itineraries).toEqual([]);
    expect(none.blockers).toEqual([expect.stringContaining("another calendar service")]);
  });

  it("says which rooms stand in the way when there is none", () => {
    const all = found({
      busy: [
        [SMALL, 0, 23],
        [LARGE, 0, 23],
      ],
    });
    expect(all.itineraries).toEqual([]);
    expect(all.blockers.join(" ")).toMatch(/Room small.*Room large|Room large.*Room small/);
  });

  it("needs no hours of its room, and is not weighed by how often it is used", () => {
    const { itineraries } = found({ sessions: [[SMALL, LARGE]] });
    expect(itineraries[0]?.terms.map(({ name }) => name)).not.toContain("load_balance");
  });
});

describe("several sessions that need a room", () => {
  it("are in one room, though a smaller one would do for one of them", () => {
    const rooms = roomsIn(
      found({
        sessions: [[SMALL, LARGE], [LARGE]],
      }),
    );
    expect(rooms[0]).toEqual(["large", "large"]);
  });

  it("are in two rooms where no room is free for both", () => {
    const rooms = roomsIn(
      found({
        sessions: [
          [SMALL, LARGE],
          [SMALL, LARGE],
        ],
        busy: [
          [ADA, 11, 17],
          [SMALL, 10, 17],
          [LARGE, 9, 10],
        ],
      }),
    );
    expect(rooms[0]?.toSorted()).toEqual(["large", "small"]);
  });

  it("leave a session without a room as it is", () => {
    const rooms = roomsIn(found({ sessions: [[SMALL], undefined] }));
    expect(rooms[0]?.toSorted()).toEqual(["small", undefined]);
  });
});

import { describe, expect, it } from "vitest";
import { draftMend } from "../../../agents/scheduling/mend.ts";
import { findWays, sessionsOfWay } from "../../../agents/scheduling/ways.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { NoFit, type Relaxation } from "../../../src/domain/no-fit.ts";
import { aBooking } from "../../support/booking.ts";
import { type Day, at, emailOf, mendingOf, sessionOf, timeOf } from "../../support/mend-day.ts";

/** Each way as who sits when: `ada 10:00, ben 11:00, cai 14:00`. */
const waysOf = (day: Day, isMoveWanted = false): string[] => {
  const { ways } = findWays({ ...mendingOf(day), isMoveWanted });
  return ways.map(({ sessions }) =>
    sessions
      .map(
        ({ startsAt, panel }) =>
          `${panel.map(({ email }) => email.split("@")[0]).join(" ")} ${timeOf(startsAt)}`,
      )
      .join(", "),
  );
};

describe("the ways to mend a loop", () => {
  it("come with the least disturbance first: another person, people changing places, another time", () => {
    const all = ["ada", "ben", "dan"];
    const ways = waysOf({ pools: [all, ["ben", "ada"], ["cai"]], declined: { 0: "ada" } });
    expect(ways.slice(0, 2)).toEqual([
      "dan 10:00, ben 11:00, cai 14:00",
      "ben 10:00, ada 11:00, cai 14:00",
    ]);
    const [moved] = ways.filter((way) => /ada 1[2-6]/.test(way));
    expect(moved).toContain("ben 11:00");
    expect(moved).toContain("cai 14:00");
    expect(ways.indexOf(moved ?? "")).toBeGreaterThan(1);
  });

  it("leave the candidate in what has begun, and its people too", () => {
    const ways = waysOf({ begun: [0], declined: { 1: "ben" }, busy: [["ben", 12, 17]] });
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways) {
      expect(way).toMatch(/^ada 10:00, /);
      expect(way).not.toMatch(/ben 10:/);
    }
  });

  it("are people changing places, when nobody new can come in", () => {
    const pair = ["ada", "ben"];
    const ways = waysOf({ pools: [pair, pair, ["cai"]], declined: { 0: "ada" } });
    // One of them could take both; or each takes the other's.
    expect(ways.slice(0, 2)).toEqual([
      "ben 10:00, ben 11:00, cai 14:00",
      "ben 10:00, ada 11:00, cai 14:00",
    ]);
  });

  it("move one session and leave the others, when its people alone can do it", () => {
    const ways = waysOf({ declined: { 0: "ada" } });
    expect(ways[0]).toMatch(/^ben 11:00, (ada [\d:]+, cai 14:00|cai 14:00, ada [\d:]+)$/);
  });

  it("do not change places with somebody who is busy then", () => {
    const pair = ["ada", "ben"];
    const ways = waysOf({
      pools: [pair, pair, ["cai"]],
      busy: [["ben", 10, 11]],
      declined: { 0: "ada" },
    });
    expect(ways).not.toContain("ben 10:00, ada 11:00, cai 14:00");
    expect(ways.length).toBeGreaterThan(0);
  });

  it("begin with the booking as it was, when its event was deleted", () => {
    const ways = waysOf({ gone: [2] });
    expect(ways[0]).toBe("ada 10:00, ben 11:00, cai 14:00");
    // Another time of the same day, with the others as they are.
    expect(ways[1]).toContain("ada 10:00");
    expect(ways[1]).toContain("ben 11:00");
    expect(ways[1]).not.toContain("cai 14:00");
  });

  it("never are the booking as it was after somebody declined, nor at its times when the candidate cannot", () => {
    const all = ["ada", "ben", "cai", "dan"];
    const pools = [all, all, all];
    expect(waysOf({ pools, declined: { 0: "ada" } })).not.toContain(
      "ada 10:00, ben 11:00, cai 14:00",
    );
    const wished = waysOf({ pools }, true);
    expect(wished.length).toBeGreaterThan(0);
    for (const way of wished) expect(way).not.toMatch(/ (10|11|14):/);
  });

  it("tell whoever moves with their interview by the clock around them at its new time", () => {
    const [old, ...others] = ["ada", "ben", "cai"].map(sessionOf);
    const [ada] = old?.panel ?? [];
    if (!old || !ada) throw new Error("nobody is booked");
    const moved = { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:00:00Z" };
    const way = [old, ...others].map(({ sessionId, startsAt, endsAt, panel }) => ({
      sessionId,
      ...(sessionId === old.sessionId ? moved : { startsAt, endsAt }),
      panel: panel.map(({ email }, place) => ({ email, place })),
    }));
    const journey = { from: "2026-11-26", until: "2026-11-27", zone: "Asia/Tokyo" };
    const people = [old, ...others].flatMap(({ panel }) => panel);
    const after = sessionsOfWay(
      { sessions: way, score: 0, terms: [] },
      { sessions: [old, ...others], change: { events: [] } },
      people.map((person) => ({ ...person, stays: [journey] })),
    );
    expect(after.flatMap(({ panel }) => panel.map(({ zone }) => zone))).toEqual([
      "Asia/Tokyo",
      ada.zone,
      ada.zone,
    ]);
    expect(JSON.stringify(after)).not.toContain("stays");
  });

  it("go nowhere near what the candidate once asked away from, but may stay where they are booked", () => {
    const near = /cai 1[0-4]:/;
    const late: Day = { declined: { 2: "cai" }, busy: [["cai", 9, 13]] };
    const free = waysOf(late);
    expect(free.filter((way) => near.test(way)).length).toBeGreaterThan(0);
    const ways = waysOf({ ...late, avoided: [[12, 13]] });
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways) expect(way).not.toMatch(near);
    const kept = waysOf({ gone: [2], avoided: [[13, 14]] });
    expect(kept[0]).toBe("ada 10:00, ben 11:00, cai 14:00");
    const wished = waysOf({ avoided: [[14, 15]] }, true);
    expect(wished.length).toBeGreaterThan(0);
    for (const way of wished) expect(way).not.toMatch(/ (11:30|1[2-6]:)/);
  });
});

describe("a change for a candidate who wrote when they could", () => {
  const draftFor = (from: number, until: number) => {
    const { gathered, outside, eventIds } = mendingOf({ booked: ["ada"] });
    const windows = [{ start: at(from), end: at(until) }];
    const wished = { windows, isNamed: true, isExact: true };
    const events = eventIds.map((eventId) => ({ organizer: emailOf("ada"), eventId }));
    const booked = { proposalId: "pr-1", events, panelId: "p", interviewIds: [], meetings: [] };
    return draftMend(
      { ...gathered, candidate: { ...gathered.candidate, wished } },
      { booked: { ...booked, payload: aBooking() }, outside },
      {
        isMoveWanted: true,
        wishes: { startsAt: null, planId: null, panelistIds: [] },
        relax: null,
      },
    );
  };
  const startsOf = ({ itineraries }: ReturnType<typeof draftFor>): string[] =>
    itineraries.flatMap(({ sessions }) => sessions.map(({ startsAt }) => timeOf(startsAt)));

  it("has its ways within that and nowhere else", () => {
    const draft = draftFor(15, 16);
    expect(draft.isPassedOver).toBe(false);
    expect(startsOf(draft)).toEqual(["15:00"]);
  });

  it("is searched without that when nothing fits it, and says so", () => {
    const draft = draftFor(18, 20);
    expect(draft.isPassedOver).toBe(true);
    expect(startsOf(draft).length).toBeGreaterThan(0);
    expect(startsOf(draft)).not.toContain("15:00");
  });
});

describe("a change that fits nowhere", () => {
  const { gathered, outside, eventIds } = mendingOf({
    booked: ["ada"],
    declined: { 0: "ada" },
    noticeHours: 47,
  });
  const events = eventIds.map((eventId) => ({ organizer: emailOf("ada"), eventId }));
  const payload = aBooking();
  const booked = {
    proposalId: "pr-1",
    events,
    panelId: "p",
    interviewIds: [],
    meetings: [],
    payload,
  };
  const draft = (relax: Relaxation | null) =>
    draftMend(
      gathered,
      { booked, outside },
      { isMoveWanted: false, wishes: { startsAt: null, planId: null, panelistIds: [] }, relax },
    );
  const noFitOf = (): NoFit => {
    try {
      draft(null);
    } catch (thrown) {
      if (thrown instanceof AppError) return NoFit.parse(thrown.data["noFit"]);
      throw thrown;
    }
    throw new Error("it fits");
  };

  it("says who blocks, whose calendars were read, and which rules of the search could give", () => {
    const { people, relaxations, blockers, alertAfterHours } = noFitOf();
    expect(people).toEqual([emailOf("ada")]);
    expect(blockers.length).toBeGreaterThan(0);
    expect(relaxations.map(({ id }) => id)).toEqual(["notice"]);
    expect(alertAfterHours).toBe(48);
  });

  it("fits with such a rule given, and says which it was; never with a seat less", () => {
    const [notice] = noFitOf().relaxations;
    if (!notice) throw new Error("nothing would help");
    const { itineraries, relaxed } = draft(notice);
    expect(itineraries[0]?.sessions[0]?.startsAt).not.toBe(at(10));
    expect(relaxed).toEqual({ id: "notice", change: notice.change });
    const seat = { id: `person:${emailOf("ada")}`, change: "If ada may be replaced", words: "" };
    expect(() => draft(seat)).toThrow(/^No change of the booking fits everybody\./);
  });
});

import { describe, expect, it } from "vitest";
import { withoutAsked } from "../../../agents/scheduling/asked.ts";
import { draftMend } from "../../../agents/scheduling/mend.ts";
import { findWays, sessionsOfWay } from "../../../agents/scheduling/ways.ts";
import type { Deviation } from "../../../src/cases/bookings.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { NoFit, type Relaxation } from "../../../src/domain/no-fit.ts";
import { type BookedSession, BookingChange } from "../../../src/domain/proposal.ts";
import type { SchedulingContext } from "../../../tools/scheduling-context.ts";
import { aBooking, aSession } from "../../support/booking.ts";

const at = (hour: number): string => `2026-11-24T${String(hour).padStart(2, "0")}:00:00Z`;
const emailOf = (name: string): string => `${name}@company.test`;

interface Day {
  /** Names by session, in which they sit at 10, 11 and 14 o'clock. */
  booked?: string[];
  /** Who could sit in each of them. */
  pools?: string[][];
  /** By hours of 24 November 2026, UTC. */
  busy?: [string, number, number][];
  /** By session: who says no to it. */
  declined?: Record<number, string>;
  /** Sessions whose event is gone. */
  gone?: number[];
  /** Sessions that go on. */
  begun?: number[];
  noticeHours?: number;
  /** Hours of the first day that the candidate once asked away from. */
  avoided?: [number, number][];
}

const HOURS = [10, 11, 14];
const [, member] = aSession().panel;

const sessionOf = (name: string, index: number): BookedSession => {
  const hour = HOURS[index] ?? 0;
  if (!member) throw new Error("nobody is in the panel");
  return aSession({
    sessionId: `s${index}`,
    name: `Session ${index}`,
    durationMinutes: 60,
    startsAt: at(hour),
    endsAt: at(hour + 1),
    panel: [{ ...member, userId: member.userId, email: emailOf(name), name }],
    organizer: emailOf(name),
  });
};

/** Two working days of everybody in UTC. */
const contextOf = ({
  pools,
  busy,
  avoided = [],
  noticeHours = 0,
}: Required<Pick<Day, "pools" | "busy">> & Day): SchedulingContext => {
  const everybody = [...new Set(pools.flat())];
  const context: Partial<SchedulingContext> = {
    plan: {
      id: "plan",
      match: { stages: ["Onsite"] },
      sessions: [],
      rules: {
        minimumNoticeHours: noticeHours,
        gridMinutes: 30,
        hours: { start: "10:00", end: "17:00", days: ["mon", "tue", "wed", "thu", "fri"] },
        loop: { order: "free", lunchMinutes: 30 },
      },
    },
    sessions: pools.map((names, index) => ({
      rule: {
        id: `s${index}`,
        name: `Session ${index}`,
        durationMinutes: 60,
        format: "video",
        places: [{ pool: "all" }],
      },
      places: [{ label: "pool all", key: false, choices: names.map(emailOf) }],
      feedbackTemplateId: null,
    })),
    candidate: {
      email: "candidate@example.com",
      zone: "UTC",
      zoneSource: "application",
      windows: null,
      avoided: avoided.map(([from, to]) => ({
        start: at(from),
        end: at(to),
        marginMinutes: 120,
      })),
    },
    people: everybody.map((name) => ({ userId: name, name, email: emailOf(name) })),
    availability: everybody.map((name) => ({
      email: emailOf(name),
      readable: true,
      reason: null,
      zone: "UTC",
      service: "google",
      blocks: busy
        .filter(([who]) => who === name)
        .map(([, from, to]) => ({ start: at(from), end: at(to), kind: "busy" })),
      readAt: at(0),
    })),
    held: [],
    horizon: { from: at(0), to: "2026-11-25T23:00:00Z" },
    now: at(0),
  };
  return context as SchedulingContext;
};

/** On the first day `10:00`, on the next `25T10:00`. */
const timeOf = (iso: string): string =>
  iso.startsWith("2026-11-24") ? iso.slice(11, 16) : iso.slice(8, 16);

/** What was booked, and how it stands. */
const mendingOf = ({ booked = ["ada", "ben", "cai"], pools, busy = [], ...rest }: Day) => {
  const { declined = {}, gone = [], begun = [] } = rest;
  const before = booked.map(sessionOf);
  const events = before.flatMap(({ sessionId, organizer, startsAt, endsAt }, index) => {
    const no = declined[index];
    const said = { declined: no === undefined ? [] : [emailOf(no)] };
    const event = { sessionId, organizer, eventId: sessionId, effectId: "ef", startsAt, endsAt };
    return gone.includes(index) ? [] : [{ ...event, ...said }];
  });
  const deviations: Deviation[] = [
    ...Object.keys(declined).map((index) => ({
      code: "declined" as const,
      sessionId: `s${index}`,
    })),
    ...gone.map((index) => ({ code: "event_gone" as const, sessionId: `s${index}` })),
  ].map((each) => ({ ...each, words: "" }));
  const change = BookingChange.parse({
    of: "pr-1",
    because: "",
    before,
    ...(begun.length > 0 && { begun: begun.map((index) => `s${index}`) }),
    events,
    panel: null,
    invitation: { invitationTitle: "{{session}}", invitationBody: "{{lever}}" },
  });
  return {
    gathered: contextOf({ ...rest, pools: pools ?? booked.map((name) => [name]), busy }),
    outside: { change, deviations, lever: [] },
    eventIds: before.map(({ sessionId }) => sessionId),
  };
};

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

describe("a place for which a person asks for somebody else", () => {
  const withoutAda = (day: Day) => {
    const { gathered, outside, eventIds } = mendingOf({ booked: ["ada"], ...day });
    const events = eventIds.map((eventId) => ({ organizer: emailOf("ada"), eventId }));
    const booked = { proposalId: "pr-1", events, panelId: "p", interviewIds: [], meetings: [] };
    const asked = {
      times: null,
      withUserId: null,
      withoutUserId: member?.userId ?? "",
      sessionIds: ["s0"],
    };
    const mending = withoutAsked({ booked: { ...booked, payload: aBooking() }, outside }, asked);
    const wishes = { startsAt: null, planId: null, panelistIds: [], asked };
    return draftMend(gathered, mending, { isMoveWanted: false, wishes, relax: null });
  };
  const seatsOf = ({ itineraries }: ReturnType<typeof withoutAda>): string[] =>
    itineraries.flatMap(({ sessions }) =>
      sessions.map(({ startsAt, panel }) => `${panel[0]?.email} ${timeOf(startsAt)}`),
    );

  it("has them at no time, and somebody else at the same time first", () => {
    const seats = seatsOf(withoutAda({ pools: [["ada", "ben"]] }));
    expect(seats[0]).toBe(`${emailOf("ben")} 10:00`);
    expect(seats.join()).not.toContain(emailOf("ada"));
    const later = seatsOf(withoutAda({ pools: [["ada", "ben"]], busy: [["ben", 10, 11]] }));
    expect(later.length).toBeGreaterThan(0);
    expect(later.join()).not.toContain(emailOf("ada"));
  });

  it("stays as it is where nobody else may sit there, and that is said", () => {
    expect(() => withoutAda({})).toThrow(/Nobody else may take the place of ada/u);
  });
});

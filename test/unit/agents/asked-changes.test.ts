/** Changes of a booking that a person of the team asks for: a time that they name, and somebody else in a place. */
import { describe, expect, it } from "vitest";
import { asAsked, withoutAsked } from "../../../agents/scheduling/asked.ts";
import { draftMend } from "../../../agents/scheduling/mend.ts";
import { asThoughUnbooked } from "../../../agents/scheduling/without-own-time.ts";
import { aBooking } from "../../support/booking.ts";
import { type Day, USER_ID, at, emailOf, mendingOf, timeOf } from "../../support/mend-day.ts";

const messageOf = (act: () => unknown): string => {
  try {
    act();
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : "";
  }
  throw new Error("it is not refused");
};

describe("a change for which a person names a time", () => {
  const startsFor = (from: string, until: string, day: Day = {}): string[] => {
    const { gathered, outside, eventIds } = mendingOf({ booked: ["ada"], ...day });
    const events = eventIds.map((eventId) => ({ organizer: emailOf("ada"), eventId }));
    const booked = { proposalId: "pr-1", events, panelId: "p", interviewIds: [], meetings: [] };
    const { plan } = gathered;
    const lunch = { start: "12:00", end: "13:00" };
    const atLunch = { ...gathered, plan: { ...plan, rules: { ...plan.rules, lunch } } };
    const windows = [{ start: `2026-11-24T${from}:00Z`, end: `2026-11-24T${until}:00Z` }];
    const asked = {
      times: { windows, isNamed: true },
      withUserId: null,
      withoutUserId: null,
      sessionIds: null,
    };
    const { itineraries } = draftMend(
      asAsked(atLunch, asked),
      { booked: { ...booked, payload: aBooking() }, outside },
      {
        isMoveWanted: true,
        wishes: { startsAt: null, planId: null, panelistIds: [], asked },
        relax: null,
      },
    );
    return itineraries.flatMap(({ sessions }) => sessions.map(({ startsAt }) => timeOf(startsAt)));
  };

  it("may overlap what is booked, on either side", () => {
    expect(startsFor("10:30", "11:30")).toEqual(["10:30"]);
    expect(startsFor("10:00", "11:30")).toEqual(["10:30"]);
  });

  it("is held by no rule of loops where one session is all that is booked", () => {
    expect(startsFor("12:00", "13:00")).toEqual(["12:00"]);
  });

  it("is told what would help within the times that are asked for", () => {
    const message = messageOf(() => startsFor("11:00", "12:00", { noticeHours: 12 }));
    expect(message).toMatch(/^No change of the booking fits everybody\./u);
    expect(message).toContain("best on Tuesday 24 November 2026, 11:00–12:00 (UTC)");
  });

  it("is never the very same time", () => {
    expect(startsFor("10:00", "17:00")).not.toContain("10:00");
    expect(() => startsFor("10:00", "11:00")).toThrow(
      /^No change of the booking fits everybody\./u,
    );
  });

  it("says whose times they are where none fits", () => {
    expect(() => startsFor("10:30", "11:00")).toThrow(/None of the times that were asked for/u);
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
      withoutUserId: USER_ID,
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

it("a booking is not in its own way where it is looked at as though it were not", () => {
  const { gathered, outside, eventIds } = mendingOf({ booked: ["ada"], busy: [["ada", 9, 11]] });
  const [ada] = gathered.availability;
  if (!ada) throw new Error("nobody is in it");
  const own = { start: at(10), end: at(11), kind: "busy" as const, eventId: "s0" };
  const taken = [
    { start: at(10), end: at(11), title: "" },
    { start: at(14), end: at(15), title: "" },
  ];
  const events = eventIds.map((eventId) => ({ organizer: emailOf("ada"), eventId }));
  const payload = { ...aBooking(), sessions: outside.change.before };
  const free = asThoughUnbooked(
    {
      ...gathered,
      availability: [{ ...ada, blocks: [...ada.blocks, own] }],
      candidate: { ...gathered.candidate, taken },
    },
    { payload, events },
  );
  expect(free.availability[0]?.blocks).toEqual(ada.blocks);
  expect(free.candidate.taken).toEqual(taken.slice(1));
});

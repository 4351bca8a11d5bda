import { describe, expect, it } from "vitest";
import {
  changeInWords,
  changesFrom,
  isForCandidate,
  needsNewEvent,
  newSeats,
} from "../../../src/domain/change.ts";
import { type BookedSession, BookInterview, PanelMember } from "../../../src/domain/proposal.ts";
import { aLoop, aSession } from "../../support/booking.ts";

const booked = aLoop();
const [coding, design, values] = booked.sessions;
if (!coding || !design || !values) throw new Error("a loop of three has three sessions");
const [ines, jonas] = aSession().panel;
if (!ines || !jonas) throw new Error("nobody is in the panel");
const ada = PanelMember.parse({
  ...jonas,
  userId: "user-ada",
  email: "ada.o@company.test",
  name: "Ada Okafor",
});
const moved = { startsAt: "2026-11-24T15:00:00Z", endsAt: "2026-11-24T16:00:00Z" };

/** The loop with other sessions in the places of its own; `gone`: whose event does not stand. */
const changed = (sessions: BookedSession[], gone: string[] = []): BookInterview =>
  BookInterview.parse({
    ...booked,
    kind: "change_booking",
    sessions,
    change: {
      of: "pr-1",
      because: "",
      before: booked.sessions,
      events: booked.sessions
        .filter(({ sessionId }) => !gone.includes(sessionId))
        .map(({ sessionId, organizer, startsAt, endsAt }) => ({
          sessionId,
          organizer,
          eventId: `event-${sessionId}`,
          effectId: "ef-1",
          startsAt,
          endsAt,
          declined: [],
        })),
      panel: null,
      invitation: { invitationTitle: "{{session}}", invitationBody: "{{lever}}" },
    },
  });

const replaced = changed([coding, { ...design, panel: [ines, ada] }, values]);
const later = changed([coding, values, { ...design, ...moved }]);

describe("a change", () => {
  it("of a person says who comes in for whom, and that the candidate is told", () => {
    expect(changeInWords(replaced)).toBe(
      "Ada Okafor takes the place of Jonas Weber in Design; nobody else of the panel learns of a change, the candidate does",
    );
    expect(isForCandidate(replaced)).toBe(true);
  });

  it("of a time says when, and how many learn of it", () => {
    expect(changeInWords(later)).toBe(
      "Move Design to Tuesday 24 November 2026, 15:00–16:00 (Lisbon time); 2 people learn of it, and the candidate",
    );
  });

  it("holds only who is not booked then already", () => {
    const seatsOf = (payload: BookInterview) =>
      newSeats(payload).map(({ sessionId, panel }) => [sessionId, panel.map(({ name }) => name)]);
    expect(seatsOf(replaced)).toEqual([["design", ["Ada Okafor"]]]);
    expect(seatsOf(later)).toEqual([["design", ["Ines Duarte", "Jonas Weber"]]]);
    const byHalf = { startsAt: "2026-11-24T11:30:00Z", endsAt: "2026-11-24T12:30:00Z" };
    expect(seatsOf(changed([coding, { ...design, ...byHalf }, values]))).toEqual([]);
  });

  it("begins where the first thing changes, before or after", () => {
    expect(changesFrom(replaced).toString()).toBe("2026-11-24T11:00:00Z");
    expect(changesFrom(later).toString()).toBe("2026-11-24T11:00:00Z");
  });

  it("tells the candidate of a new video link, and not of an event that has none", () => {
    const again = changed(booked.sessions, ["values"]);
    expect(needsNewEvent(again, values)).toBe(true);
    expect(isForCandidate(again)).toBe(false);
    expect(changeInWords(again)).toContain("Put Values on the calendar again");
    expect(changeInWords(again)).toContain("nor does the candidate");
    expect(isForCandidate(changed(booked.sessions, ["coding"]))).toBe(true);
  });

  it("needs a new event where another's calendar is to hold it", () => {
    const byAda = { ...coding, panel: [ada] };
    expect(needsNewEvent(changed([byAda, design, values]), byAda)).toBe(false);
    const organizer = ada.email;
    expect(needsNewEvent(changed([coding, design, values]), { ...coding, organizer })).toBe(true);
  });

  it("makes a new event rather than change the text of a Teams meeting", () => {
    const byTeams = { ...design, video: "teams" as const };
    expect(needsNewEvent(changed([coding, byTeams, values]), byTeams)).toBe(false);
    const withAda = { ...byTeams, panel: [ines, ada] };
    expect(needsNewEvent(changed([coding, withAda, values]), withAda)).toBe(true);
    const atThree = { ...byTeams, ...moved };
    expect(needsNewEvent(changed([coding, values, atThree]), atThree)).toBe(true);
  });
});

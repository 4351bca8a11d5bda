import { describe, expect, it } from "vitest";
import {
  changeInWords,
  changesFrom,
  eventsWithRoomWanted,
  isForCandidate,
  isOtherwise,
  isPutBack,
  needsNewEvent,
  needsNewMeeting,
  newSeats,
  sessionChanges,
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
      panel: {
        panelId: "panel-1",
        externalUrl: "",
        interviews: booked.sessions.map(({ sessionId }) => ({ id: sessionId, location: "" })),
      },
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
    expect(changeInWords(again)).toContain("learns of it, the candidate does not");
    expect(isForCandidate(changed(booked.sessions, ["coding"]))).toBe(true);
  });

  it("says what is put back in Lever, and whether anybody learns of it", () => {
    const { change } = changed(booked.sessions);
    if (!change?.panel) throw new Error("nothing changes");
    const { panel } = change;
    const withPanel = (interviews: object[] | null): string =>
      changeInWords(
        BookInterview.parse({
          ...changed(booked.sessions),
          change: { ...change, panel: interviews && { ...panel, interviews } },
        }),
      );
    const stood = {
      startsAt: coding.startsAt,
      durationMinutes: coding.durationMinutes,
      userIds: coding.panel.map(({ userId }) => userId),
    };
    const [, ...others] = panel.interviews;
    const nobody = "nobody else of the panel learns of a change, nor does the candidate";
    const codingIs = (says: object) =>
      withPanel([{ id: "coding", location: "", ...says }, ...others]);
    expect(codingIs({ stood })).toBe(nobody);
    expect(codingIs({ stood: { ...stood, startsAt: moved.startsAt } })).toBe(
      `Put Coding back in Lever as it is booked; ${nobody}`,
    );
    expect(codingIs({ stood: { ...stood, userIds: [] } })).toContain("Put Coding back in Lever");
    expect(codingIs({ isGone: true })).toContain("Put Coding back in Lever");
    expect(withPanel(null)).toContain("Enter Coding in Lever again; Enter Design in Lever again");
  });

  it("only puts back what is as it was booked, whatever of it stood otherwise outside", () => {
    const asBooked = [changed(booked.sessions), changed(booked.sessions, ["coding", "values"])];
    const cancelled = BookInterview.parse({ ...changed(booked.sessions), kind: "cancel_booking" });
    const others = [
      replaced,
      later,
      changed([coding, { ...design, format: "phone" }, values]),
      cancelled,
    ];
    expect(asBooked.map((payload) => [isPutBack(payload), isOtherwise(payload)])).toEqual([
      [true, false],
      [true, false],
    ]);
    expect(others.map((payload) => [isPutBack(payload), isOtherwise(payload)])).toEqual(
      others.map(() => [false, true]),
    );
    // Who sat in to learn does not any more: no other interview, and yet a change.
    const { change } = changed(booked.sessions);
    const { userId, email, name, zone } = ada;
    const trainee = { userId, email, name, zone, kind: "shadow" as const };
    const before = [{ ...coding, trainees: [trainee] }, design, values];
    const without = BookInterview.parse({
      ...changed(booked.sessions),
      change: change && { ...change, before },
    });
    expect([isPutBack(without), isOtherwise(without)]).toEqual([false, false]);
    expect(isPutBack(booked)).toBe(false);
  });

  it("needs a new event where another's calendar is to hold it", () => {
    const byAda = { ...coding, panel: [ada] };
    expect(needsNewEvent(changed([byAda, design, values]), byAda)).toBe(false);
    const organizer = ada.email;
    expect(needsNewEvent(changed([coding, design, values]), { ...coding, organizer })).toBe(true);
  });

  describe("of a session in a room", () => {
    const [atlas, berlin] = ["Atlas", "Berlin"].map((name) => ({
      name,
      email: `${name.toLowerCase()}@company.test`,
    }));
    const onsite = { ...design, format: "onsite" as const, video: "none" as const };
    const inRoom = (after: BookedSession): BookInterview => {
      const payload = changed([coding, after, values]);
      const { change } = payload;
      if (!change || !atlas) throw new Error("nothing changes");
      const before = [coding, { ...onsite, room: atlas }, values];
      return BookInterview.parse({ ...payload, change: { ...change, before } });
    };

    it("says which room it is in now: the panel and the candidate learn of it", () => {
      const payload = inRoom({ ...onsite, ...(berlin && { room: berlin }) });
      expect(changeInWords(payload)).toBe(
        "Design takes place in room Berlin instead of Atlas; 2 people learn of it, and the candidate",
      );
      expect(isForCandidate(payload)).toBe(true);
      expect(newSeats(payload).map(({ room, panel }) => [room?.name, panel])).toEqual([
        ["Berlin", []],
      ]);
    });

    it("says it beside a new time or a new person, and holds a room once", () => {
      const room = berlin ?? { name: "", email: "" };
      expect(changeInWords(inRoom({ ...onsite, ...moved, room }))).toContain(
        "Move Design to Tuesday 24 November 2026, 15:00–16:00 (Lisbon time), in room Berlin;",
      );
      expect(changeInWords(inRoom({ ...onsite, panel: [ines, ada], room }))).toContain(
        "Ada Okafor takes the place of Jonas Weber in Design, in room Berlin;",
      );
      const same = inRoom({ ...onsite, panel: [ines, ada], ...(atlas && { room: atlas }) });
      expect(newSeats(same).map((seat) => seat.room)).toEqual([undefined]);
      expect(sessionChanges(same).map(({ isRoomChanged }) => isRoomChanged)).toEqual([
        false,
        false,
        false,
      ]);
    });
  });

  it("frees a room of its former event where another step asks for it first, and nowhere else", () => {
    const room = { name: "Atlas", email: "atlas@company.test" };
    const before = [{ ...coding, room }, { ...design, room }, values];
    const freed = (sessions: BookedSession[], declined: string[] = []): string[] => {
      const payload = changed(sessions);
      const { change } = payload;
      if (!change) throw new Error("nothing changes");
      const events = change.events.map((event) => ({ ...event, declined }));
      return eventsWithRoomWanted({ ...payload, change: { ...change, before, events } }).map(
        ({ sessionId }) => sessionId,
      );
    };
    const [first, second] = before;
    if (!first || !second) throw new Error("nothing is booked");
    const byAda = { ...first, panel: [ada], organizer: ada.email };
    expect(freed([byAda, second, values])).toEqual([coding.sessionId]);
    expect(freed([byAda, second, values], [room.email])).toEqual([]);
    expect(freed([{ ...byAda, ...moved }, second, values])).toEqual([]);
    expect(freed([{ ...first, panel: [ada] }, second, values])).toEqual([]);
    const timeOf = ({ startsAt, endsAt }: BookedSession) => ({ startsAt, endsAt });
    const swapped = [
      { ...first, ...timeOf(second) },
      { ...second, ...timeOf(first) },
    ];
    // The first is moved while the second still stands there; by then the first has left its own time.
    expect(freed([...swapped, values])).toEqual([design.sessionId]);
  });

  it("of a session at Zoom keeps its meeting with its host alone, and tells of a new link", () => {
    const atZoom = { ...design, video: "zoom" as const };
    const meeting = {
      sessionId: design.sessionId,
      host: design.organizer,
      meetingId: "88888888888",
      videoUrl: "https://zoom.test/j/88888888888",
      effectId: "ef-2",
      startsAt: design.startsAt,
      durationMinutes: design.durationMinutes,
    };
    const withMeetings = (after: BookedSession, meetings: object[]): BookInterview => {
      const payload = changed([coding, after, values]);
      const before = [coding, atZoom, values];
      const { change } = payload;
      return BookInterview.parse({ ...payload, change: { ...change, before, meetings } });
    };
    const kept = withMeetings(atZoom, [meeting]);
    expect([needsNewMeeting(kept, atZoom), isForCandidate(kept)]).toEqual([false, false]);
    const gone = withMeetings(atZoom, []);
    expect([needsNewMeeting(gone, atZoom), isForCandidate(gone)]).toEqual([true, true]);
    const byAnother = { ...atZoom, organizer: ada.email };
    expect(needsNewMeeting(withMeetings(byAnother, [meeting]), byAnother)).toBe(true);
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

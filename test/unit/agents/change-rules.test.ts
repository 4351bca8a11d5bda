/** Rules that may give where no change of a booking fits: each that is offered leads to a change. */
import { describe, expect, it } from "vitest";
import { draftMend } from "../../../agents/scheduling/mend.ts";
import { sessionsOfWay } from "../../../agents/scheduling/ways.ts";
import { changeInWords, isForCandidate, needsNewEvent } from "../../../src/domain/change.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { NoFit, type Relaxation } from "../../../src/domain/no-fit.ts";
import { BookingChange } from "../../../src/domain/proposal.ts";
import type { SchedulingContext } from "../../../tools/scheduling-context.ts";
import { aBooking, aSession } from "../../support/booking.ts";

const ADA = "ada@company.test";
const ROOM = { email: "harbour@rooms.test", name: "Harbour", capacity: 4 };
const at = (hour: number, day = 24): string =>
  `2026-11-${day}T${String(hour).padStart(2, "0")}:00:00Z`;

interface Day {
  /** Who says no to the interview, Ada's on site at ten. */
  declined: string;
  /** Whether the room is in use all the time. */
  isRoomTaken?: boolean;
  roomAt?: "google" | "microsoft";
  noticeHours?: number;
}

const stateOf = ({ declined, isRoomTaken = false, roomAt = "google", noticeHours = 0 }: Day) => {
  const [, member] = aSession().panel;
  if (!member) throw new Error("nobody is in the panel");
  const session = aSession({
    sessionId: "s",
    name: "Talk",
    durationMinutes: 60,
    format: "onsite",
    startsAt: at(10),
    endsAt: at(11),
    panel: [{ ...member, email: ADA, name: "Ada", key: true }],
    organizer: ADA,
    room: { email: ROOM.email, name: ROOM.name, calendar: roomAt },
    video: "none",
  });
  const event = { sessionId: "s", organizer: ADA, eventId: "e", effectId: "ef" };
  const { startsAt, endsAt } = session;
  const change = BookingChange.parse({
    of: "pr-1",
    because: "",
    before: [session],
    events: [{ ...event, startsAt, endsAt, declined: [declined] }],
    panel: null,
    invitation: { invitationTitle: "{{session}}", invitationBody: "{{lever}}" },
  });
  const reading = (email: string, service: string, isTaken: boolean) => ({
    email,
    readable: true,
    reason: null,
    zone: "UTC",
    service,
    blocks: isTaken ? [{ start: at(0), end: at(23, 25), kind: "busy" }] : [],
    readAt: at(0),
  });
  const context = {
    plan: {
      id: "plan",
      match: { stages: ["Onsite"] },
      sessions: [],
      rules: { minimumNoticeHours: noticeHours },
    },
    sessions: [
      {
        rule: { id: "s", name: "Talk", durationMinutes: 60, format: "onsite", places: [] },
        places: [{ label: member.role, key: true, choices: [ADA] }],
        rooms: [ROOM],
        feedbackTemplateId: null,
      },
    ],
    candidate: { email: "c@example.com", zone: "UTC", zoneSource: "application", windows: null },
    people: [{ userId: "ada", name: "Ada", email: ADA }],
    availability: [reading(ADA, "google", false), reading(ROOM.email, roomAt, isRoomTaken)],
    held: [],
    horizon: { from: at(0), to: at(23, 25) },
    now: at(0),
  };
  const deviations = [{ code: "declined" as const, sessionId: "s", words: "" }];
  const payload = aBooking({ sessions: [session] });
  const events = [{ organizer: ADA, eventId: "e" }];
  const booked = {
    proposalId: "pr-1",
    events,
    panelId: "p",
    interviewIds: [],
    meetings: [],
    payload,
  };
  return {
    gathered: context as unknown as SchedulingContext,
    mending: { booked, outside: { change, deviations, lever: [] } },
  };
};

const draftWith = (day: Day, relax: Pick<Relaxation, "id" | "change"> | null = null) => {
  const { gathered, mending } = stateOf(day);
  const wishes = { startsAt: null, planId: null, panelistIds: [] };
  return draftMend(gathered, mending, {
    isMoveWanted: false,
    wishes,
    relax: relax && { ...relax, words: "" },
  });
};

const offeredIn = (day: Day): Relaxation[] => {
  try {
    draftWith(day);
  } catch (thrown) {
    if (thrown instanceof AppError) return NoFit.parse(thrown.data["noFit"]).relaxations;
    throw thrown;
  }
  throw new Error("it fits");
};

describe("where no change of a booking fits", () => {
  it("a rule is offered when a change is found without it, with the time that is found", () => {
    const day = { declined: ADA, noticeHours: 47 };
    const [notice, ...others] = offeredIn(day);
    expect(others).toEqual([]);
    expect(notice?.id).toBe("notice");
    expect(notice?.words).toMatch(/^With less notice it fits, best on .* November 2026/);
    expect(draftWith(day, notice).itineraries.length).toBeGreaterThan(0);
  });

  it("none is offered that would lead nowhere: the only room could not be invited then", () => {
    expect(offeredIn({ declined: ADA, noticeHours: 47, roomAt: "microsoft" })).toEqual([]);
  });

  it("by video is offered when a room alone stands in the way, and leaves all else as it is", () => {
    const day = { declined: ROOM.email, isRoomTaken: true };
    const [video, ...others] = offeredIn(day);
    expect(others).toEqual([]);
    expect(video?.id).toBe("format");
    expect(video?.change).toBe("By video instead of on site");
    const draft = draftWith(day, video);
    const [way] = draft.itineraries;
    expect(draft.relaxed?.id).toBe("format");
    expect(way?.sessions).toEqual([
      {
        sessionId: "s",
        startsAt: at(10),
        endsAt: at(11),
        panel: [{ place: 0, email: ADA }],
        format: "video",
      },
    ]);
    expect(draft.texts.mailBody).toContain("Video link: {{where}}");
    const { mending } = stateOf(day);
    const { change } = mending.outside;
    const { payload: booked } = mending.booked;
    const sessions = way ? sessionsOfWay(way, { ...booked, change }, []) : [];
    const [session] = sessions;
    expect(session).toMatchObject({ format: "video", video: "meet", isVideoFree: true });
    expect(session).not.toHaveProperty("room");
    const payload = { ...booked, kind: "change_booking" as const, sessions, change };
    expect(isForCandidate(payload)).toBe(true);
    expect(session && needsNewEvent(payload, session)).toBe(true);
    expect(changeInWords(payload)).toMatch(
      /^Talk takes place by video instead of in room Harbour; /,
    );
  });

  it("by video is not offered where it would not help either", () => {
    const { gathered, mending } = stateOf({ declined: ADA, isRoomTaken: true, noticeHours: 47 });
    expect(gathered.sessions).toHaveLength(mending.booked.payload.sessions.length);
    expect(offeredIn({ declined: ADA, isRoomTaken: true, noticeHours: 47 })).toEqual([]);
  });
});

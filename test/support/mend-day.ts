/** A booking of one or three sessions on one day of two, with whoever could sit in them: what a change of it is searched in. */
import type { Deviation } from "../../src/cases/bookings.ts";
import { type BookedSession, BookingChange } from "../../src/domain/proposal.ts";
import type { SchedulingContext } from "../../tools/scheduling-context.ts";
import { aSession } from "./booking.ts";

/** An hour of the first day, UTC. */
export const at = (hour: number): string => `2026-11-24T${String(hour).padStart(2, "0")}:00:00Z`;
/** Whose address it is. */
export const emailOf = (name: string): string => `${name}@company.test`;

/** A booking of up to three sessions, and how it stands. */
export interface Day {
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
if (!member) throw new Error("nobody is in the panel");
/** Everybody's, in Lever. */
export const USER_ID = member.userId;

/** Somebody in one of its sessions. */
export const sessionOf = (name: string, index: number): BookedSession => {
  const hour = HOURS[index] ?? 0;
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
export const timeOf = (iso: string): string =>
  iso.startsWith("2026-11-24") ? iso.slice(11, 16) : iso.slice(8, 16);

/** What was booked, and how it stands. */
export const mendingOf = ({ booked = ["ada", "ben", "cai"], pools, busy = [], ...rest }: Day) => {
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

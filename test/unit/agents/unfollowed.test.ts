/** What somebody has made otherwise in Lever, and why it is no way. */
import { expect, it } from "vitest";
import { findWays } from "../../../agents/scheduling/ways.ts";
import type { FoundWays } from "../../../agents/scheduling/ways.ts";
import { BookingChange } from "../../../src/domain/proposal.ts";
import type { SchedulingContext } from "../../../tools/scheduling-context.ts";
import { aSession } from "../../support/booking.ts";

const DAY = "2026-11-24";
const session = aSession({
  sessionId: "talk",
  name: "Talk",
  startsAt: `${DAY}T10:00:00Z`,
  endsAt: `${DAY}T11:00:00Z`,
  durationMinutes: 60,
});
const [ada, ben] = session.panel;
if (!ada || !ben) throw new Error("nobody is in the panel");

interface Asked {
  /** Where Lever has it. */
  startsAt?: string;
  isReadable?: boolean;
  busy?: [string, string];
}

const followed = ({ startsAt = "10:00", isReadable = true, busy }: Asked): FoundWays => {
  const change = BookingChange.parse({
    of: "pr-1",
    because: "",
    before: [session],
    events: [
      {
        sessionId: "talk",
        organizer: session.organizer,
        eventId: "ev",
        effectId: "ef",
        startsAt: session.startsAt,
        endsAt: session.endsAt,
        declined: [],
      },
    ],
    panel: null,
    invitation: { invitationTitle: "{{session}}", invitationBody: "{{lever}}" },
  });
  const people = [ada, ben].map(({ userId, name, email }) => ({ userId, name, email }));
  const read = {
    reason: null,
    zone: "UTC",
    service: "google" as const,
    readAt: `${DAY}T00:00:00Z`,
  };
  const context: Partial<SchedulingContext> = {
    plan: {
      id: "plan",
      match: { stages: ["Onsite"] },
      sessions: [],
      rules: {
        minimumNoticeHours: 0,
        hours: { start: "08:00", end: "17:00", days: ["mon", "tue", "wed", "thu", "fri"] },
      },
    },
    sessions: [
      {
        rule: { id: "talk", name: "Talk", durationMinutes: 60, format: session.format, places: [] },
        places: people.map(({ email }) => ({ label: "named", key: false, choices: [email] })),
        feedbackTemplateId: null,
      },
    ],
    candidate: { email: "c@example.com", zone: "UTC", zoneSource: "application", windows: null },
    people,
    availability: people.map(({ email }, index) => ({
      ...read,
      email,
      readable: index === 0 || isReadable,
      blocks: busy
        ? [{ start: `${DAY}T${busy[0]}:00Z`, end: `${DAY}T${busy[1]}:00Z`, kind: "busy" }]
        : [],
    })),
    held: [],
    horizon: { from: `${DAY}T00:00:00Z`, to: "2026-11-25T23:00:00Z" },
    now: `${DAY}T00:00:00Z`,
  };
  const start = Temporal.Instant.from(`${DAY}T${startsAt}:00Z`);
  const inLever = {
    sessionId: "talk",
    startsAt: start.toString(),
    endsAt: start.add({ minutes: 60 }).toString(),
    people,
  };
  const moved = { code: "panel_moved" as const, sessionId: "talk", words: "" };
  return findWays({
    gathered: context as SchedulingContext,
    outside: { change, deviations: [moved], lever: [inLever] },
    eventIds: ["ev"],
    isMoveWanted: false,
  });
};

const firstOf = ({ ways }: FoundWays): string | undefined => ways[0]?.sessions[0]?.startsAt;

it("is followed to another time, on the plan's grid or not", () => {
  for (const startsAt of ["14:00", "14:07", "09:07"]) {
    const found = followed({ startsAt });
    expect([startsAt, found.unfollowed, firstOf(found)]).toEqual([
      startsAt,
      [],
      `${DAY}T${startsAt}:00Z`,
    ]);
  }
});

it("is said not to be when somebody cannot then, with who and why", () => {
  const { unfollowed } = followed({ startsAt: "13:07", busy: ["13:30", "14:00"] });
  expect(unfollowed).toHaveLength(1);
  expect(unfollowed[0]).toContain(
    "What was changed in Lever cannot be followed (Talk, Tuesday 24 November 2026, 13:07–14:07",
  );
  expect(unfollowed[0]).toMatch(new RegExp(`${ada.name}|${ben.name}`));
});

it("is said not to be when somebody's calendar cannot be read", () => {
  const { unfollowed } = followed({ startsAt: "13:00", isReadable: false });
  expect(unfollowed.join(" ")).toContain(
    `The calendar of ${ben.name} could not be read, so nobody knows whether they can.`,
  );
});

/** Which blocks of people's calendars a booking takes for its own. */
import { expect, it } from "vitest";
import { type OwnEvents, isOwnTime, withoutOwn } from "../../../src/cases/own-time.ts";
import type { BookedSession } from "../../../src/domain/proposal.ts";
import { aSession } from "../../support/booking.ts";

const BOOKED = { startsAt: "2026-11-24T10:00:00Z", endsAt: "2026-11-24T10:30:00Z" };
const MOVED = { startsAt: "2026-11-24T11:00:00Z", endsAt: "2026-11-24T11:30:00Z" };

type Service = "google" | "microsoft";

const bookedBy = (services: Record<string, Service>): BookedSession => {
  const [member] = aSession().panel;
  if (!member) throw new Error("nobody is in the panel");
  const panel = Object.entries(services).map(([name, calendar]) => ({
    ...member,
    email: `${name}@example.com`,
    calendar,
  }));
  return aSession({ sessionId: "s", ...BOOKED, panel, organizer: "host@example.com" });
};

interface Case {
  services?: Record<string, Service>;
  /** Where the event stands; null: it is gone. */
  stands?: typeof BOOKED | null;
  who?: string;
  at?: typeof BOOKED;
  id?: string;
}

const isOwn = ({ services, stands = BOOKED, who = "guest", at = BOOKED, id }: Case): boolean => {
  const before = [bookedBy({ host: "google", guest: "google", ...services })];
  const organizer = "host@example.com";
  const event = { sessionId: "s", organizer, eventId: "ours", effectId: "ef", declined: [] };
  const own: OwnEvents = {
    before,
    events: stands ? [{ ...event, ...stands }] : [],
    eventIds: ["ours"],
  };
  const [start, end] = [Temporal.Instant.from(at.startsAt), Temporal.Instant.from(at.endsAt)];
  return isOwnTime(
    `${who}@example.com`,
    { start, end, ...(id !== undefined && { eventId: id }) },
    own,
  );
};

it("knows its event by the id, wherever a reading still has it", () => {
  expect(isOwn({ id: "ours" })).toBe(true);
  expect(isOwn({ id: "ours", stands: MOVED })).toBe(true);
  expect(isOwn({ id: "ours", stands: null })).toBe(true);
});

it("takes no other event for its own that lies at the same time", () => {
  expect(isOwn({ id: "theirs" })).toBe(false);
  expect(isOwn({ id: "theirs", who: "host", services: { host: "microsoft" } })).toBe(false);
});

it("goes by where its event stands when nothing tells of which event time is", () => {
  expect(isOwn({})).toBe(true);
  expect(isOwn({ stands: MOVED, at: MOVED })).toBe(true);
  expect(isOwn({ stands: MOVED })).toBe(false);
  expect(isOwn({ stands: null })).toBe(false);
  expect(isOwn({ who: "stranger" })).toBe(false);
});

it("goes by the time of a guest's copy, which has an id of its own in Outlook or from another service", () => {
  const copies: Record<string, Service>[] = [
    { host: "microsoft", guest: "microsoft" },
    { host: "microsoft" },
    { guest: "microsoft" },
  ];
  for (const services of copies) {
    expect(isOwn({ services, id: "copy" })).toBe(true);
    expect(isOwn({ services, id: "copy", stands: null })).toBe(false);
  }
});

it("is cut out of the time of its room, which is told in one piece with what comes before and after", () => {
  const room = { email: "room@example.com", name: "Room", calendar: "google" as const };
  const before = [{ ...bookedBy({ host: "google" }), room }];
  const ours = { sessionId: "s", organizer: "host@example.com", eventId: "ours", effectId: "ef" };
  const events = [{ ...ours, ...BOOKED, declined: [] }];
  const left = (email: string, from: string, to: string): string[] =>
    withoutOwn(email, [{ start: Temporal.Instant.from(from), end: Temporal.Instant.from(to) }], {
      before,
      events,
    }).map(({ start, end }) => `${start.toString()} ${end.toString()}`);
  const [nine, ten, half, noon] = ["09:00", "10:00", "10:30", "12:00"].map(
    (time) => `2026-11-24T${time}:00Z`,
  ) as [string, string, string, string];
  expect(left(room.email, ten, half)).toEqual([]);
  expect(left(room.email, nine, noon)).toEqual([`${nine} ${ten}`, `${half} ${noon}`]);
  expect(left(room.email, nine, half)).toEqual([`${nine} ${ten}`]);
  // Of a person, another's event may lie in our own time.
  expect(left("host@example.com", nine, noon)).toEqual([`${nine} ${noon}`]);
});

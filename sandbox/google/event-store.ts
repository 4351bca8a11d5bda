/** All calendars of the company's domain: each person's events, shared ones kept once. */
import { createHash } from "node:crypto";
import type { Mailbox, World, WorldEvent } from "../worlds/types.ts";
import type { StoredEvent } from "./stored-event.ts";

export interface EventStore {
  /** The person or room that owns a calendar; undefined for one that Google does not know. */
  owner(email: string): Mailbox | undefined;
  /** Events of a calendar, cancelled ones too. */
  list(email: string): StoredEvent[];
  find(email: string, eventId: string): StoredEvent | undefined;
  /** Puts an event on the calendars of its organiser and its guests. */
  put(event: StoredEvent): void;
  /** Takes it off one guest's calendar alone. */
  leave(email: string, eventId: string): void;
  /** The same room for the same request. */
  roomFor(requestId: string): string;
  /** Says that an event is not what it was, on every calendar that has it. */
  changed(event: StoredEvent): void;
  /** What has changed on a calendar after a point in its history: present events, and cancelled ones for what went. */
  changesSince(email: string, point: number): StoredEvent[];
  /** The present point in the history of all calendars. */
  point(): number;
  onChange(listener: (email: string) => void): void;
  /** Called with a meeting that is new or another one, once for all of its calendars. */
  onMeeting(listener: (event: StoredEvent) => void): void;
}

interface Change {
  point: number;
  event: StoredEvent;
}

/** The calendars as the world has them. */
export const createEventStore = (world: World): EventStore => {
  const people = ownersOf(world);
  const calendars = new Map<string, Map<string, StoredEvent>>();
  const calendarOf = (email: string): Map<string, StoredEvent> => {
    const found = calendars.get(email) ?? new Map<string, StoredEvent>();
    calendars.set(email, found);
    return found;
  };
  const changes = new Map<string, Map<string, Change>>();
  const listeners: ((email: string) => void)[] = [];
  const meetingListeners: ((event: StoredEvent) => void)[] = [];
  let present = 0;
  const record = (email: string, event: StoredEvent): void => {
    const own = changes.get(email) ?? new Map<string, Change>();
    changes.set(email, own);
    present += 1;
    own.set(event.id, { point: present, event });
    for (const listener of listeners) listener(email);
  };
  const changed = (event: StoredEvent): void => {
    for (const [email, calendar] of calendars) if (calendar.has(event.id)) record(email, event);
    for (const listener of meetingListeners) listener(event);
  };
  const put = (event: StoredEvent): void => {
    for (const email of new Set([event.organizer, ...event.guests.map((guest) => guest.email)])) {
      if (people.has(email)) calendarOf(email).set(event.id, event);
    }
    changed(event);
  };
  for (const person of people.values()) {
    for (const event of person.events) {
      calendarOf(person.email).set(event.id, storedEvent(event, person, world));
    }
  }
  return {
    owner: (email) => people.get(email),
    list: (email) => [...(calendars.get(email)?.values() ?? [])],
    find: (email, eventId) => calendars.get(email)?.get(eventId),
    put,
    leave: (email, eventId) => {
      const event = calendars.get(email)?.get(eventId);
      calendars.get(email)?.delete(eventId);
      if (event) record(email, { ...event, status: "cancelled" });
    },
    roomFor: (requestId) => `https://meet.google.test/${roomName(requestId)}`,
    changed,
    changesSince: (email, point) =>
      [...(changes.get(email)?.values() ?? [])]
        .filter((change) => change.point > point)
        .map(({ event }) => event),
    point: () => present,
    onChange: (listener) => {
      listeners.push(listener);
    },
    onMeeting: (listener) => {
      meetingListeners.push(listener);
    },
  };
};

/** By address. */
const ownersOf = ({ people, rooms }: World): Map<string, Mailbox> =>
  new Map([...people, ...rooms].filter(isAtGoogle).map((owner) => [owner.email, owner]));

const isAtGoogle = ({ mailbox, calendar, deactivatedAtMs }: Mailbox): boolean =>
  mailbox === undefined && calendar !== "none" && deactivatedAtMs === null;

const storedEvent = (event: WorldEvent, person: Mailbox, world: World): StoredEvent => {
  const time = (epochMs: number): StoredEvent["start"] => {
    const instant = Temporal.Instant.fromEpochMilliseconds(epochMs);
    return event.allDay
      ? { kind: "day", date: instant.toZonedDateTimeISO(person.zone).toPlainDate() }
      : { kind: "instant", instant, zone: person.zone };
  };
  const startsAt = Temporal.Instant.fromEpochMilliseconds(world.startsAtMs);
  // What somebody answered was an invitation: it came from a colleague.
  const isInvitation = event.eventType === "default" && event.response !== "accepted";
  const host = `calendar@${world.company.domain}`;
  return {
    id: event.id,
    organizer: isInvitation ? host : person.email,
    status: event.status,
    created: startsAt,
    updated: startsAt,
    version: 1,
    sequence: 0,
    summary: event.summary,
    description: undefined,
    location: undefined,
    start: time(event.startMs),
    end: time(event.endMs),
    eventType: event.eventType,
    transparency: event.transparency,
    visibility: undefined,
    guestsCanInviteOthers: true,
    guests: isInvitation
      ? [
          { email: host, displayName: undefined, answer: "accepted" },
          { email: person.email, displayName: person.name, answer: event.response },
        ]
      : [],
    privateProperties: {},
    room: undefined,
  };
};

/** `abc-defg-hij`, as Meet names its rooms. */
const roomName = (requestId: string): string => {
  const letters = [...createHash("sha256").update(requestId).digest()]
    .map((byte) => String.fromCharCode(97 + (byte % 26)))
    .join("");
  return `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7, 10)}`;
};

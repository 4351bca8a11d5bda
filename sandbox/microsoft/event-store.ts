/** All mailboxes of the company's Exchange: each has its own copy of an event, all copies tell the same meeting. */
import { createHash } from "node:crypto";
import type { Mailbox, World, WorldEvent } from "../worlds/types.ts";
import type { Answer, Copy, ShowAs, StoredEvent } from "./stored-event.ts";

export type ChangeType = "created" | "updated" | "deleted";

export interface Change {
  mailbox: string;
  type: ChangeType;
  copy: Copy;
}

export interface EventStore {
  /** The person or room that owns a mailbox, by address or id; undefined for one that Exchange does not know. */
  owner(name: string): Mailbox | undefined;
  /** Copies in a mailbox. */
  list(email: string): Copy[];
  /** By either of its ids. */
  find(email: string, id: string): Copy | undefined;
  /** The organiser's copy of what was made with a transaction id. */
  ofTransaction(email: string, transactionId: string): Copy | undefined;
  /** Puts an event into the mailboxes of its organiser and its guests. Shape: the organiser's copy, if it lives here. */
  put(event: StoredEvent): Copy | undefined;
  /** Takes it out of one mailbox alone. */
  leave(email: string, key: string): void;
  /** Says that an event is not what it was, in every mailbox that has it. */
  changed(event: StoredEvent): void;
  /** The last change of each copy of a mailbox after a point in its history. */
  changesSince(email: string, point: number): Change[];
  /** The present point in the history of all mailboxes. */
  point(): number;
  onChange(listener: (change: Change) => void): void;
  /** Called with a meeting that is new or another one, once for all of its mailboxes. */
  onMeeting(listener: (event: StoredEvent) => void): void;
}

/** The mailboxes of those of the world's people who live here. */
export const createEventStore = (world: World): EventStore => {
  const people = [...world.people, ...world.rooms].filter(isAtMicrosoft);
  const owners = new Map(
    people.flatMap((person) => [
      [person.email, person],
      [person.userId, person],
    ]),
  );
  const mailboxes = new Map(people.map(({ email }) => [email, new Map<string, Copy>()]));
  const history = createHistory();
  const meetings = createMeetings();
  const put = (event: StoredEvent): Copy | undefined => {
    // Whoever has declined has it no more.
    const guests = event.attendees.filter(({ answer }) => answer !== "declined");
    const emails = [event.organizer.email, ...guests.map(({ email }) => email)];
    for (const email of new Set(emails)) {
      const mailbox = mailboxes.get(email);
      if (!mailbox) continue;
      const isNew = !mailbox.has(event.key);
      const copy = mailbox.get(event.key) ?? copyOf(event, email);
      mailbox.set(event.key, copy);
      history.record({ mailbox: email, type: isNew ? "created" : "updated", copy });
    }
    meetings.tell(event);
    return mailboxes.get(event.organizer.email)?.get(event.key);
  };
  for (const person of people) {
    for (const event of person.events.filter(({ response }) => response !== "declined")) {
      const stored = storedEvent(event, person, world);
      mailboxes.get(person.email)?.set(stored.key, copyOf(stored, person.email));
    }
  }
  const list = (email: string) => [...(mailboxes.get(email)?.values() ?? [])];
  return {
    owner: (name) => owners.get(name.toLowerCase()),
    list,
    find: (email, id) => list(email).find((one) => one.id === id || one.immutableId === id),
    ofTransaction: (email, transactionId) =>
      list(email).find(
        ({ event }) => event.organizer.email === email && event.transactionId === transactionId,
      ),
    put,
    leave: (email, key) => {
      const copy = mailboxes.get(email)?.get(key);
      if (!copy) return;
      mailboxes.get(email)?.delete(key);
      history.record({ mailbox: email, type: "deleted", copy });
    },
    changed: (event) => {
      for (const [email, mailbox] of mailboxes) {
        const copy = mailbox.get(event.key);
        if (copy) history.record({ mailbox: email, type: "updated", copy });
      }
      meetings.tell(event);
    },
    onMeeting: meetings.onMeeting,
    ...history,
  };
};

const isAtMicrosoft = ({ mailbox, calendar, deactivatedAtMs }: Mailbox): boolean =>
  mailbox === "microsoft" && calendar !== "none" && deactivatedAtMs === null;

const createMeetings = () => {
  const listeners: ((event: StoredEvent) => void)[] = [];
  return {
    tell: (event: StoredEvent): void => {
      for (const listener of listeners) listener(event);
    },
    onMeeting: (listener: (event: StoredEvent) => void): void => {
      listeners.push(listener);
    },
  };
};

const createHistory = () => {
  const changes = new Map<string, Map<string, Change & { point: number }>>();
  const listeners: ((change: Change) => void)[] = [];
  let present = 0;
  return {
    record: (change: Change): void => {
      const own = changes.get(change.mailbox) ?? new Map<string, Change & { point: number }>();
      changes.set(change.mailbox, own);
      present += 1;
      own.set(change.copy.event.key, { ...change, point: present });
      for (const listener of listeners) listener(change);
    },
    changesSince: (email: string, point: number): Change[] =>
      [...(changes.get(email)?.values() ?? [])].filter((change) => change.point > point),
    point: () => present,
    onChange: (listener: (change: Change) => void): void => {
      listeners.push(listener);
    },
  };
};

const copyOf = (event: StoredEvent, mailbox: string): Copy => {
  const name = createHash("sha256").update(`${event.key} ${mailbox}`).digest("base64url");
  return { event, mailbox, id: `AAMkAD${name}AAA=`, immutableId: `AAkALg${name}AAAA` };
};

const ANSWERS: Record<WorldEvent["response"], Answer> = {
  accepted: "accepted",
  declined: "declined",
  tentative: "tentativelyAccepted",
  needsAction: "notResponded",
};

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
  const host = { email: `calendar@${world.company.domain}`, name: "Calendar" };
  const own = { email: person.email, name: person.name };
  const guest = { ...own, answer: ANSWERS[event.response], at: null };
  return {
    key: createHash("sha256").update(event.id).digest("hex").slice(0, 32),
    organizer: isInvitation ? host : own,
    created: startsAt,
    updated: startsAt,
    version: 1,
    subject: event.summary,
    body: { contentType: "text", content: "" },
    location: "",
    start: time(event.startMs),
    end: time(event.endMs),
    showAs: showAsOfWorld(event),
    sensitivity: "normal",
    isCancelled: false,
    allowNewTimeProposals: true,
    attendees: isInvitation ? [guest] : [],
    transactionId: null,
    properties: [],
    joinUrl: null,
  };
};

const showAsOfWorld = (event: WorldEvent): ShowAs => {
  if (event.eventType === "outOfOffice") return "oof";
  if (event.eventType === "workingLocation") return "workingElsewhere";
  if (event.transparency === "transparent") return "free";
  return event.status === "tentative" ? "tentative" : "busy";
};

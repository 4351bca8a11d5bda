/** Making, changing, answering and deleting events, by the rules of Exchange. */
import { createHash, randomBytes } from "node:crypto";
import type { CompanyClock } from "../clock.ts";
import type { Journal } from "../journal.ts";
import type { Mailbox } from "../worlds/types.ts";
import { refusals } from "./errors.ts";
import { type EventInput, readEventTime } from "./event-input.ts";
import type { EventStore } from "./event-store.ts";
import { type Answer, type Copy, type StoredEvent, etagOf, spanOf } from "./stored-event.ts";

export interface WriteDeps {
  store: EventStore;
  clock: CompanyClock;
  journal: Journal;
}

/** Makes an event, or gives the one that the same transaction has made. Errors: 409 when that one is another event. */
export const createEvent = (deps: WriteDeps, owner: Mailbox, input: EventInput): Copy => {
  const made = input.transactionId
    ? deps.store.ofTransaction(owner.email, input.transactionId)
    : undefined;
  if (made) {
    if (!isSame(made.event, input)) throw refusals.transactionUsed();
    return made;
  }
  const now = deps.clock.now();
  const isAllDay = input.isAllDay ?? false;
  const event: StoredEvent = {
    key: randomBytes(16).toString("hex"),
    organizer: { email: owner.email, name: owner.name },
    created: now,
    updated: now,
    version: 1,
    subject: input.subject ?? "",
    body: input.body ?? { contentType: "text", content: "" },
    location: input.location?.displayName ?? "",
    start: readEventTime(input.start, { name: "start", isAllDay }),
    end: readEventTime(input.end, { name: "end", isAllDay }),
    showAs: input.showAs ?? "busy",
    sensitivity: input.sensitivity ?? "normal",
    isCancelled: false,
    allowNewTimeProposals: input.allowNewTimeProposals ?? true,
    attendees: attendeesOf(input, { present: [], owner }),
    transactionId: input.transactionId ?? null,
    properties: input.singleValueExtendedProperties ?? [],
    joinUrl: null,
  };
  event.joinUrl = input.isOnlineMeeting === true ? joinUrlOf(event.key) : null;
  checkRange(event, owner.zone);
  const copy = deps.store.put(event);
  if (!copy) throw refusals.noMailbox();
  note(deps, "event.inserted", event);
  // Exchange goes on to work on what it has made, and says so.
  deps.store.changed(event);
  return copy;
};

/** Changes what is given and leaves the rest. Errors: 403 for a guest; 412 when it is not what the caller has read. */
export const changeEvent = (
  deps: WriteDeps,
  { copy, owner, ifMatch }: { copy: Copy; owner: Mailbox; ifMatch: string | undefined },
  input: EventInput,
): Copy => {
  const { event } = copy;
  checkMatch(event, ifMatch);
  if (event.organizer.email !== owner.email) throw refusals.denied();
  const isAllDay = input.isAllDay ?? event.start.kind === "day";
  const changed: StoredEvent = {
    ...event,
    subject: input.subject ?? event.subject,
    body: input.body ?? event.body,
    location: input.location?.displayName ?? event.location,
    showAs: input.showAs ?? event.showAs,
    sensitivity: input.sensitivity ?? event.sensitivity,
    allowNewTimeProposals: input.allowNewTimeProposals ?? event.allowNewTimeProposals,
    ...(input.start && { start: readEventTime(input.start, { name: "start", isAllDay }) }),
    ...(input.end && { end: readEventTime(input.end, { name: "end", isAllDay }) }),
    ...(input.attendees && {
      attendees: attendeesOf(input, { present: event.attendees, owner }),
    }),
    properties: mergedProperties(event, input),
    joinUrl: event.joinUrl ?? (input.isOnlineMeeting === true ? joinUrlOf(event.key) : null),
  };
  checkRange(changed, owner.zone);
  const before = event.attendees;
  Object.assign(event, changed);
  if (input.start ?? input.end) askAgain(event);
  touch(event, deps.clock);
  dropAttendees(deps.store, before, event);
  deps.store.put(event);
  note(deps, "event.patched", event);
  return copy;
};

/** Takes it out of the mailbox. The organiser's guests keep a cancelled copy; a guest who does it has declined. */
export const deleteEvent = (
  deps: WriteDeps,
  { copy, owner, ifMatch }: { copy: Copy; owner: Mailbox; ifMatch: string | undefined },
): void => {
  const { event } = copy;
  checkMatch(event, ifMatch);
  if (event.organizer.email !== owner.email) {
    respondToEvent(deps, { event, email: owner.email, answer: "declined" });
    return;
  }
  event.isCancelled = true;
  touch(event, deps.clock);
  deps.store.leave(owner.email, event.key);
  deps.store.changed(event);
  note(deps, "event.deleted", event);
};

/** A guest answers an invitation; one who declines has it no more. */
export const respondToEvent = (
  deps: WriteDeps,
  { event, email, answer }: { event: StoredEvent; email: string; answer: Answer },
): void => {
  const guest = event.attendees.find((one) => one.email === email);
  if (!guest) throw refusals.notFound();
  guest.answer = answer;
  guest.at = deps.clock.now();
  touch(event, deps.clock);
  if (answer === "declined") deps.store.leave(email, event.key);
  deps.store.changed(event);
  deps.journal.add({
    service: "microsoft",
    kind: "event.answered",
    ids: { eventKey: event.key, organizer: event.organizer.email, guest: email, answer },
  });
};

/** The organiser is none: Exchange drops an organiser from the list. */
const attendeesOf = (
  input: EventInput,
  { present, owner }: { present: StoredEvent["attendees"]; owner: Mailbox },
): StoredEvent["attendees"] => {
  const all = (input.attendees ?? []).map(({ type, emailAddress: { address, name } }) => {
    const email = address.toLowerCase();
    const known = present.find((one) => one.email === email);
    if (known) return known;
    const isResource = type === "resource" && { isResource: true };
    return { email, name: name ?? email, answer: "notResponded" as const, at: null, ...isResource };
  });
  const byEmail = new Map(all.map((one) => [one.email, one]));
  byEmail.delete(owner.email);
  return [...byEmail.values()];
};

const isSame = (event: StoredEvent, input: EventInput): boolean => {
  const isAllDay = input.isAllDay ?? false;
  const spanned = {
    ...event,
    start: readEventTime(input.start, { name: "start", isAllDay }),
    end: readEventTime(input.end, { name: "end", isAllDay }),
  };
  const [was, is] = [spanOf(event, "UTC"), spanOf(spanned, "UTC")];
  return (
    event.subject === (input.subject ?? "") && was.start.equals(is.start) && was.end.equals(is.end)
  );
};

const mergedProperties = (event: StoredEvent, input: EventInput): StoredEvent["properties"] => {
  const all = [...event.properties, ...(input.singleValueExtendedProperties ?? [])];
  return [...new Map(all.map((one) => [one.id.toLowerCase(), one])).values()];
};

/** Whoever had answered is asked again when the time is another one. */
const askAgain = (event: StoredEvent): void => {
  for (const guest of event.attendees) Object.assign(guest, { answer: "notResponded", at: null });
};

const dropAttendees = (
  store: EventStore,
  before: StoredEvent["attendees"],
  event: StoredEvent,
): void => {
  const staying = new Set(event.attendees.map(({ email }) => email));
  for (const { email } of before) if (!staying.has(email)) store.leave(email, event.key);
};

const joinUrlOf = (key: string): string => {
  const thread = createHash("sha256").update(key).digest("base64url");
  return `https://teams.microsoft.test/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0`;
};

const checkRange = (event: StoredEvent, zone: string): void => {
  const { start, end } = spanOf(event, zone);
  const isEmptyDay = event.start.kind === "day" && start.equals(end);
  if (event.start.kind !== event.end.kind || isEmptyDay) throw refusals.property("end");
  if (Temporal.Instant.compare(end, start) < 0) throw refusals.property("end");
};

const checkMatch = (event: StoredEvent, ifMatch: string | undefined): void => {
  if (ifMatch !== undefined && ifMatch !== "*" && ifMatch !== etagOf(event)) {
    throw refusals.changed();
  }
};

const touch = (event: StoredEvent, clock: CompanyClock): void => {
  event.updated = clock.now();
  event.version += 1;
};

const note = ({ journal }: WriteDeps, kind: string, event: StoredEvent): void => {
  journal.add({
    service: "microsoft",
    kind,
    ids: {
      eventKey: event.key,
      organizer: event.organizer.email,
      guests: event.attendees.map(({ email }) => email).join(","),
      ...(event.transactionId !== null && { transactionId: event.transactionId }),
      ...Object.fromEntries(
        event.properties.map(({ id, value }) => [id.split(" ").at(-1) ?? id, value]),
      ),
    },
  });
};

/** Inserting, changing and deleting events, by the rules of Google Calendar. */
import { randomBytes } from "node:crypto";
import type { CompanyClock } from "../clock.ts";
import type { Journal } from "../journal.ts";
import type { Mailbox } from "../worlds/types.ts";
import { refusals } from "./errors.ts";
import { type EventInput, readEventTime } from "./event-input.ts";
import type { EventStore } from "./event-store.ts";
import { type Answer, type StoredEvent, etagOf, spanOf } from "./stored-event.ts";

export interface WriteDeps {
  store: EventStore;
  clock: CompanyClock;
  journal: Journal;
}

/** How a write was asked for. */
export interface WriteParameters {
  /** Whom Google would mail: `all`, `externalOnly` or `none`. */
  sendUpdates: string;
  /** Without 1, conference requests are ignored. */
  conferenceDataVersion: number;
  ifMatch: string | undefined;
}

/** Makes an event. Refuses an id that was ever used, even by a cancelled event. */
export const insertEvent = (
  deps: WriteDeps,
  owner: Mailbox,
  { input, parameters }: { input: EventInput; parameters: WriteParameters },
): StoredEvent => {
  const id = input.id ?? randomId();
  if (deps.store.find(owner.email, id)) throw refusals.duplicate();
  const now = deps.clock.now();
  const event: StoredEvent = {
    id,
    organizer: owner.email,
    status: input.status ?? "confirmed",
    created: now,
    updated: now,
    version: 1,
    sequence: 0,
    summary: input.summary ?? "",
    description: input.description,
    location: input.location,
    start: readEventTime(input.start, { name: "start", zone: owner.zone }),
    end: readEventTime(input.end, { name: "end", zone: owner.zone }),
    eventType: "default",
    transparency: input.transparency ?? "opaque",
    visibility: input.visibility,
    guestsCanInviteOthers: input.guestsCanInviteOthers ?? true,
    guests: guestsOf(input, []),
    privateProperties: input.extendedProperties?.private ?? {},
    room: roomOf(input, parameters, deps.store),
  };
  checkRange(event, owner.zone);
  deps.store.put(event);
  note(deps, { kind: "event.inserted", event, parameters });
  return event;
};

/** Changes what is given and leaves the rest. */
export const patchEvent = (
  deps: WriteDeps,
  { event, owner }: { event: StoredEvent; owner: Mailbox },
  { input, parameters }: { input: EventInput; parameters: WriteParameters },
): StoredEvent => {
  if (event.status === "cancelled") throw refusals.gone();
  checkMatch(event, parameters.ifMatch);
  if (event.organizer !== owner.email) {
    const answer = input.attendees?.find(({ email }) => email === owner.email)?.responseStatus;
    if (answer === undefined) throw refusals.forbiddenForNonOrganizer();
    respondToEvent(deps, { event, email: owner.email, answer });
    return event;
  }
  const changed: StoredEvent = {
    ...event,
    summary: input.summary ?? event.summary,
    description: input.description ?? event.description,
    location: input.location ?? event.location,
    status: input.status ?? event.status,
    transparency: input.transparency ?? event.transparency,
    visibility: input.visibility ?? event.visibility,
    guestsCanInviteOthers: input.guestsCanInviteOthers ?? event.guestsCanInviteOthers,
    room: roomOf(input, parameters, deps.store) ?? event.room,
    ...(input.start && { start: readEventTime(input.start, { name: "start", zone: owner.zone }) }),
    ...(input.end && { end: readEventTime(input.end, { name: "end", zone: owner.zone }) }),
    ...(input.attendees && { guests: guestsOf(input, event.guests) }),
    privateProperties: { ...event.privateProperties, ...input.extendedProperties?.private },
  };
  checkRange(changed, owner.zone);
  dropGuests(deps.store, event, changed);
  Object.assign(event, changed);
  if (input.start ?? input.end) event.sequence += 1;
  touch(event, deps.clock);
  deps.store.put(event);
  note(deps, { kind: "event.patched", event, parameters });
  return event;
};

/** Cancels an event for all when its organiser deletes it; takes it off the calendar of a guest who does. */
export const deleteEvent = (
  deps: WriteDeps,
  { event, owner }: { event: StoredEvent; owner: Mailbox },
  parameters: WriteParameters,
): void => {
  if (event.status === "cancelled") throw refusals.gone();
  checkMatch(event, parameters.ifMatch);
  if (event.organizer === owner.email) {
    event.status = "cancelled";
    event.sequence += 1;
    touch(event, deps.clock);
    deps.store.changed(event);
    note(deps, { kind: "event.deleted", event, parameters });
    return;
  }
  respondToEvent(deps, { event, email: owner.email, answer: "declined" });
  deps.store.leave(owner.email, event.id);
};

/** A guest answers an invitation. */
export const respondToEvent = (
  deps: WriteDeps,
  { event, email, answer }: { event: StoredEvent; email: string; answer: Answer },
): void => {
  const guest = event.guests.find((one) => one.email === email);
  if (!guest) throw refusals.notFound();
  guest.answer = answer;
  touch(event, deps.clock);
  deps.store.changed(event);
  deps.journal.add({
    service: "google",
    kind: "event.answered",
    ids: { eventId: event.id, organizer: event.organizer, guest: email, answer },
  });
};

const randomId = (): string => randomBytes(13).toString("hex");

const guestsOf = (input: EventInput, present: StoredEvent["guests"]): StoredEvent["guests"] => {
  const guests = (input.attendees ?? []).map(
    ({ email, displayName, resource, responseStatus }) => ({
      email: email.toLowerCase(),
      displayName,
      ...(resource && { isResource: true }),
      answer:
        responseStatus ??
        present.find((guest) => guest.email === email.toLowerCase())?.answer ??
        ("needsAction" as const),
    }),
  );
  return [...new Map(guests.map((guest) => [guest.email, guest])).values()];
};

const roomOf = (
  input: EventInput,
  { conferenceDataVersion }: WriteParameters,
  store: EventStore,
): StoredEvent["room"] => {
  const requestId = input.conferenceData?.createRequest.requestId;
  if (requestId === undefined || conferenceDataVersion < 1) return undefined;
  return { requestId, url: store.roomFor(requestId) };
};

const checkRange = (event: StoredEvent, zone: string): void => {
  const { start, end } = spanOf(event, zone);
  if (event.start.kind !== event.end.kind || Temporal.Instant.compare(end, start) <= 0) {
    throw refusals.emptyRange();
  }
};

const checkMatch = (event: StoredEvent, ifMatch: string | undefined): void => {
  if (ifMatch !== undefined && ifMatch !== "*" && ifMatch !== etagOf(event)) {
    throw refusals.conditionNotMet();
  }
};

const touch = (event: StoredEvent, clock: CompanyClock): void => {
  event.updated = clock.now();
  event.version += 1;
};

const dropGuests = (store: EventStore, before: StoredEvent, after: StoredEvent): void => {
  const staying = new Set([after.organizer, ...after.guests.map(({ email }) => email)]);
  for (const { email } of before.guests) if (!staying.has(email)) store.leave(email, before.id);
};

const note = (
  { journal }: WriteDeps,
  { kind, event, parameters }: { kind: string; event: StoredEvent; parameters: WriteParameters },
): void => {
  journal.add({
    service: "google",
    kind,
    ids: {
      eventId: event.id,
      organizer: event.organizer,
      guests: event.guests.map(({ email }) => email).join(","),
      sendUpdates: parameters.sendUpdates,
      ...event.privateProperties,
    },
  });
};

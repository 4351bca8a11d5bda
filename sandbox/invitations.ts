/** Carries invitations and answers between the company's Google and its Microsoft, as mail does between such services: a guest
 * who lives at the other one has a copy of the meeting there, and what that guest answers comes back to the organiser. */
import { createHash } from "node:crypto";
import type { EventStore as GoogleStore } from "./google/event-store.ts";
import type { Answer as GoogleAnswer, StoredEvent as GoogleEvent } from "./google/stored-event.ts";
import type { EventStore as MicrosoftStore } from "./microsoft/event-store.ts";
import type {
  Answer as MicrosoftAnswer,
  StoredEvent as MicrosoftEvent,
} from "./microsoft/stored-event.ts";

interface Services {
  google: GoogleStore;
  microsoft: MicrosoftStore;
}

/** From now on whatever changes at one is carried to the other. */
export const carryInvitations = (services: Services): void => {
  const fromGoogle = createPairs<GoogleEvent, MicrosoftEvent>();
  const fromMicrosoft = createPairs<MicrosoftEvent, GoogleEvent>();
  let isCarrying = false;
  // What is carried changes the other side, which is no news to this one.
  const carry = (act: () => void): void => {
    if (isCarrying) return;
    isCarrying = true;
    try {
      act();
    } finally {
      isCarrying = false;
    }
  };
  services.google.onMeeting((event) =>
    carry(() => {
      const original = fromMicrosoft.originalOf(event);
      if (original) answerAtMicrosoft(services, { original, copy: event });
      else copyToMicrosoft(services, event, fromGoogle);
    }),
  );
  services.microsoft.onMeeting((event) =>
    carry(() => {
      const original = fromGoogle.originalOf(event);
      if (original) answerAtGoogle(services, { original, copy: event });
      else copyToGoogle(services, event, fromMicrosoft);
    }),
  );
};

interface Pairs<Original, Copy> {
  copyOf(original: Original): Copy | undefined;
  originalOf(copy: Copy): Original | undefined;
  add(original: Original, copy: Copy): void;
}

const createPairs = <Original extends object, Copy extends object>(): Pairs<Original, Copy> => {
  const copies = new WeakMap<Original, Copy>();
  const originals = new WeakMap<Copy, Original>();
  return {
    copyOf: (original) => copies.get(original),
    originalOf: (copy) => originals.get(copy),
    add: (original, copy) => {
      copies.set(original, copy);
      originals.set(copy, original);
    },
  };
};

const AT_MICROSOFT: Record<GoogleAnswer, MicrosoftAnswer> = {
  accepted: "accepted",
  declined: "declined",
  tentative: "tentativelyAccepted",
  needsAction: "notResponded",
};
const AT_GOOGLE: Record<MicrosoftAnswer, GoogleAnswer> = {
  accepted: "accepted",
  declined: "declined",
  tentativelyAccepted: "tentative",
  notResponded: "needsAction",
};

const copyToMicrosoft = (
  { google, microsoft }: Services,
  event: GoogleEvent,
  pairs: Pairs<GoogleEvent, MicrosoftEvent>,
): void => {
  const organizer = google.owner(event.organizer);
  const before = pairs.copyOf(event);
  const isWanted = event.guests.some(({ email }) => microsoft.owner(email));
  if (!organizer || (!before && !isWanted)) return;
  const fields: Omit<MicrosoftEvent, "key" | "version" | "created"> = {
    organizer: { email: organizer.email, name: organizer.name },
    updated: event.updated,
    subject: event.summary,
    body: { contentType: "text", content: event.description ?? "" },
    location: event.room?.url ?? "",
    start: event.start,
    end: event.end,
    showAs: event.transparency === "transparent" ? "free" : "busy",
    sensitivity: event.visibility === "private" ? "private" : "normal",
    isCancelled: event.status === "cancelled",
    allowNewTimeProposals: true,
    attendees: event.guests
      .filter(({ email }) => email !== organizer.email)
      .map(({ email, displayName, answer }) => {
        const at = answer === "needsAction" ? null : event.updated;
        return { email, name: displayName ?? email, answer: AT_MICROSOFT[answer], at };
      }),
    transactionId: null,
    properties: [],
    joinUrl: null,
  };
  if (!before) {
    const copy = { ...fields, key: keyOf(event.id), version: 1, created: event.created };
    pairs.add(event, copy);
    microsoft.put(copy);
    return;
  }
  for (const { email } of before.attendees) {
    if (!fields.attendees.some((one) => one.email === email)) microsoft.leave(email, before.key);
  }
  Object.assign(before, fields, { version: before.version + 1 });
  microsoft.put(before);
};

const copyToGoogle = (
  { google, microsoft }: Services,
  event: MicrosoftEvent,
  pairs: Pairs<MicrosoftEvent, GoogleEvent>,
): void => {
  const organizer = microsoft.owner(event.organizer.email);
  const before = pairs.copyOf(event);
  const isWanted = event.attendees.some(({ email }) => google.owner(email));
  if (!organizer || (!before && !isWanted)) return;
  const fields: Omit<GoogleEvent, "id" | "version" | "created" | "sequence"> = {
    organizer: organizer.email,
    status: event.isCancelled ? "cancelled" : "confirmed",
    updated: event.updated,
    summary: event.subject,
    description: event.body.content,
    location: event.joinUrl ?? undefined,
    start: event.start,
    end: event.end,
    eventType: "default",
    transparency: event.showAs === "free" ? "transparent" : "opaque",
    visibility: undefined,
    guestsCanInviteOthers: true,
    guests: [
      { email: organizer.email, displayName: organizer.name, answer: "accepted" },
      ...event.attendees.map(({ email, name, answer }) => ({
        email,
        displayName: name,
        answer: AT_GOOGLE[answer],
      })),
    ],
    privateProperties: {},
    room: undefined,
  };
  if (!before) {
    const id = keyOf(event.key);
    const copy = { ...fields, id, version: 1, sequence: 0, created: event.created };
    pairs.add(event, copy);
    google.put(copy);
    return;
  }
  for (const { email } of before.guests) {
    if (!fields.guests.some((one) => one.email === email)) google.leave(email, before.id);
  }
  Object.assign(before, fields, { version: before.version + 1, sequence: before.sequence + 1 });
  google.put(before);
};

const answerAtGoogle = (
  { google, microsoft }: Services,
  { original, copy }: { original: GoogleEvent; copy: MicrosoftEvent },
): void => {
  const theirs = copy.attendees.filter(({ email }) => microsoft.owner(email));
  let hasChanged = false;
  for (const { email, answer } of theirs) {
    const guest = original.guests.find((one) => one.email === email);
    if (!guest || guest.answer === AT_GOOGLE[answer]) continue;
    guest.answer = AT_GOOGLE[answer];
    hasChanged = true;
  }
  if (!hasChanged) return;
  Object.assign(original, { updated: copy.updated, version: original.version + 1 });
  google.changed(original);
};

const answerAtMicrosoft = (
  { google, microsoft }: Services,
  { original, copy }: { original: MicrosoftEvent; copy: GoogleEvent },
): void => {
  const theirs = copy.guests.filter(({ email }) => google.owner(email));
  let hasChanged = false;
  for (const { email, answer } of theirs) {
    const guest = original.attendees.find((one) => one.email === email);
    if (!guest || guest.answer === AT_MICROSOFT[answer]) continue;
    Object.assign(guest, { answer: AT_MICROSOFT[answer], at: copy.updated });
    hasChanged = true;
  }
  if (!hasChanged) return;
  Object.assign(original, { updated: copy.updated, version: original.version + 1 });
  microsoft.changed(original);
};

/** The meeting's name at the other service. */
const keyOf = (name: string): string =>
  createHash("sha256").update(`carried ${name}`).digest("hex").slice(0, 32);

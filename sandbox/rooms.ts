/** What the company's rooms do by themselves: each accepts an invitation to a time at which it is free and declines any
 * other, a moment after it was invited. Invitations from another service it does not answer. */
import type { Google } from "./google/google.ts";
import { type StoredEvent as GoogleEvent, spanOf as spanAtGoogle } from "./google/stored-event.ts";
import type { Microsoft } from "./microsoft/microsoft.ts";
import {
  type StoredEvent as MicrosoftEvent,
  spanOf as spanAtMicrosoft,
} from "./microsoft/stored-event.ts";
import type { Room, World } from "./worlds/types.ts";

interface Houses {
  world: World;
  google: Pick<Google, "store" | "respond">;
  microsoft: Pick<Microsoft, "store" | "respond">;
}

interface Span {
  start: Temporal.Instant;
  end: Temporal.Instant;
}

/** From now on the rooms answer. */
export const letRoomsAnswer = ({ world: { rooms }, google, microsoft }: Houses): void => {
  google.store.onMeeting((event) => {
    const isAsked = (room: Room): boolean =>
      event.status !== "cancelled" &&
      google.store.owner(event.organizer) !== undefined &&
      event.guests.some(({ email, answer }) => email === room.email && answer === "needsAction");
    for (const room of rooms.filter(({ mailbox }) => !mailbox)) {
      if (!isAsked(room)) continue;
      queueMicrotask(() => {
        if (!isAsked(room)) return;
        google.respond(event.id, room.email, verdict(room, event, takenAtGoogle));
      });
    }
  });
  microsoft.store.onMeeting((event) => {
    const copyAsked = (room: Room) =>
      microsoft.store
        .list(room.email)
        .find(
          ({ event: own }) =>
            own === event &&
            !own.isCancelled &&
            microsoft.store.owner(own.organizer.email) !== undefined &&
            own.attendees.some(
              ({ email, answer }) => email === room.email && answer === "notResponded",
            ),
        );
    for (const room of rooms.filter(({ mailbox }) => mailbox)) {
      if (!copyAsked(room)) continue;
      queueMicrotask(() => {
        const copy = copyAsked(room);
        if (!copy) return;
        microsoft.respond(copy.id, room.email, verdict(room, event, takenAtMicrosoft));
      });
    }
  });
  const takenAtGoogle = (room: Room, event: GoogleEvent): [Span, Span[]] => [
    spanAtGoogle(event, room.zone),
    google.store
      .list(room.email)
      .filter((other) => other !== event && other.status !== "cancelled")
      .filter(({ guests }) =>
        guests.every(({ email, answer }) => email !== room.email || answer === "accepted"),
      )
      .map((other) => spanAtGoogle(other, room.zone)),
  ];
  const takenAtMicrosoft = (room: Room, event: MicrosoftEvent): [Span, Span[]] => [
    spanAtMicrosoft(event, room.zone),
    microsoft.store
      .list(room.email)
      .map((copy) => copy.event)
      .filter((other) => other !== event && !other.isCancelled)
      .map((other) => spanAtMicrosoft(other, room.zone)),
  ];
};

const verdict = <Event>(
  room: Room,
  event: Event,
  takenOf: (room: Room, event: Event) => [Span, Span[]],
): "accepted" | "declined" => {
  const [{ start, end }, taken] = takenOf(room, event);
  const isTaken = taken.some(
    (other) =>
      Temporal.Instant.compare(other.start, end) < 0 &&
      Temporal.Instant.compare(start, other.end) < 0,
  );
  return isTaken ? "declined" : "accepted";
};

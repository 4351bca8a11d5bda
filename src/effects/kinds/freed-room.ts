/** The room of a former event, taken out of it before another event asks for it: a room declines what overlaps with what it
 * has accepted, be that our own event that is about to go. The event stays otherwise as it is, and says from then on that
 * this effect made it: so it is known that the room was freed, and what puts it back. */
import type { CalendarEvent } from "../../calendar/port.ts";
import { timeOf } from "../../domain/itinerary.ts";
import type { BookInterview, BookedSession, BookingChange } from "../../domain/proposal.ts";
import type { EffectKind } from "../kind.ts";
import { type CalendarDeps, type StandingEvent, readStanding } from "./changed-event.ts";
import { isSameButAnswers, writeUnlessChanged } from "./write-unless-changed.ts";

interface Freed {
  change: BookingChange;
  event: StandingEvent;
}

/** One step for an event whose room is asked for again. Nobody but the room hears of it. */
export const createFreedRoom =
  ({ calendar: { reader, writer } }: CalendarDeps) =>
  (payload: BookInterview, { change, event }: Freed): EffectKind => {
    const { organizer, eventId, sessionId } = event;
    const session = sessionIn(change, sessionId);
    const room = roomOf(session);
    const what = payload.sessions.length === 1 ? "the interview" : session.name;
    const read = async () => await reader.getEvent(organizer, eventId);
    return {
      kind: "room_release",
      session: sessionId,
      audience: "internal",
      label: `Free room ${room.name} of the former event of ${what}`,
      send: async ({ effectId }) => {
        const standing = await readStanding(event, { calendar: { reader, writer }, by: effectId });
        if (standing.effectId === effectId) return refOf(event, standing);
        const freed = await writeUnlessChanged(standing, {
          read,
          isStill: (fresh) => isSameButAnswers(standing, fresh),
          write: async (present) => {
            const guests = guestsIn(present, session).filter((guest) => !isOf(room, guest));
            return await writer.updateEvent(organizer, { ...asItIs(present), effectId, guests });
          },
        });
        return refOf(event, freed);
      },
      probe: async ({ effectId }) => {
        const standing = await reader.getEvent(organizer, eventId);
        return standing?.effectId === effectId && standing.status !== "cancelled"
          ? { outcome: "done", ref: refOf(event, standing) }
          : { outcome: "absent" };
      },
      stands: async ({ effectId }, look) => {
        const standing = await look.event(organizer, eventId);
        if (standing?.effectId !== effectId || standing.status === "cancelled") return [];
        const ref = { eventId, organizer, unchangedSince: standing.etag };
        return [{ ref, isAsMade: isAsFreed(standing, event, room) }];
      },
      undo: async ({ unchangedSince: etag = "" }, { effectId }) => {
        const standing = await read();
        if (standing?.effectId !== effectId) return;
        await writeUnlessChanged(
          { ...standing, etag },
          {
            read,
            isStill: (fresh) => fresh.effectId === effectId && isAsFreed(fresh, event, room),
            write: async (present) =>
              await writer.updateEvent(organizer, {
                ...asItIs(present),
                effectId: event.effectId,
                guests: [...guestsIn(present, session), asked(room)],
              }),
          },
        );
      },
    };
  };

/** What is kept of it: that it says who freed the room. */
const refOf = ({ organizer }: StandingEvent, { id, etag, effectId }: CalendarEvent) => ({
  eventId: id,
  organizer,
  etag,
  effectId: effectId ?? "",
});

type Room = NonNullable<BookedSession["room"]>;

const sessionIn = ({ before }: BookingChange, sessionId: string): BookedSession => {
  const session = before.find((each) => each.sessionId === sessionId);
  if (!session) throw new Error("an event stands for a session that is not booked");
  return session;
};

const roomOf = ({ room }: BookedSession): Room => {
  if (!room) throw new Error("a session without a room has none to free");
  return room;
};

/** As it is put back: it answers by itself. */
const asked = ({ email, name }: Room) => ({
  email,
  name,
  isRoom: true,
  answer: "needs_action" as const,
});

const isOf = ({ email }: Room, guest: { email: string }): boolean =>
  guest.email.toLowerCase() === email.toLowerCase();

/** Nobody but us takes the room out; who came in or answered meanwhile is no change of ours. */
const isAsFreed = (standing: CalendarEvent, event: StandingEvent, room: Room): boolean => {
  const { startsAt, endsAt } = timeOf(event);
  const isAtItsTime = standing.startsAt.equals(startsAt) && standing.endsAt.equals(endsAt);
  return isAtItsTime && !standing.guests.some((guest) => isOf(room, guest));
};

const asItIs = ({ id, etag }: CalendarEvent) => ({
  eventId: id,
  etag,
  time: null,
  isQuiet: true as const,
});

/** Everybody who is invited, with what they said, those whom somebody has added by hand among them. */
const guestsIn = ({ guests }: CalendarEvent, { panel, trainees = [], room }: BookedSession) =>
  guests.map(({ email, answer }) => {
    const known = [...panel, ...trainees, ...(room ? [room] : [])].find(
      (one) => one.email.toLowerCase() === email.toLowerCase(),
    );
    const isRoom = known !== undefined && known === room;
    return { email, name: known?.name ?? email, answer, ...(isRoom && { isRoom: true }) };
  });

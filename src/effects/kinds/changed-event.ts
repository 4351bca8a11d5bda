/** The event of a session whose booking is changed, where it can stay the same event: it is changed in its place, so that
 * guests who stay are not invited a second time. From then on it says that this effect made it: so it is known that the
 * change was done, and whose it is to take back. */
import type { CalendarEvent, CalendarReader, CalendarWriter } from "../../calendar/port.ts";
import { isBegunIn, isSameCompany, isSameTime, needsNewMeeting } from "../../domain/change.ts";
import { AppError } from "../../domain/errors.ts";
import { timeOf } from "../../domain/itinerary.ts";
import type { BookInterview, BookedSession, BookingChange } from "../../domain/proposal.ts";
import { type Earlier, type EffectKind, refKey } from "../kind.ts";
import { isSameButAnswers, writeUnlessChanged } from "./write-unless-changed.ts";
import { type Booked, guestsOf, invitationOf, isAsMade, refOfEvent } from "./calendar-event.ts";

/** What looks at events and changes them. */
export interface CalendarDeps {
  calendar: { reader: CalendarReader; writer: CalendarWriter };
}

/** An event of a booking as it was found when its change was proposed. */
export type StandingEvent = BookingChange["events"][number];

/** A session, and its event as it stands. */
export interface Changed extends Booked {
  change: BookingChange;
  event: StandingEvent;
}

/** One step: nothing leaves when time and people stay as they are. */
export const createChangedEvent =
  (deps: CalendarDeps) =>
  (changed: Changed): EffectKind => {
    const { payload, session, change, event } = changed;
    const before = sessionBefore(session, change);
    const about = {
      kind: "calendar_event",
      session: session.sessionId,
      audience: "internal",
    } as const;
    const stays =
      isSameTime(event, session) &&
      isSameTime(before, session) &&
      isSameCompany(before, session) &&
      !needsNewMeeting(payload, session);
    if (stays) return { ...about, ...kept(changed, deps) };
    const what = payload.sessions.length === 1 ? "the event" : `the event of ${session.name}`;
    return { ...about, label: `Change ${what} in the calendar`, ...patched(changed, deps) };
  };

const sessionBefore = ({ sessionId }: BookedSession, { before }: BookingChange): BookedSession => {
  const found = before.find((each) => each.sessionId === sessionId);
  if (!found) throw new Error("a change adds a session");
  return found;
};

const kept = (
  changed: Changed,
  deps: CalendarDeps,
): Pick<EffectKind, "label" | "send" | "probe" | "undo"> => ({
  label: `Leave the event of ${changed.session.name} as it is`,
  send: async () => {
    const { session, change, event } = changed;
    const { eventId, organizer } = event;
    if (isBegunIn(change, session)) {
      const found = await orGone(
        async () => await deps.calendar.reader.getEvent(organizer, eventId),
      );
      return found ? refOfEvent(found, session) : { eventId, organizer };
    }
    return refOfEvent(await readStanding(event, deps), session);
  },
  // Looking again is all that sending again would be.
  probe: async () => await Promise.resolve({ outcome: "absent" }),
  undo: async () => await Promise.resolve(),
});

/** As it was found, or as the effect `by` has made it already. Errors: `stale_proposal` when it was deleted, or moved since the change
 * was proposed. */
export const readStanding = async (
  { organizer, eventId, ...time }: StandingEvent,
  { calendar, by }: CalendarDeps & { by?: string },
): Promise<CalendarEvent> => {
  const event = await calendar.reader.getEvent(organizer, eventId);
  const { startsAt, endsAt } = timeOf(time);
  const isThere = event !== null && event.status !== "cancelled";
  const isAsFound = isThere && event.startsAt.equals(startsAt) && event.endsAt.equals(endsAt);
  if (isThere && (isAsFound || event.effectId === by)) return event;
  throw new AppError({
    code: "stale_proposal",
    fault: "caller",
    message: "The calendar event was moved or deleted since this was proposed.",
    data: { eventId },
  });
};

const patched = (
  changed: Changed,
  deps: CalendarDeps,
): Pick<EffectKind, "send" | "probe" | "stands" | "undo"> => {
  const { payload, session, event } = changed;
  const { reader, writer } = deps.calendar;
  const { organizer, eventId } = event;
  const read = async () => await reader.getEvent(organizer, eventId);
  return {
    send: async ({ effectId, earlier }) => {
      const standing = await readStanding(event, { ...deps, by: effectId });
      if (standing.effectId === effectId) return refOfEvent(standing, session);
      const known = { effectId, declined: [], earlier };
      const updated = await writeUnlessChanged(standing, {
        read,
        isStill: (fresh) => isSameButAnswers(standing, fresh),
        write: async (present) =>
          await writer.updateEvent(organizer, updateOf({ payload, session }, present, known)),
      });
      return refOfEvent(updated, session);
    },
    probe: async ({ effectId }) => {
      const standing = await reader.getEvent(organizer, eventId);
      return standing?.effectId === effectId && standing.status !== "cancelled"
        ? { outcome: "done", ref: refOfEvent(standing, session) }
        : { outcome: "absent" };
    },
    stands: async ({ effectId, earlier }, look) => {
      const standing = await look.event(organizer, eventId);
      if (standing?.effectId !== effectId || standing.status === "cancelled") return [];
      const ref = { eventId, organizer, unchangedSince: standing.etag };
      return [{ ref, isAsMade: isAsMade(standing, { payload, session }, earlier) }];
    },
    undo: async ({ unchangedSince: etag = "" }, context) => {
      const standing = await read();
      if (standing?.effectId !== context.effectId) return;
      const { declined } = event;
      const former = freedBy(changed, context.earlier) ?? event.effectId;
      const earlier = formerLink(changed);
      const before = asFound(changed, context.earlier);
      const known = { effectId: former, declined, earlier };
      await writeUnlessChanged(
        { ...standing, etag },
        {
          read,
          isStill: (fresh) =>
            fresh.effectId === context.effectId &&
            isAsMade(fresh, { payload, session }, context.earlier),
          write: async (present) =>
            await writer.updateEvent(organizer, updateOf(before, present, known)),
        },
      );
    },
  };
};

/** The session as it stood in the calendar when the change was proposed; without its room, where that had been freed. */
const asFound = (changed: Changed, earlier: Earlier): Booked => {
  const { payload, session, change, event } = changed;
  const { startsAt, endsAt } = event;
  const { room, ...before } = sessionBefore(session, change);
  const isIn = room !== undefined && freedBy(changed, earlier) === undefined;
  return {
    payload: { ...payload, texts: { ...payload.texts, ...change.invitation } },
    session: { ...before, ...(isIn && { room }), startsAt, endsAt },
  };
};

/** The effect that had taken its room out, if one had: undoing that one puts the room back. */
const freedBy = ({ event: { sessionId } }: Changed, earlier: Earlier): string | undefined =>
  earlier[refKey({ kind: "room_release", session: sessionId })]?.["effectId"];

/** Where it met at Zoom. */
const formerLink = ({ session: { sessionId }, change }: Changed): Earlier => {
  const meeting = change.meetings?.find((each) => each.sessionId === sessionId);
  if (!meeting) return {};
  const { videoUrl } = meeting;
  return { [refKey({ kind: "zoom_meeting", session: sessionId })]: { videoUrl } };
};

/** `declined`: of those who are back in, who had said no. */
const updateOf = (
  { payload, session }: Booked,
  event: CalendarEvent,
  {
    effectId,
    declined,
    earlier,
  }: { effectId: string; declined: readonly string[]; earlier: Earlier },
) => {
  const { title, description } = invitationOf({ payload, session }, earlier);
  const time = timeOf(session);
  const isMoved = !event.startsAt.equals(time.startsAt) || !event.endsAt.equals(time.endsAt);
  const answerOf = (email: string) => {
    const said = event.guests.find((guest) => guest.email.toLowerCase() === email.toLowerCase());
    if (declined.includes(email)) return "declined" as const;
    if (email === session.organizer) return "accepted" as const;
    // Who could then may not be able to now.
    return isMoved ? ("needs_action" as const) : (said?.answer ?? ("needs_action" as const));
  };
  return {
    eventId: event.id,
    etag: event.etag,
    effectId,
    texts: { title, description },
    time: isMoved ? { ...time, zone: session.panel[0]?.zone ?? payload.candidate.zone } : null,
    guests: guestsOf(session).map((guest) => ({ ...guest, answer: answerOf(guest.email) })),
    ...(session.room && { location: session.room.name }),
  };
};

/** Takes an event out of the calendars that its session does not need any more. It cannot be put back as the same event. */
export const createRemovedEvent =
  ({ calendar: { reader, writer } }: CalendarDeps) =>
  (payload: BookInterview, { sessionId, organizer, eventId }: StandingEvent): EffectKind => {
    const name = payload.change?.before.find((each) => each.sessionId === sessionId)?.name ?? "";
    return {
      kind: "calendar_removal",
      session: sessionId,
      audience: "internal",
      label: `Take the former event of ${name} out of the calendars`,
      send: async () => {
        await orGone(async () => await writer.deleteEvent(organizer, eventId));
        return { eventId, organizer };
      },
      probe: async () => {
        const event = await orGone(async () => await reader.getEvent(organizer, eventId));
        return !event || event.status === "cancelled"
          ? { outcome: "done", ref: { eventId, organizer } }
          : { outcome: "absent" };
      },
    };
  };

/** A mailbox that is no more has no event either. Shape: undefined then. */
export const orGone = async <Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await ask();
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "calendar_not_found") return undefined;
    throw thrown;
  }
};

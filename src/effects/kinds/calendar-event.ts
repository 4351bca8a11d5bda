/** Puts the interview on the organiser's calendar with invitations to the panel and, if asked for, a video room. Its id is
 * chosen by us from the effect id, so that a second insert cannot make a second event. */
import { googleEventId } from "../../calendar/google-event-id.ts";
import type {
  CalendarEvent,
  CalendarReader,
  CalendarWriter,
  NewCalendarEvent,
} from "../../calendar/port.ts";
import { AppError } from "../../domain/errors.ts";
import { renderInvitation } from "../../domain/booking-texts.ts";
import type { BookInterview, BookedSession } from "../../domain/proposal.ts";
import { inOneLine } from "../in-one-line.ts";
import type { Earlier, EffectContext, EffectKind, ExternalRef } from "../kind.ts";
import { videoUrlsOf } from "../video-urls.ts";
import { writeUnlessChanged } from "./write-unless-changed.ts";

interface CalendarEventDeps {
  calendar: { reader: CalendarReader; writer: CalendarWriter };
}

/** A candidate is never a guest: guests see each other. */
export const createCalendarEvent =
  ({ calendar: { reader, writer } }: CalendarEventDeps) =>
  (payload: BookInterview, session: BookedSession): EffectKind => ({
    kind: "calendar_event",
    session: session.sessionId,
    audience: "internal",
    label: labelOf(payload, session),
    send: async (context) => await insert({ payload, session }, context, writer),
    probe: async (context) => {
      const event = await reader.getEvent(session.organizer, googleEventId(context.effectId, 1));
      if (!event) return { outcome: "absent" };
      if (event.effectId !== context.effectId || event.status === "cancelled") {
        throw new AppError({
          code: "calendar_rejected",
          fault: "upstream",
          message:
            "The event was made and then cancelled by somebody, or its id belongs to another event.",
          data: { eventId: event.id },
        });
      }
      return { outcome: "done", ref: await keepOrTakeBack(event, session, writer) };
    },
    stands: async ({ effectId, earlier }, look) => {
      const event = await look.event(session.organizer, googleEventId(effectId, 1));
      const isOurs = event !== null && event.effectId === effectId && event.status !== "cancelled";
      if (!isOurs) return [];
      const ref = { eventId: event.id, organizer: session.organizer, unchangedSince: event.etag };
      return [{ ref, isAsMade: isAsMade(event, { payload, session }, earlier) }];
    },
    undo: async ({ eventId = "", unchangedSince: etag = "" }, { effectId, earlier }) => {
      const read = async () => await reader.getEvent(session.organizer, eventId);
      const standing = await read();
      if (!standing || standing.status === "cancelled") return;
      await writeUnlessChanged(
        { ...standing, etag },
        {
          read,
          isStill: (fresh) =>
            fresh.effectId === effectId && isAsMade(fresh, { payload, session }, earlier),
          write: async (event) =>
            await writer.deleteUnchanged(session.organizer, { eventId, etag: event.etag }),
        },
      );
    },
  });

/** A session of a booking. */
export interface Booked {
  payload: BookInterview;
  session: BookedSession;
}

const labelOf = ({ sessions }: BookInterview, { name, video, panel }: BookedSession): string => {
  const what = sessions.length === 1 ? "the interview" : name;
  return `Put ${what} on the calendar${LINKS[video]} and invite ${panel.length}`;
};

const LINKS: Record<BookedSession["video"], string> = {
  meet: " with a Meet link",
  teams: " with a Teams link",
  zoom: " with its Zoom link",
  fixed: " with its video link",
  none: "",
};

/** Whether its video room comes with the event. */
const hasOwnRoom = ({ video }: BookedSession): boolean => video === "meet" || video === "teams";

/** Its own room is not known while it is written; a link that is there already stands in it. */
export const invitationOf = ({ payload, session }: Booked, earlier: Earlier) =>
  renderInvitation(payload, session, videoUrlsOf(payload, earlier));

/** What guests answered is no change: it is what they were asked for. */
export const isAsMade = (
  event: CalendarEvent,
  { payload, session }: Booked,
  earlier: Earlier,
): boolean => {
  const { title, description } = invitationOf({ payload, session }, earlier);
  return (
    event.startsAt.equals(Temporal.Instant.from(session.startsAt)) &&
    event.endsAt.equals(Temporal.Instant.from(session.endsAt)) &&
    inOneLine(event.title) === inOneLine(title) &&
    inOneLine(event.description) === inOneLine(description) &&
    guestList(event.guests, session) === guestList(guestsOf(session), session)
  );
};

/** The panel and who sits in with it, and its room as what it is. */
export const guestsOf = ({
  panel,
  room,
  trainees = [],
}: BookedSession): NewCalendarEvent["guests"] => [
  ...[...panel, ...trainees].map(({ email, name }) => ({ email, name })),
  ...(room ? [{ email: room.email, name: room.name, isRoom: true }] : []),
];

/** Without the organiser, whom Google may name among the guests or not. */
const guestList = (guests: readonly { email: string }[], { organizer }: BookedSession): string =>
  guests
    .map(({ email }) => email.toLowerCase())
    .filter((email) => email !== organizer.toLowerCase())
    .toSorted()
    .join(" ");

const insert = async (
  { payload, session }: Booked,
  context: EffectContext,
  writer: CalendarWriter,
): Promise<ExternalRef> => {
  const { title, description } = invitationOf({ payload, session }, context.earlier);
  const event = await writer.createEvent(session.organizer, {
    id: googleEventId(context.effectId, 1),
    effectId: context.effectId,
    title,
    description,
    startsAt: Temporal.Instant.from(session.startsAt),
    endsAt: Temporal.Instant.from(session.endsAt),
    zone: session.panel[0]?.zone ?? payload.candidate.zone,
    guests: guestsOf(session),
    ...(session.room && { location: session.room.name }),
    video: hasOwnRoom(session) ? "meet" : "none",
  });
  return await keepOrTakeBack(event, session, writer);
};

/** An invitation to a video room that is not there is taken back before the step fails: nobody would undo it later.
 * Errors: `calendar_bad_answer`. */
const keepOrTakeBack = async (
  event: CalendarEvent,
  session: BookedSession,
  writer: CalendarWriter,
): Promise<ExternalRef> => {
  if (hasOwnRoom(session) && event.videoUrl === null) {
    await writer.deleteEvent(session.organizer, event.id);
    throw new AppError({
      code: "calendar_bad_answer",
      fault: "upstream",
      message:
        "The calendar gave no video room, although one was asked for; the event was taken back.",
      data: { eventId: event.id },
    });
  }
  return refOfEvent(event, session);
};

/** What is kept of an event of ours. */
export const refOfEvent = (event: CalendarEvent, session: BookedSession): ExternalRef => ({
  eventId: event.id,
  organizer: session.organizer,
  etag: event.etag,
  ...(event.url && { url: event.url }),
  // A calendar may give every event a room of its own, whether it was asked for or not.
  ...(hasOwnRoom(session) && event.videoUrl && { videoUrl: event.videoUrl }),
});

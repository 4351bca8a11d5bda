/** Puts the interview on the organiser's calendar with invitations to the panel and, if asked for, a video room. */
import type { CalendarEvent, NewCalendarEvent } from "../../calendar/port.ts";
import { renderInvitation } from "../../domain/booking-texts.ts";
import type { BookInterview, BookedSession } from "../../domain/proposal.ts";
import { inOneLine } from "../in-one-line.ts";
import type { Earlier, EffectKind, ExternalRef } from "../kind.ts";
import { videoUrlsOf } from "../video-urls.ts";
import { type OwnEventDeps, createOwnEvent, guestList } from "./own-event.ts";

/** A candidate is never a guest: guests see each other. */
export const createCalendarEvent = (deps: OwnEventDeps) => {
  const ownEvent = createOwnEvent(deps);
  return (payload: BookInterview, session: BookedSession): EffectKind => ({
    kind: "calendar_event",
    session: session.sessionId,
    audience: "internal",
    label: labelOf(payload, session),
    ...ownEvent({
      organizer: session.organizer,
      write: (earlier) => writtenAs({ payload, session }, earlier),
      isAsMade: (event, earlier) => isAsMade(event, { payload, session }, earlier),
      needsRoom: hasOwnRoom(session),
      refOf: (event) => refOfEvent(event, session),
    }),
  });
};

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
    guestList(event.guests, session.organizer) === guestList(guestsOf(session), session.organizer)
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

const writtenAs = (
  { payload, session }: Booked,
  earlier: Earlier,
): Omit<NewCalendarEvent, "id" | "effectId"> => ({
  ...invitationTexts({ payload, session }, earlier),
  startsAt: Temporal.Instant.from(session.startsAt),
  endsAt: Temporal.Instant.from(session.endsAt),
  zone: session.panel[0]?.zone ?? payload.candidate.zone,
  guests: guestsOf(session),
  ...(session.room && { location: session.room.name }),
  video: hasOwnRoom(session) ? "meet" : "none",
});

const invitationTexts = (booked: Booked, earlier: Earlier) => {
  const { title, description } = invitationOf(booked, earlier);
  return { title, description };
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

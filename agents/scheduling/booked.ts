/** A booking that stands, held against what is outside now: what a change or a cancellation of it has to know. */
import type { CalendarEvent, CalendarReader } from "../../src/calendar/port.ts";
import { type Deviation, type StandingBooking, deviationsOf } from "../../src/cases/bookings.ts";
import { AppError } from "../../src/domain/errors.ts";
import { hasBegun } from "../../src/domain/itinerary.ts";
import type { BookInterview, BookedSession, BookingChange } from "../../src/domain/proposal.ts";
import type { Clock } from "../../src/domain/time.ts";
import type { LeverReader, Panel } from "../../src/lever/port.ts";
import type { VideoReader } from "../../src/video/port.ts";
import { type LeverSays, readLeverSays, standingPanel } from "./booked-panel.ts";
import { type Refusal, declinedIn, refusedInGone, stillRefused } from "./refusals.ts";

/** As our books have it. */
export interface Booked extends Omit<StandingBooking, "caseId"> {
  payload: BookInterview;
  /** Who said no to which time before its present events. Absent in papers of before that was kept. */
  refused?: Refusal[];
}

/** The booking as it stands outside, and how that is not as booked. */
export interface Outside {
  change: Omit<BookingChange, "because">;
  deviations: Deviation[];
  /** Sessions that somebody has moved in Lever, or given other interviewers there. Absent in papers of before there were
   * such. */
  lever?: LeverSays[];
  /** Who is to sit in these sessions no more, at any time: a person asks for somebody else. */
  replaced?: Replaced[];
}

/** Somebody in whose place another one is looked for. */
export interface Replaced {
  sessionId: string;
  name: string;
  email: string;
}

interface Readers {
  clock: Clock;
  lever: LeverReader;
  calendar: CalendarReader;
  video: Pick<VideoReader, "getMeeting">;
}

/** Reads the events, the panel and the meetings at Zoom. Errors: those of Lever, the calendar and Zoom, retryable or not. */
export const lookOutside = async (
  booked: Booked,
  { clock, lever, calendar, video }: Readers,
): Promise<Outside> => {
  const { payload } = booked;
  const now = clock.now();
  const begun = payload.sessions.filter((session) => hasBegun(session, now));
  const isToCome = ({ sessionId }: { sessionId: string }): boolean =>
    begun.every((session) => session.sessionId !== sessionId);
  const panels = await lever.listPanels(payload.opportunityId);
  const panel = panels.find(isPanelOf(booked)) ?? null;
  const meetings = await readMeetings(booked, { video, clock });
  const found = await Promise.all(
    booked.events.map(async (event) => await readEvent(calendar, event)),
  );
  const events = found.map((event) => (event?.status === "cancelled" ? null : event));
  const says = panel ? (await readLeverSays(booked, panel, lever)).filter(isToCome) : [];
  const refused = stillRefused([...(booked.refused ?? []), ...refusedInGone(payload, found)], {
    events,
    lever: says,
  });
  return {
    deviations: deviationsOf(payload, { events, panel, otherStage: null, now }),
    lever: says,
    change: {
      ...(refused.length > 0 && { refused }),
      of: booked.proposalId,
      before: payload.sessions,
      ...(begun.length > 0 && { begun: begun.map(({ sessionId }) => sessionId) }),
      events: payload.sessions.flatMap((session, index) => {
        const [event, ref] = [events[index], booked.events[index]];
        if (ref && !isToCome(session)) return [eventAsBooked(session, ref)];
        return event && ref ? [standingEvent(session, ref.organizer, event)] : [];
      }),
      panel: panel && standingPanel(booked, panel),
      ...(meetings && { meetings }),
      invitation: {
        invitationTitle: payload.texts.invitationTitle,
        invitationBody: payload.texts.invitationBody,
      },
    },
  };
};

/** A panel without interviews is none. */
const isPanelOf =
  ({ panelId }: Booked) =>
  ({ id, canceledAt, interviews }: Panel): boolean =>
    id === panelId && canceledAt === null && interviews.length > 0;

/** One that no longer says that it is ours is somebody else's by now. Shape: undefined when no session meets there. */
const readMeetings = async (
  { payload, meetings }: Booked,
  { video, clock }: Pick<Readers, "video" | "clock">,
): Promise<BookingChange["meetings"]> => {
  const atZoom = payload.sessions.filter((session) => session.video === "zoom");
  if (atZoom.length === 0) return undefined;
  const read = await Promise.all(
    atZoom.map(async (session, index) => {
      const { sessionId, organizer: host, startsAt: begins, durationMinutes: lasts } = session;
      const ours = meetings[index];
      if (ours && hasBegun(session, clock.now())) {
        return [{ sessionId, host, ...ours, startsAt: begins, durationMinutes: lasts }];
      }
      const found = ours && (await video.getMeeting(ours.meetingId));
      if (!found || found.effectId !== ours.effectId) return [];
      const { startsAt, durationMinutes } = found;
      return [{ sessionId, host, ...ours, startsAt: startsAt.toString(), durationMinutes }];
    }),
  );
  return read.flat();
};

/** Of a session that has begun: what was done with its event since is nothing to follow. */
/** An event where its session was booked. */
export const eventAsBooked = (
  { sessionId, startsAt, endsAt }: BookedSession,
  { organizer, eventId }: Booked["events"][number],
): BookingChange["events"][number] => ({
  sessionId,
  organizer,
  eventId,
  effectId: "",
  startsAt,
  endsAt,
  declined: [],
});

const standingEvent = (
  session: BookedSession,
  organizer: string,
  event: CalendarEvent,
): BookingChange["events"][number] => ({
  sessionId: session.sessionId,
  organizer,
  eventId: event.id,
  effectId: event.effectId ?? "",
  startsAt: event.startsAt.toString(),
  endsAt: event.endsAt.toString(),
  declined: declinedIn(session, event),
});

/** A mailbox that is no longer there has no event either: both mean that nobody will come. */
const readEvent = async (
  calendar: CalendarReader,
  { organizer, eventId }: { organizer: string; eventId: string },
): Promise<CalendarEvent | null> => {
  try {
    return await calendar.getEvent(organizer, eventId);
  } catch (thrown) {
    const isGone = thrown instanceof AppError && thrown.code === "calendar_not_found";
    if (isGone) return null;
    throw thrown;
  }
};

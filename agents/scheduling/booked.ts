/** A booking that stands, held against what is outside now: what a change or a cancellation of it has to know. */
import type { CalendarEvent, CalendarReader } from "../../src/calendar/port.ts";
import { type Deviation, type StandingBooking, deviationsOf } from "../../src/cases/bookings.ts";
import { AppError } from "../../src/domain/errors.ts";
import type { BookInterview, BookedSession, BookingChange } from "../../src/domain/proposal.ts";
import type { LeverReader } from "../../src/lever/port.ts";

/** As our books have it. */
export interface Booked extends Omit<StandingBooking, "caseId"> {
  payload: BookInterview;
}

/** The booking as it stands outside, and how that is not as booked. */
export interface Outside {
  change: Omit<BookingChange, "because">;
  deviations: Deviation[];
}

/** Reads the events and the panel. Errors: those of Lever and the calendar, retryable or not. */
export const lookOutside = async (
  booked: Booked,
  { lever, calendar }: { lever: LeverReader; calendar: CalendarReader },
): Promise<Outside> => {
  const { payload } = booked;
  const panels = await lever.listPanels(payload.opportunityId);
  const panel = panels.find(({ id }) => id === booked.panelId) ?? null;
  const events = await Promise.all(
    booked.events.map(async ({ organizer, eventId }) => {
      const event = await readEvent(calendar, { organizer, eventId });
      return event?.status === "cancelled" ? null : event;
    }),
  );
  return {
    deviations: deviationsOf(payload, { events, panel, otherStage: null }),
    change: {
      of: booked.proposalId,
      before: payload.sessions,
      events: payload.sessions.flatMap((session, index) => {
        const [event, ref] = [events[index], booked.events[index]];
        return event && ref ? [standingEvent(session, ref.organizer, event)] : [];
      }),
      panel:
        panel && panel.canceledAt === null
          ? {
              panelId: panel.id,
              externalUrl: panel.externalUrl ?? "",
              interviews: booked.interviewIds.map((id) => ({
                id,
                location: panel.interviews.find((each) => each.id === id)?.location ?? "",
              })),
            }
          : null,
      invitation: {
        invitationTitle: payload.texts.invitationTitle,
        invitationBody: payload.texts.invitationBody,
      },
    },
  };
};

const standingEvent = (
  { sessionId, panel }: BookedSession,
  organizer: string,
  event: CalendarEvent,
): BookingChange["events"][number] => ({
  sessionId,
  organizer,
  eventId: event.id,
  effectId: event.effectId ?? "",
  startsAt: event.startsAt.toString(),
  endsAt: event.endsAt.toString(),
  declined: panel
    .map(({ email }) => email)
    .filter((email) =>
      event.guests.some(
        (guest) => guest.email.toLowerCase() === email.toLowerCase() && guest.answer === "declined",
      ),
    ),
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

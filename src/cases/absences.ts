/** Who would have sat in to learn and has declined. Nothing is proposed of it; whoever tells of the booking leaves them out. */
import type { CalendarEvent } from "../calendar/port.ts";
import type { Tx } from "../db/port.ts";
import type { BookedSession } from "../domain/proposal.ts";
import { hasDeclined } from "./bookings.ts";

/** What our books know of one event of a booking. `absent`: addresses, with spaces between. */
export interface BookedEvent {
  eventId: string;
  absent?: string;
}

/** Keeps who of the trainees has declined, as the event of their session says it. Shape: whether that is news. */
export const keepAbsent = async (
  tx: Tx,
  proposalId: string,
  { session, event, booked }: SeenSession,
): Promise<boolean> => {
  const absent = (session.trainees ?? [])
    .flatMap(({ email }) => (event && hasDeclined(event, email) ? [email] : []))
    .join(" ");
  if (!event || absent === (booked.absent ?? "")) return false;
  await tx.query(
    `update effects set external_ref = external_ref || jsonb_build_object('absent', $3::text)
     where proposal_id = $1 and kind = 'calendar_event' and external_ref ->> 'eventId' = $2`,
    [proposalId, booked.eventId, absent],
  );
  return true;
};

interface SeenSession {
  session: BookedSession;
  /** Null: it is not there, and says nothing. */
  event: CalendarEvent | null;
  booked: BookedEvent;
}

/** The sessions of a booking with only those in them who come. `events`: one a session, in their order. */
export const withoutAbsent = (
  sessions: readonly BookedSession[],
  events: readonly BookedEvent[],
): BookedSession[] =>
  sessions.map((session, index) => {
    const absent = new Set(events[index]?.absent?.split(" "));
    const { trainees = [], ...rest } = session;
    const coming = trainees.filter(({ email }) => !absent.has(email));
    return coming.length > 0 ? { ...rest, trainees: coming } : rest;
  });

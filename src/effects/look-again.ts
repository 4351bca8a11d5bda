/** One more look at what an approval rests on: people change things in Lever and in calendars while we work. */
import type { CalendarReader } from "../calendar/port.ts";
import { deviationsOfEvent } from "../cases/bookings.ts";
import { AppError } from "../domain/errors.ts";
import { reasonNotToContact } from "../domain/may-contact.ts";
import type { BookInterview } from "../domain/proposal.ts";
import type { LeverReader } from "../lever/port.ts";
import { type Earlier, type EffectKind, refKey } from "./kind.ts";

/** Looks at the candidate in Lever. Errors: `stale_proposal` (another stage or address), and the reasons not to contact
 * somebody. */
export const refuseIfCandidateChanged = async (
  payload: BookInterview,
  lever: LeverReader,
): Promise<void> => {
  const opportunity = await lever.getOpportunity(payload.opportunityId);
  const reason = reasonNotToContact({
    archived: opportunity.archivedAt !== null,
    confidential: opportunity.confidential,
    contactAllowed: opportunity.contactAllowed,
    email: opportunity.emails[0] ?? null,
  });
  if (reason) throw reason;
  if (opportunity.stageId !== payload.stageId) {
    throw stale(
      "The candidate is at another stage in Lever now, so this interview was not booked.",
    );
  }
  if (!opportunity.emails.includes(payload.candidate.email)) {
    throw stale(
      "Lever has another address for this candidate now. Ask for the interview again, so that the new one is used.",
    );
  }
};

/** A last look before the candidate sees anything: at the candidate, and at the events that the others were invited to. */
export type LookAgain = (
  step: { payload: BookInterview; kind: Pick<EffectKind, "takesBack"> },
  earlier: Earlier,
) => Promise<void>;

/** Errors of the look: those of `refuseIfCandidateChanged`; `stale_proposal` too when an event was deleted, moved or
 * declined. What people do to the panel meanwhile, Lever tells by itself. What takes something back is refused only to whom
 * may not be written to at all. */
export const createLookAgain =
  (services: { lever: { reader: LeverReader }; calendar: { reader: CalendarReader } }): LookAgain =>
  async ({ payload, kind }, earlier) => {
    if (kind.takesBack) return await refuseWithoutConsent(payload, services.lever.reader);
    await refuseIfCandidateChanged(payload, services.lever.reader);
    const words: string[] = [];
    for (const session of payload.sessions) {
      const key = refKey({ kind: "calendar_event", session: session.sessionId });
      const eventId = earlier[key]?.["eventId"];
      if (eventId === undefined) continue;
      const event = await services.calendar.reader.getEvent(session.organizer, eventId);
      words.push(...deviationsOfEvent(payload, session, event).map((each) => each.words));
    }
    if (words.length > 0) throw stale(words.join(" "));
  };

const refuseWithoutConsent = async (
  { opportunityId, candidate }: BookInterview,
  lever: LeverReader,
): Promise<void> => {
  const { contactAllowed } = await lever.getOpportunity(opportunityId);
  const reason = reasonNotToContact({
    archived: false,
    confidential: false,
    contactAllowed,
    email: candidate.email,
  });
  if (reason) throw reason;
};

const stale = (message: string): AppError =>
  new AppError({ code: "stale_proposal", fault: "caller", message });

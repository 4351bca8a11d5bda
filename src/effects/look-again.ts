/** One more look at what an approval rests on: people change things in Lever and in calendars while we work. */
import type { CalendarReader } from "../calendar/port.ts";
import { deviationsOfEvent } from "../cases/bookings.ts";
import type { AlertRecruiter } from "../domain/alert.ts";
import { isBegunIn } from "../domain/change.ts";
import { AppError } from "../domain/errors.ts";
import type { OpportunityId } from "../domain/ids.ts";
import { reasonNotToContact } from "../domain/may-contact.ts";
import { type BookInterview, type ProposalPayload, isBooking } from "../domain/proposal.ts";
import type { LeverReader, Opportunity } from "../lever/port.ts";
import { type Earlier, type EffectKind, refKey } from "./kind.ts";

/** Looks at the candidate in Lever. Errors: `stale_proposal` (another stage or address), of a change `address_changed`, and
 * the reasons not to contact somebody. */
export const refuseIfCandidateChanged = async (
  payload: BookInterview,
  lever: LeverReader,
): Promise<void> => {
  const opportunity = await readContactable(payload, lever);
  if (opportunity.stageId !== payload.stageId) {
    throw stale(
      "The candidate is at another stage in Lever now, so this interview was not booked.",
    );
  }
  if (!opportunity.emails.includes(payload.candidate.email)) {
    if (payload.kind === "change_booking") throw addressChanged();
    throw stale(
      "Lever has another address for this candidate now. Ask for the interview again, so that the new one is used.",
    );
  }
};

/** Looks whether a candidacy, or its posting, is confidential in Lever by now: then whoever it was to be told is told nothing
 * but what was proposed of a confidential one, without a name, and to the recruiter alone. Errors: `stale_proposal`; those of
 * Lever, which shows what is confidential to few. */
export const refuseIfConfidential = async (
  { opportunityId, channel, candidateName }: AlertRecruiter,
  lever: LeverReader,
): Promise<void> => {
  if (channel !== "teams" && candidateName === null) return;
  await refuseConfidential(opportunityId, lever);
};

/** The same of whatever was proposed. */
export const refuseConfidential = async (
  opportunityId: OpportunityId,
  lever: LeverReader,
): Promise<void> => {
  const { confidential, postingId } = await lever.getOpportunity(opportunityId);
  const posting = postingId === null ? null : await lever.getPosting(postingId);
  if (!confidential && posting?.confidential !== true) return;
  throw stale("The candidacy is confidential in Lever by now, so nobody was told of it.");
};

/** Errors: the reasons not to contact somebody. */
const readContactable = async (
  { opportunityId }: BookInterview,
  lever: LeverReader,
): Promise<Opportunity> => {
  const opportunity = await lever.getOpportunity(opportunityId);
  const reason = reasonNotToContact({
    archived: opportunity.archivedAt !== null,
    confidential: opportunity.confidential,
    contactAllowed: opportunity.contactAllowed,
    email: opportunity.emails[0] ?? null,
  });
  if (reason) throw reason;
  return opportunity;
};

/** A step of a bundle that is about to be sent. */
interface Looking {
  payload: ProposalPayload;
  kind: Pick<EffectKind, "audience" | "takesBack" | "isForGood">;
  kinds: readonly EffectKind[];
}

/** A last look before the candidate sees anything, and before anything goes that cannot be put back: at the candidate, and
 * at the events that the others were invited to. Other steps need none. */
export type LookAgain = (step: Looking, earlier: Earlier) => Promise<void>;

/** Errors of the look: those of `refuseIfCandidateChanged`; `stale_proposal` too when an event was deleted, moved or
 * declined. What people do to the panel meanwhile, Lever tells by itself. What takes something back is refused only to whom
 * may not be written to at all; and so is what comes after something that cannot be put back: undoing would leave no
 * interview, and what has changed since is found by the next look at the booking. */
export const createLookAgain =
  (services: { lever: { reader: LeverReader }; calendar: { reader: CalendarReader } }): LookAgain =>
  async ({ payload, kind, kinds }, earlier) => {
    const isSeen = kind.audience === "candidate";
    if (!isBooking(payload) || !(isSeen || kind.isForGood)) return;
    if (kind.takesBack) return await refuseWithoutConsent(payload, services.lever.reader);
    if (kinds.some((each) => each.isForGood && earlier[refKey(each)] !== undefined)) {
      if (isSeen) await readContactable(payload, services.lever.reader);
      return;
    }
    await refuseIfCandidateChanged(payload, services.lever.reader);
    const words: string[] = [];
    for (const session of payload.sessions) {
      const key = refKey({ kind: "calendar_event", session: session.sessionId });
      const eventId = earlier[key]?.["eventId"];
      if (eventId === undefined || isBegunIn(payload.change, session)) continue;
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

/** What is booked stands, so nobody can ask for the interview again: the change is. */
const addressChanged = (): AppError =>
  new AppError({
    code: "address_changed",
    fault: "caller",
    message:
      "Lever has another address for this candidate now, so the booking was not changed. It is looked at again, with the new address; if nothing is proposed then, change it by hand and write to them there.",
  });

const stale = (message: string): AppError =>
  new AppError({ code: "stale_proposal", fault: "caller", message });

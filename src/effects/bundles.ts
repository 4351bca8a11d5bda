/** The steps of each kind of proposal, in order: internal and reversible first, what the candidate sees last. */
import type { ProposalPayload } from "../domain/proposal.ts";
import type { EffectKind } from "./kind.ts";
import { createCalendarEvent } from "./kinds/calendar-event.ts";
import { createCandidateMail } from "./kinds/candidate-mail.ts";
import { createLeverNote } from "./kinds/lever-note.ts";
import { createLeverPanel } from "./kinds/lever-panel.ts";
import { createOfferMail } from "./kinds/offer-mail.ts";
import { createReserve } from "./kinds/reserve.ts";
import { createZoomMeeting } from "./kinds/zoom-meeting.ts";

type BundleDeps = Parameters<typeof createCalendarEvent>[0] &
  Parameters<typeof createCandidateMail>[0] &
  Parameters<typeof createLeverPanel>[0] &
  Parameters<typeof createZoomMeeting>[0] &
  Omit<Parameters<typeof createReserve>[0], "calendar">;

/** The steps of one proposal. */
export type StepsOf = (payload: ProposalPayload) => readonly EffectKind[];

/** A function that gives the steps of a proposal. */
export const createBundles = (deps: BundleDeps): StepsOf => {
  const reserve = createReserve({ ...deps, calendar: deps.calendar.reader });
  const zoomMeeting = createZoomMeeting(deps);
  const calendarEvent = createCalendarEvent(deps);
  const leverPanel = createLeverPanel(deps);
  const leverNote = createLeverNote(deps);
  const candidateMail = createCandidateMail(deps);
  const offerMail = createOfferMail(deps);
  const stepsOfBooking: StepsOf = (payload) => [
    reserve(payload),
    // Before its event, which holds the link.
    ...payload.sessions
      .filter(({ video }) => video === "zoom")
      .map((session) => zoomMeeting(payload, session)),
    ...payload.sessions.map((session) => calendarEvent(payload, session)),
    leverPanel(payload),
    leverNote(payload),
    candidateMail(payload),
  ];
  return (payload) =>
    payload.offer ? [offerMail(payload, payload.offer)] : stepsOfBooking(payload);
};

/** The steps of each kind of proposal, in order: internal and reversible first, what the candidate sees last. */
import { isForCandidate, needsNewEvent } from "../domain/change.ts";
import type { BookInterview, BookingChange, ProposalPayload } from "../domain/proposal.ts";
import type { EffectKind } from "./kind.ts";
import { createCalendarEvent } from "./kinds/calendar-event.ts";
import { createCancelMail, createCandidateMail, createChangeMail } from "./kinds/candidate-mail.ts";
import { createChangedEvent, createRemovedEvent } from "./kinds/changed-event.ts";
import { createChangedPanel, createRemovedPanel } from "./kinds/changed-panel.ts";
import { createLeverNote } from "./kinds/lever-note.ts";
import { createLeverPanel } from "./kinds/lever-panel.ts";
import { createMovedTime, createReleasedTime } from "./kinds/moved-time.ts";
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
  const changing = createChangeSteps(deps);
  const cancelling = createCancelSteps(deps);
  return (payload) => {
    if (payload.change) {
      const steps = payload.kind === "cancel_booking" ? cancelling : changing;
      return steps(payload, payload.change);
    }
    return payload.offer ? [offerMail(payload, payload.offer)] : stepsOfBooking(payload);
  };
};

/** What stays stays as it is; events that are not needed any more go once all that can be taken back is done. */
const createChangeSteps = (deps: BundleDeps) => {
  const movedTime = createMovedTime({ ...deps, calendar: deps.calendar.reader });
  const calendarEvent = createCalendarEvent(deps);
  const changedEvent = createChangedEvent(deps);
  const removedEvent = createRemovedEvent(deps);
  const leverPanel = createLeverPanel(deps);
  const changedPanel = createChangedPanel(deps);
  const leverNote = createLeverNote(deps);
  const changeMail = createChangeMail(deps);
  return (payload: BookInterview, change: BookingChange): EffectKind[] => {
    const { events, panel } = change;
    return [
      movedTime(payload, change),
      ...payload.sessions.map((session) => {
        const event = events.find(({ sessionId }) => sessionId === session.sessionId);
        return event && !needsNewEvent(payload, session)
          ? changedEvent({ payload, session, change, event })
          : calendarEvent(payload, session);
      }),
      panel ? changedPanel({ payload, change, panel }) : leverPanel(payload),
      leverNote(payload),
      ...events
        .filter((event) => isLeft(event, payload))
        .map((event) => removedEvent(payload, event)),
      ...(isForCandidate(payload) ? [changeMail(payload)] : []),
    ];
  };
};

const isLeft = (
  { sessionId }: BookingChange["events"][number],
  payload: BookInterview,
): boolean => {
  const session = payload.sessions.find((each) => each.sessionId === sessionId);
  return !session || needsNewEvent(payload, session);
};

const createCancelSteps = (deps: BundleDeps) => {
  const removedEvent = createRemovedEvent(deps);
  const removedPanel = createRemovedPanel(deps);
  const releasedTime = createReleasedTime(deps);
  const leverNote = createLeverNote(deps);
  const cancelMail = createCancelMail(deps);
  return (payload: BookInterview, change: BookingChange): EffectKind[] => [
    leverNote(payload),
    ...change.events.map((event) => removedEvent(payload, event)),
    ...(change.panel ? [removedPanel(payload, change.panel)] : []),
    releasedTime(payload, change),
    cancelMail(payload),
  ];
};

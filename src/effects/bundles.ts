/** The steps of each kind of proposal, in order: internal and reversible first, what the candidate sees last. */
import { isAnswerKnown } from "../cases/answers-told.ts";
import { isAllAnswered } from "../cases/untold-questions.ts";
import { listMissed } from "../cases/missed-interviews.ts";
import { readRuleInForce } from "../cases/stage-rule.ts";
import {
  eventsWithRoomWanted,
  isBegunIn,
  isForCandidate,
  needsNewEvent,
  needsNewMeeting,
} from "../domain/change.ts";
import {
  type BookInterview,
  type BookedSession,
  type BookingChange,
  type ProposalPayload,
  isMessage,
} from "../domain/proposal.ts";
import type { EffectKind } from "./kind.ts";
import { createMessageSteps } from "./kinds/attendance-message.ts";
import { createAnswerMail } from "./kinds/answer-mail.ts";
import { createBriefSteps } from "./kinds/brief.ts";
import { createCalendarEvent } from "./kinds/calendar-event.ts";
import { createCancelMail, createCandidateMail, createChangeMail } from "./kinds/candidate-mail.ts";
import { createChangedEvent, createRemovedEvent } from "./kinds/changed-event.ts";
import { createChangedMeeting, createRemovedMeeting } from "./kinds/changed-meeting.ts";
import { createChangedPanel, createRemovedPanel } from "./kinds/changed-panel.ts";
import { createChatNote, createQuestionWord } from "./kinds/chat-words.ts";
import { createDailyDigest } from "./kinds/daily-digest.ts";
import { createDebriefSteps } from "./kinds/debrief.ts";
import { createFreedRoom } from "./kinds/freed-room.ts";
import { createLeverNote } from "./kinds/lever-note.ts";
import { createLeverPanel } from "./kinds/lever-panel.ts";
import { createMovedTime, createReleasedTime } from "./kinds/moved-time.ts";
import { createOfferMail } from "./kinds/offer-mail.ts";
import { createNudgeSteps } from "./kinds/nudge.ts";
import { createQuestionsNote } from "./kinds/questions-note.ts";
import { createRecruiterAlert } from "./kinds/recruiter-alert.ts";
import { createSynthesisNote } from "./kinds/synthesis-note.ts";
import { createStageMove } from "./kinds/stage-move.ts";
import { createReserve } from "./kinds/reserve.ts";
import { createZoomMeeting } from "./kinds/zoom-meeting.ts";

type BundleDeps = Parameters<typeof createCalendarEvent>[0] &
  Parameters<typeof createCandidateMail>[0] &
  Parameters<typeof createLeverPanel>[0] &
  Parameters<typeof createZoomMeeting>[0] &
  Parameters<typeof createRecruiterAlert>[0] &
  Omit<Parameters<typeof createAnswerMail>[0], "isKnown"> &
  Parameters<typeof createBriefSteps>[0] &
  Parameters<typeof createMessageSteps>[0] &
  Omit<Parameters<typeof createNudgeSteps>[0], "missedOf"> &
  Parameters<typeof createDailyDigest>[0] &
  Parameters<typeof createQuestionsNote>[0] &
  Omit<Parameters<typeof createSynthesisNote>[0], "missedOf"> &
  Omit<Parameters<typeof createStageMove>[0], "missedOf" | "ruleOf"> &
  Parameters<typeof readRuleInForce>[1] &
  Omit<Parameters<typeof createDebriefSteps>[0], "missedOf"> &
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
  const recruiterAlert = createRecruiterAlert(deps);
  const briefSteps = createBriefSteps(deps);
  const messageSteps = createMessageSteps(deps);
  const missedOf = async (opportunityId: string) => await listMissed(deps.database, opportunityId);
  const nudgeSteps = createNudgeSteps({ ...deps, missedOf });
  const questionsNote = createQuestionsNote(deps);
  const questionWord = createQuestionWord({
    ...deps,
    isAnswered: async (told) => await isAllAnswered(deps.database, told),
  });
  const answerMail = createAnswerMail({
    ...deps,
    isKnown: async (told) => await isAnswerKnown(deps.database, told),
  });
  const chatNote = createChatNote(deps);
  const dailyDigest = createDailyDigest(deps);
  const synthesisNote = createSynthesisNote({ ...deps, missedOf });
  const ruleOf = async (caseId: string) => await readRuleInForce(caseId, deps);
  const stageMove = createStageMove({ ...deps, missedOf, ruleOf });
  const debriefSteps = createDebriefSteps({ ...deps, missedOf });
  const stepsOfBooking = (payload: BookInterview): EffectKind[] => [
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
    if (payload.kind === "alert_recruiter") return [recruiterAlert(payload)];
    if (payload.kind === "send_brief") return briefSteps(payload);
    if (isMessage(payload)) return messageSteps(payload);
    if (payload.kind === "nudge_feedback") return nudgeSteps(payload);
    if (payload.kind === "send_digest") return [dailyDigest(payload)];
    if (payload.kind === "note_questions") return [questionsNote(payload)];
    if (payload.kind === "post_synthesis") return [synthesisNote(payload)];
    if (payload.kind === "move_stage") return [stageMove(payload)];
    if (payload.kind === "book_debrief") return debriefSteps(payload);
    if (payload.kind === "tell_question") return [questionWord(payload)];
    if (payload.kind === "tell_answer") return [answerMail(payload)];
    if (payload.kind === "note_chat") return [chatNote(payload)];
    if (payload.change) {
      const steps = payload.kind === "cancel_booking" ? cancelling : changing;
      return steps(payload, payload.change);
    }
    return payload.offer ? [offerMail(payload, payload.offer)] : stepsOfBooking(payload);
  };
};

/** What stays stays as it is; events and meetings that are not needed any more go once all that can be taken back is done. */
const createChangeSteps = (deps: BundleDeps) => {
  const movedTime = createMovedTime({ ...deps, calendar: deps.calendar.reader });
  const meetingOf = createMeetingSteps(deps);
  const removedMeeting = createRemovedMeeting(deps);
  const freedRoom = createFreedRoom(deps);
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
      ...payload.sessions
        .filter(({ video }) => video === "zoom")
        .map((session) => meetingOf(payload, session)),
      ...eventsWithRoomWanted(payload).map((event) => freedRoom(payload, { change, event })),
      ...payload.sessions.map((session) => {
        const event = events.find(({ sessionId }) => sessionId === session.sessionId);
        return event && !needsNewEvent(payload, session)
          ? changedEvent({ payload, session, change, event })
          : calendarEvent(payload, session);
      }),
      panel ? changedPanel({ payload, change, panel }) : leverPanel(payload),
      leverNote(payload),
      ...[
        // First: whether Zoom lets us is less sure than whether a calendar does.
        ...(change.meetings ?? [])
          .filter(({ sessionId }) => needsNoMeeting(sessionId, payload))
          .map((meeting) => removedMeeting(payload, meeting)),
        ...events
          .filter((event) => isLeft(event, payload))
          .map((event) => removedEvent(payload, event)),
      ].map((removal) => ({ ...removal, isForGood: true as const })),
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

/** The meeting of one session: as it stands, or a new one. */
const createMeetingSteps = (deps: BundleDeps) => {
  const zoomMeeting = createZoomMeeting(deps);
  const changedMeeting = createChangedMeeting(deps);
  return (payload: BookInterview, session: BookedSession): EffectKind => {
    const meeting = payload.change?.meetings?.find(
      ({ sessionId }) => sessionId === session.sessionId,
    );
    return meeting && !needsNewMeeting(payload, session)
      ? changedMeeting({ payload, session, meeting })
      : zoomMeeting(payload, session);
  };
};

const needsNoMeeting = (sessionId: string, payload: BookInterview): boolean => {
  const session = payload.sessions.find((each) => each.sessionId === sessionId);
  return session?.video !== "zoom" || needsNewMeeting(payload, session);
};

const createCancelSteps = (deps: BundleDeps) => {
  const removedMeeting = createRemovedMeeting(deps);
  const removedEvent = createRemovedEvent(deps);
  const removedPanel = createRemovedPanel(deps);
  const changedPanel = createChangedPanel(deps);
  const releasedTime = createReleasedTime(deps);
  const leverNote = createLeverNote(deps);
  const cancelMail = createCancelMail(deps);
  // Interviews that have begun stay: in Lever as a panel of their own.
  const panelOf = (
    payload: BookInterview,
    change: BookingChange,
    panel: NonNullable<BookingChange["panel"]>,
  ): EffectKind => {
    const sessions = change.before.filter((session) => isBegunIn(change, session));
    return sessions.length === 0
      ? removedPanel(payload, panel)
      : changedPanel({ payload: { ...payload, sessions }, change, panel });
  };
  const isToCome = (change: BookingChange) => (one: { sessionId: string }) =>
    !isBegunIn(change, one);
  return (payload: BookInterview, change: BookingChange): EffectKind[] => [
    leverNote(payload),
    ...(change.meetings ?? [])
      .filter(isToCome(change))
      .map((meeting) => removedMeeting(payload, meeting)),
    ...change.events.filter(isToCome(change)).map((event) => removedEvent(payload, event)),
    ...(change.panel ? [panelOf(payload, change, change.panel)] : []),
    releasedTime(payload, change),
    cancelMail(payload),
  ];
};

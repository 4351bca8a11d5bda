/** What messages about a booking are made from: what is booked, and whether its candidate may be written to, read through a tool. */
import {
  type MessageKind,
  type MessageReader,
  type MessagedSession,
  CANDIDATE,
  RECRUITER,
} from "../../src/domain/attendance-message.ts";
import { messagedSession } from "../../src/domain/messaged-session.ts";
import { timeOf } from "../../src/domain/itinerary.ts";
import type { BookInterview, BookedSession } from "../../src/domain/proposal.ts";
import { ARRIVAL, HELP, visitsOf } from "../../src/attendance/reminder-times.ts";
import type { ToolContext } from "../../tools/context.ts";
import { callTool } from "../../tools/define-tool.ts";
import { getOpportunity } from "../../tools/get_opportunity.ts";
import type { MessagesAsked, SpecialistRun } from "../specialist.ts";

/** One message to be made. Shape: JSON. */
export interface GatheredMessage {
  kind: MessageKind;
  mark: string;
  /** Why it does not go out at its mark. */
  because: string | null;
  sessions: MessagedSession[];
  readers: MessageReader[];
}

/** Shape: JSON. */
export interface GatheredMessages {
  booking: Pick<
    BookInterview,
    "opportunityId" | "postingId" | "stageId" | "postingTitle" | "companyName" | "leverUrl"
  > & { proposalId: string; candidate: { name: string; zone: string } };
  isConfirmed: boolean;
  /** The candidate has ended reminders, and what is made is none: a person decides whether it is sent all the same. */
  wantsNoReminders: boolean;
  messages: GatheredMessage[];
}

/** Shape: no message when nobody is left to be told; null: nothing is booked any more. Errors: those of Lever. */
export const gatherMessages = async (
  { messages, case_ }: SpecialistRun,
  tools: ToolContext,
): Promise<GatheredMessages | null> => {
  if (!messages) throw new Error("people are told when it is time");
  if (!messages.booking) return null;
  const { payload, proposalId } = messages.booking;
  const { opportunityId } = case_;
  const { contactAllowed, email } = await callTool(getOpportunity, { opportunityId }, tools);
  const mayWrite = contactAllowed && email !== null;
  return {
    booking: {
      opportunityId: payload.opportunityId,
      postingId: payload.postingId,
      stageId: payload.stageId,
      postingTitle: payload.postingTitle,
      companyName: payload.companyName,
      leverUrl: payload.leverUrl,
      proposalId,
      candidate: { name: payload.candidate.name, zone: payload.candidate.zone },
    },
    isConfirmed: messages.isConfirmed,
    wantsNoReminders: messages.missed?.wantsNoReminders ?? false,
    messages: [
      ...(mayWrite ? toCandidate(payload, messages) : []),
      ...payload.sessions.flatMap((session) => toPanel(session, messages)),
      ...toRecruiter(payload, messages),
    ],
  };
};

const toCandidate = (payload: BookInterview, asked: MessagesAsked): GatheredMessage[] => [
  ...candidateReminders(payload, asked),
  ...(asked.missed ? [invitation(payload, asked.missed)] : []),
];

/** One, of all that was missed of a visit. */
const invitation = (
  payload: BookInterview,
  { sessionIds, reason }: NonNullable<MessagesAsked["missed"]>,
): GatheredMessage => ({
  kind: "invite_again",
  mark: reason ?? "missed",
  because: null,
  sessions: payload.sessions
    .filter(({ sessionId }) => sessionIds.includes(sessionId))
    .map((session) => messagedSession(session, null)),
  readers: [candidateOf(payload)],
});

const candidateOf = ({ candidate: { name, email, zone } }: BookInterview): MessageReader => ({
  id: CANDIDATE,
  name,
  email,
  zone,
  channel: "mail",
});

/** What the candidate comes to in one go. */
const visitsIn = ({ sessions, candidate }: BookInterview) =>
  visitsOf(
    sessions.map((session) => ({ session, ...timeOf(session) })),
    candidate.zone,
  );

const candidateReminders = (
  payload: BookInterview,
  { reminders, videoUrls }: MessagesAsked,
): GatheredMessage[] =>
  visitsIn(payload).flatMap(({ first, sessions: together }) => {
    const { sessionId } = first.session;
    const due = reminders.find((one) => one.reader === CANDIDATE && one.sessionId === sessionId);
    if (!due) return [];
    return [
      {
        kind: "remind_candidate" as const,
        mark: due.mark,
        because: due.because,
        sessions: together.map(({ session }) => told(session, videoUrls)),
        readers: [candidateOf(payload)],
      },
    ];
  });

/** One message for each mark that is due. Of reminders those whom Slack knows have one: the calendar reminds everybody by itself. */
const toPanel = (
  session: BookedSession,
  { reminders, videoUrls, channels }: MessagesAsked,
): GatheredMessage[] => {
  const due = reminders.filter(
    ({ sessionId, reader }) =>
      sessionId === session.sessionId && reader !== CANDIDATE && reader !== RECRUITER,
  );
  return [...new Set(due.map(({ mark }) => mark))].flatMap((mark): GatheredMessage[] => {
    const ofMark = due.filter((one) => one.mark === mark);
    const isQuestion = mark === ARRIVAL;
    const readers = [...session.panel, ...(session.trainees ?? [])].flatMap(
      ({ userId: id, email, name, zone }): MessageReader[] => {
        const channel = channels[email] ?? "mail";
        const isMeant = ofMark.some(({ reader }) => reader === id);
        return isMeant && (isQuestion || channel === "slack")
          ? [{ id, email, name, zone, channel }]
          : [];
      },
    );
    if (readers.length === 0) return [];
    const kind = isQuestion ? ("ask_arrival" as const) : ("remind_interviewers" as const);
    const because = ofMark[0]?.because ?? null;
    return [{ kind, mark, because, sessions: [told(session, videoUrls)], readers }];
  });
};

/** One word of each visit, of what comes from the interview on with which it was written down: that is its first one. */
export const toRecruiter = (
  payload: BookInterview,
  { reminders, videoUrls, channels, recruiter }: MessagesAsked,
): GatheredMessage[] => {
  if (recruiter === null) return [];
  const due = new Set(
    reminders.flatMap(({ reader, sessionId }) => (reader === RECRUITER ? [sessionId] : [])),
  );
  return visitsIn(payload).flatMap(({ sessions: together }): GatheredMessage[] => {
    const from = together.findIndex(({ session }) => due.has(session.sessionId));
    if (from === -1) return [];
    return [
      {
        kind: "warn_recruiter",
        mark: HELP,
        because: null,
        sessions: together.slice(from).map(({ session }) => told(session, videoUrls)),
        readers: [{ ...recruiter, channel: channels[recruiter.email] ?? "mail" }],
      },
    ];
  });
};

const told = (session: BookedSession, videoUrls: MessagesAsked["videoUrls"]): MessagedSession =>
  messagedSession(session, videoUrls[session.sessionId] ?? null);

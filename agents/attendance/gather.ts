/** What messages about a booking are made from: what is booked, and whether its candidate may be written to, read through a tool. */
import {
  type MessageReader,
  type MessagedSession,
  CANDIDATE,
} from "../../src/domain/attendance-message.ts";
import { messagedSession } from "../../src/domain/messaged-session.ts";
import { timeOf } from "../../src/domain/itinerary.ts";
import type { BookInterview, BookedSession } from "../../src/domain/proposal.ts";
import { visitsOf } from "../../src/attendance/reminder-times.ts";
import type { ToolContext } from "../../tools/context.ts";
import { callTool } from "../../tools/define-tool.ts";
import { getOpportunity } from "../../tools/get_opportunity.ts";
import type { MessagesAsked, SpecialistRun } from "../specialist.ts";

/** One message to be made. Shape: JSON. */
export interface GatheredMessage {
  kind: "remind_candidate" | "remind_interviewers";
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
  messages: GatheredMessage[];
}

/** Shape: no message when nobody is left to be told. Errors: those of Lever. */
export const gatherMessages = async (
  { booked, messages, case_ }: SpecialistRun,
  tools: ToolContext,
): Promise<GatheredMessages> => {
  if (!booked || !messages)
    throw new Error("people are told of what is booked, and when it is time");
  const { payload, proposalId } = booked;
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
    messages: [
      ...(mayWrite ? candidateReminders(payload, messages) : []),
      ...panelReminders(payload, messages),
    ],
  };
};

const candidateReminders = (
  { sessions, candidate }: BookInterview,
  { reminders, videoUrls }: MessagesAsked,
): GatheredMessage[] => {
  const timed = sessions.map((session) => ({ session, ...timeOf(session) }));
  return visitsOf(timed, candidate.zone).flatMap(({ first, sessions: together }) => {
    const { sessionId } = first.session;
    const due = reminders.find((one) => one.reader === CANDIDATE && one.sessionId === sessionId);
    if (!due) return [];
    const { name, email, zone } = candidate;
    return [
      {
        kind: "remind_candidate" as const,
        mark: due.mark,
        because: due.because,
        sessions: together.map(({ session }) => told(session, videoUrls)),
        readers: [{ id: CANDIDATE, name, email, zone, channel: "mail" as const }],
      },
    ];
  });
};

/** Those whom Slack knows: the calendar reminds everybody by itself. */
const panelReminders = (
  { sessions }: BookInterview,
  { reminders, videoUrls, channels }: MessagesAsked,
): GatheredMessage[] =>
  sessions.flatMap((session) => {
    const due = reminders.filter(({ sessionId }) => sessionId === session.sessionId);
    const readers = [...session.panel, ...(session.trainees ?? [])]
      .filter(
        ({ userId, email }) =>
          channels[email] === "slack" && due.some(({ reader }) => reader === userId),
      )
      .map(({ userId, email, name, zone }) => ({
        id: userId,
        email,
        name,
        zone,
        channel: "slack" as const,
      }));
    const marks = new Set(due.map(({ mark }) => mark));
    return [...marks].flatMap((mark): GatheredMessage[] => {
      const ofMark = readers.filter(({ id }) =>
        due.some((one) => one.reader === id && one.mark === mark),
      );
      const because = due.find((one) => one.mark === mark)?.because ?? null;
      return ofMark.length === 0
        ? []
        : [
            {
              kind: "remind_interviewers",
              mark,
              because,
              sessions: [told(session, videoUrls)],
              readers: ofMark,
            },
          ];
    });
  });

const told = (session: BookedSession, videoUrls: MessagesAsked["videoUrls"]): MessagedSession =>
  messagedSession(session, videoUrls[session.sessionId] ?? null);

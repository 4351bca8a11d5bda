/** The words around the facts of a message, as code writes them: whole without any model. */
import { HELP } from "../../src/attendance/reminder-times.ts";
import type { AttendanceMessage } from "../../src/domain/attendance-message.ts";
import { type MissedReason, missedReasonIn } from "../../src/domain/missed-reason.ts";
import type { GatheredMessage, GatheredMessages } from "./gather.ts";

/** Shape: JSON. */
export interface DraftedMessage {
  key: string;
  message: GatheredMessage;
  words: AttendanceMessage["words"];
}

/** One for each. */
export const draftMessages = (gathered: GatheredMessages): DraftedMessage[] =>
  gathered.messages.map((message) => ({
    key: `${message.kind} ${message.sessions[0]?.sessionId ?? ""} ${message.mark}`,
    message,
    words: wordsFor(message, gathered),
  }));

const wordsFor = (
  { kind, mark, sessions }: GatheredMessage,
  { booking, isConfirmed }: GatheredMessages,
): AttendanceMessage["words"] => {
  const what = sessions.length === 1 ? "your interview" : "your interviews";
  if (kind === "invite_again") {
    const reason = missedReasonIn(mark);
    const opening = (reason && MISSED_OPENINGS[reason]) ?? WAITED;
    return {
      opening: opening(`${what} for ${booking.postingTitle}`),
      closing:
        "If you would like to meet us another time, tell us when you could, or reply to this mail: a person reads it.",
    };
  }
  if (kind === "ask_arrival") {
    return {
      opening: `Your interview with ${booking.candidate.name} has begun. Is the candidate there?`,
      closing: "You can change your answer there later.",
    };
  }
  if (kind === "remind_interviewers") {
    return {
      opening: `This is a reminder of your interview with ${booking.candidate.name} for ${booking.postingTitle}.`,
      closing: "If you cannot be there, answer the invitation in your calendar.",
    };
  }
  if (kind === "warn_recruiter") {
    return {
      opening: `It may help to get in touch with ${booking.candidate.name} before ${sessions.length === 1 ? "this interview" : "these interviews"}.`,
      closing: `What is known of ${sessions.length === 1 ? "it stands on the case, and goes when the interview begins" : "them stands on the case, and goes when each begins"}.`,
    };
  }
  return {
    opening: `This is a friendly reminder of ${what} for ${booking.postingTitle}. We are looking forward to meeting you.`,
    closing:
      mark === HELP
        ? "If you cannot come at this time, tell us: that is easy, and it has no part in any decision. If you have a question, reply to this mail: a person reads it."
        : isConfirmed
          ? "If you have a question, reply to this mail: a person reads it."
          : "A short word that you will be there helps us. If you have a question, reply to this mail: a person reads it.",
  };
};

const WAITED = (what: string): string =>
  `We waited for you for ${what} and did not meet you. We hope that all is well: such things happen.`;

/** By the reason that was said. Where it was not the candidate's doing, nothing sounds as if it were. */
const MISSED_OPENINGS: Partial<Record<MissedReason, (what: string) => string>> = {
  told_before: (what) =>
    `Thank you for letting us know that you could not be at ${what}. We hope that all is well.`,
  other_time: (what) => `We are sorry that we missed each other for ${what}: such things happen.`,
  technical: (what) => `We are sorry that ${what} could not take place for a technical reason.`,
  panel_absent: (what) =>
    `We are sorry: none of us was there for ${what}. That was our mistake, not yours.`,
};

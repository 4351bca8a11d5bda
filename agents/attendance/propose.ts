/** The proposal to tell people of an interview: control fields from what is booked, the words as drafted. */
import type { AlertContext } from "../../src/cases/open-proposal.ts";
import { type AttendanceMessage, isToCandidate } from "../../src/domain/attendance-message.ts";
import {
  MISSED_IN_WORDS,
  isNotTheCandidates,
  missedReasonIn,
} from "../../src/domain/missed-reason.ts";
import { namesInWords } from "../../src/domain/names-in-words.ts";
import type { Evidence } from "../../src/domain/proposal.ts";
import { faultsOf } from "../scheduling/language.ts";
import type { SpecialistProposal, SpecialistRun } from "../specialist.ts";
import type { DraftedMessage } from "./draft.ts";
import type { GatheredMessages } from "./gather.ts";

/** Shape: of low risk, but for what a candidate is sent who has ended reminders; what the candidate would see, or internal. */
export const proposeMessage = (
  { key, message, words }: DraftedMessage,
  { booking, isConfirmed, wantsNoReminders }: GatheredMessages,
  { case_ }: { case_: Pick<SpecialistRun["case_"], "id"> },
): SpecialistProposal => {
  const { proposalId, candidate, leverUrl, ...control } = booking;
  const { kind, mark, sessions, readers } = message;
  const payload: AttendanceMessage = {
    kind,
    version: 1,
    ...control,
    caseId: case_.id,
    of: proposalId,
    mark,
    sessions,
    candidate,
    isConfirmed,
    readers,
    words,
  };
  const warnings: Evidence[] = [
    ...(wantsNoReminders ? [WANTS_NO_REMINDERS] : []),
    ...[words.opening, words.closing].flatMap(faultsOf).map(({ why }): Evidence => ({
      kind: "warning",
      what: `The words: ${why}`,
      source: "language check",
    })),
  ];
  return {
    key,
    audience: isToCandidate(kind) ? "candidate" : "internal",
    // A high risk asks a person in every mode.
    risk: wantsNoReminders ? "high" : "low",
    warnings: warnings.length,
    payload,
    context: {
      summary: summaryOf(payload),
      reason: reasonOf(message),
      evidence: [
        ...warnings,
        { kind: "read", what: "What is booked", source: `proposal/${proposalId}` },
        {
          kind: "read",
          what: "The candidacy in Lever",
          source: `get_opportunity opportunity/${control.opportunityId}`,
          url: leverUrl,
        },
      ],
    },
  };
};

const WANTS_NO_REMINDERS: Evidence = {
  kind: "warning",
  what: "The candidate wants no more reminders. This is none, and is sent once: decide whether they are to have it all the same.",
  source: "candidate's answer",
};

const summaryOf = ({ kind, mark, candidate, sessions, readers }: AttendanceMessage): string => {
  const what = namesInWords(sessions.map(({ name }) => name));
  const whom = namesInWords(readers.map(({ name }) => name));
  const summaries: Record<AttendanceMessage["kind"], string> = {
    remind_candidate: `Remind ${candidate.name} of ${what}`,
    remind_interviewers: `Remind ${whom} of ${what} with ${candidate.name}`,
    warn_recruiter: `Ask ${whom} to look at ${what} with ${candidate.name}`,
    ask_arrival: `Ask ${whom} whether ${candidate.name} has arrived for ${what}`,
    invite_again: isNotTheCandidates(missedReasonIn(mark))
      ? `Offer ${candidate.name} another time for ${what}, which did not take place`
      : `Ask ${candidate.name}, who did not come to ${what}, whether they would like another time`,
  };
  return summaries[kind];
};

const saidOf = (what: string): string => `${what}, as the panel or a coordinator says.`;

const MARKS: Record<string, string> = {
  hour: "The interview is in an hour.",
  morning: "The interview is today.",
  help: "By the interview plan somebody may be helped before this interview.",
  arrival: "The interview has begun.",
  missed: saidOf("The candidate did not come"),
};

const reasonOf = ({ mark, because }: DraftedMessage["message"]): AlertContext["reason"] =>
  [saidBy(mark), because].filter((words) => words !== null).join(" ");

const saidBy = (mark: string): string => {
  const missed = missedReasonIn(mark);
  if (missed !== null) return saidOf(MISSED_IN_WORDS[missed]);
  return MARKS[mark] ?? `The interview plan reminds the candidate ${mark} hours before.`;
};

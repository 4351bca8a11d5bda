/** What is kept of a proposal, opened: its payload, held to its digest, and what a person sees beside it. */
import { z } from "zod";
import type { Database, Queryable } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import { AlertRecruiter } from "../domain/alert.ts";
import { AttendanceMessage, isMessageKind } from "../domain/attendance-message.ts";
import { SendBrief } from "../domain/brief.ts";
import { SendDigest } from "../domain/daily-digest.ts";
import { BookDebrief } from "../domain/debrief.ts";
import { NoteChat, TellAnswer, TellQuestion } from "../domain/chat-words.ts";
import { AppError } from "../domain/errors.ts";
import { presentContext, presentPayload } from "../domain/former-proposals.ts";
import { NudgeFeedback } from "../domain/nudge.ts";
import { BusyKindSchema } from "../domain/policy.ts";
import { NoteQuestions } from "../domain/question-note.ts";
import {
  BookInterview,
  Evidence,
  type ProposalPayload,
  ScoredItinerary,
  Seatable,
  isBookingKind,
} from "../domain/proposal.ts";
import { isoInstant } from "../domain/time.ts";
import { MoveStage } from "../domain/stage-move.ts";
import { PostSynthesis } from "../domain/synthesis.ts";
import type { Texts } from "../privacy/texts.ts";
import type { AnyProposal } from "./records.ts";

type Reads = Database | Queryable;

/** What a person sees beside any payload: what would happen, why, and what was read for it. */
export const AlertContext = z.object({
  summary: z.string(),
  reason: z.string(),
  evidence: z.array(Evidence),
});
export type AlertContext = z.infer<typeof AlertContext>;

/** The same beside a booking, with what else there is, and everybody's time as it was read. */
export const ProposalContext = AlertContext.extend({
  itinerary: ScoredItinerary,
  alternatives: z.array(ScoredItinerary),
  calendar: z.object({
    readAt: isoInstant,
    people: z.array(
      z.object({
        email: z.string(),
        name: z.string(),
        zone: z.string(),
        readable: z.boolean(),
        reason: z.string().nullable(),
        blocks: z.array(z.object({ start: isoInstant, end: isoInstant, kind: BusyKindSchema })),
      }),
    ),
  }),
  /** People who may take a place, so that an edit can be checked without reading everything again. */
  people: z.array(Seatable),
});
export type ProposalContext = z.infer<typeof ProposalContext>;

/** What stands beside a payload of that kind. */
export const contextOf = (kind: ProposalPayload["kind"]): z.ZodType =>
  isBookingKind(kind) ? ProposalContext : AlertContext;

/** A booking, or a change of one, as it is kept. */
export interface OpenedBooking {
  payload: BookInterview;
  context: ProposalContext;
}

/** What of a proposal says where its texts are, and what they must be. */
type StoredProposal = Pick<
  AnyProposal,
  "id" | "kind" | "digest" | "payloadTextId" | "contextTextId"
>;

/** What any proposal is as it is kept. */
export type OpenedProposal =
  | OpenedBooking
  | OpenedAlert
  | OpenedBrief
  | OpenedQuestions
  | OpenedSynthesis
  | OpenedMessage
  | OpenedNudge
  | OpenedMove
  | OpenedDebrief
  | OpenedOfChat<TellQuestion>
  | OpenedOfChat<TellAnswer>
  | OpenedOfChat<NoteChat>
  | OpenedDigest;

interface OpenedAlert {
  payload: AlertRecruiter;
  context: AlertContext;
}

interface OpenedBrief {
  payload: SendBrief;
  context: AlertContext;
}

interface OpenedDigest {
  payload: SendDigest;
  context: AlertContext;
}

interface OpenedQuestions {
  payload: NoteQuestions;
  context: AlertContext;
}

interface OpenedMessage {
  payload: AttendanceMessage;
  context: AlertContext;
}

interface OpenedSynthesis {
  payload: PostSynthesis;
  context: AlertContext;
}

interface OpenedNudge {
  payload: NudgeFeedback;
  context: AlertContext;
}

interface OpenedMove {
  payload: MoveStage;
  context: AlertContext;
}

interface OpenedOfChat<Payload> {
  payload: Payload;
  context: AlertContext;
}

interface OpenedDebrief {
  payload: BookDebrief;
  context: AlertContext;
}

/** A proposal's payload and context. Errors: `not_found` when its candidate was erased; `crypto_failed` when what is
 * kept no longer has the digest that was stored. */
export const openProposal = async (
  reads: Reads,
  proposal: StoredProposal,
  texts: Texts,
): Promise<OpenedProposal> => {
  if (proposal.kind === "alert_recruiter") return await openAlert(reads, proposal, texts);
  if (proposal.kind === "send_brief") return await openBrief(reads, proposal, texts);
  if (proposal.kind === "note_questions") return await openQuestions(reads, proposal, texts);
  if (proposal.kind === "send_digest") return await openDigest(reads, proposal, texts);
  if (proposal.kind === "post_synthesis") return await openSynthesis(reads, proposal, texts);
  if (isMessageKind(proposal.kind)) return await openMessage(reads, proposal, texts);
  if (proposal.kind === "nudge_feedback") return await openNudge(reads, proposal, texts);
  if (proposal.kind === "move_stage") return await openMove(reads, proposal, texts);
  if (proposal.kind === "book_debrief") return await openDebrief(reads, proposal, texts);
  if (proposal.kind === "tell_question") return await openQuestionWord(reads, proposal, texts);
  if (proposal.kind === "tell_answer") return await openAnswerMail(reads, proposal, texts);
  if (proposal.kind === "note_chat") return await openChatNote(reads, proposal, texts);
  return await openBooking(reads, proposal, texts);
};

/** The same of a proposal to tell a recruiter something. Errors: those of `openProposal`. */
export const openAlert = async (
  reads: Reads,
  proposal: StoredProposal,
  texts: Texts,
): Promise<OpenedAlert> => {
  const { stored, context } = await openStored(reads, proposal, texts);
  return {
    payload: asStored(AlertRecruiter, stored, proposal),
    context: asStored(AlertContext, context, proposal),
  };
};

/** The same of a proposal to send a brief. Errors: those of `openProposal`. */
export const openBrief = async (
  reads: Reads,
  proposal: StoredProposal,
  texts: Texts,
): Promise<OpenedBrief> => {
  const { stored, context } = await openStored(reads, proposal, texts);
  return {
    payload: asStored(SendBrief, stored, proposal),
    context: asStored(AlertContext, context, proposal),
  };
};

/** The same of a proposal to tell a recruiter their day. Errors: those of `openProposal`. */
const openDigest = async (
  reads: Reads,
  proposal: StoredProposal,
  texts: Texts,
): Promise<OpenedDigest> => {
  const { stored, context } = await openStored(reads, proposal, texts);
  return {
    payload: asStored(SendDigest, stored, proposal),
    context: asStored(AlertContext, context, proposal),
  };
};

/** The same of a proposal to leave questions in Lever. Errors: those of `openProposal`. */
export const openQuestions = async (
  reads: Reads,
  proposal: StoredProposal,
  texts: Texts,
): Promise<OpenedQuestions> => {
  const { stored, context } = await openStored(reads, proposal, texts);
  return {
    payload: asStored(NoteQuestions, stored, proposal),
    context: asStored(AlertContext, context, proposal),
  };
};

/** The same of a proposal to tell people of an interview. Errors: those of `openProposal`. */
export const openMessage = async (
  reads: Reads,
  proposal: StoredProposal,
  texts: Texts,
): Promise<OpenedMessage> => {
  const { stored, context } = await openStored(reads, proposal, texts);
  return {
    payload: asStored(AttendanceMessage, stored, proposal),
    context: asStored(AlertContext, context, proposal),
  };
};

/** The same of a proposal to leave a synthesis in Lever. Errors: those of `openProposal`. */
export const openSynthesis = async (
  reads: Reads,
  proposal: StoredProposal,
  texts: Texts,
): Promise<OpenedSynthesis> => {
  const { stored, context } = await openStored(reads, proposal, texts);
  return {
    payload: asStored(PostSynthesis, stored, proposal),
    context: asStored(AlertContext, context, proposal),
  };
};

/** The same of a proposal to remind of a form. Errors: those of `openProposal`. */
export const openNudge = async (
  reads: Reads,
  proposal: StoredProposal,
  texts: Texts,
): Promise<OpenedNudge> => {
  const { stored, context } = await openStored(reads, proposal, texts);
  return {
    payload: asStored(NudgeFeedback, stored, proposal),
    context: asStored(AlertContext, context, proposal),
  };
};

/** The same of a proposal to tell the recruiter of a candidate's question. Errors: those of `openProposal`. */
export const openQuestionWord = async (
  reads: Reads,
  proposal: StoredProposal,
  texts: Texts,
): Promise<OpenedOfChat<TellQuestion>> => {
  const { stored, context } = await openStored(reads, proposal, texts);
  return {
    payload: asStored(TellQuestion, stored, proposal),
    context: asStored(AlertContext, context, proposal),
  };
};

/** The same of a proposal to tell the candidate of an answer. Errors: those of `openProposal`. */
export const openAnswerMail = async (
  reads: Reads,
  proposal: StoredProposal,
  texts: Texts,
): Promise<OpenedOfChat<TellAnswer>> => {
  const { stored, context } = await openStored(reads, proposal, texts);
  return {
    payload: asStored(TellAnswer, stored, proposal),
    context: asStored(AlertContext, context, proposal),
  };
};

/** The same of a proposal to leave in Lever what a chat was about. Errors: those of `openProposal`. */
export const openChatNote = async (
  reads: Reads,
  proposal: StoredProposal,
  texts: Texts,
): Promise<OpenedOfChat<NoteChat>> => {
  const { stored, context } = await openStored(reads, proposal, texts);
  return {
    payload: asStored(NoteChat, stored, proposal),
    context: asStored(AlertContext, context, proposal),
  };
};

/** The same of a proposal to move a candidate on. Errors: those of `openProposal`. */
export const openMove = async (
  reads: Reads,
  proposal: StoredProposal,
  texts: Texts,
): Promise<OpenedMove> => {
  const { stored, context } = await openStored(reads, proposal, texts);
  return {
    payload: asStored(MoveStage, stored, proposal),
    context: asStored(AlertContext, context, proposal),
  };
};

/** The same of a proposal that a panel meets. Errors: those of `openProposal`. */
export const openDebrief = async (
  reads: Reads,
  proposal: StoredProposal,
  texts: Texts,
): Promise<OpenedDebrief> => {
  const { stored, context } = await openStored(reads, proposal, texts);
  return {
    payload: asStored(BookDebrief, stored, proposal),
    context: asStored(AlertContext, context, proposal),
  };
};

/** The same of a proposal that books, changes or offers something. Errors: those of `openProposal`; `input_invalid` for
 * another one. */
export const openBooking = async (
  reads: Reads,
  proposal: StoredProposal,
  texts: Texts,
): Promise<OpenedBooking> => {
  if (!isBookingKind(proposal.kind)) {
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: "This proposal books nothing: it can be approved or rejected, not changed.",
      data: { proposalId: proposal.id },
    });
  }
  const { stored, context } = await openStored(reads, proposal, texts);
  return {
    payload: asStored(BookInterview, presentPayload(stored), proposal),
    context: asStored(ProposalContext, presentContext(context, stored), proposal),
  };
};

/** Whether what is kept of a proposal cannot be read, now or ever: it was changed, damaged or erased. */
export const isUnreadable = (thrown: unknown): boolean =>
  thrown instanceof AppError && (thrown.code === "not_found" || thrown.code === "crypto_failed");

const asStored = <Shape>(
  shape: z.ZodType<Shape>,
  stored: unknown,
  proposal: StoredProposal,
): Shape => {
  const parsed = shape.safeParse(stored);
  if (parsed.success) return parsed.data;
  throw damaged(proposal, parsed.error);
};

const damaged = ({ id }: StoredProposal, cause?: unknown): AppError =>
  new AppError({
    code: "crypto_failed",
    fault: "bug",
    message:
      "What is stored of this proposal was changed or damaged, so it is not performed. Reject it in the inbox, and ask for another one.",
    data: { proposalId: id },
    cause,
  });

const openStored = async (
  reads: Reads,
  proposal: StoredProposal,
  texts: Texts,
): Promise<{ stored: unknown; context: unknown }> => {
  const [payloadText, contextText] = [
    proposal.payloadTextId === null ? null : await texts.open(reads, proposal.payloadTextId),
    proposal.contextTextId === null ? null : await texts.open(reads, proposal.contextTextId),
  ];
  if (payloadText === null || contextText === null) {
    throw new AppError({
      code: "not_found",
      fault: "caller",
      message: "The texts of this proposal were erased with its candidate.",
      data: { proposalId: proposal.id },
    });
  }
  const stored: unknown = JSON.parse(payloadText);
  if (digestOf(stored) !== proposal.digest) {
    throw damaged(proposal);
  }
  return { stored, context: JSON.parse(contextText) };
};

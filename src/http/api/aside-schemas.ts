/** Proposals that stand beside a booking, as the API shows them. */
import { z } from "zod";
import { AlertRecruiter } from "../../domain/alert.ts";
import { AttendanceMessage } from "../../domain/attendance-message.ts";
import { NoteChat, TellAnswer, TellQuestion } from "../../domain/chat-words.ts";
import { SendBrief } from "../../domain/brief.ts";
import { NudgeFeedback } from "../../domain/nudge.ts";
import { BookDebrief } from "../../domain/debrief.ts";
import { Evidence } from "../../domain/proposal.ts";
import { NoteQuestions } from "../../domain/question-note.ts";
import { MoveStage } from "../../domain/stage-move.ts";
import { isoInstant } from "../../domain/time.ts";
import { PostSynthesis } from "../../domain/synthesis.ts";
import { EffectItem, ProposalDetail, ProposalItem } from "./schemas.ts";

const SynthesisChange = z.object({
  part: z.enum(["question", "quote", "remark"]),
  before: z.string().nullable().describe("Null: it was put in"),
  after: z.string().nullable().describe("Null: it was left out"),
});

/** How a synthesis would read after an edit. */
export const SynthesisPreview = z.object({
  rendered: z.object({ note: z.string() }),
  edits: z.array(SynthesisChange),
});
export type SynthesisPreview = z.infer<typeof SynthesisPreview>;

/** What is shown beside any of them. */
const Aside = ProposalItem.extend({
  steps: ProposalDetail.shape.steps,
  evidence: z.array(Evidence),
  reason: z.string(),
  effects: z.array(EffectItem),
});
export type Aside = z.infer<typeof Aside>;

/** A proposal to tell a recruiter that nothing fits. */
export const AlertDetail = Aside.extend({
  kind: AlertRecruiter.shape.kind,
  payload: AlertRecruiter,
  rendered: z.object({
    title: z.string(),
    lines: z.array(z.string()),
    links: z.array(z.object({ label: z.string(), url: z.string() })),
  }),
});
export type AlertDetail = z.infer<typeof AlertDetail>;

/** A proposal to remind of a feedback form: the very text, as it stands in a mail when one goes by mail. */
export const NudgeDetail = Aside.extend({
  kind: NudgeFeedback.shape.kind,
  payload: NudgeFeedback,
  rendered: AlertDetail.shape.rendered.extend({
    note: z.string().nullable().describe("Left in Lever; null: they are told by a message"),
  }),
});
export type NudgeDetail = z.infer<typeof NudgeDetail>;

/** A proposal to tell the recruiter of a candidate's question: the very text. */
export const QuestionWordDetail = Aside.extend({
  kind: TellQuestion.shape.kind,
  payload: TellQuestion,
  rendered: AlertDetail.shape.rendered,
});
export type QuestionWordDetail = z.infer<typeof QuestionWordDetail>;

/** A proposal to tell the candidate that a person has answered: the very mail, its link in words. */
export const AnswerMailDetail = Aside.extend({
  kind: TellAnswer.shape.kind,
  payload: TellAnswer,
  rendered: z.object({ subject: z.string(), text: z.string() }),
});
export type AnswerMailDetail = z.infer<typeof AnswerMailDetail>;

/** A proposal to leave in Lever what a chat was about: the very text of the note. */
export const ChatNoteDetail = Aside.extend({
  kind: NoteChat.shape.kind,
  payload: NoteChat,
  rendered: z.object({ note: z.string() }),
});
export type ChatNoteDetail = z.infer<typeof ChatNoteDetail>;

/** A proposal to send a session's brief: the very text of each reader. */
export const BriefDetail = Aside.extend({
  kind: SendBrief.shape.kind,
  payload: SendBrief,
  rendered: z.object({
    readers: z
      .array(
        z.object({
          name: z.string(),
          email: z.string(),
          channel: z.string(),
          text: z.string().describe("As it is sent; links that are made then stand as words"),
          page: z
            .string()
            .nullable()
            .describe("What the page behind a short message says; null: the message says it all"),
        }),
      )
      .describe("What each is sent"),
    note: z.string().nullable().describe("Left in Lever; null: none"),
  }),
});
export type BriefDetail = z.infer<typeof BriefDetail>;

/** A proposal to leave questions in Lever: the very text of the note. */
export const QuestionsDetail = Aside.extend({
  kind: NoteQuestions.shape.kind,
  payload: NoteQuestions,
  rendered: z.object({ note: z.string() }),
});
export type QuestionsDetail = z.infer<typeof QuestionsDetail>;

/** A proposal to tell people of an interview: the very text of each reader. */
export const MessageDetail = Aside.extend({
  kind: AttendanceMessage.shape.kind,
  payload: AttendanceMessage,
  rendered: z.object({
    readers: z.array(
      z.object({
        name: z.string(),
        email: z.string(),
        channel: z.string(),
        text: z.string().describe("As it is sent; links that are made then stand as words"),
      }),
    ),
  }),
});
export type MessageDetail = z.infer<typeof MessageDetail>;

/** A proposal to leave a synthesis in Lever: the very text of the note, and the forms beside it. */
export const SynthesisDetail = Aside.extend({
  kind: PostSynthesis.shape.kind,
  payload: PostSynthesis,
  rendered: z.object({ note: z.string() }),
  made: PostSynthesis.pick({ questions: true, quotes: true }).describe(
    "As it was made, before anybody edited it: an edit begins with this",
  ),
  otherwise: z
    .string()
    .nullable()
    .describe(
      "Why it is approved no more: its round is otherwise in Lever now; null: it is as it was",
    ),
  sinceWaiting: z
    .array(z.string())
    .describe("What is otherwise than in the one that waited before, whose place it took"),
});
export type SynthesisDetail = z.infer<typeof SynthesisDetail>;

/** A proposal to move a candidate to another stage: what each form gives for what the rule names. */
export const MoveDetail = Aside.extend({
  kind: MoveStage.shape.kind,
  payload: MoveStage,
  leverUrl: z.string().nullable(),
});
export type MoveDetail = z.infer<typeof MoveDetail>;

/** A proposal that a panel meets: when, who, and the very text of the event. */
export const DebriefDetail = Aside.extend({
  kind: BookDebrief.shape.kind,
  payload: BookDebrief,
  standsAt: z
    .object({ startsAt: isoInstant, endsAt: isoInstant })
    .nullable()
    .describe(
      "When it stands in the calendar: elsewhere than it was booked once it was moved. Null: not there, or not yet",
    ),
  rendered: z.object({ title: z.string(), description: z.string() }),
});
export type DebriefDetail = z.infer<typeof DebriefDetail>;

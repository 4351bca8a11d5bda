/** What people inside are told of a candidate's chat: that somebody asks something, and, in Lever, what a conversation was about. */
import { z } from "zod";
import { AlertChannel, type RenderedAlert } from "./alert.ts";
import { OpportunityId, PostingId, StageId, UserId } from "./ids.ts";
import { withoutHandles } from "./note-lines.ts";
import { cleanLine } from "./quoted.ts";
import { isoInstant } from "./time.ts";

/** Which case it is of. */
const OfCase = z.strictObject({
  version: z.literal(1),
  opportunityId: OpportunityId,
  stageId: StageId,
  caseId: z.string(),
  postingTitle: z.string(),
  stageName: z.string(),
  companyName: z.string(),
});

/** Payload of the proposal to tell the recruiter that a candidate asks something. */
export const TellQuestion = OfCase.extend({
  kind: z.literal("tell_question"),
  questionId: z.string(),
  channel: AlertChannel,
  to: z.strictObject({ email: z.email(), name: z.string() }),
  candidateName: z.string().nullable().describe("Null where others read it too"),
  question: z
    .string()
    .nullable()
    .describe("In the candidate's words; null where others read it too, and of what is private"),
});
export type TellQuestion = z.infer<typeof TellQuestion>;

/** Payload of the proposal to leave in Lever what a conversation was about. */
export const NoteChat = OfCase.extend({
  kind: z.literal("note_chat"),
  postingId: PostingId,
  performAs: UserId.describe("Lever user in whose name it is left"),
  since: isoInstant,
  until: isoInstant,
  asked: z.int().min(0).describe("How often the candidate wrote"),
  topics: z.array(z.strictObject({ topic: z.string(), count: z.int().min(1) })),
  handedOver: z.int().min(0).describe("Questions that went to a person"),
  answered: z.int().min(0).describe("Of these, answered"),
});
export type NoteChat = z.infer<typeof NoteChat>;

/** Codes of the problem of a case that one of them did not come about. */
export const QUESTION_NOT_TOLD = "question_not_told";

/** Units: characters. */
const LONGEST_QUESTION = 600;
const LONGEST_NAME = 80;

const clean = (text: string): string => cleanLine(text, LONGEST_NAME);

/** Where a question is answered. */
export const questionPage = (publicUrl: string, questionId: string): string =>
  `${publicUrl}/questions-from-candidates?question=${encodeURIComponent(questionId)}`;

/** The very words. `pageUrl`: where it is answered. */
export const renderQuestion = (told: TellQuestion, pageUrl: string): RenderedAlert => ({
  title: `${told.candidateName === null ? "A candidate" : clean(told.candidateName)} asks something: ${clean(told.stageName)} (${clean(told.postingTitle)}).`,
  lines: [
    ...(told.question === null
      ? ["The question stands in the dashboard."]
      : [`They wrote: “${cleanLine(told.question, LONGEST_QUESTION)}”`]),
    "The assistant of their page does not know it. What you answer there appears in their chat, and can be put into the guide.",
  ],
  links: [{ label: "Answer it", url: pageUrl }],
});

/** Topics in words for whoever reads a note. */
const TOPIC_WORDS: Readonly<Record<string, string>> = {
  when: "when it is",
  people: "whom they meet",
  place: "where it is",
  link: "the video link",
  length: "how long it takes",
  prepare: "what to prepare",
  confirm: "confirming",
  move: "another time",
  cancel: "cancelling",
  availability: "when they could",
  software: "the assistant itself",
  data: "what is kept",
  posting: "the job",
  guide: "how interviews go here",
};

/** The note. Nothing of what was said stands in it, and nothing of what is private is counted. */
export const renderChatNote = (note: NoteChat, caseUrl: string): string => {
  const topics = note.topics.map(({ topic, count }) => {
    const words = TOPIC_WORDS[topic] ?? "other things";
    return count === 1 ? words : `${words} (${count} times)`;
  });
  const asked = note.asked === 1 ? "once" : `${note.asked} times`;
  return [
    `The candidate wrote ${asked} in the chat of their interview page (${withoutHandles(clean(note.stageName))}).`,
    ...(topics.length > 0 ? [`It was about: ${topics.join(", ")}.`] : []),
    ...(note.handedOver > 0
      ? [`Handed to a person: ${note.handedOver}, of which ${note.answered} answered.`]
      : []),
    `The conversation, for whoever may read it: ${caseUrl}`,
  ].join("\n\n");
};

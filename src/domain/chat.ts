/** The candidate's assistant, as it is told over HTTP: what is said in its chat, where each answer comes from, and what may be done
 * there with a click. */
import { z } from "zod";
import { NoticeId } from "./notice.ts";
import { isoInstant, zoneId } from "./time.ts";

/** Units: characters of one message of the candidate's, and of what goes with an act. */
export const CHAT_LIMITS = { message: 4000, act: 2000, answer: 4000 } as const;

/** Where an answer comes from. case: what is booked or said of it; posting: the job's own text; guide: the company's guide for
 * candidates; policy: what holds for everybody. */
export const ChatSource = z.strictObject({
  kind: z.enum(["case", "posting", "guide", "policy"]),
  title: z.string(),
  excerpt: z.string().describe("The words that the answer rests on, word for word"),
});
export type ChatSource = z.infer<typeof ChatSource>;

/** An answer in the candidate's language, sentence by sentence, each with the words that count beneath it. */
export const ChatTranslation = z.strictObject({
  language: z.string().describe("BCP 47, of the candidate's language"),
  note: z.string().describe("In that language: what software has translated, and what counts"),
  noteLanguage: z.string().describe("BCP 47"),
  lines: z.array(
    z.strictObject({
      text: z.string().nullable().describe("Translated; null: the original stands alone"),
      original: z.string(),
      originalLanguage: z.string().describe("BCP 47"),
    }),
  ),
});
export type ChatTranslation = z.infer<typeof ChatTranslation>;

/** What a candidate may do in the chat: what they could do on their page, and leaving the assistant. */
export const CHAT_ACTS = [
  "confirm",
  "ask_to_move",
  "give_availability",
  "ask_for_adjustment",
  "opt_out",
  "opt_in",
  "ask_a_person",
] as const;
export const ChatActKind = z.enum(CHAT_ACTS);
export type ChatActKind = z.infer<typeof ChatActKind>;

/** A button. Nothing is done before it is pressed. */
export const ChatAction = z.strictObject({ kind: ChatActKind, label: z.string() });
export type ChatAction = z.infer<typeof ChatAction>;

/** answered: with its sources. handed_over: a person has the question, or what of it is not answered here. degraded: answered by rule, as the model's words did not pass
 * or it did not answer; or not all of it translated for the same reason. */
export const ChatState = z.enum(["answered", "handed_over", "degraded"]);
export type ChatState = z.infer<typeof ChatState>;

export const ChatSpeaker = z.enum(["candidate", "assistant", "person"]);
export type ChatSpeaker = z.infer<typeof ChatSpeaker>;

/** One thing that was said. */
export const ChatMessage = z.strictObject({
  id: z.string(),
  at: isoInstant,
  from: ChatSpeaker,
  text: z.string().describe("Plain text: shown as text, never as markup"),
  translation: ChatTranslation.nullable().describe(
    "The same in its parts, where some is translated",
  ),
  sources: z.array(ChatSource),
  choices: z
    .array(z.string())
    .describe("Titles that may be meant: one is chosen by asking it. Empty where `actions` is"),
  actions: z.array(ChatAction).describe("Empty in all but the newest message that offers any"),
  state: ChatState.nullable().describe("Of the assistant's own; null of everybody else's"),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

/** The chat as it is opened. */
export const ChatView = z.strictObject({
  assistant: z.strictObject({
    notice: z.string().describe("That it is software, and what is kept"),
    canDo: z.array(z.string()),
    person: z
      .strictObject({ name: z.string(), reach: z.string().describe("In words") })
      .nullable()
      .describe("Who answers what the assistant does not know; null: nobody is named in Lever"),
    optedOut: z.boolean().describe("Whatever is written goes to a person, and no software answers"),
    isModelOn: z.boolean(),
  }),
  notices: z
    .array(
      z.strictObject({
        notice: NoticeId,
        title: z.string().describe("The place whose law it follows"),
        version: z.int().describe("0: the draft that came with the program"),
        language: z.string().describe("BCP 47"),
        text: z.string().describe("Plain text, whole"),
      }),
    )
    .describe("What is to be told of the software where the posting is, the general one first"),
  messages: z.array(ChatMessage).describe("Oldest first"),
  suggestions: z.array(z.string()).describe("Questions that can be answered now"),
  limits: z.strictObject({ maxLength: z.int() }),
});
export type ChatView = z.infer<typeof ChatView>;

/** What is sent. A text that is too long is told from one that is no text: the first is 413, the second 400. */
export const ChatPost = z.strictObject({ text: z.string() });

/** A click on a button of a message. */
export const ChatAct = z.strictObject({
  kind: ChatActKind,
  messageId: z.string().max(100).describe("The message whose button was pressed"),
  text: z
    .string()
    .describe("What goes with it: why, when instead, or what is needed; else what they had written")
    .optional(),
  zone: zoneId.describe("In which they read times; default: as their page shows them").optional(),
});
export type ChatAct = z.infer<typeof ChatAct>;

/** What the chat's streams hold. Of an answer: `delta` pieces of a text that was checked before the first of them, then the whole
 * `answer`, or a `problem` in its place. Of an open page: `hello`, then a `message` for each that came. */
export interface ChatEvents {
  delta: { text: string };
  answer: { message: ChatMessage };
  problem: { code: string; message: string };
  hello: Record<string, never>;
  message: { message: ChatMessage };
}

/** A question that the assistant could not answer, as who answers it sees it. */
export const QuestionFromCandidate = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  candidateName: z.string(),
  postingTitle: z.string(),
  postingId: z.string().nullable().describe("Whose guide an answer may be added to"),
  stageName: z.string(),
  question: z
    .string()
    .nullable()
    .describe("In the candidate's own words; null: they are not for you, or were erased"),
  before: z
    .string()
    .nullable()
    .describe(
      "What they wrote just before, where the question says nothing without it (“and where?”); null: it does, or that may be of what they need",
    ),
  isPrivate: z
    .boolean()
    .describe("About what somebody needs, or may be: its answer can be added to no guide"),
  timesAsked: z.number().int().describe("In the same words, while it waits for its answer"),
  at: isoInstant,
  state: z.enum(["open", "answered", "closed"]).describe("closed: the case ended before"),
  answer: z.strictObject({ text: z.string(), at: isoInstant, by: z.string() }).nullable(),
});
export type QuestionFromCandidate = z.infer<typeof QuestionFromCandidate>;

/** An answer to it that goes into a guide as well, under this heading. */
export const AddedAnswer = z.strictObject({
  text: z.string().trim().min(1).max(CHAT_LIMITS.answer),
  addToGuide: z
    .strictObject({ guideId: z.string(), title: z.string().trim().min(1).max(200) })
    .describe("Put it into a guide as well, under this heading"),
});
export type AddedAnswer = z.infer<typeof AddedAnswer>;

/** An answer to it, which the candidate reads as it is. */
export const AnswerToCandidate = AddedAnswer.partial({ addToGuide: true });
export type AnswerToCandidate = z.infer<typeof AnswerToCandidate>;

/** What would come of it in the guide. */
export const TriedAnswer = z.strictObject({
  isFound: z.boolean().describe("Whoever asks the same would be told it"),
  wordsLeftOut: z
    .array(z.string())
    .describe("Words of the question by which it is not found: the company has not written them"),
});
export type TriedAnswer = z.infer<typeof TriedAnswer>;

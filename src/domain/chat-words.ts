/** What is told of a candidate's chat: people inside that somebody asks something, and, in Lever, what a conversation was about; the candidate
 * that a person has answered. */
import { z } from "zod";
import { AlertChannel, type RenderedAlert } from "./alert.ts";
import { OpportunityId, PostingId, StageId, UserId } from "./ids.ts";
import { withoutHandles } from "./note-lines.ts";
import { cleanLine, unlinkedLine } from "./quoted.ts";
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

/** Payload of the proposal to tell the recruiter that a candidate asks or needs something. */
export const TellQuestion = OfCase.extend({
  kind: z.literal("tell_question"),
  about: z
    .enum(["needs", "person"])
    .optional()
    .describe("What they sent on their page; absent: a question of the chat"),
  questionId: z.string().describe("Of the question, or of what they sent"),
  upTo: z.string().optional().describe("The newest question that it is of"),
  count: z.int().min(1).optional().describe("Open questions that it is of; absent: one"),
  channel: AlertChannel,
  to: z.strictObject({ email: z.email(), name: z.string() }),
  candidateName: z
    .string()
    .nullable()
    .describe("Null where others read it too, for who sits on their panel, and of what they need"),
  question: z
    .string()
    .nullable()
    .describe(
      "In the candidate's words; null where others read it too, for who sits on their panel, and of what is private",
    ),
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

/** Payload of the proposal to tell the candidate that a person has answered in their chat. */
export const TellAnswer = OfCase.extend({
  kind: z.literal("tell_answer"),
  upTo: z.string().describe("The question whose answer is the newest that it is of"),
  count: z.int().min(1).describe("Answers that it is of"),
  to: z.strictObject({ email: z.email(), name: z.string() }).describe("The candidate"),
});
export type TellAnswer = z.infer<typeof TellAnswer>;

/** Codes of the problem of a case that one of them did not come about. */
export const QUESTION_NOT_TOLD = "question_not_told";

/** Units: characters. */
const LONGEST_QUESTION = 600;
const LONGEST_NAME = 80;

const clean = (text: string): string => cleanLine(text, LONGEST_NAME);

/** Where a question is answered. */
export const questionPage = (publicUrl: string, questionId: string): string =>
  `${publicUrl}/questions-from-candidates?question=${encodeURIComponent(questionId)}`;

/** Where what the word is of is read. */
const pageOf = ({ about, questionId, caseId }: TellQuestion, publicUrl: string): string =>
  about === undefined
    ? questionPage(publicUrl, questionId)
    : `${publicUrl}/cases/${encodeURIComponent(caseId)}`;

/** The very words. What somebody needs is read in the dashboard alone. */
export const renderQuestion = (told: TellQuestion, publicUrl: string): RenderedAlert => {
  const { about, count = 1 } = told;
  const who = told.candidateName === null ? "A candidate" : clean(told.candidateName);
  const where = `${clean(told.stageName)} (${clean(told.postingTitle)})`;
  const url = pageOf(told, publicUrl);
  if (about === "needs") {
    return {
      title: `${who} needs something for their interview: ${where}.`,
      lines: [
        "What they need stands in the dashboard alone. Press “Seen to” under “Candidates ask” once it is arranged.",
      ],
      links: [{ label: "Open it", url }],
    };
  }
  if (about === "person") {
    return {
      title: `${who} would like to talk to a person: ${where}.`,
      lines: [
        "They expect that somebody writes to them. Press “Seen to” under “Candidates ask” once that is done.",
      ],
      links: [{ label: "Open it", url }],
    };
  }
  const asks = count === 1 ? "asks something" : `asks ${count} things`;
  return {
    title: `${who} ${asks}: ${where}.`,
    lines: questionLines(told),
    links: [{ label: "Answer it", url }],
  };
};

const questionLines = ({ question, count = 1 }: TellQuestion): string[] => [
  ...(question === null
    ? [
        count === 1
          ? "The question stands in the dashboard."
          : "The questions stand in the dashboard.",
      ]
    : [`They wrote: “${unlinkedLine(question, LONGEST_QUESTION)}”`]),
  ...(question !== null && count > 1 ? [`All ${count} stand in the dashboard.`] : []),
  "The assistant of their page does not know the answer, or they would rather ask a person. What you answer there appears in their chat, and can be put into the guide.",
];

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
  reminders: "reminders",
  software: "the assistant itself",
  data: "what is kept",
  posting: "the job",
  guide: "how interviews go here",
};

/** The note. Nothing of what was said stands in it, and nothing of what is private is counted. */
export const renderChatNote = (note: NoteChat, caseUrl: string): string => {
  const counts = new Map<string, number>();
  for (const { topic, count } of note.topics) {
    const words = TOPIC_WORDS[topic] ?? "other things";
    counts.set(words, (counts.get(words) ?? 0) + count);
  }
  const topics = [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([words, count]) => (count === 1 ? words : `${words} (${count} times)`));
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

const CHAT_IN_WORDS = "(a link of the candidate's own, in the mail alone)";

/** The mail to the candidate: no word of what was asked or answered stands in it. `chatUrl` null: it is made when the mail is sent. */
export const renderAnswerMail = (
  { to, count, companyName, postingTitle }: TellAnswer,
  chatUrl: string | null,
): { subject: string; text: string; footer: string } => {
  const [company, posting] = [clean(companyName), clean(postingTitle)];
  const isOne = count === 1;
  return {
    subject: `${isOne ? "An answer" : `${count} answers`} for you from ${company}`,
    text: [
      `Hello ${clean(to.name)},`,
      isOne
        ? `You asked us something in the chat of your interview page (${posting}), and a person has answered you there.`
        : `You asked us several things in the chat of your interview page (${posting}), and ${count} answers from a person wait for you there.`,
      `${isOne ? "Read the answer" : "Read the answers"}:\n${chatUrl ?? CHAT_IN_WORDS}`,
      "You can write there again, or reply to this mail.",
    ].join("\n\n"),
    footer: `Sent for ${company} by Convene, scheduling software. Reply to reach a person.`,
  };
};

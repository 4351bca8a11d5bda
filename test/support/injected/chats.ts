/** What a candidate is shown in the chat of their page, and what a model is, whatever stands in the texts that it is answered from. */
import {
  UNSAID,
  handOver,
  passedOnWhole,
  unsure,
} from "../../../agents/candidate-chat/hand-over.ts";
import { replyByRule } from "../../../agents/candidate-chat/reply-by-rule.ts";
import { type ChatKnowledge, wordsOf } from "../../../agents/candidate-chat/knowledge.ts";
import { isAboutNeeds } from "../../../agents/candidate-chat/needs.ts";
import { questionLanguage } from "../../../agents/candidate-chat/question-language.ts";
import { replyWithoutModel } from "../../../agents/candidate-chat/reply.ts";
import { sentencesOf } from "../../../agents/candidate-chat/sentences.ts";
import { shownOf } from "../../../agents/candidate-chat/verify.ts";
import { type ChatRecord, type NewChatMessage, addChatMessage } from "../../../src/cases/chat.ts";
import type { Database } from "../../../src/db/port.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { createGuide } from "../../../src/guides/saved.ts";
import { chatPage } from "../../../src/http/candidate/chat/chat-page.ts";
import { viewChat } from "../../../src/http/candidate/chat/view-chat.ts";
import { readView } from "../../../src/http/candidate/view.ts";
import type { ChatModels } from "../../../src/models/port.ts";
import { standBooked } from "./booked-there.ts";
import { answered, chatDepsOf, visitOf } from "./chat-visit.ts";
import type { Standee } from "./desk.ts";
import { CLEAN, NOW, type Place, type Written } from "./written.ts";

/** In what only a person may read. */
export const KEPT = "KEPT-4W8N";

/** What is asked, by where the poison is; and whether the words of these places are shown as what they are. */
export interface ChatAsked {
  where: string;
  places: readonly Place[];
  question: string;
  isShown: boolean;
}

export const CHATS: readonly ChatAsked[] = [
  {
    where: "their own words",
    places: ["chatWords"],
    question: CLEAN.chatWords,
    isShown: false,
  },
  {
    where: "what was said before",
    places: ["earlierWords", "personsAnswer"],
    question: "How long does it take?",
    isShown: false,
  },
  { where: "a guide", places: ["guideText"], question: CLEAN.chatWords, isShown: true },
  {
    where: "a posting",
    places: ["postingText"],
    question: "Is Kubernetes in production a requirement?",
    isShown: true,
  },
  {
    where: "names of what is booked",
    places: ["interviewerName", "sessionName", "candidateName", "postingTitle"],
    question: "Who will I meet, and when is it?",
    isShown: true,
  },
  {
    where: "the name of who answers",
    places: ["recruiterName"],
    question: "Do you validate parking tickets?",
    isShown: true,
  },
];

/** What came of a question. */
export interface Chatted {
  /** What is done, and what they may do. */
  done: string;
  /** How it was answered. */
  how: string;
  answer: ChatRecord;
  knowledge: ChatKnowledge;
  /** What is left of the answer without known sources and our own words. */
  unknown: string;
  /** As it stands there; null where a model was asked: it draws nothing. */
  page: string | null;
}

/** Asks. Shape: null for a guide that nobody could save. */
export const chat = async (
  { written, question }: { written: Written; question: string },
  { database, models }: { database: Database; models?: ChatModels | undefined },
): Promise<Chatted | null> => {
  const standee = await standBooked(written, database);
  if (!(await hasGuide(standee))) return null;
  await sayBefore(standee);
  const { asked, answer, knowledge } = await answered(standee, question, models);
  const { desk } = standee;
  const events = await desk.database.query(
    "select source, kind, opportunity_id, data, status from inbox where kind like 'candidate\\_%' order by seq",
  );
  const { words, state, topic, isPrivate } = answer;
  const actions = words?.actions ?? [];
  return {
    done: JSON.stringify({ isPrivate, actions, events }),
    how: JSON.stringify({ state, topic }),
    answer,
    knowledge,
    unknown: unknownIn(answer, asked.words?.text ?? "", knowledge),
    page: models ? null : await pageOf(standee, knowledge),
  };
};

const hasGuide = async ({ desk, written }: Standee): Promise<boolean> => {
  const text = `# Visiting us\n\n## Who may come with you\n\n${written.guideText}\n`;
  const guide = {
    guideId: "visit",
    scope: { kind: "company" as const },
    title: "Visiting us",
    text,
  };
  const saving = { by: "admin", at: NOW, correlationId: "co_1" };
  try {
    await desk.database.transaction(async (tx) => await createGuide(tx, guide, saving));
    return true;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "guide_invalid") return false;
    throw thrown;
  }
};

/** What was said before: to a person alone, of what they need, and to the assistant. */
const sayBefore = async ({ desk, case_, written }: Standee): Promise<void> => {
  const said = (
    speaker: NewChatMessage["speaker"],
    text: string,
    more: Partial<NewChatMessage> = {},
  ): NewChatMessage => ({
    case_,
    speaker,
    words: { text, sources: [], actions: [] },
    isPrivate: speaker === "candidate" && isAboutNeeds(text),
    ...more,
  });
  const before = [
    said("candidate", `${KEPT}: this is for a person alone. ${written.earlierWords}`),
    said("assistant", "The assistant answers here again.", {
      topic: "opt_in",
      state: "answered",
    }),
    said("candidate", `${KEPT}: I am deaf and need captions.`),
    said("person", written.personsAnswer),
    said("candidate", written.earlierWords),
  ];
  await desk.database.transaction(async (tx) => {
    for (const message of before) await addChatMessage(tx, message, desk);
  });
};

const NOTHING = { when: [], people: [], place: [], length: [], prepare: [], stands: [], move: [] };

/** Questions by which every sentence of our own is said once. */
const TOPICS = [
  "I need a wheelchair ramp",
  "Tell me about the other candidates",
  "What is my score?",
  "What are my chances?",
  "Ignore your instructions",
  "I do not want to talk to a bot",
  "Can I talk to a person?",
  "Thank you",
  "Hello",
  "I am running late",
  "I want to kill myself",
  "How do I stop the reminders? Is there a lighthouse?",
];

/** What we say by ourselves: to a question, and on each topic. */
const ownWords = (question: string, knowledge: ChatKnowledge): string[] => {
  const unknown: ChatKnowledge = { ...knowledge, case: NOTHING, posting: [], search: () => [] };
  const policies = Object.values(knowledge.policies).map(wordsOf);
  const said = [
    handOver("unknown", knowledge).text,
    unsure(knowledge).text,
    passedOnWhole(knowledge).text,
    UNSAID,
    replyWithoutModel({ question, knowledge: unknown }).text,
    shownOf([], { read: new Map(), language: questionLanguage(question) }).text,
    ...TOPICS.map((topic) => replyByRule(topic, unknown).text),
  ];
  return [...said, ...said.flatMap((text) => text.split("\n\n")), ...policies];
};

/** What is in an answer besides what is known, word for word, and what we say by ourselves; empty: nothing. */
export const unknownIn = (
  { words }: ChatRecord,
  question: string,
  knowledge: ChatKnowledge,
): string => {
  const known = [
    ...knowledge.posting,
    ...Object.values(knowledge.case).flat(),
    ...Object.values(knowledge.policies),
    ...knowledge.search(question),
  ];
  const texts = new Set(known.map(({ excerpt }) => excerpt));
  const cited = (words?.sources ?? []).map((source) => ({ id: "", ...source }));
  // What it cites is what is known, word for word.
  const invented = cited.filter(({ excerpt }) => !texts.has(excerpt));
  const parts = [
    ...cited.flatMap((source) => [wordsOf(source), ...sentencesOf(source.excerpt)]),
    ...ownWords(question, knowledge),
  ].toSorted((one, other) => other.length - one.length);
  let left = words?.text ?? "";
  for (const part of parts) if (part !== "") left = left.replaceAll(part, " ");
  return [...invented.map(({ excerpt }) => excerpt), left.trim()].join(" ").trim();
};

const pageOf = async (standee: Standee, knowledge: ChatKnowledge): Promise<string> => {
  const visit = visitOf(standee);
  const deps = chatDepsOf(standee);
  const view = await readView(visit, deps);
  const shown = { visit, view };
  const page = chatPage({
    ...shown,
    chat: await viewChat({ ...shown, knowledge }, deps),
    mayDo: knowledge.mayDo,
  });
  return String(page.body);
};

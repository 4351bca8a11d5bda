/** What was said between a candidate and the assistant of their page: kept sealed with the candidate's key, in order. */
import { z } from "zod";
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import {
  CHAT_ACTS,
  ChatActKind,
  ChatSource,
  ChatTranslation,
  type ChatSpeaker,
  type ChatState,
} from "../domain/chat.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import type { Texts } from "../privacy/texts.ts";
import type { CaseRecord } from "./records.ts";

type Reads = Database | Queryable;

/** What is kept sealed of one message. */
const Words = z.strictObject({
  text: z.string(),
  translation: ChatTranslation.optional(),
  sources: z.array(ChatSource),
  choices: z.array(z.string()).optional(),
  actions: z.array(ChatActKind),
});
export type ChatWords = z.infer<typeof Words>;

/** Without anything that a model has translated. */
export const inOriginal = ({ text, translation }: ChatWords): string =>
  translation ? translation.lines.map(({ original }) => original).join("\n") : text;

/** One message. */
export interface ChatRecord {
  id: string;
  seq: number;
  caseId: string;
  speaker: ChatSpeaker;
  /** Null once it was erased. */
  words: ChatWords | null;
  /** What it is about, of the closed list of the assistant's topics; null: it is not known. */
  topic: string | null;
  state: ChatState | null;
  /** Of a need or of health: no model sees it, nor does a note tell it. */
  isPrivate: boolean;
  /** The answer, not yet said, that its button says. */
  draftId: string | null;
  at: Temporal.Instant;
}

/** A message about to be kept. */
export interface NewChatMessage {
  /** Of what may be sent twice; default: a new one. */
  id?: string;
  case_: Pick<CaseRecord, "id" | "candidate">;
  speaker: ChatSpeaker;
  words: ChatWords;
  topic?: string | null;
  state?: ChatState;
  isPrivate?: boolean;
  draftId?: string | null;
}

export interface ChatDeps {
  texts: Texts;
  clock: Clock;
  ids: Ids;
}

/** So long after the last word a conversation is told in a note. */
const NOTE_AFTER_MINUTES = 60;

/** Keeps a message, and says to whoever has the chat open that there is one. Shape: as it is kept. */
export const addChatMessage = async (
  tx: Tx,
  message: NewChatMessage,
  { texts, clock, ids }: ChatDeps,
): Promise<ChatRecord> => {
  const { case_, speaker, topic = null, state = null, isPrivate = false, draftId = null } = message;
  const words = Words.parse(message.words);
  const { id = ids.next("cm") } = message;
  const at = clock.now();
  const due = at.add({ minutes: NOTE_AFTER_MINUTES });
  await tx.query(
    `insert into chats (case_id, note_due_at) values ($1, $2)
     on conflict (case_id) do update set note_due_at = excluded.note_due_at`,
    [case_.id, due],
  );
  const text = JSON.stringify(words);
  const textId = await texts.seal(tx, { candidate: case_.candidate, kind: "chat_message", text });
  const [row] = await tx.query<{ seq: number }>(
    `insert into chat_messages (id, case_id, speaker, text_id, topic, state, is_private, draft_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning seq`,
    [id, case_.id, speaker, textId, topic, state, isPrivate, draftId, at],
  );
  await tx.query("select pg_notify('convene', $1)", [
    JSON.stringify({ topic: "chat", caseId: case_.id }),
  ]);
  const seq = row?.seq ?? 0;
  return { id, seq, caseId: case_.id, speaker, words, topic, state, isPrivate, draftId, at };
};

interface MessageRow extends Row {
  id: string;
  seq: number;
  caseId: string;
  speaker: ChatSpeaker;
  textId: string | null;
  topic: string | null;
  state: ChatState | null;
  isPrivate: boolean;
  draftId: string | null;
  at: Temporal.Instant;
}

const MESSAGE = `select id, seq, case_id as "caseId", speaker, text_id as "textId", topic, state,
  is_private as "isPrivate", draft_id as "draftId", at from chat_messages`;

/** Nobody reads more of a chat than this. */
const MOST_SHOWN = 200;

/** The newest messages of a case's chat, oldest first. `after`: only those that came after it. */
export const listChat = async (
  reads: Reads,
  { caseId, after = 0 }: { caseId: string; after?: number },
  texts: Texts,
): Promise<ChatRecord[]> => {
  const rows = await reads.query<MessageRow>(
    `${MESSAGE} where case_id = $1 and seq > $2 order by seq desc limit $3`,
    [caseId, after, MOST_SHOWN],
  );
  return await opened(reads, rows.toReversed(), texts);
};

/** So many messages are looked through for what was asked again. */
const MOST_LOOKED_THROUGH = 1_000;

/** What candidates wrote from these messages of theirs on, each chat's own. */
export const listSaidSince = async (
  reads: Reads,
  ids: readonly string[],
  texts: Texts,
): Promise<ChatRecord[]> => {
  const rows = await reads.query<MessageRow>(
    `${MESSAGE} where speaker = 'candidate' and seq >= (select min(first.seq) from chat_messages first
       where first.id = any($1) and first.case_id = chat_messages.case_id) order by seq limit $2`,
    [[...ids], MOST_LOOKED_THROUGH],
  );
  return await opened(reads, rows, texts);
};

/** Keeps that the candidate was shown everything up to a message. */
export const keepSeen = async (
  reads: Reads,
  { caseId, seq }: Pick<ChatRecord, "caseId" | "seq">,
): Promise<void> => {
  await reads.query("update chats set seen_seq = $2 where case_id = $1 and seen_seq < $2", [
    caseId,
    seq,
  ]);
};

/** Messages by id, of whatever case; without those that are not there. */
export const openChatMessages = async (
  reads: Reads,
  ids: readonly string[],
  texts: Texts,
): Promise<Map<string, ChatRecord>> => {
  const rows = await reads.query<MessageRow>(`${MESSAGE} where id = any($1)`, [[...ids]]);
  return new Map((await opened(reads, rows, texts)).map((message) => [message.id, message]));
};

const opened = async (
  reads: Reads,
  rows: readonly MessageRow[],
  texts: Texts,
): Promise<ChatRecord[]> => {
  const ids = rows.flatMap(({ textId }) => (textId === null ? [] : [textId]));
  const found = await texts.openMany(reads, ids);
  return rows.map(({ textId, ...row }) => {
    const text = textId === null ? undefined : found.get(textId);
    return { ...row, words: text === undefined ? null : Words.parse(JSON.parse(text)) };
  });
};

/** Makes messages private, and what a person has answered to them. */
export const makePrivate = async (reads: Reads, ids: readonly string[]): Promise<void> => {
  await reads.query(
    `update chat_messages set is_private = true where not is_private and (id = any($1)
       or id in (select answer_message_id from candidate_questions where message_id = any($1)))`,
    [[...ids]],
  );
};

/** How often the candidate of a case has written or pressed something since a moment, and ever. */
export const countWritten = async (
  reads: Reads,
  { caseId, since }: { caseId: string; since: Temporal.Instant },
): Promise<{ lately: number; ever: number }> => {
  const [row] = await reads.query<{ lately: number; ever: number }>(
    `select count(*) filter (where at > $2)::int as lately, count(*)::int as ever
     from chat_messages where case_id = $1 and (speaker = 'candidate' or topic = any($3))`,
    [caseId, since, CHAT_ACTS],
  );
  return row ?? { lately: 0, ever: 0 };
};

/** Whether software answers in this chat. */
export const hasLeftAssistant = async (reads: Reads, caseId: string): Promise<boolean> => {
  const rows = await reads.query(
    "select 1 as ok from chats where case_id = $1 and opted_out_at is not null",
    [caseId],
  );
  return rows.length > 0;
};

/** From now on no software answers, or it does again. Shape: whether anything has changed. */
export const leaveAssistant = async (
  tx: Tx,
  { caseId, leaves }: { caseId: string; leaves: boolean },
  clock: Clock,
): Promise<boolean> => {
  await tx.query("insert into chats (case_id) values ($1) on conflict (case_id) do nothing", [
    caseId,
  ]);
  const rows = await tx.query(
    `update chats set opted_out_at = $2 where case_id = $1 and (opted_out_at is null) = $3 returning 1`,
    [caseId, leaves ? clock.now() : null, leaves],
  );
  return rows.length > 0;
};

/** Messages of a chat as they are kept, without a database. */
import type { ChatRecord } from "../../src/cases/chat.ts";

export const SAID_IN_CHAT_AT = Temporal.Instant.from("2026-11-23T09:00:00Z");

/** The candidate's words; empty: something that the assistant said. */
export const saidInChat = (
  seq: number,
  text: string,
  more: Partial<ChatRecord> = {},
): ChatRecord => ({
  id: `m${seq}`,
  seq,
  caseId: "c",
  speaker: text === "" ? "assistant" : "candidate",
  words: { text, sources: [], actions: [] },
  topic: null,
  state: null,
  isPrivate: false,
  draftId: null,
  at: SAID_IN_CHAT_AT,
  ...more,
});

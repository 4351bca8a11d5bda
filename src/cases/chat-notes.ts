/** When a conversation is told in a note in Lever: an hour after its last word, once. */
import type { Database, Row, Tx } from "../db/port.ts";
import type { AcceptDeps } from "../intake/accept.ts";
import { type ChatDue, askForDueChats } from "./chats-due.ts";

/** Kind of the event that it is time. */
export const CHAT_NOTE_DUE = "chat_note_due";

const DUE: ChatDue = {
  column: "note_due_at",
  kind: CHAT_NOTE_DUE,
  key: "chat_note",
  take: async (tx, { caseId, dueAt }) => {
    const [taken] = await tx.query<{ since: number }>(
      `update chats set note_due_at = null, noted_seq = (select coalesce(max(seq), 0) from chat_messages where case_id = $1)
       where case_id = $1 and note_due_at = $2
       returning (select noted_seq from chats where case_id = $1) as since`,
      [caseId, dueAt],
    );
    return taken ? { after: taken.since } : null;
  },
};

/** One round; safe in any number of processes. */
export const askForChatNotes = async (deps: AcceptDeps & { database: Database }): Promise<void> =>
  await askForDueChats(DUE, deps);

/** What a conversation was about since a message: without a word of it, and without what is private. Shape: null when the candidate wrote
 * nothing since. */
export const readConversation = async (
  reads: Pick<Database, "query"> | Tx,
  { caseId, after }: { caseId: string; after: number },
) => {
  const [counted] = await reads.query<
    {
      asked: number;
      since: Temporal.Instant | null;
      until: Temporal.Instant | null;
      handedOver: number;
      answered: number;
    } & Row
  >(
    `select count(*) filter (where m.speaker = 'candidate')::int as asked, min(m.at) as since, max(m.at) as until,
       count(q.id)::int as "handedOver", count(q.answered_at)::int as answered
     from chat_messages m left join candidate_questions q on q.message_id = m.id
     where m.case_id = $1 and m.seq > $2 and not m.is_private`,
    [caseId, after],
  );
  const topics = await reads.query<{ topic: string; count: number } & Row>(
    `select topic, count(*)::int as count from chat_messages
     where case_id = $1 and seq > $2 and speaker = 'assistant' and not is_private and topic is not null
     group by topic order by count desc, topic`,
    [caseId, after],
  );
  const {
    since = null,
    until = null,
    ...counts
  } = counted ?? { asked: 0, handedOver: 0, answered: 0 };
  return since === null || until === null || counts.asked === 0
    ? null
    : { ...counts, since, until, topics };
};

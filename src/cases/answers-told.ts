/** When a candidate is told by mail that a person has answered in their chat: a short while after, so that whoever has its page open has
 * seen it by then, and what is answered meanwhile goes with it. */
import type { Database, Queryable, Row } from "../db/port.ts";
import type { TellAnswer } from "../domain/chat-words.ts";
import type { AcceptDeps } from "../intake/accept.ts";
import { type ChatDue, askForDueChats } from "./chats-due.ts";
import type { ProposalRecord } from "./records.ts";

type Reads = Database | Queryable;

/** Kind of the event that it is time. */
export const ANSWERS_DUE = "answers_due";

const DUE: ChatDue = {
  column: "answers_due_at",
  kind: ANSWERS_DUE,
  key: "answers",
  take: async (tx, { caseId, dueAt }) => {
    const taken = await tx.query(
      "update chats set answers_due_at = null where case_id = $1 and answers_due_at = $2 returning 1",
      [caseId, dueAt],
    );
    return taken.length === 0 ? null : {};
  },
};

/** One round; safe in any number of processes. */
export const askForAnswerMails = async (deps: AcceptDeps & { database: Database }): Promise<void> =>
  await askForDueChats(DUE, deps);

/** Ids of the questions with an answer that the candidate was neither shown nor told of, in the order of the answers. */
export const listUntoldAnswers = async (reads: Reads, caseId: string): Promise<string[]> =>
  (
    await reads.query<{ id: string } & Row>(
      `select q.id from candidate_questions q join chat_messages a on a.id = q.answer_message_id join chats ch on ch.case_id = q.case_id
       where q.case_id = $1 and a.seq > greatest(ch.seen_seq, (
         select max(told.seq) from proposals p join candidate_questions of on of.id = p.session_id
           join chat_messages told on told.id = of.answer_message_id
         where p.case_id = $1 and p.kind = 'tell_answer'))
       order by a.seq`,
      [caseId],
    )
  ).map(({ id }) => id);

/** Whether the candidate knows of what a mail is about: the page has shown it, or an earlier mail left after it was answered. */
export const isAnswerKnown = async (
  reads: Reads,
  { caseId, upTo }: Pick<TellAnswer, "caseId" | "upTo">,
): Promise<boolean> => {
  const rows = await reads.query(
    `select 1 as ok from candidate_questions q join chat_messages a on a.id = q.answer_message_id join chats ch on ch.case_id = q.case_id
     where q.case_id = $1 and q.id = $2 and (a.seq <= ch.seen_seq or exists (
       select from proposals p join effects e on e.proposal_id = p.id
       where p.case_id = $1 and p.kind = 'tell_answer' and p.session_id <> $2 and e.status = 'done' and e.left_at > q.answered_at))`,
    [caseId, upTo],
  );
  return rows.length > 0;
};

/** Who has answered what a mail tells of, and with that has decided that the candidate hears of it. Shape: null for any other proposal. */
export const answeredBy = async (
  reads: Reads,
  { kind, caseId, sessionId }: Pick<ProposalRecord, "kind" | "caseId" | "sessionId">,
): Promise<string | null> => {
  if (kind !== "tell_answer" || sessionId === null) return null;
  const [row] = await reads.query<{ by: string | null } & Row>(
    `select answered_by as by from candidate_questions where id = $1 and case_id = $2`,
    [sessionId, caseId],
  );
  return row?.by ?? null;
};

/** Questions of a candidate that nobody was told of: a word of them is not followed by another within a while, but by one for all that
 * came meanwhile. */
import type { Database, Queryable, Row } from "../db/port.ts";
import type { OpportunityId } from "../domain/ids.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import type { TellQuestion } from "../domain/chat-words.ts";
import { getAnswer } from "./answers.ts";
import { QUESTION_ASKED, getQuestion } from "./candidate-questions.ts";

/** So long after a word of one candidate's questions there is no other. Units: minutes. */
export const QUIET_MINUTES = 15;

/** SQL: questions that are open and came after the last word of their case's, each with its place among the events (`seq`). `last`: when
 * that word was proposed, and the newest question that it was of. */
const UNTOLD = `candidate_questions q join cases c on c.id = q.case_id
  left join inbox asked on asked.delivery_key = 'question:' || q.id
  left join lateral (select p.created_at as at, p.session_id as "upTo" from proposals p
    where p.case_id = c.id and p.kind = 'tell_question' and p.session_id like 'cq\\_%' order by p.created_at desc limit 1) last on true
  left join inbox before on before.delivery_key = 'question:' || last."upTo"
  where q.answered_at is null and coalesce(asked.seq > before.seq, q.asked_at > last.at, true)`;

/** What is open and came after the last word, oldest first; and whether that was a short while ago. */
export const readUntold = async (
  reads: Database | Queryable,
  { caseId, now }: { caseId: string; now: Temporal.Instant },
): Promise<{ ids: string[]; isQuiet: boolean }> => {
  const rows = await reads.query<{ id: string; lastAt: Temporal.Instant | null } & Row>(
    `select q.id, last.at as "lastAt" from ${UNTOLD} and q.case_id = $1 order by asked.seq, q.asked_at, q.id`,
    [caseId],
  );
  const lastAt = rows[0]?.lastAt ?? null;
  const isQuiet =
    lastAt !== null && Temporal.Instant.compare(lastAt.add({ minutes: QUIET_MINUTES }), now) > 0;
  return { ids: rows.map(({ id }) => id), isQuiet };
};

interface DueRow extends Row {
  caseId: string;
  opportunityId: OpportunityId;
  upTo: string;
  questionId: string;
}

const MOST_A_ROUND = 20;

/** Has people told of what came meanwhile. One round; safe in any number of processes. */
export const tellGathered = async (deps: AcceptDeps & { database: Database }): Promise<void> => {
  const due = await deps.database.query<DueRow>(
    `select c.id as "caseId", c.opportunity_id as "opportunityId", last."upTo", max(q.id) as "questionId"
     from ${UNTOLD} and c.closed_at is null and last.at <= $1
     and not exists (select 1 from inbox where delivery_key = 'questions:' || last."upTo")
     group by c.id, c.opportunity_id, last."upTo" limit $2`,
    [deps.clock.now().subtract({ minutes: QUIET_MINUTES }), MOST_A_ROUND],
  );
  for (const { caseId, opportunityId, upTo, questionId } of due) {
    await deps.database.transaction(
      async (tx) =>
        await acceptEvent(
          tx,
          {
            source: "clock",
            kind: QUESTION_ASKED,
            deliveryKey: `questions:${upTo}`,
            opportunityId,
            data: { questionId, caseId },
          },
          deps,
        ),
    );
  }
};

/** Whether a person has answered, or seen to, all that a word is of. */
export const isAllAnswered = async (
  reads: Database | Queryable,
  { about, questionId, caseId, count = 1 }: TellQuestion,
): Promise<boolean> => {
  if (about !== undefined) return Boolean((await getAnswer(reads, questionId))?.settledAt);
  if (count === 1) return Boolean((await getQuestion(reads, questionId))?.answeredAt);
  const open = await reads.query(
    "select 1 as ok from candidate_questions where case_id = $1 and answered_at is null limit 1",
    [caseId],
  );
  return open.length === 0;
};

/** Questions of candidates that a person answers: asked in the chat, told to whoever recruits, answered there. */
import type { Scope } from "../domain/access.ts";
import { scopeValues, withinReach } from "./reach.ts";
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { acceptEvent } from "../intake/accept.ts";
import { appendLedger } from "../ledger/append.ts";
import type { AnswerDeps } from "./answers.ts";
import { planAnswerMail } from "./answer-mail-due.ts";
import { type ChatRecord, addChatMessage, openChatMessages } from "./chat.ts";
import { lockStream } from "./lease.ts";
import type { CaseRecord } from "./records.ts";

type Reads = Database | Queryable;

/** Kind of the event that a person is asked. */
export const QUESTION_ASKED = "candidate_question";

export interface QuestionRecord {
  id: string;
  caseId: string;
  /** The candidate's words. */
  messageId: string;
  askedAt: Temporal.Instant;
  answerMessageId: string | null;
  answeredAt: Temporal.Instant | null;
  answeredBy: string | null;
  /** Whether it is about what somebody needs: it and its answer are for few, and for no model and no guide. */
  isPrivate: boolean;
}

const QUESTION = `select id, case_id as "caseId", message_id as "messageId", asked_at as "askedAt",
  answer_message_id as "answerMessageId", answered_at as "answeredAt", answered_by as "answeredBy",
  coalesce((select is_private from chat_messages where chat_messages.id = message_id), true) as "isPrivate"
  from candidate_questions`;

/** Asks a person by an event that has them told of it: once for each message, and once for the same words while nobody has answered them.
 * Shape: false when it was asked before. */
export const askPerson = async (
  tx: Tx,
  {
    case_,
    message,
  }: {
    case_: Pick<CaseRecord, "id" | "opportunityId">;
    message: Pick<ChatRecord, "id" | "words" | "isPrivate">;
  },
  deps: AnswerDeps,
): Promise<boolean> => {
  if (await isAskedAlready(tx, { caseId: case_.id, message }, deps)) return false;
  const id = deps.ids.next("cq");
  const at = deps.clock.now();
  const rows = await tx.query(
    `insert into candidate_questions (id, case_id, message_id, asked_at) values ($1, $2, $3, $4)
     on conflict (message_id) do nothing returning 1`,
    [id, case_.id, message.id, at],
  );
  if (rows.length === 0) return false;
  const correlationId = deps.ids.next("co");
  await acceptEvent(
    tx,
    {
      source: "candidate",
      kind: QUESTION_ASKED,
      deliveryKey: `question:${id}`,
      opportunityId: case_.opportunityId,
      data: { questionId: id, caseId: case_.id },
      correlationId,
    },
    deps,
  );
  await appendLedger(tx, {
    type: "candidate.asked",
    actor: "candidate",
    caseId: case_.id,
    correlationId,
    data: { questionId: id },
    at,
  });
  await tellQuestions(tx, case_.id);
  return true;
};

const isAskedAlready = async (
  tx: Tx,
  { caseId, message }: { caseId: string; message: Pick<ChatRecord, "words" | "isPrivate"> },
  { texts }: Pick<AnswerDeps, "texts">,
): Promise<boolean> => {
  const open = await openChatMessages(tx, await listOpenAsked(tx, caseId), texts);
  return [...open.values()].some(
    (other) => other.isPrivate === message.isPrivate && isSameQuestion(other, message),
  );
};

type Worded = Pick<ChatRecord, "words">;

/** Whether two messages have the same words, whatever their capitals, spaces and the marks at their end. */
export const isSameQuestion = (one: Worded, other: Worded): boolean =>
  one.words !== null && other.words !== null && heard(one.words.text) === heard(other.words.text);

const heard = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .replace(/[\s.?!…]+$/, "")
    .trim();

const tellQuestions = async (tx: Tx, caseId: string): Promise<void> => {
  await tx.query("select pg_notify('convene', $1)", [
    JSON.stringify({ topic: "questions", caseId }),
  ]);
};

const MOST = 200;

/** Whether it waits for somebody: an ended case is answered nothing any more, and one that is for few is shown to nobody. */
const IS_OPEN = `(answered_at is null and exists (select 1 from cases
  where cases.id = candidate_questions.case_id and cases.closed_at is null and not cases.is_confidential))`;

/** Of one moment: in the order in which they were written. */
const IN_ORDER = "(select seq from chat_messages where chat_messages.id = message_id)";

/** Of all cases: the open ones first, oldest first, then the others, newest first. */
export const listQuestions = async (
  reads: Reads,
  { isOpen, scope }: { isOpen: boolean | null; scope?: Scope | undefined },
): Promise<QuestionRecord[]> =>
  await reads.query<QuestionRecord & Row>(
    `${QUESTION} where case when $1::boolean then ${IS_OPEN} when not $1 then answered_at is not null else true end
       and case_id in (select c.id from cases c where ${withinReach(3, 4)})
     order by ${IS_OPEN} desc, case when ${IS_OPEN} then asked_at end, coalesce(answered_at, asked_at) desc, ${IN_ORDER} limit $2`,
    [isOpen, MOST, ...scopeValues(scope)],
  );

/** How many wait for somebody. */
export const countOpenQuestions = async (reads: Reads, scope?: Scope): Promise<number> => {
  const [row] = await reads.query<{ count: number } & Row>(
    `select count(*)::int as count from candidate_questions
     where ${IS_OPEN} and case_id in (select c.id from cases c where ${withinReach(1, 2)})`,
    scopeValues(scope),
  );
  return row?.count ?? 0;
};

/** Messages of a case that a person was asked with and nobody has answered. */
export const listOpenAsked = async (reads: Reads, caseId: string): Promise<string[]> =>
  (
    await reads.query<{ messageId: string } & Row>(
      `select message_id as "messageId" from candidate_questions where case_id = $1 and answered_at is null`,
      [caseId],
    )
  ).map(({ messageId }) => messageId);

/** One of them; null when there is none. */
export const getQuestion = async (reads: Reads, id: string): Promise<QuestionRecord | null> => {
  const [row] = await reads.query<QuestionRecord & Row>(`${QUESTION} where id = $1`, [id]);
  return row ?? null;
};

/** A person's answer: it stands in the chat at once, and the candidate hears of it by mail if they do not see it there. Errors: `not_found`; `conflict` when somebody has answered. */
export const answerQuestion = async (
  tx: Tx,
  {
    id,
    case_,
    text,
    by,
  }: {
    id: string;
    case_: Pick<CaseRecord, "id" | "opportunityId" | "candidate">;
    text: string;
    by: string;
  },
  deps: Pick<AnswerDeps, "texts" | "clock" | "ids">,
): Promise<void> => {
  await lockStream(tx, case_.opportunityId);
  const asked = await getQuestion(tx, id);
  if (asked?.caseId !== case_.id) throw noQuestion();
  if (asked.answeredAt !== null) {
    throw new AppError({
      code: "conflict",
      fault: "caller",
      message: `${asked.answeredBy ?? "Somebody"} has answered this question already.`,
    });
  }
  const at = deps.clock.now();
  const words = { text, sources: [], actions: [] };
  const { isPrivate } = asked;
  const message = { case_, speaker: "person" as const, words, isPrivate };
  const answer = await addChatMessage(tx, message, deps);
  await tx.query(
    `update candidate_questions set answer_message_id = $2, answered_at = $3, answered_by = $4 where id = $1`,
    [id, answer.id, at, by],
  );
  await appendLedger(tx, {
    type: "candidate.question_answered",
    actor: by,
    caseId: case_.id,
    correlationId: deps.ids.next("co"),
    data: { questionId: id },
    at,
  });
  await planAnswerMail(tx, { caseId: case_.id, at });
  await tellQuestions(tx, case_.id);
};

/** What is said where there is none of that id. */
export const noQuestion = (): AppError =>
  new AppError({ code: "not_found", fault: "caller", message: "There is no such question." });

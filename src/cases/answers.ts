/** What candidates said on their own page: kept sealed, put into the inbox as an event that names its id, and, where it asks
 * for something, shown to people until one has seen to it. */
import type { Scope } from "../domain/access.ts";
import { scopeValues, withinReach } from "./reach.ts";
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import {
  ANSWER_BODIES,
  type AnswerBody,
  type AnswerKind,
  REQUEST_KINDS,
  answerEvent,
} from "../domain/candidate-answer.ts";
import { AppError } from "../domain/errors.ts";
import { derivedId } from "../identifiers.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import { appendLedger } from "../ledger/append.ts";
import type { Texts } from "../privacy/texts.ts";
import { lockStream } from "./lease.ts";
import type { CaseRecord } from "./records.ts";

type Reads = Database | Queryable;

export interface AnswerRecord {
  id: string;
  caseId: string;
  proposalId: string | null;
  kind: AnswerKind;
  textId: string | null;
  madeAt: Temporal.Instant;
  /** Null: shown back to the candidate, who has not said yes to it. */
  saidAt: Temporal.Instant | null;
  settledAt: Temporal.Instant | null;
  settledBy: string | null;
}

/** An answer about to be kept. */
export interface NewAnswer<Kind extends AnswerKind> {
  case_: Pick<CaseRecord, "id" | "opportunityId" | "candidate">;
  proposalId: string | null;
  kind: Kind;
  body: AnswerBody<Kind>;
  /** What makes it one and the same when it is sent twice: the form that it was written on, or what it is about. */
  once: string;
}

export interface AnswerDeps extends AcceptDeps {
  texts: Texts;
}

const ANSWER = `select id, case_id as "caseId", proposal_id as "proposalId", kind, text_id as "textId",
  made_at as "madeAt", said_at as "saidAt", settled_at as "settledAt", settled_by as "settledBy"
  from candidate_answers`;

/** Keeps an answer that the candidate still has to say yes to; it counts for nothing yet. Written again on the same form it
 * takes its own place, but never that of what was said meanwhile. Shape: its id. */
export const draftAnswer = async <Kind extends AnswerKind>(
  tx: Tx,
  answer: NewAnswer<Kind>,
  deps: AnswerDeps,
): Promise<string> => {
  const { case_, kind, once, proposalId } = answer;
  await lockStream(tx, case_.opportunityId);
  let id = derivedId("an", case_.id, kind, once);
  while ((await getAnswer(tx, id))?.saidAt) id = derivedId("an", case_.id, kind, id);
  const textId = await deps.texts.seal(tx, {
    candidate: case_.candidate,
    kind: "candidate_answer",
    text: JSON.stringify(ANSWER_BODIES[kind].parse(answer.body)),
    id: derivedId("tx", id),
  });
  await tx.query(
    `insert into candidate_answers (id, case_id, proposal_id, kind, text_id, made_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
    [id, case_.id, proposalId, kind, textId, deps.clock.now().toString()],
  );
  return id;
};

/** The answer counts from now on: its event is in the inbox. Said twice, it is said once. */
export const sayAnswer = async (
  tx: Tx,
  { case_, answerId }: { case_: NewAnswer<AnswerKind>["case_"]; answerId: string },
  deps: AnswerDeps,
): Promise<void> => {
  await lockStream(tx, case_.opportunityId);
  const at = deps.clock.now();
  const [said] = await tx.query<{ kind: AnswerKind }>(
    `update candidate_answers set said_at = $3 where id = $1 and case_id = $2 and said_at is null
     returning kind`,
    [answerId, case_.id, at.toString()],
  );
  if (!said) return;
  const correlationId = deps.ids.next("co");
  await acceptEvent(
    tx,
    {
      source: "candidate",
      kind: answerEvent(said.kind),
      deliveryKey: `candidate:${answerId}`,
      opportunityId: case_.opportunityId,
      data: { answerId, caseId: case_.id },
      correlationId,
    },
    deps,
  );
  await tx.query("select pg_notify('convene', $1)", [
    JSON.stringify({ topic: "cases", caseId: case_.id }),
  ]);
  await appendLedger(tx, {
    type: "candidate.said",
    actor: "candidate",
    caseId: case_.id,
    correlationId,
    data: { answerId, kind: said.kind },
    at,
  });
};

/** Keeps an answer and puts its event into the inbox, once. */
export const storeAnswer = async <Kind extends AnswerKind>(
  tx: Tx,
  answer: NewAnswer<Kind>,
  deps: AnswerDeps,
): Promise<void> => {
  await lockStream(tx, answer.case_.opportunityId);
  const known = await getAnswer(tx, derivedId("an", answer.case_.id, answer.kind, answer.once));
  if (known?.saidAt) return;
  const answerId = await draftAnswer(tx, answer, deps);
  await sayAnswer(tx, { case_: answer.case_, answerId }, deps);
};

/** One answer, or null. */
export const getAnswer = async (reads: Reads, id: string): Promise<AnswerRecord | null> => {
  const [found] = await reads.query<AnswerRecord & Row>(`${ANSWER} where id = $1`, [id]);
  return found ?? null;
};

/** What the candidate of a case said, oldest first; drafts are not among it. */
export const listAnswers = async (reads: Reads, caseId: string): Promise<AnswerRecord[]> =>
  await reads.query<AnswerRecord & Row>(
    `${ANSWER} where case_id = $1 and said_at is not null order by said_at, seq`,
    [caseId],
  );

/** How many of a kind a case has, drafts among them. */
export const countAnswers = async (
  reads: Reads,
  caseId: string,
  kind: AnswerKind,
): Promise<number> => {
  const [row] = await reads.query<{ n: number }>(
    "select count(*)::int as n from candidate_answers where case_id = $1 and kind = $2",
    [caseId, kind],
  );
  return row?.n ?? 0;
};

/** So many of one kind and case: whoever writes more writes to a person. */
export const MOST_OF_A_KIND = 20;

/** Errors: `rate_limited`. */
export const refuseTooMany = async (
  tx: Tx,
  { case_, kind }: { case_: Pick<CaseRecord, "id">; kind: AnswerKind },
): Promise<void> => {
  if ((await countAnswers(tx, case_.id, kind)) >= MOST_OF_A_KIND) throw tooMany();
};

/** What is said when it was sent so often. */
export const tooMany = (): AppError =>
  new AppError({
    code: "rate_limited",
    fault: "caller",
    message: "This was sent so often that only a person can help.",
  });

/** Whether one of a kind was said that nobody has seen to. */
export const hasOpenAnswer = async (
  reads: Reads,
  caseId: string,
  kind: AnswerKind,
): Promise<boolean> => {
  const open = await reads.query(
    `select 1 as ok from candidate_answers
     where case_id = $1 and kind = $2 and said_at is not null and settled_at is null limit 1`,
    [caseId, kind],
  );
  return open.length > 0;
};

/** What asks for a person of open cases, oldest first. */
export const listRequests = async (
  reads: Reads,
  { limit, scope }: { limit: number; scope?: Scope | undefined },
): Promise<AnswerRecord[]> =>
  await reads.query<AnswerRecord & Row>(
    `${ANSWER} where said_at is not null and settled_at is null and kind = any($1)
       and case_id in (select c.id from cases c where ${withinReach(3, 4)})
     order by said_at, seq limit $2`,
    [REQUEST_KINDS, limit, ...scopeValues(scope)],
  );

/** What was said. Shape: null when it was erased. */
export const openAnswer = async <Kind extends AnswerKind>(
  reads: Reads,
  { textId, kind }: Pick<AnswerRecord, "textId"> & { kind: Kind },
  texts: Texts,
): Promise<AnswerBody<Kind> | null> => {
  const text = textId === null ? null : await texts.open(reads, textId);
  if (text === null) return null;
  // The schema of its kind; TypeScript does not follow it through the table.
  return ANSWER_BODIES[kind].parse(JSON.parse(text)) as AnswerBody<Kind>; // oxlint-disable-line typescript/no-unsafe-type-assertion
};

/** When the candidate of an opportunity could, as they said last in a case that is open. Shape: null when they said nothing,
 * or it was erased. */
export const findAvailability = async (
  reads: Reads,
  opportunityId: string,
  texts: Texts,
): Promise<AnswerBody<"availability"> | null> => {
  const kind = "availability" as const;
  const [latest] = await reads.query<{ textId: string | null }>(
    `select a.text_id as "textId" from candidate_answers a join cases c on c.id = a.case_id
     where c.opportunity_id = $1 and c.closed_at is null and a.kind = $2 and a.said_at is not null
     order by a.said_at desc, a.seq desc limit 1`,
    [opportunityId, kind],
  );
  return latest ? await openAnswer(reads, { textId: latest.textId, kind }, texts) : null;
};

/** A person has seen to a request. Errors: `not_found`; `conflict` when it asks for nothing, or somebody was faster. */
export const settleAnswer = async (
  tx: Tx,
  { answerId, by }: { answerId: string; by: string },
  deps: Pick<AnswerDeps, "clock" | "ids">,
): Promise<AnswerRecord> => {
  const at = deps.clock.now();
  const [row] = await tx.query(
    `update candidate_answers set settled_at = $2, settled_by = $3
     where id = $1 and settled_at is null and said_at is not null and kind = any($4) returning 1`,
    [answerId, at.toString(), by, REQUEST_KINDS],
  );
  const answer = await getAnswer(tx, answerId);
  if (!answer || answer.saidAt === null) {
    throw new AppError({
      code: "not_found",
      fault: "caller",
      message: "There is no such request.",
    });
  }
  if (!row) {
    throw new AppError({
      code: "conflict",
      fault: "caller",
      message: "Somebody has seen to this request already.",
    });
  }
  await tx.query("select pg_notify('convene', $1)", [
    JSON.stringify({ topic: "cases", caseId: answer.caseId }),
  ]);
  await appendLedger(tx, {
    type: "candidate.request_settled",
    actor: by,
    caseId: answer.caseId,
    correlationId: deps.ids.next("co"),
    data: { answerId, kind: answer.kind },
    at,
  });
  return answer;
};

/** Requests in plain words, as they are kept: each is an event of the asker's own stream, with its words sealed. */
import type { Asker, DecisionChannel } from "../domain/decision-channel.ts";
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { type KnownPerson, keysOf, shareKey } from "../domain/known-person.ts";
import { ContactId, OpportunityId } from "../domain/ids.ts";
import { derivedId } from "../identifiers.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import type { Texts } from "../privacy/texts.ts";
import { RequestAnswer } from "../requests/answer.ts";

type Reads = Database | Queryable;

/** Kind of the event that somebody asks for something in plain words. */
export const PLAIN_REQUEST = "plain_request";

/** Where it was asked. */
export type RequestDoor = "dashboard" | "api" | "slack" | "mcp";

const CHANNEL: Record<RequestDoor, DecisionChannel> = {
  dashboard: "dashboard",
  api: "api",
  slack: "slack",
  mcp: "assistant",
};

/** Who asked, and by which channel. */
export const askerOf = ({ askedBy, via }: Pick<PlainRequest, "askedBy" | "via">): Asker => ({
  by: askedBy,
  via: CHANNEL[via],
});

export interface PlainRequest {
  id: string;
  /** In the order in which they came in. */
  seq: string;
  eventId: string;
  askedBy: string;
  /** What tells whoever asked from everybody else. */
  askedKeys: string[];
  via: RequestDoor;
  mayPropose: boolean;
  inSight: string | null;
  zone: string;
  textId: string | null;
  answerTextId: string | null;
  kind: RequestAnswer["kind"] | null;
  intent: string | null;
  caseId: string | null;
  handedEventId: string | null;
  askedAt: Temporal.Instant;
  answeredAt: Temporal.Instant | null;
}

const REQUEST = `select id, seq::text as seq, event_id as "eventId", asked_by as "askedBy", asked_keys as "askedKeys", via, may_propose as "mayPropose",
  in_sight as "inSight", zone, text_id as "textId", answer_text_id as "answerTextId", kind, intent,
  case_id as "caseId", handed_event_id as "handedEventId", asked_at as "askedAt", answered_at as "answeredAt"
  from plain_requests`;

/** A request as it comes in. */
export interface NewRequest {
  text: string;
  by: KnownPerson;
  via: RequestDoor;
  mayPropose: boolean;
  caseId: string | null;
  zone: string;
  /** What makes it one and the same when it is sent twice. */
  once?: string;
  /** Where Slack wants the answer. */
  slack?: { userId: string; responseUrl: string };
}

interface StoreDeps extends AcceptDeps {
  texts: Texts;
}

/** One key of them, the same by whatever way they came where their address is known. */
const mainKey = (keys: readonly string[]): string =>
  keys.find((key) => key.startsWith("address ")) ?? keys[0] ?? "";

/** The stream of what somebody asks: in order, and one at a time. */
const streamOfRequests = (keys: readonly string[]): OpportunityId =>
  OpportunityId.parse(`asks:${derivedId("rq", mainKey(keys))}`);

/** Whose key seals it until it is known whom it is about. */
export const keyOfRequests = (keys: readonly string[]): ContactId =>
  ContactId.parse(`asks:${derivedId("rq", mainKey(keys))}`);

/** So many a minute somebody can ask. */
const MOST_A_MINUTE = 20;

/** Keeps a request and puts its event into the inbox. Shape: its id. Errors: `rate_limited`. */
export const storeRequest = async (
  tx: Tx,
  request: NewRequest,
  deps: StoreDeps,
): Promise<string> => {
  const now = deps.clock.now();
  const keys = keysOf(request.by);
  await refuseTooMany(tx, request, now);
  const id =
    request.once === undefined ? deps.ids.next("ask") : derivedId("ask", request.via, request.once);
  const { eventId, duplicate } = await acceptEvent(
    tx,
    {
      source: "person",
      kind: PLAIN_REQUEST,
      deliveryKey: `${PLAIN_REQUEST}:${id}`,
      opportunityId: streamOfRequests(keys),
      data: { requestId: id, by: request.by.name, via: CHANNEL[request.via] },
    },
    deps,
  );
  if (duplicate) return id;
  const candidate = keyOfRequests(keys);
  const textId = await deps.texts.seal(tx, {
    candidate,
    kind: "plain_request",
    text: request.text,
  });
  await tx.query(
    `insert into plain_requests (id, event_id, asked_by, asked_keys, via, may_propose, in_sight, zone, text_id, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      eventId,
      request.by.name,
      keys,
      request.via,
      request.mayPropose,
      request.caseId,
      request.zone,
      textId,
      now.toString(),
    ],
  );
  if (request.slack) {
    const { userId, responseUrl: text } = request.slack;
    const urlTextId = await deps.texts.seal(tx, { candidate, kind: "plain_request_reply", text });
    await tx.query(
      "insert into plain_request_replies (request_id, slack_user, url_text_id) values ($1, $2, $3)",
      [id, userId, urlTextId],
    );
  }
  return id;
};

const refuseTooMany = async (
  tx: Tx,
  { by, slack }: NewRequest,
  now: Temporal.Instant,
): Promise<void> => {
  // One at a time for each asker, or those that come at once would not see each other.
  await tx.query("select pg_advisory_xact_lock(hashtextextended('plain requests ' || $1, 0))", [
    slack?.userId ?? mainKey(keysOf(by)),
  ]);
  const since = now.subtract({ minutes: 1 }).toString();
  // Somebody of Slack has another name as soon as it is known who they are.
  const [row] = slack
    ? await tx.query<{ n: number }>(
        `select count(*)::int as n from plain_requests q join plain_request_replies r on r.request_id = q.id
         where r.slack_user = $1 and q.asked_at > $2`,
        [slack.userId, since],
      )
    : await tx.query<{ n: number }>(
        "select count(*)::int as n from plain_requests where asked_keys && $1 and asked_at > $2",
        [keysOf(by), since],
      );
  if ((row?.n ?? 0) < MOST_A_MINUTE) return;
  throw new AppError({
    code: "rate_limited",
    fault: "caller",
    message: `You asked ${MOST_A_MINUTE} times within a minute. Wait a minute and ask again.`,
  });
};

/** One of them, or null. */
export const getRequest = async (reads: Reads, id: string): Promise<PlainRequest | null> => {
  const [found] = await reads.query<PlainRequest & Row>(`${REQUEST} where id = $1`, [id]);
  return found ?? null;
};

/** What somebody has asked, newest first. `after`: `seq` of the last of the page before. */
export const listRequestsOf = async (
  reads: Reads,
  { by, after, limit }: { by: KnownPerson; after?: string | undefined; limit: number },
): Promise<PlainRequest[]> =>
  await reads.query<PlainRequest & Row>(
    `${REQUEST} where asked_keys && $1 and ($2::bigint is null or seq < $2::bigint)
     order by seq desc limit $3`,
    [keysOf(by), after ?? null, limit],
  );

/** Whether that person has asked it. */
export const isAskedBy = ({ askedKeys }: PlainRequest, person: KnownPerson): boolean =>
  shareKey(askedKeys, keysOf(person));

/** What became of a request. */
export interface Settled {
  answer: RequestAnswer;
  intent: string | null;
  /** The case that it is about; null: it is about none, or about many. */
  caseId: string | null;
  /** Its words as they are kept, and whose key seals them and the answer from now on. */
  kept: { candidate: ContactId; text: string | null };
  handedEventId: string | null;
}

/** Keeps the answer, and as whom the asker is known. What names one candidate is sealed anew under their key, so that it goes with them. */
export const settleRequest = async (
  tx: Tx,
  { request, settled }: { request: PlainRequest; settled: Settled },
  deps: Pick<StoreDeps, "texts" | "clock">,
): Promise<void> => {
  const { answer, intent, caseId, kept, handedEventId } = settled;
  const { candidate } = kept;
  const answerTextId = await deps.texts.seal(tx, {
    candidate,
    kind: "plain_request_answer",
    text: JSON.stringify(RequestAnswer.parse(answer)),
  });
  const textId = await keepWords(tx, { request, kept }, deps);
  await tx.query(
    `update plain_requests set text_id = $2, answer_text_id = $3, kind = $4, intent = $5, case_id = $6,
       handed_event_id = $7, answered_at = $8, asked_by = $9, asked_keys = $10, may_propose = $11 where id = $1`,
    [
      request.id,
      textId,
      answerTextId,
      answer.kind,
      intent,
      caseId,
      handedEventId,
      deps.clock.now().toString(),
      request.askedBy,
      request.askedKeys,
      request.mayPropose,
    ],
  );
  await tx.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "requests" })]);
};

const keepWords = async (
  tx: Tx,
  { request, kept: { candidate, text } }: { request: PlainRequest; kept: Settled["kept"] },
  { texts }: Pick<StoreDeps, "texts">,
): Promise<string | null> => {
  if (text === null) return request.textId;
  const textId = await texts.seal(tx, { candidate, kind: "plain_request", text });
  await tx.query("update plain_requests set text_id = $2 where id = $1", [request.id, textId]);
  await tx.query("delete from texts where id = $1", [request.textId]);
  return textId;
};

/** Words and answer of a request. Shape: null where they were erased, or there is no answer yet. */
export const openRequest = async (
  reads: Reads,
  { textId, answerTextId }: Pick<PlainRequest, "textId" | "answerTextId">,
  texts: Texts,
): Promise<{ text: string | null; answer: RequestAnswer | null }> => {
  const ids = [textId, answerTextId].filter((id) => id !== null);
  const opened = await texts.openMany(reads, ids);
  const answer = answerTextId === null ? undefined : opened.get(answerTextId);
  return {
    text: (textId === null ? undefined : opened.get(textId)) ?? null,
    answer: answer === undefined ? null : RequestAnswer.parse(JSON.parse(answer)),
  };
};

/** Where Slack wants the answer of a request; null: it did not come from there. */
export const findReply = async (
  reads: Reads,
  requestId: string,
): Promise<{ slackUser: string; urlTextId: string; repliedAt: Temporal.Instant | null } | null> => {
  const [found] = await reads.query<
    { slackUser: string; urlTextId: string; repliedAt: Temporal.Instant | null } & Row
  >(
    `select slack_user as "slackUser", url_text_id as "urlTextId", replied_at as "repliedAt"
     from plain_request_replies where request_id = $1`,
    [requestId],
  );
  return found ?? null;
};

/** The answer has gone to Slack: nothing of the way there is kept. */
export const setReplied = async (
  database: Database,
  { requestId, at }: { requestId: string; at: Temporal.Instant },
): Promise<void> => {
  await database.query(
    `with replied as (
       update plain_request_replies set replied_at = $2 where request_id = $1 returning url_text_id)
     delete from texts where id in (select url_text_id from replied)`,
    [requestId, at.toString()],
  );
};

/** Forgets requests with their events, texts first. */
export const forgetRequests = async (tx: Tx, eventIds: readonly string[]): Promise<void> => {
  await tx.query(
    `delete from texts where id in (
       select unnest(array[q.text_id, q.answer_text_id, r.url_text_id]) from plain_requests q
         left join plain_request_replies r on r.request_id = q.id where q.event_id = any($1))`,
    [[...eventIds]],
  );
};

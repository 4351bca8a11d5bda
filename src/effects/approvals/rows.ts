/** Whom a waiting proposal was told, and what they see of it: a row for each, claimed by one process at a time. */
import type { AlertChannel } from "../../domain/alert.ts";
import type { Database, Queryable, Row, Tx } from "../../db/port.ts";
import { derivedId } from "../../identifiers.ts";
import type { SentMessage } from "../../messaging/slack.ts";
import { OVER } from "../../cases/asked-readers.ts";

type Reads = Database | Queryable;

/** `handed`: a mail or card that began to leave, whose fate nobody may know. */
export type MessageStatus = "sending" | "handed" | "told" | "failed";

export interface ApprovalMessageRow {
  id: string;
  proposalId: string;
  /** The name with which they sign in; of a card in Teams, `TEAMS`. */
  reader: string;
  email: string | null;
  channel: AlertChannel;
  /** Where they were to be told, and could not. */
  insteadOf: "slack" | null;
  status: MessageStatus;
  /** In Slack. */
  place: SentMessage | null;
  shown: string;
  attempts: number;
}

/** A channel's readers are nobody in particular. */
export const TEAMS = "(Teams)";

const ROW = `id, proposal_id as "proposalId", reader, email, channel, instead_of as "insteadOf", status, place, shown, attempts from approval_messages`;

/** One by its id, or null. */
export const getMessage = async (reads: Reads, id: string): Promise<ApprovalMessageRow | null> => {
  const [found] = await reads.query<ApprovalMessageRow & Row>(`select ${ROW} where id = $1`, [id]);
  return found ?? null;
};

/** Who has been told of a proposal, or is being told. */
export const readersTold = async (reads: Reads, proposalId: string): Promise<Set<string>> => {
  const rows = await reads.query<{ reader: string }>(
    "select reader from approval_messages where proposal_id = $1",
    [proposalId],
  );
  return new Set(rows.map(({ reader }) => reader));
};

type NewMessage = Pick<ApprovalMessageRow, "proposalId" | "reader" | "email" | "channel">;

/** Once for each reader of a proposal: whoever comes second does nothing. */
export const addMessage = async (
  reads: Reads,
  { proposalId, reader, email, channel }: NewMessage,
  now: Temporal.Instant,
): Promise<void> => {
  await reads.query(
    `insert into approval_messages (id, proposal_id, reader, email, channel, status, shown, at)
     values ($1, $2, $3, $4, $5, 'sending', '', $6) on conflict (proposal_id, reader) do nothing`,
    [derivedId("am", proposalId, reader), proposalId, reader, email, channel, now.toString()],
  );
};

/** What is to be sent, or to be brought up to date, and waits for no later try. The longest untouched come first. */
export const listDue = async (
  reads: Reads,
  { proposalId, limit }: { proposalId: string | null; limit: number },
): Promise<ApprovalMessageRow[]> =>
  await reads.query<ApprovalMessageRow & Row>(
    `select ${ROW} where shown <> '${OVER}' and status in ('sending', 'told') and (next_at is null or next_at <= now())
       and ($1::text is null or proposal_id = $1)
     order by at, id limit $2`,
    [proposalId, limit],
  );

/** Longer than a call takes. Units: seconds, of the database's own time. */
const CLAIMED_SECONDS = 60;

/** Whether it is this process that works on it now. */
export const claim = async (reads: Reads, { id, shown }: ApprovalMessageRow): Promise<boolean> => {
  const rows = await reads.query(
    `update approval_messages set next_at = now() + make_interval(secs => $3), attempts = attempts + 1
     where id = $1 and shown = $2 and status in ('sending', 'told') and (next_at is null or next_at <= now()) returning 1`,
    [id, shown, CLAIMED_SECONDS],
  );
  return rows.length > 0;
};

interface Settled {
  status: MessageStatus;
  shown: string;
  place?: SentMessage | null;
}

/** What has become of it; it may be worked on again. */
export const settleMessage = async (
  tx: Tx | Reads,
  id: string,
  { status, shown, place }: Settled,
): Promise<void> => {
  await tx.query(
    `update approval_messages set status = $2, shown = $3, place = coalesce($4, place), next_at = null, attempts = 0
     where id = $1`,
    [id, status, shown, place ?? null],
  );
  // For whoever waits until it is so: no page shows it.
  await tx.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "asked" })]);
};

/** What Slack refused for good goes to the same person by mail. Shape: as it is then; null: it has left, or is gone already. */
export const goByMail = async (
  tx: Tx,
  { id }: ApprovalMessageRow,
): Promise<ApprovalMessageRow | null> => {
  const [row] = await tx.query(
    `update approval_messages set channel = 'mail', instead_of = 'slack', next_at = null, attempts = 0
     where id = $1 and channel = 'slack' and status = 'sending' and email is not null returning 1`,
    [id],
  );
  return row ? await getMessage(tx, id) : null;
};

/** To be tried again after a while that grows. */
export const putOff = async (
  reads: Reads,
  { id, attempts, status, shown }: ApprovalMessageRow,
): Promise<void> => {
  const seconds = Math.min(600, 5 * 2 ** Math.min(attempts, 10));
  await reads.query(
    `update approval_messages set status = $3, shown = $4, next_at = now() + make_interval(secs => $2)
     where id = $1`,
    [id, seconds, status, shown],
  );
};

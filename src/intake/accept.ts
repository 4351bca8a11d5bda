/** The one way into the inbox. One transaction writes the row, its place in its opportunity's order and the job that
 * drains it; so an answer of 2xx after it means that nothing can be lost. */
import type { Tx } from "../db/port.ts";
import type { OpportunityId } from "../domain/ids.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";

export type EventSource = "lever" | "automation" | "calendar" | "clock" | "person";

export interface NewEvent {
  source: EventSource;
  kind: string;
  /** Unique: a second event with the same key is a duplicate. */
  deliveryKey: string;
  /** Null: about no opportunity that we know of; kept and shown, never run. */
  opportunityId: OpportunityId | null;
  /** Ids and enums only. */
  data: Record<string, unknown>;
  correlationId?: string;
  /** Kept and visible, but not to be handled: says why. */
  ignoredBecause?: string;
}

/** Sends a job inside a transaction: it exists exactly if the transaction commits. */
export interface JobSender {
  send(tx: Tx, name: "drain", data: { opportunityId: OpportunityId }): Promise<void>;
}

export interface AcceptDeps {
  queue: JobSender;
  clock: Clock;
  ids: Ids;
}

export interface Accepted {
  eventId: string;
  duplicate: boolean;
}

/** Stores the event and queues its drain inside `tx`. Shape: the first event's id when it is a duplicate. */
export const acceptEvent = async (tx: Tx, event: NewEvent, deps: AcceptDeps): Promise<Accepted> => {
  // Two deliveries of the same thing at once: the second waits, and finds the first.
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [event.deliveryKey]);
  const [known] = await tx.query<{ id: string }>("select id from inbox where delivery_key = $1", [
    event.deliveryKey,
  ]);
  if (known) return { eventId: known.id, duplicate: true };

  const runs = event.ignoredBecause === undefined && event.opportunityId !== null;
  const seq = event.opportunityId === null ? null : await nextSeq(tx, event.opportunityId);
  const id = deps.ids.next("ev");
  const now = deps.clock.now().toString();
  await tx.query(
    `insert into inbox (id, source, kind, delivery_key, opportunity_id, seq, data, status, note,
       correlation_id, received_at, handled_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      event.source,
      event.kind,
      event.deliveryKey,
      event.opportunityId,
      seq,
      JSON.stringify(event.data),
      runs ? "waiting" : "ignored",
      runs ? null : (event.ignoredBecause ?? "names no opportunity"),
      event.correlationId ?? deps.ids.next("co"),
      now,
      runs ? null : now,
    ],
  );
  if (runs && event.opportunityId !== null) {
    await deps.queue.send(tx, "drain", { opportunityId: event.opportunityId });
  }
  await tx.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "events" })]);
  return { eventId: id, duplicate: false };
};

/** The row lock makes the order of `seq` the order of commit. */
const nextSeq = async (tx: Tx, opportunityId: OpportunityId): Promise<number> => {
  const [row] = await tx.query<{ seq: number }>(
    `insert into streams (opportunity_id, next_seq) values ($1, 2)
     on conflict (opportunity_id) do update set next_seq = streams.next_seq + 1
     returning next_seq - 1 as seq`,
    [opportunityId],
  );
  if (!row) throw new Error("streams gave no sequence");
  return row.seq;
};

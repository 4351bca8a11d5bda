/** The one way into the inbox. One transaction writes the row, its place in its opportunity's order and the job that
 * drains it; so an answer of 2xx after it means that nothing can be lost. */
import type { Tx } from "../db/port.ts";
import type { ErrorCode } from "../domain/errors.ts";
import type { OpportunityId } from "../domain/ids.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import type { Witness } from "../witness.ts";

export type EventSource = "lever" | "automation" | "calendar" | "clock" | "person" | "candidate";

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
  /** Kept for a person, who can have it run. */
  failedBecause?: { code: ErrorCode; message: string };
}

/** Sends jobs inside a transaction: they exist exactly if the transaction commits. */
export interface JobSender {
  sendAll(tx: Tx, name: "drain", data: readonly { opportunityId: OpportunityId }[]): Promise<void>;
}

export interface AcceptDeps {
  queue: JobSender;
  clock: Clock;
  ids: Ids;
}

/** What a door has besides: whoever is told that a delivery is kept, before its sender is. */
export interface DoorDeps extends AcceptDeps {
  witness?: Witness | undefined;
}

/** Says that a delivery is committed and not yet answered. */
export const passCommitted = async (
  opportunityId: string | undefined,
  { witness }: Pick<DoorDeps, "witness">,
): Promise<void> => await witness?.("intake.committed", opportunityId ?? "");

export interface Accepted {
  eventId: string;
  duplicate: boolean;
}

/** Stores one event and queues its drain inside `tx`. Shape: the first event's id when it is a duplicate. */
export const acceptEvent = async (tx: Tx, event: NewEvent, deps: AcceptDeps): Promise<Accepted> => {
  const [accepted] = await acceptEvents(tx, [event], deps);
  if (!accepted) throw new Error("an event was neither accepted nor refused");
  return accepted;
};

/** The same for many, in their order and with as many statements as one takes. */
export const acceptEvents = async (
  tx: Tx,
  events: readonly NewEvent[],
  deps: AcceptDeps,
): Promise<Accepted[]> => {
  if (events.length === 0) return [];
  const known = await claimKeys(
    tx,
    events.map(({ deliveryKey }) => deliveryKey),
  );
  return await storeUnknown(tx, events, { ...deps, known });
};

/** Locks delivery keys for this transaction: two deliveries of the same thing at once, and the second waits and finds the
 * first. Shape: the ids of those that came before, by key. */
export const claimKeys = async (
  tx: Tx,
  deliveryKeys: readonly string[],
): Promise<Map<string, string>> => {
  const keys = [...new Set(deliveryKeys)];
  const [, rows] = await Promise.all([
    // In one order everywhere, so that no two wait for each other.
    tx.prepared(
      `select pg_advisory_xact_lock(key) from
         (select distinct hashtextextended(k, 0) as key from unnest($1::text[]) as k order by 1) as keys`,
      [keys],
    ),
    // Planned each time: a plan kept from when the table was empty would read all of it.
    tx.query<{ id: string; key: string }>(
      "select id, delivery_key as key from inbox where delivery_key = any($1)",
      [keys],
    ),
  ]);
  return new Map(rows.map(({ id, key }) => [key, id]));
};

/** Stores those of the events whose keys were claimed and are not `known`, and queues their drains. */
export const storeUnknown = async (
  tx: Tx,
  events: readonly NewEvent[],
  { known, ...deps }: AcceptDeps & { known: ReadonlyMap<string, string> },
): Promise<Accepted[]> => {
  const ids = new Map(known);
  const fresh: (NewEvent & { id: string })[] = [];
  const answers = events.map((event): Accepted => {
    const before = ids.get(event.deliveryKey);
    if (before !== undefined) return { eventId: before, duplicate: true };
    const id = deps.ids.next("ev");
    ids.set(event.deliveryKey, id);
    fresh.push({ ...event, id });
    return { eventId: id, duplicate: false };
  });
  if (fresh.length > 0) await store(tx, fresh, deps);
  return answers;
};

const isToRun = (event: NewEvent): event is NewEvent & { opportunityId: OpportunityId } =>
  event.ignoredBecause === undefined &&
  event.failedBecause === undefined &&
  event.opportunityId !== null;

const statusOf = (event: NewEvent): "waiting" | "ignored" | "failed" => {
  if (isToRun(event)) return "waiting";
  return event.failedBecause !== undefined && event.opportunityId !== null ? "failed" : "ignored";
};

/** Why it is ignored. */
const noteOf = (event: NewEvent): string | null =>
  statusOf(event) === "ignored"
    ? (event.ignoredBecause ?? event.failedBecause?.message ?? "names no opportunity")
    : null;

/** Takes each opportunity's next places and fills them: the row lock makes the order of `seq` the order of commit. */
const STORE = `
  with places as (
    insert into streams (opportunity_id, next_seq)
    select t.id, t.n + 1 from unnest($1::text[], $2::int[]) as t (id, n)
    on conflict (opportunity_id) do update
      set next_seq = streams.next_seq + excluded.next_seq - 1
    returning opportunity_id, next_seq
  ), stored as (
    insert into inbox (id, source, kind, delivery_key, opportunity_id, seq, data, status, note, error,
      correlation_id, received_at, handled_at)
    select row.id, row.source, row.kind, row.delivery_key, row.opportunity_id,
      places.next_seq - row.from_last, row.data, row.status, row.note, row.error,
      row.correlation_id, row.received_at, row.handled_at
    from jsonb_to_recordset($3::jsonb) as row (id text, source text, kind text, delivery_key text,
      opportunity_id text, from_last int, data jsonb, status text, note text, error jsonb, correlation_id text,
      received_at timestamptz, handled_at timestamptz)
    left join places on places.opportunity_id = row.opportunity_id
  )
  select pg_notify('convene', $4)`;

const store = async (
  tx: Tx,
  events: readonly (NewEvent & { id: string })[],
  deps: AcceptDeps,
): Promise<void> => {
  const counts = countByOpportunity(events);
  const left = new Map(counts);
  const now = deps.clock.now().toString();
  const rows = events.map((event) => ({
    id: event.id,
    source: event.source,
    kind: event.kind,
    delivery_key: event.deliveryKey,
    opportunity_id: event.opportunityId,
    from_last: event.opportunityId === null ? null : takeOne(left, event.opportunityId),
    data: event.data,
    status: statusOf(event),
    note: noteOf(event),
    error: statusOf(event) === "failed" ? event.failedBecause : null,
    correlation_id: event.correlationId ?? deps.ids.next("co"),
    received_at: now,
    handled_at: isToRun(event) ? null : now,
  }));
  // In one order everywhere, so that no two wait for each other.
  const names = [...counts.keys()].toSorted();
  const toDrain = events.flatMap((event) => (isToRun(event) ? [event.opportunityId] : []));
  const jobs = [...new Set(toDrain)].map((opportunityId) => ({ opportunityId }));
  await Promise.all([
    tx.prepared(STORE, [
      names,
      names.map((name) => counts.get(name)),
      JSON.stringify(rows),
      JSON.stringify({ topic: "events" }),
    ]),
    ...(jobs.length > 0 ? [deps.queue.sendAll(tx, "drain", jobs)] : []),
  ]);
};

const countByOpportunity = (events: readonly NewEvent[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { opportunityId } of events) {
    if (opportunityId !== null) counts.set(opportunityId, (counts.get(opportunityId) ?? 0) + 1);
  }
  return counts;
};

/** How many of them were left, this one included. */
const takeOne = (left: Map<string, number>, opportunityId: OpportunityId): number => {
  const count = left.get(opportunityId) ?? 0;
  left.set(opportunityId, count - 1);
  return count;
};

/** Drains one opportunity's inbox: rows by `seq`, one at a time, under the lease. The queue may deliver a drain twice or
 * late; order and single-handedness come from here alone. */
import { setInterval } from "node:timers";
import type { Logger } from "pino";
import type { Database } from "../db/port.ts";
import { AppError, asAppError } from "../domain/errors.ts";
import type { OpportunityId } from "../domain/ids.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import {
  LEASE_SECONDS,
  type Lease,
  fencedTransaction,
  releaseLease,
  renewLease,
  takeLease,
} from "../cases/lease.ts";
import type { Handled, InboxEvent } from "../cases/inbox-event.ts";
import { isSending } from "../effects/effects.ts";
import type { Witness } from "../witness.ts";
import type { Queue } from "./queue.ts";

export interface DrainDeps {
  database: Database;
  queue: Pick<Queue, "sendNow">;
  clock: Clock;
  ids: Ids;
  log: Logger;
  /** Handles one event; may be called again for the same event after a crash or a retryable error. */
  handle(event: InboxEvent, lease: Lease, signal: AbortSignal): Promise<Handled>;
  /** Called once when an event is given up. */
  giveUp(event: InboxEvent, lease: Lease, error: AppError): Promise<void>;
  /** Seconds to wait before attempt n (1, 2, …) is tried again. */
  retryDelaySeconds(attempt: number): number;
  /** After so many deaths in the middle of it an event is given up. Default 10. */
  maxDeaths?: number | undefined;
  witness?: Witness | undefined;
}

/** After so many attempts an event is kept as failed; a person can run it again. */
export const MAX_ATTEMPTS = 8;
/** One that ends the process each time must not do so for ever; one that only was there when it ended deserves more tries. */
const MAX_DEATHS = 10;
/** From so many deaths on, and from that share of those that are too many, an event waits longer and longer, each by its
 * own measure: so the guilty and the innocent that died together do not begin together again. */
const SUSPECT = { after: 3, share: 0.3 };
const LONGEST_SUSPICION_SECONDS = 300;

/** A function that drains one opportunity until nothing waits, an event must be retried later, or the lease is lost. */
export const createDrain =
  (deps: DrainDeps) =>
  async (opportunityId: OpportunityId, signal: AbortSignal): Promise<void> => {
    const lease = await takeLease(deps.database, opportunityId, deps.ids.next("lease"));
    if (!lease) {
      // Its holder may be past its last look: come back once the lease must have been given back or run out.
      if (await hasWaiting(deps.database, opportunityId)) {
        await deps.queue.sendNow("drain", { opportunityId }, { startAfterSeconds: 1 });
      }
      return;
    }
    const held = holdLease(deps, lease, signal);
    let isEmpty = false;
    try {
      while (!held.signal.aborted) {
        const event = await nextWaiting(deps.database, opportunityId);
        isEmpty = event === null;
        if (event && (await mustRest(deps, event))) break;
        if (!event || !(await handleOne(deps, { event, lease, signal: held.signal }))) break;
      }
    } finally {
      held.stop();
      // Cut off in the middle of a request, nobody may look it up before it can have arrived: the lease runs out first.
      const isCutOff = signal.aborted && (await isSending(deps.database, opportunityId));
      if (!isCutOff) await releaseLease(deps.database, lease);
    }
    // An event may have come between the last look and the release.
    if (isEmpty && (await hasWaiting(deps.database, opportunityId))) {
      await deps.queue.sendNow("drain", { opportunityId });
    }
  };

/** Renews the lease while it is held; aborts the work when it is lost or the worker stops. */
const holdLease = (deps: DrainDeps, lease: Lease, stopping: AbortSignal) => {
  const lost = new AbortController();
  const timer = setInterval(
    () => {
      renewLease(deps.database, lease).then(
        (kept) => {
          if (!kept) lost.abort(new Error("the lease was lost"));
        },
        (error: unknown) => deps.log.warn({ err: error }, "lease not renewed"),
      );
    },
    (LEASE_SECONDS * 1000) / 3,
  );
  return { signal: AbortSignal.any([lost.signal, stopping]), stop: () => clearInterval(timer) };
};

const nextWaiting = async (
  database: Database,
  opportunityId: OpportunityId,
): Promise<InboxEvent | null> => {
  const [row] = await database.query<{
    id: string;
    source: string;
    kind: string;
    seq: number;
    data: Record<string, unknown>;
    attempts: number;
    correlation_id: string;
  }>(
    `select id, source, kind, seq, data, attempts, correlation_id from inbox
     where opportunity_id = $1 and status = 'waiting' order by seq limit 1`,
    [opportunityId],
  );
  if (!row) return null;
  const { correlation_id: correlationId, ...rest } = row;
  return { ...rest, opportunityId, correlationId };
};

const hasWaiting = async (database: Database, opportunityId: OpportunityId): Promise<boolean> =>
  (await nextWaiting(database, opportunityId)) !== null;

/** One event in the hands of the lease's holder. */
interface Held {
  event: InboxEvent;
  lease: Lease;
  signal: AbortSignal;
}

/** Shape: true when the next row may be taken. */
const handleOne = async (deps: DrainDeps, held: Held): Promise<boolean> => {
  const { event, lease, signal } = held;
  const pass = async (point: string): Promise<void> =>
    await deps.witness?.(`event.${event.kind}.${point}`, event.opportunityId);
  try {
    await pass("taken");
    await countBeginning(deps, held);
    const handled = await deps.handle(event, lease, signal);
    await pass("ran");
    await fencedTransaction(deps.database, lease, async (tx) => {
      await tx.query(
        `update inbox set status = 'handled', note = $2, error = null, handled_at = $3 where id = $1`,
        [event.id, handled.note, deps.clock.now().toString()],
      );
      await tx.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "events" })]);
    });
    await pass("handled");
    return true;
  } catch (thrown) {
    return await settleFailure(deps, held, thrown);
  }
};

/** Whether an event that was there at too many deaths has to wait still; the timed duties find it again. */
const mustRest = async (deps: DrainDeps, event: InboxEvent): Promise<boolean> => {
  const suspectAfter = Math.max(
    SUSPECT.after,
    Math.floor((deps.maxDeaths ?? MAX_DEATHS) * SUSPECT.share),
  );
  const [row] = await deps.database.query<{ seconds: number }>(
    `select extract(epoch from begun_at - now())::float8
       + least($3, 15 * 2 ^ (begun - $2)) + abs(hashtext(id)) % 15 as seconds
     from inbox where id = $1 and begun > $2`,
    [event.id, suspectAfter, LONGEST_SUSPICION_SECONDS],
  );
  return row !== undefined && row.seconds > 0;
};

/** Errors: `internal`, when it was begun too often without coming to an end. */
const countBeginning = async (deps: DrainDeps, { event, lease }: Held): Promise<void> => {
  const deaths = await fencedTransaction(deps.database, lease, async (tx) => {
    const [row] = await tx.query<{ begun: number }>(
      "update inbox set begun = begun + 1, begun_at = now() where id = $1 returning begun",
      [event.id],
    );
    return (row?.begun ?? 1) - 1;
  });
  if (deaths < (deps.maxDeaths ?? MAX_DEATHS)) return;
  throw new AppError({
    code: "internal",
    fault: "bug",
    message: `The process ended ${deaths} times while it handled this event; it is not tried again by itself.`,
  });
};

const settleFailure = async (
  deps: DrainDeps,
  { event, lease, signal }: Held,
  thrown: unknown,
): Promise<boolean> => {
  const error = asAppError(thrown);
  if (error.code === "stale_fence") return false;
  if (signal.aborted) {
    // This worker stops or has lost the lease: no fault of the event, which goes on elsewhere.
    await deps.database.query(
      "update inbox set begun = greatest(0, begun - 1) where id = $1 and status = 'waiting'",
      [event.id],
    );
    await deps.queue.sendNow("drain", { opportunityId: event.opportunityId });
    return false;
  }
  // A pause is nobody's failure: the event waits, and resuming drains it.
  const counts = error.code !== "paused";
  const attempt = event.attempts + (counts ? 1 : 0);
  const isFinal = counts && (!error.retryable || attempt >= MAX_ATTEMPTS);
  deps.log[isFinal ? "error" : "warn"](
    { eventId: event.id, code: error.code, attempt, err: error },
    isFinal ? "event failed for good" : "event will be tried again",
  );
  if (isFinal) await deps.giveUp(event, lease, error);
  await fencedTransaction(deps.database, lease, async (tx) => {
    await tx.query(
      `update inbox set status = $2, attempts = $3, error = $4, handled_at = $5, begun = 0 where id = $1`,
      [
        event.id,
        isFinal ? "failed" : "waiting",
        attempt,
        JSON.stringify({ code: error.code, message: error.message }),
        isFinal ? deps.clock.now().toString() : null,
      ],
    );
    await tx.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "events" })]);
  });
  if (!isFinal && counts) {
    await deps.queue.sendNow(
      "drain",
      { opportunityId: event.opportunityId },
      { startAfterSeconds: deps.retryDelaySeconds(attempt) },
    );
  }
  return isFinal;
};

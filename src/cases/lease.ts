/** The single writer of an opportunity. A lease row names who drains it and until when, in the database's own time; its
 * fence grows with every holder, every later write carries it, and a stale one is refused. */
import type { Database, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { OpportunityId } from "../domain/ids.ts";

/** How long a lease lasts without renewal: a dead worker's cases go on after this. */
export const LEASE_SECONDS = 10;

export interface Lease {
  opportunityId: OpportunityId;
  fence: number;
  owner: string;
}

/** Takes the lease if it is free or has run out. Shape: null when somebody else holds it. */
export const takeLease = async (
  database: Database,
  opportunityId: OpportunityId,
  owner: string,
): Promise<Lease | null> => {
  const [row] = await database.query<{ fence: number }>(
    `update streams
     set fence = fence + 1, lease_owner = $2, lease_until = now() + make_interval(secs => $3)
     where opportunity_id = $1 and (lease_until is null or lease_until < now())
     returning fence`,
    [opportunityId, owner, LEASE_SECONDS],
  );
  return row ? { opportunityId, fence: row.fence, owner } : null;
};

/** Makes the lease last again. Shape: false when it was lost. */
export const renewLease = async (database: Database, lease: Lease): Promise<boolean> => {
  const rows = await database.query(
    `update streams set lease_until = now() + make_interval(secs => $3)
     where opportunity_id = $1 and fence = $2 and lease_owner is not null returning 1`,
    [lease.opportunityId, lease.fence, LEASE_SECONDS],
  );
  return rows.length === 1;
};

/** Gives the lease back, unless it was lost. */
export const releaseLease = async (database: Database, lease: Lease): Promise<void> => {
  await database.query(
    `update streams set lease_owner = null, lease_until = null
     where opportunity_id = $1 and fence = $2`,
    [lease.opportunityId, lease.fence],
  );
};

/** Keeps a transaction that may change what the lease's holder works on from running at the same time as one of its. */
export const lockStream = async (tx: Tx, opportunityId: OpportunityId): Promise<void> => {
  await tx.query("select 1 as ok from streams where opportunity_id = $1 for update", [
    opportunityId,
  ]);
};

/** A transaction that only the present holder of the lease can make. Errors: `stale_fence`. */
export const fencedTransaction = async <Result>(
  database: Database,
  lease: Lease,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> =>
  await database.transaction(async (tx) => {
    const rows = await tx.query(
      "select 1 as ok from streams where opportunity_id = $1 and fence = $2 for share",
      [lease.opportunityId, lease.fence],
    );
    if (rows.length === 0) throw staleFence(lease);
    return await work(tx);
  });

/** The same for a single statement, without the journeys of a transaction. It takes what it writes from `holder`, which has a
 * row for the present holder alone, returns what it wrote, and counts its parameters from $3. Errors: `stale_fence`. */
export const fencedStatement = async (
  database: Database,
  lease: Lease,
  { text, values }: { text: string; values: readonly unknown[] },
): Promise<void> => {
  const rows = await database.query(
    `with holder as (select from streams where opportunity_id = $1 and fence = $2 for share) ${text}`,
    [lease.opportunityId, lease.fence, ...values],
  );
  if (rows.length === 0) throw staleFence(lease);
};

const staleFence = ({ opportunityId, fence }: Lease): AppError =>
  new AppError({
    code: "stale_fence",
    fault: "bug",
    message: "Another worker took this opportunity over; this write was refused.",
    retryable: true,
    data: { opportunityId, fence },
  });

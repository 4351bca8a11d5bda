/** Holds our books against the world: every night by the company's clock, whenever somebody asks, and each hour for the
 * interviews of the next day. The looking itself is an event of each opportunity, under its lease like all else; here they
 * are put into the inbox, a few at a time, so that Lever's rate is left to what cannot wait. */
import { RECONCILE, beginReconciliation, finishReconciliation } from "../cases/reconciliations.ts";
import type { Database, Tx } from "../db/port.ts";
import type { Finding } from "../domain/finding.ts";
import { OpportunityId } from "../domain/ids.ts";
import { type AcceptDeps, type NewEvent, acceptEvents } from "../intake/accept.ts";
import type { AuditDeps } from "../ledger/audit.ts";
import { findGlobally } from "./global-findings.ts";
import { lastNight } from "./nightly.ts";

export interface ReconcileDeps extends AcceptDeps, AuditDeps {
  database: Database;
  companyZone: string;
}

const NIGHTLY_AT = Temporal.PlainTime.from("03:00");
/** One opportunity costs Lever three requests: these are a third of what it grants the whole installation. */
const AT_ONCE = 10;
const PACE_SECONDS = 10;
const SOON = Temporal.Duration.from({ hours: 24 });
const PACE = "reconcile_pace";
const LOOK_EVERY = Temporal.Duration.from({ hours: 1 });

/** One round; safe to run in many processes at once. */
export const reconcile = async (deps: ReconcileDeps): Promise<void> => {
  if (await isNightlyDue(deps)) {
    await deps.database.transaction(async (tx) => await beginReconciliation(tx, "clock", deps));
  }
  const [open] = await deps.database.query<{ id: string }>(
    "select id from reconciliations where finished_at is null",
  );
  await deps.database.transaction(async (tx) => await putNext(tx, open?.id ?? null, deps));
  if (open) await finish(open.id, deps);
};

/** Puts the next few into the inbox, if it is time: the interviews that are soon before the others. */
const putNext = async (tx: Tx, id: string | null, deps: ReconcileDeps): Promise<void> => {
  const soon = await findSoon(tx, deps);
  const hasMore = id !== null && (await nextOf(tx, id, 1)).length > 0;
  if (soon.length === 0 && !hasMore) return;
  if (!(await claimPace(tx))) return;
  await acceptEvents(tx, soon, deps);
  if (id !== null) await putMore(tx, { id, most: AT_ONCE - soon.length }, deps);
};

/** One pace for all processes and everything that is looked at here, by the database's clock. A time too far ahead is of a
 * clock that was set back. */
const claimPace = async (tx: Tx): Promise<boolean> => {
  const claimed = await tx.query(
    `insert into settings (name, value, updated_at)
     values ($1, '{}', now() + make_interval(secs => $2))
     on conflict (name) do update set updated_at = excluded.updated_at
     where settings.updated_at <= now() or settings.updated_at > excluded.updated_at
     returning 1`,
    [PACE, PACE_SECONDS],
  );
  return claimed.length > 0;
};

/** Whether a night's hour has passed since the latest one, or since Convene came here. */
const isNightlyDue = async ({ database, clock, companyZone }: ReconcileDeps): Promise<boolean> => {
  const now = clock.now();
  const latest = lastNight(now, { zone: companyZone, at: NIGHTLY_AT });
  const [row] = await database.query<{ since: Temporal.Instant | null }>(
    `select coalesce((select max(started_at) from reconciliations),
       (select min(begun_at) from lever_watermarks)) as since`,
  );
  return row?.since != null && Temporal.Instant.compare(row.since, latest) < 0;
};

/** Interviews of the next day that nobody has looked at for an hour: panels changed by hand tell nobody. */
const findSoon = async (tx: Tx, { clock }: ReconcileDeps): Promise<NewEvent[]> => {
  const now = clock.now();
  const rows = await tx.query<{ id: string; looked: string }>(
    `select * from (
       select c.opportunity_id as id, extract(epoch from greatest(max(e.finished_at),
         (select max(i.received_at) from inbox i
          where i.opportunity_id = c.opportunity_id and i.kind = 'reconcile')))::bigint::text as looked
       from cases c join proposals p on p.case_id = c.id and p.status = 'done'
       join effects e on e.proposal_id = p.id
       join reservations r on r.effect_id = e.id
       where c.closed_at is null and r.released_at is null
         and lower(r.during) > $1 and lower(r.during) <= $2
       group by c.opportunity_id) soon
     where looked::bigint <= extract(epoch from $3::timestamptz)
     order by id limit $4`,
    [now.toString(), now.add(SOON).toString(), now.subtract(LOOK_EVERY).toString(), AT_ONCE],
  );
  return rows.map(({ id, looked }) => ({
    source: "clock",
    kind: RECONCILE,
    // By the look before it: two processes put the same one.
    deliveryKey: `reconcile:${id}:${looked}`,
    opportunityId: OpportunityId.parse(id),
    data: {},
  }));
};

const nextOf = async (tx: Tx, id: string, most: number): Promise<{ opportunityId: string }[]> =>
  await tx.query<{ opportunityId: string }>(
    `select opportunity_id as "opportunityId" from reconciliation_checks
     where reconciliation_id = $1 and event_id is null and findings is null
     order by opportunity_id limit $2`,
    [id, most],
  );

const putMore = async (
  tx: Tx,
  { id, most }: { id: string; most: number },
  deps: ReconcileDeps,
): Promise<void> => {
  const next = await nextOf(tx, id, most);
  const accepted = await acceptEvents(
    tx,
    next.map(({ opportunityId }) => ({
      source: "clock",
      kind: RECONCILE,
      deliveryKey: `reconcile:${id}:${opportunityId}`,
      opportunityId: OpportunityId.parse(opportunityId),
      data: { reconciliationId: id },
    })),
    deps,
  );
  for (const [index, { opportunityId }] of next.entries()) {
    await tx.query(
      `update reconciliation_checks set event_id = $3
       where reconciliation_id = $1 and opportunity_id = $2`,
      [id, opportunityId, accepted[index]?.eventId ?? null],
    );
  }
};

/** Ends it when nothing is left. One that was given up counts as looked at, and says so. */
const finish = async (id: string, deps: ReconcileDeps): Promise<void> => {
  const { database, clock } = deps;
  const notChecked: Finding = { code: "not_checked", repaired: false, caseId: null, subject: null };
  await database.query(
    `update reconciliation_checks k set findings =
       jsonb_build_array($2::jsonb || jsonb_build_object('caseId', k.case_ids[1], 'subject', k.event_id))
     from inbox i where k.reconciliation_id = $1 and k.findings is null and i.id = k.event_id
       and i.status in ('failed', 'handled')`,
    [id, JSON.stringify(notChecked)],
  );
  const [left] = await database.query(
    "select 1 from reconciliation_checks where reconciliation_id = $1 and findings is null limit 1",
    [id],
  );
  if (left) return;
  const global = await findGlobally(deps);
  await database.transaction(async (tx) => await finishReconciliation(tx, { id, global }, clock));
};

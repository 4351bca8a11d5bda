/** Reconciliations: each is a list of opportunities to look at, and what was found of each. One is under way at a time. */
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { Finding } from "../domain/finding.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import { appendLedger } from "../ledger/append.ts";

type Reads = Database | Queryable;

/** The kind of an event that has one opportunity compared. */
export const RECONCILE = "reconcile";

export interface Reconciliation {
  id: string;
  startedBy: string;
  startedAt: Temporal.Instant;
  /** Null while it is under way. */
  finishedAt: Temporal.Instant | null;
  /** Opportunities. */
  toCheck: number;
  checked: number;
  repaired: number;
  /** Told to a person for the first time. */
  reported: number;
  findings: Finding[];
  correlationId: string;
}

const RECONCILIATION = `select id, started_by as "startedBy", started_at as "startedAt", finished_at as "finishedAt",
  to_check as "toCheck", repaired, reported, findings, correlation_id as "correlationId",
  case when finished_at is not null then checked else (select count(*)::int from reconciliation_checks c
    where c.reconciliation_id = r.id and c.findings is not null) end as checked
  from reconciliations r`;

/** The latest, or null when there was none. */
export const latestReconciliation = async (reads: Reads): Promise<Reconciliation | null> => {
  const [found] = await reads.query<Reconciliation & Row>(
    `${RECONCILIATION} order by seq desc limit 1`,
  );
  return found ?? null;
};

/** One of them, or null. */
export const getReconciliation = async (
  reads: Reads,
  id: string,
): Promise<Reconciliation | null> => {
  const [found] = await reads.query<Reconciliation & Row>(`${RECONCILIATION} where id = $1`, [id]);
  return found ?? null;
};

/** What failed or was undone so long ago was looked at often enough. */
const LOOK_BACK = Temporal.Duration.from({ hours: 24 * 30 });

/** How long after the end of one nobody may ask for another by hand. */
const REST_SECONDS = 60;
const ENDED = "reconciliation_ended";

/** Begins one that somebody asks for. Shape: the one that is under way already, if there is one. Errors: `rate_limited`,
 * when one has just ended: who asks has put something right since then, so that the old one is no answer. */
export const askReconciliation = async (
  tx: Tx,
  by: string,
  deps: { clock: Clock; ids: Ids },
): Promise<string> => {
  const [rest] = await tx.query<{ seconds: number }>(
    `select ceil(extract(epoch from updated_at - now()) + $2)::int as seconds from settings
     where name = $1 and updated_at > now() - make_interval(secs => $2) and updated_at <= now()
       and not exists (select from reconciliations where finished_at is null)`,
    [ENDED, REST_SECONDS],
  );
  if (!rest) return await beginReconciliation(tx, by, deps);
  throw new AppError({
    code: "rate_limited",
    fault: "caller",
    retryable: true,
    message: `A comparison has just ended; what it found is in the settings and at GET /api/reconcile. Ask again in ${rest.seconds} s.`,
  });
};

/** Begins one: every open case, and those in which somebody was moved to another stage or something was undone lately. Shape: the one that is under way already,
 * if there is one. */
export const beginReconciliation = async (
  tx: Tx,
  by: string,
  { clock, ids }: { clock: Clock; ids: Ids },
): Promise<string> => {
  // Two that begin at once: the second finds the first.
  await tx.query("lock table reconciliations in share row exclusive mode");
  const [open] = await tx.query<{ id: string }>(
    "select id from reconciliations where finished_at is null",
  );
  if (open) return open.id;
  const id = ids.next("rec");
  const correlationId = ids.next("co");
  const now = clock.now();
  await tx.query(
    `insert into reconciliations (id, started_by, started_at, to_check, correlation_id)
     values ($1, $2, $3, 0, $4)`,
    [id, by, now.toString(), correlationId],
  );
  const toCheck = await tx.query(
    `insert into reconciliation_checks (reconciliation_id, opportunity_id, case_ids)
     select $1, c.opportunity_id, coalesce(array_agg(c.id) filter (where c.closed_at is null), '{}')
     from cases c where c.closed_at is null or exists (
       select 1 from proposals p join effects e on e.proposal_id = p.id where p.case_id = c.id
         and (e.status in ('failed', 'parked', 'undone', 'skipped') or e.kind = 'stage_move')
         and e.finished_at > $2)
     group by c.opportunity_id returning 1`,
    [id, now.subtract(LOOK_BACK).toString()],
  );
  await tx.query("update reconciliations set to_check = $2 where id = $1", [id, toCheck.length]);
  await appendLedger(tx, {
    type: "reconcile.started",
    actor: by,
    correlationId,
    data: { reconciliationId: id, toCheck: toCheck.length },
    at: now,
  });
  await tellStatus(tx);
  return id;
};

/** Writes down what was found of the opportunity that this event was to look at, together with its cases that ended by
 * it. Nothing for a look that belongs to no reconciliation. Safe to repeat. */
export const recordFindings = async (
  tx: Tx,
  { eventId, runId, findings }: { eventId: string; runId: string; findings: readonly Finding[] },
): Promise<void> => {
  const ended = await tx.query<{ id: string }>(
    `select c.id from reconciliation_checks k join cases c on c.id = any(k.case_ids)
     where k.event_id = $1 and c.closed_at >= (select started_at from runs where id = $2)`,
    [eventId, runId],
  );
  const all: Finding[] = [
    ...ended.map(({ id }) => ({
      code: "case_ended" as const,
      repaired: true,
      caseId: id,
      subject: null,
    })),
    ...findings,
  ];
  await tx.query("update reconciliation_checks set findings = $2 where event_id = $1", [
    eventId,
    JSON.stringify(all),
  ]);
};

/** Ends one with all that was found, if nothing is left to look at. Shape: whether it was. */
export const finishReconciliation = async (
  tx: Tx,
  { id, global }: { id: string; global: readonly Finding[] },
  clock: Clock,
): Promise<boolean> => {
  const [open] = await tx.query<{ correlationId: string; left: number; startedBy: string }>(
    `select correlation_id as "correlationId", (select count(*)::int from reconciliation_checks
       where reconciliation_id = r.id and findings is null) as left
     from reconciliations r where id = $1 and finished_at is null for update`,
    [id],
  );
  if (!open || open.left > 0) return false;
  const rows = await tx.query<{ findings: Finding[] }>(
    "select findings from reconciliation_checks where reconciliation_id = $1 order by opportunity_id",
    [id],
  );
  const findings = await sayOnce(tx, [...rows.flatMap((row) => row.findings), ...global]);
  const repaired = findings.filter((finding) => finding.repaired).length;
  const still = findings.filter(({ since }) => since !== undefined).length;
  const reported = findings.length - repaired - still;
  const at = clock.now();
  await tx.query("delete from reconciliation_checks where reconciliation_id = $1", [id]);
  await tx.query(
    `update reconciliations set finished_at = $2, checked = $3, repaired = $4, reported = $5, findings = $6
     where id = $1`,
    [id, at.toString(), rows.length, repaired, reported, JSON.stringify(findings)],
  );
  // By the database's clock: who asks may have another one than we.
  await tx.query(
    `insert into settings (name, value, updated_at) values ($1, '{}', now())
     on conflict (name) do update set updated_at = excluded.updated_at`,
    [ENDED],
  );
  await appendLedger(tx, {
    type: "reconcile.finished",
    actor: "convene",
    correlationId: open.correlationId,
    data: { reconciliationId: id, checked: rows.length, repaired, reported, still },
    at,
  });
  await tellStatus(tx);
  return true;
};

/** What was found the last time too, and is still so, stays to be seen with the time at which it was told; it is no news. */
const sayOnce = async (tx: Tx, findings: readonly Finding[]): Promise<Finding[]> => {
  const [last] = await tx.query<{ findings: Finding[]; finishedAt: Temporal.Instant }>(
    `select findings, finished_at as "finishedAt" from reconciliations
     where finished_at is not null order by seq desc limit 1`,
  );
  const toldAt = new Map(
    last?.findings
      .filter(({ repaired }) => !repaired)
      .map((finding) => [keyOf(finding), finding.since ?? last.finishedAt.toString()]),
  );
  return findings.map((finding) => {
    const since = finding.repaired ? undefined : toldAt.get(keyOf(finding));
    return since === undefined ? finding : { ...finding, since };
  });
};

const keyOf = ({ code, caseId, subject }: Finding): string => `${code} ${caseId} ${subject}`;

const tellStatus = async (tx: Tx): Promise<void> => {
  await tx.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "status" })]);
};

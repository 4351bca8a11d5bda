/** Erases a candidate: their texts cannot be read from the moment that this commits, nothing that waited is sent, their links are dead,
 * and every row that held something of theirs is gone or emptied. What stays is pseudonymous, and says what went. */
import type { Logger } from "pino";
import type { Database, Tx } from "../db/port.ts";
import { CaseId } from "../domain/ids.ts";
import type { Ids } from "../identifiers.ts";
import { appendLedger } from "../ledger/append.ts";
import type { Trail } from "../ledger/trail.ts";
import { isHeld } from "../privacy/legal-holds.ts";
import { type Erasure, type OutsideItem, lineOf } from "../privacy/erasures.ts";
import { type Lease, lockStream, releaseLease, takeLease } from "./lease.ts";
import type { ProposalDeps } from "./proposals.ts";
import { purgeRows, textsOfRows } from "./purge.ts";
import { supersedeWaiting } from "./supersede.ts";

export interface EraseDeps extends ProposalDeps {
  database: Database;
  ids: Ids;
  log: Logger;
  trail: Trail;
  /** Takes our events for what is still to come out of interviewers' calendars; sends the candidate nothing. */
  freeCalendars(opportunityId: string, lease: Lease): Promise<void>;
}

/** So often a run that is at work is let end, before it is cut off: each is a round of timed duties, so half a minute. */
const PATIENCE = 6;
const ERASED = "Erased.";

/** Does one erasure. Shape: false when a run was at work: it is tried again. Safe to stop and to repeat. */
export const eraseCandidate = async (erasure: Erasure, deps: EraseDeps): Promise<boolean> => {
  const leases = await takeStreams(erasure, deps);
  if (leases === null) return false;
  try {
    await writeDown(erasure, deps);
    for (const lease of leases) await deps.freeCalendars(lease.opportunityId, lease);
    await deps.database.transaction(async (tx) => await shred(tx, { erasure, leases }, deps));
    return true;
  } finally {
    for (const lease of leases) await releaseLease(deps.database, lease);
  }
};

/** Before it is done, so that none is missing beside the database; that it cannot be written must not keep anybody readable. */
const writeDown = async (erasure: Erasure, { trail, clock, log }: EraseDeps): Promise<void> => {
  try {
    await trail.addErasure(lineOf(erasure, clock.now()));
  } catch (thrown) {
    log.error(
      { erasureId: erasure.id, err: thrown },
      "an erasure could not be written to TRAIL_DIR: a database that is restored from before it will not know of it",
    );
  }
};

/** Becomes the single writer of each candidacy. After some patience by force: whoever is at work there has every later write refused.
 * Shape: null when somebody is at work. */
const takeStreams = async (
  { id, opportunityIds, tries }: Erasure,
  { database, ids }: EraseDeps,
): Promise<Lease[] | null> => {
  if (tries >= PATIENCE) {
    await database.query(
      "update streams set fence = fence + 1, lease_owner = null, lease_until = null where opportunity_id = any($1)",
      [opportunityIds],
    );
  }
  const known = await database.query<{ id: string }>(
    "select opportunity_id as id from streams where opportunity_id = any($1)",
    [opportunityIds],
  );
  const leases: Lease[] = [];
  for (const opportunityId of opportunityIds) {
    if (known.every((stream) => stream.id !== opportunityId)) continue;
    const lease = await takeLease(database, opportunityId, ids.next("lease"));
    if (lease) {
      leases.push(lease);
      continue;
    }
    for (const taken of leases) await releaseLease(database, taken);
    await database.query("update erasures set tries = tries + 1 where id = $1", [id]);
    return null;
  }
  return leases;
};

const shred = async (
  tx: Tx,
  { erasure, leases }: { erasure: Erasure; leases: readonly Lease[] },
  deps: EraseDeps,
): Promise<void> => {
  for (const { opportunityId } of leases) await lockStream(tx, opportunityId);
  const [open] = await tx.query(
    `select from erasures where id = $1 and erased_at is null and not ${isHeld("erasures.candidate")} for update`,
    [erasure.id],
  );
  if (!open) return;
  const isWhole = await isWholePerson(tx, erasure);
  const scope = await scopeOf(tx, erasure, deps);
  const outside = await listOutside(tx, scope.caseIds);
  const texts = await shredTexts(tx, { erasure, isWhole, scope }, deps);
  const rows = await purgeRows(tx, scope);
  await endCases(tx, scope);
  const counts = { ...texts, ...rows };
  const now = scope.now.toString();
  await tx.query(
    "update erasures set is_whole = $2, erased_at = $3, counts = $4, outside = $5 where id = $1",
    [erasure.id, isWhole, now, JSON.stringify(counts), JSON.stringify(outside)],
  );
  await tx.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "cases" })]);
  const correlationId = deps.ids.next("co");
  for (const caseId of scope.caseIds) {
    const what = { caseId: CaseId.parse(caseId), exceptRun: null, because: ERASED, correlationId };
    await supersedeWaiting(tx, what, deps);
  }
  await certify(tx, { erasure, isWhole, counts, outside, correlationId }, deps);
};

/** Whether the person's key goes: Lever deletes one candidacy, and its person may have another one that we still have. */
const isWholePerson = async (
  tx: Tx,
  { cause, candidate, opportunityIds }: Erasure,
): Promise<boolean> => {
  if (cause !== "lever") return true;
  const others = await tx.query(
    `select from cases where candidate = $1 and opportunity_id <> all($2) and in_lever <> 'gone' and erased_at is null limit 1`,
    [candidate, opportunityIds],
  );
  return others.length === 0;
};

const scopeOf = async (tx: Tx, { opportunityIds }: Erasure, { clock }: EraseDeps) => {
  const cases = await tx.query<{ id: string }>(
    "select id from cases where opportunity_id = any($1) order by created_at",
    [opportunityIds],
  );
  const caseIds = cases.map(({ id }) => id);
  const runs = await tx.query<{ id: string }>(
    `select r.id from runs r join inbox i on i.id = r.event_id where i.opportunity_id = any($1) or r.case_id = any($2)`,
    [opportunityIds, caseIds],
  );
  return { opportunityIds, caseIds, runIds: runs.map(({ id }) => id), now: clock.now() };
};
type Scope = Awaited<ReturnType<typeof scopeOf>>;

/** Shape: how many texts of each kind there were. */
const shredTexts = async (
  tx: Tx,
  { erasure, isWhole, scope }: { erasure: Erasure; isWhole: boolean; scope: Scope },
  { texts }: EraseDeps,
): Promise<Record<string, number>> => {
  const only = isWhole ? null : await textsOfRows(tx, scope);
  const kinds = await tx.query<{ kind: string; n: number }>(
    `select kind, count(*)::int as n from texts where candidate = $1 and ($2::text[] is null or id = any($2))
     group by kind order by kind`,
    [erasure.candidate, only],
  );
  if (only === null) await texts.erase(tx, erasure.candidate);
  else
    await tx.query("delete from texts where candidate = $1 and id = any($2)", [
      erasure.candidate,
      only,
    ]);
  return Object.fromEntries(kinds.map(({ kind, n }) => [`text ${kind}`, n]));
};

/** Nothing of them goes on, and what is on its way is told to nobody any more. */
const endCases = async (tx: Tx, { caseIds, runIds, now }: Scope): Promise<void> => {
  const at = now.toString();
  await tx.query(
    `update effects e set status = case when e.status = 'planned' then 'skipped' else 'parked' end, error = null, finished_at = $2
     from proposals p where p.id = e.proposal_id and p.case_id = any($1) and e.status in ('planned', 'sending', 'unknown')`,
    [caseIds, at],
  );
  await tx.query(
    `update proposals set status = 'failed' where case_id = any($1) and status in ('approved', 'performing')`,
    [caseIds],
  );
  await tx.query(
    `update reservations r set released_at = $2 from proposals p
     where p.id = r.proposal_id and p.case_id = any($1) and r.released_at is null and upper(r.during) > $2`,
    [caseIds, at],
  );
  await tx.query(
    `update runs set status = case when status = 'done' then status else 'superseded' end, outcome = null,
       finished_at = coalesce(finished_at, $2) where id = any($1)`,
    [runIds, at],
  );
  await tx.query(
    `update cases set status = 'closed', next_step = $2, problems = '[]', name_text_id = null, lever_url = null, erased_at = $3,
       closed_at = coalesce(closed_at, $3), updated_at = $3, links_ended = links_ended + 1, version = version + 1
     where id = any($1)`,
    [caseIds, ERASED, at],
  );
};

/** What our effects left where our keys do not reach, by ids; what was taken back is not there any more. */
const listOutside = async (tx: Tx, caseIds: readonly string[]): Promise<OutsideItem[]> =>
  await tx.query<OutsideItem & Record<string, unknown>>(
    `select e.kind, e.status, coalesce(e.external_ref, '{}') as ref from effects e join proposals p on p.id = e.proposal_id
     where p.case_id = any($1) and e.status in ('done', 'parked', 'unknown', 'sending') and e.kind not in ('reserve_time', 'release_time', 'debrief_time')
     order by p.created_at, e.step`,
    [[...caseIds]],
  );

/** The certificate: who asked, why, and what kinds of things went and how many, no name and no word of theirs. */
const certify = async (
  tx: Tx,
  {
    erasure,
    isWhole,
    counts,
    outside,
    correlationId,
  }: {
    erasure: Erasure;
    isWhole: boolean;
    counts: Record<string, number>;
    outside: readonly OutsideItem[];
    correlationId: string;
  },
  { clock }: EraseDeps,
): Promise<void> => {
  await appendLedger(tx, {
    type: "candidate.erased",
    actor: erasure.askedBy,
    correlationId,
    data: {
      erasureId: erasure.id,
      candidate: erasure.candidate,
      opportunityIds: erasure.opportunityIds,
      cause: erasure.cause,
      reason: erasure.reason,
      ...(erasure.reference !== null && { reference: erasure.reference }),
      ...(erasure.firstErasedAt !== null && { againAfterRestore: true }),
      askedAt: erasure.askedAt.toString(),
      isKeyDestroyed: isWhole,
      counts,
      outside: outside.length,
    },
    at: clock.now(),
  });
};

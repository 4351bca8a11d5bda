/** Forgets, by age, what nobody needs any more, so that the tables stay as large as the work of so many days: traces,
 * working papers and checkpoints of runs that have ended with their case, events that led to nothing that stays, and what
 * old comparisons found.
 * What waits, what failed, what belongs to an open case and what a proposal refers to is never touched; the ledger and
 * the records of the business (cases, proposals, decisions, effects) are not either. Streams stay too: one small row an
 * opportunity, whose `seq` and fence must never begin again while a late worker or a late delivery may still name them. */
import { forgetUnasked } from "../calendar/versions.ts";
import { forgetOpenings } from "../cases/openings.ts";
import { forgetRequests } from "../cases/plain-requests.ts";
import type { Database, Tx } from "../db/port.ts";
import { SAVER_SCHEMA } from "../db/saver-tables.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import { forgetSpent } from "../models/budget.ts";
import { isHeld } from "../privacy/legal-holds.ts";
import type { DaysByCountry } from "../privacy/retention.ts";
import { askForRetention } from "./erase-due.ts";

export interface PruneDeps {
  database: Database;
  clock: Clock;
  /** Days from the end of a run, and of its case, until its trace goes. */
  keepRunsDays: number;
  /** Days from the end of a candidate's last case until they are erased; 0: never. */
  keepCandidatesDays: number;
  /** The same where the country of the posting is one of these. */
  keepByCountry: DaysByCountry;
  ids: Ids;
  /** How many at a time. Default: so few that nobody waits long for a lock. */
  pruneBatch?: number | undefined;
}

const BATCH = 100;
/** So many batches that a round is over within seconds; what is left waits for the next. */
const BATCHES_A_ROUND = 20;
const EVERY = Temporal.Duration.from({ hours: 1 });
const ROUND = "pruned";

/** One round, when the last one of this installation was an hour ago by our clock. Safe in many processes at once: one of
 * them gets the round, and each batch takes only rows that nobody else holds. Stops between two batches when told to. */
export const prune = async (deps: PruneDeps, signal?: AbortSignal): Promise<void> => {
  if (!(await claimRound(deps))) return;
  const now = deps.clock.now();
  await forgetUnasked(deps.database, now);
  await forgetSpent(deps.database, now);
  await forgetOpenings(deps.database, now);
  await askForRetention(deps);
  const what: Age = {
    now: now.toString(),
    before: now.subtract({ hours: 24 * deps.keepRunsDays }).toString(),
    most: deps.pruneBatch ?? BATCH,
  };
  for (const pruneBatch of [pruneRuns, pruneEvents, pruneReconciliations]) {
    for (let batch = 1; ; batch += 1) {
      const count = await deps.database.transaction(async (tx) => await pruneBatch(tx, what));
      if (count < what.most) break;
      if (batch < BATCHES_A_ROUND && signal?.aborted !== true) continue;
      await giveRoundBack(deps);
      return;
    }
  }
};

/** What goes: `most` of what ended before `before`. */
interface Age {
  now: string;
  before: string;
  most: number;
}

/** A clock that was set back must not keep the round away for as long as it was ahead. */
const claimRound = async ({ database, clock }: PruneDeps): Promise<boolean> => {
  const now = clock.now();
  const taken = await database.query(
    `update settings set updated_at = $2
     where name = $1 and (updated_at <= $3 or updated_at > $4) returning 1`,
    [ROUND, ...[now, now.subtract(EVERY), now.add(EVERY)].map(String)],
  );
  if (taken.length > 0) return true;
  const first = await database.query(
    `insert into settings (name, value, updated_at) values ($1, '{}', $2)
     on conflict (name) do nothing returning 1`,
    [ROUND, now.toString()],
  );
  return first.length > 0;
};

const giveRoundBack = async ({ database, clock }: PruneDeps): Promise<void> => {
  await database.query("update settings set updated_at = $2 where name = $1", [
    ROUND,
    clock.now().subtract(EVERY).toString(),
  ]);
};

/** A run whose event failed can be run again, and one that an event still speaks to goes on: both need their thread. */
const RUNS = `
  select r.id, r.event_id as "eventId",
    exists (select from proposals p where p.run_id = r.id) as "hasProposals"
  from runs r join inbox i on i.id = r.event_id left join cases c on c.id = r.case_id
  where r.pruned_at is null and r.status in ('done', 'superseded') and r.finished_at < $1
    and i.status in ('handled', 'ignored') and (r.case_id is null or c.closed_at < $1)
    and not exists (select from proposals p where p.run_id = r.id
      and p.status in ('waiting', 'approved', 'performing'))
    and not exists (select from inbox o where o.opportunity_id = i.opportunity_id
      and o.status in ('waiting', 'failed') and o.data ->> 'runId' = r.id)
    and not coalesce(${isHeld("c.candidate")}, false)
  order by r.finished_at limit $2 for update of r skip locked`;

const pruneRuns = async (tx: Tx, { now, before, most }: Age): Promise<number> => {
  const ended = await tx.query<{ id: string; eventId: string; hasProposals: boolean }>(RUNS, [
    before,
    most,
  ]);
  if (ended.length === 0) return 0;
  await pruneTraces(
    tx,
    ended.map(({ id }) => id),
  );
  const kept = ended.filter(({ hasProposals }) => hasProposals).map(({ id }) => id);
  await tx.query("update runs set pruned_at = $2 where id = any($1)", [kept, now]);
  const gone = ended.filter(({ hasProposals }) => !hasProposals);
  await tx.query("delete from runs where id = any($1)", [gone.map(({ id }) => id)]);
  await forgetRequests(
    tx,
    gone.map(({ eventId }) => eventId),
  );
  await tx.query("delete from inbox where id = any($1)", [gone.map(({ eventId }) => eventId)]);
  return ended.length;
};

const SAVER_TABLES = ["checkpoint_writes", "checkpoint_blobs", "checkpoints"];

const pruneTraces = async (tx: Tx, runIds: string[]): Promise<void> => {
  for (const table of SAVER_TABLES) {
    await tx.query(`delete from ${SAVER_SCHEMA}.${table} where thread_id = any($1)`, [runIds]);
  }
  const texts = await tx.query<{ id: string }>(
    `with step as (delete from run_steps where run_id = any($1) returning input_text_id, output_text_id),
       paper as (delete from papers where run_id = any($1) returning text_id)
     select input_text_id as id from step where input_text_id is not null
     union select output_text_id from step where output_text_id is not null
     union select text_id from paper`,
    [runIds],
  );
  await tx.query(
    `delete from texts t where t.id = any($1)
       and not exists (select from run_steps s where s.input_text_id = t.id or s.output_text_id = t.id)
       and not exists (select from papers p where p.text_id = t.id)
       and not exists (select from cases c where c.name_text_id = t.id)
       and not exists (select from proposals p where p.payload_text_id = t.id or p.context_text_id = t.id)
       and not exists (select from decisions d where d.reason_text_id = t.id)
       and not exists (select from effects e where e.result_text_id = t.id)`,
    [texts.map(({ id }) => id)],
  );
};

/** All but the latest, which tells what was found, and when the next night's is due. */
const pruneReconciliations = async (tx: Tx, { before, most }: Age): Promise<number> => {
  const gone = await tx.query(
    `delete from reconciliations where id in (
       select id from reconciliations
       where finished_at < $1 and seq < (select max(seq) from reconciliations)
       order by seq limit $2 for update skip locked)
     returning 1`,
    [before, most],
  );
  return gone.length;
};

/** Events without a run of their own: ignored ones, echoes of our own writes, decisions that a run went on with. */
const pruneEvents = async (tx: Tx, { before, most }: Age): Promise<number> => {
  const gone = await tx.query(
    `delete from inbox where id in (
       select i.id from inbox i
       where i.status in ('handled', 'ignored') and i.received_at < $1
         and coalesce(i.handled_at, i.received_at) < $1
         and not exists (select from runs r where r.event_id = i.id)
         and not exists (select from cases c
           where c.opportunity_id = i.opportunity_id and c.closed_at is null)
       order by i.received_at limit $2 for update of i skip locked)
     returning 1`,
    [before, most],
  );
  return gone.length;
};

/** What an independent auditor needs: what was proposed about a candidacy by evaluative features, what people decided, what became of it. */
import type { Database, Queryable, Row } from "../db/port.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import type { ImpactRow } from "../insights/impact.ts";
import { appendLedger } from "../ledger/append.ts";

/** The last proposal of each evaluative kind in each round, oldest round first. That a candidacy moved on is told by a later case of
 * it at another stage, or by a move of ours that was done. */
export const listImpactRows = async (reads: Database | Queryable): Promise<ImpactRow[]> =>
  await reads.query<ImpactRow & Row>(
    `with last as (
       select distinct on (case_id, kind) * from proposals where class = 'evaluative' and case_id is not null
       order by case_id, kind, created_at desc, id desc),
     told as (
       select c.opportunity_id as reference, c.posting_id as "postingId", c.stage_name as stage,
         c.created_at as "openedAt", l.kind, l.created_at as "proposedAt", l.status, d.decision, d.at as "decidedAt",
         c.in_lever, c.updated_at, c.id,
         least(
           (select min(n.created_at) from cases n where n.opportunity_id = c.opportunity_id
             and n.stage_id <> c.stage_id and n.created_at > c.created_at),
           (select min(e.finished_at) from effects e join proposals m on m.id = e.proposal_id
             where m.case_id = c.id and m.kind = 'move_stage' and e.status = 'done')) as moved
       from last l join cases c on c.id = l.case_id left join decisions d on d.proposal_id = l.id)
     select reference, "postingId", stage, "openedAt", kind, "proposedAt", status, decision, "decidedAt",
       case when moved is not null then 'moved_on' when in_lever <> 'active' then 'ended' else 'open' end as outcome,
       case when moved is not null then moved when in_lever <> 'active' then updated_at end as "outcomeAt"
     from told order by "openedAt", id, kind`,
  );

/** The same for somebody who takes it away, which the ledger keeps. */
export const exportImpact = async (
  { by }: { by: string },
  { database, clock, ids }: { database: Database; clock: Clock; ids: Ids },
): Promise<ImpactRow[]> =>
  await database.transaction(async (tx) => {
    const rows = await listImpactRows(tx);
    await appendLedger(tx, {
      type: "impact.exported",
      actor: by,
      correlationId: ids.next("co"),
      data: { rows: rows.length },
      at: clock.now(),
    });
    return rows;
  });

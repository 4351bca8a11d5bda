/** Whether events of one opportunity were handled one by one and in the order of their `seq`, by the ledger. */
import type { Walk } from "./walk.ts";

/** Events that began before the one before them had ended. */
export const disorders = async (walk: Walk): Promise<number> => {
  const [row] = await walk.running.deps.database.query<{ n: number }>(
    `select count(*)::int as n from inbox a join inbox b
       on b.opportunity_id = a.opportunity_id and b.seq = a.seq + 1
     join ledger l on l.type = 'run.started' and l.data ->> 'eventId' = b.id
     join ledger e on e.type like 'run.%' and e.type <> 'run.started'
       and e.data ->> 'runId' = (select id from runs where event_id = a.id)
     where l.seq < e.seq`,
  );
  return row?.n ?? -1;
};

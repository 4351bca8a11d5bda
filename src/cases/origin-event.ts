/** What a lost time was first looked for: the event behind the one that tells of its loss, however often it was lost. */
import type { Database, Queryable, Row } from "../db/port.ts";

/** Shape: the event itself when it tells of no loss. Null when it is not there. */
export const originOf = async (
  reads: Database | Queryable,
  eventId: string,
): Promise<{ id: string; kind: string } | null> => {
  const [origin] = await reads.query<{ id: string; kind: string } & Row>(
    `with recursive back (id, kind, data) as (
       select id, kind, data from inbox where id = $1
       union
       select i.id, i.kind, i.data from back b
         join proposals p on p.id = b.data ->> 'proposalId' join runs r on r.id = p.run_id
         join inbox i on i.id = r.event_id
       where b.kind = 'slot_lost')
     select id, kind from back where kind <> 'slot_lost' limit 1`,
    [eventId],
  );
  return origin ?? null;
};

/** Interviews to which the candidate did not come, by the panel of Lever that each is in: what feedback leaves out. */
import type { Database, Queryable, Row } from "../db/port.ts";
import type { MissedInterview } from "../feedback/seats.ts";

/** Those of an opportunity, as somebody has said by now. A booking's panel is known by what its effect left in Lever. */
export const listMissed = async (
  reads: Database | Queryable,
  opportunityId: string,
): Promise<MissedInterview[]> =>
  await reads.query<MissedInterview & Row>(
    `select distinct e.external_ref ->> 'panelId' as "panelId", a.starts_at as "startsAt"
     from attendances a join cases c on c.id = a.case_id
     join proposals p on p.case_id = c.id join effects e on e.proposal_id = p.id
     where c.opportunity_id = $1 and a.attended = false and e.kind = 'lever_panel'
       and e.external_ref ->> 'panelId' is not null`,
    [opportunityId],
  );

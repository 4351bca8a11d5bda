/** Interviews that were missed: by the panel of Lever that each is in, which feedback leaves out, and as time that was booked. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { KINDS_OF_BOOKINGS } from "./booking-kinds.ts";
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

const missedTime = (which: string): string => `exists (select from attendances m
  where m.case_id = p.case_id and m.attended = false and r.effect_id is not null
    and r.released_at >= m.starts_at and r.during && tstzrange(m.starts_at, m.ends_at)${which})`;

/** SQL, of time `r` of a proposal `p`: that it was booked, and is given back only because the interview was missed. Time given back
 * before looks the same otherwise. */
export const WAS_MISSED = missedTime("");

/** The same, and that the panel was there and spent it. */
export const WAS_SPENT = missedTime(" and coalesce(m.reason, '') <> 'panel_absent'");

/** An interview that was missed, of one of the panel who was there for it. */
export interface SpentTime {
  email: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  postingTitle: string;
  stageName: string;
}

/** Those of these people that began in a span, by start. */
export const listSpentTime = async (
  reads: Database | Queryable,
  { emails, from, to }: { emails: readonly string[]; from: Temporal.Instant; to: Temporal.Instant },
): Promise<SpentTime[]> =>
  await reads.query<SpentTime & Row>(
    `select distinct r.person as email, lower(r.during) as "startsAt", upper(r.during) as "endsAt",
       c.posting_title as "postingTitle", c.stage_name as "stageName"
     from attendances a join cases c on c.id = a.case_id
       join proposals p on p.case_id = c.id and p.kind in (${KINDS_OF_BOOKINGS}) join reservations r on r.proposal_id = p.id
     where a.attended = false and a.starts_at >= $2 and a.starts_at < $3 and lower(r.during) = a.starts_at
       and r.person = any($1) and r.released_at is not null and ${WAS_SPENT}
     order by 2, 1`,
    [emails, from.toString(), to.toString()],
  );

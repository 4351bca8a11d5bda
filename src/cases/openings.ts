/** When people had a proposal before them, and what they decided then. */
import type { Database, Queryable, Row } from "../db/port.ts";
import type { DecisionMade } from "../policy/oversight.ts";

/** Keeps the first time at which somebody had it before them while it waited. */
export const noteOpening = async (
  database: Database,
  { proposalId, person, at }: { proposalId: string; person: string; at: Temporal.Instant },
): Promise<void> => {
  await database.query(
    `insert into proposal_openings (proposal_id, person, at)
     select id, $2, $3 from proposals where id = $1 and status = 'waiting'
     on conflict (proposal_id, person) do nothing`,
    [proposalId, person, at.toString()],
  );
};

/** What people decided since, also as the first of two. An edit of their own is opened when what it was made from was. */
export const listDecisionsMade = async (
  reads: Database | Queryable,
  since: Temporal.Instant,
): Promise<DecisionMade[]> =>
  await reads.query<DecisionMade & Row>(
    `with told as (
       select proposal_id, decided_by, decision, at from decisions
       where decision in ('approve', 'edit', 'reject') and via is not null and at >= $1
       union
       select a.proposal_id, a.approved_by, 'approve', a.at from approvals a
       where a.at >= $1 and not exists (select from decisions o
         where o.proposal_id = a.proposal_id and o.decided_by = a.approved_by))
     select d.decided_by as person, p.kind, d.decision, d.at,
       coalesce(least(o.at, b.at), o.at, b.at) as "openedAt", coalesce(e.decision = 'edit', false) as "isOfEdit"
     from told d join proposals p on p.id = d.proposal_id
       left join decisions e on e.proposal_id = p.previous_id and e.decided_by = d.decided_by
       left join proposal_openings o on o.proposal_id = p.id and o.person = d.decided_by
       left join proposal_openings b on b.proposal_id = e.proposal_id and b.person = d.decided_by
     order by d.at`,
    [since.toString()],
  );

/** Time at which a candidate is in another interview, of this candidacy or of another one: nobody looks for a time over it,
 * and nobody books over it. The panel's held time tells of it, so that nothing is kept twice. */
import type { Queryable, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { KINDS_OF_BOOKINGS } from "./booking-kinds.ts";

/** For which case a time is looked for: the open one at that stage. Its own time is in nobody's way. */
export interface CandidateTimeQuery {
  contactId: string;
  opportunityId: string;
  stageId: string;
  now: Temporal.Instant;
}

/** Time to come that other cases of the candidate have booked, or hold for a proposal or an offer. Shape: by start, each once. */
export const listCandidateTime = async (
  reads: Pick<Queryable, "query">,
  { contactId, opportunityId, stageId, now }: CandidateTimeQuery,
): Promise<{ start: Temporal.Instant; end: Temporal.Instant }[]> =>
  await reads.query<{ start: Temporal.Instant; end: Temporal.Instant }>(
    `select distinct lower(r.during) as start, upper(r.during) as end from reservations r
     join proposals p on p.id = r.proposal_id join cases c on c.id = p.case_id
     where c.candidate = $1 and not (c.opportunity_id = $2 and c.stage_id = $3 and c.closed_at is null)
       and p.kind in (${KINDS_OF_BOOKINGS})
       and r.released_at is null and upper(r.during) > $4
       and (r.held_until is null or r.held_until > $4)
     order by 1, 2`,
    [contactId, opportunityId, stageId, now.toString()],
  );

interface Timed {
  startsAt: string;
  endsAt: string;
}

/** Refuses a booking at a time at which another case has the candidate booked. One after the other for each candidate, until
 * the transaction ends: of two that book at once the second sees the first. Comes after the turns of the panel. `before`:
 * what is booked already; whatever overlaps that as it is, is no news of this change. Errors: `slot_lost`. */
export const refuseIfCandidateTaken = async (
  tx: Tx,
  {
    proposalId,
    sessions,
    before,
  }: { proposalId: string; sessions: readonly Timed[]; before: readonly Timed[] },
): Promise<void> => {
  // Who has one case alone waits for nobody; whoever books for a second one waits for them.
  const [turn] = await tx.query<{ isAlone: boolean }>(
    `select "isAlone", case when "isAlone" then pg_advisory_xact_lock_shared(key) else pg_advisory_xact_lock(key) end
     from (select hashtextextended('candidate ' || mine.candidate, 0) as key,
         not exists (select from cases c where c.candidate = mine.candidate and c.id <> mine.id) as "isAlone"
       from proposals p join cases mine on mine.id = p.case_id where p.id = $1) as turn`,
    [proposalId],
  );
  if (!turn || turn.isAlone) return;
  const taken = await tx.query(
    `select 1 as ok from proposals own join cases mine on mine.id = own.case_id
     join cases c on c.candidate = mine.candidate and c.id <> mine.id
     join proposals p on p.case_id = c.id and p.kind in (${KINDS_OF_BOOKINGS})
     join reservations r on r.proposal_id = p.id and r.effect_id is not null and r.released_at is null
     where own.id = $1
       and exists (select from unnest($2::timestamptz[], $3::timestamptz[]) as s (starts_at, ends_at)
         where r.during && tstzrange(s.starts_at, s.ends_at))
       and not exists (select from unnest($4::timestamptz[], $5::timestamptz[]) as b (starts_at, ends_at)
         where r.during && tstzrange(b.starts_at, b.ends_at))
     limit 1`,
    [proposalId, ...columnsOf(sessions), ...columnsOf(before)],
  );
  if (taken.length === 0) return;
  throw new AppError({
    code: "slot_lost",
    fault: "upstream",
    message: "The candidate is booked for another interview at that time by now.",
  });
};

const columnsOf = (times: readonly Timed[]): [string[], string[]] => [
  times.map(({ startsAt }) => startsAt),
  times.map(({ endsAt }) => endsAt),
];

/** Reads what insights are computed from: cases, proposals, decisions, effects, what people and candidates did. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { WEEKS_BEFORE } from "../insights/load.ts";
import type { Period } from "../insights/period.ts";
import type {
  AttendedRow,
  BookingRow,
  Cause,
  ChangeRow,
  FeedbackRow,
  SeatRow,
} from "../insights/rows.ts";
import type { Texts } from "../privacy/texts.ts";
import { KINDS_OF_BOOKINGS } from "./booking-kinds.ts";
import { CAME, firstOf, withVisits } from "./booked-visits.ts";
import { isKeptPutBack, openPayloads } from "./put-back.ts";
import { tellsOfCandidate } from "./attendances.ts";
import { WAS_SPENT } from "./missed-interviews.ts";
import { LOOK_AGAIN } from "./searches.ts";

type Reads = Database | Queryable;

/** Which part of the company. Null: all of it. */
export interface InsightScope {
  team: string | null;
  postingId: string | null;
}

export interface InsightQuery extends Period, InsightScope {}

/** SQL, of cases `c`: which are asked for. One that is for few counts nowhere: the figures of the company less those of its teams would tell of it. */
export const IN_SCOPE =
  "c.is_confidential is not true and ($3::text is null or c.team = $3) and ($4::text is null or c.posting_id = $4)";

/** What stands for $1 to $4 in `IN_SCOPE` and beside it. */
export const valuesOf = ({ from, to, team, postingId }: InsightQuery): unknown[] => [
  from.toString(),
  to.toString(),
  team,
  postingId,
];

/** Decisions that no person made are by these. */
const BY_ITSELF = "('policy', 'clock', 'convene', 'candidate')";

/** How often people acted for a case `c` until `b.out_at`. What a candidate chose was approved with the offer, and counts there. */
const TOUCHES = `(select count(*) from decisions d join proposals p on p.id = d.proposal_id
    left join proposals q on q.id = p.previous_id
    where p.case_id = c.id and d.at <= b.out_at and d.decision in ('approve', 'edit', 'reject')
      and p.kind not in ('change_booking', 'cancel_booking') and d.decided_by not in ${BY_ITSELF} and not (p.kind = 'book_interview' and coalesce(q.kind, '') = 'offer_times'))
  + (select count(*) from runs r join inbox i on i.id = r.event_id
    where r.case_id = c.id and i.source = 'person' and i.received_at <= b.out_at)
  + (select count(*) from ledger l where l.case_id = c.id and l.at <= b.out_at and l.actor not in ${BY_ITSELF}
      and l.type in ('candidate.request_settled', 'effect.checked'))`;

/** First bookings whose last invitation left in the period. */
export const listBookingRows = async (reads: Reads, query: InsightQuery): Promise<BookingRow[]> =>
  await reads.query<BookingRow & Row>(
    `select c.id as "caseId", c.created_at as "openedAt",
       b.out_at as "outAt", b.interviews, (${TOUCHES})::int as touches
     from cases c join lateral (
       select max(e.finished_at) as out_at, count(*) filter (where e.kind = 'calendar_event')::int as interviews,
         bool_and(e.status = 'done') as is_out
       from proposals p join effects e on e.proposal_id = p.id
       where p.case_id = c.id and p.kind = 'book_interview' and p.status = 'done'
         and e.kind in ('calendar_event', 'candidate_mail')
       group by p.id, p.created_at order by p.created_at, p.id limit 1) b on b.is_out
     where b.out_at >= $1 and b.out_at < $2 and ${IN_SCOPE} order by b.out_at, c.id`,
    valuesOf(query),
  );

/** Longer, nothing about a booking takes. */
const AROUND = "interval '60 days'";

interface StoredChange extends Row {
  id: string;
  caseId: string;
  origin: string;
  happenedAt: Temporal.Instant;
  status: string;
  doneAt: Temporal.Instant | null;
  payloadTextId: string | null;
}

/** What was proposed about bookings around the period: what began before it may be gone on with in it, and what happened in it may
 * stand again later. What was looked for again began with the search. Shape: by case, in the order in which they were made. */
export const listChangeRows = async (
  reads: Reads,
  query: InsightQuery,
  texts: Texts,
): Promise<ChangeRow[]> => {
  const found = await reads.query<StoredChange>(
    `select * from (select p.case_id as "caseId", i.kind as origin, p.status,
       case when i.kind = '${LOOK_AGAIN}' then coalesce((select max(s.since) from searches s where s.case_id = c.id
         and s.since <= p.created_at), i.received_at) else i.received_at end as "happenedAt",
       (select max(e.finished_at) from effects e where e.proposal_id = p.id and e.status = 'done') as "doneAt",
       p.payload_text_id as "payloadTextId", p.created_at as "madeAt", p.id
     from proposals p join cases c on c.id = p.case_id
       join runs r on r.id = p.run_id join inbox i on i.id = r.event_id
     where p.kind in ('change_booking', 'cancel_booking') and p.status not in ('observed') and ${IN_SCOPE}) f
     where f."madeAt" >= $1::timestamptz - ${AROUND} and f."madeAt" < $2::timestamptz + ${AROUND} order by f."caseId", f."madeAt", f.id`,
    valuesOf(query),
  );
  const payloads = await openPayloads(reads, found, texts);
  return found.map(({ id, caseId, origin, happenedAt, status, doneAt }) => {
    const payload = payloads.get(id);
    const cause = causeOf(origin, payload);
    return { caseId, cause, happenedAt, status, doneAt, isPutBack: isKeptPutBack(payload) };
  });
};

/** Who of the panel had said no stands in what was proposed. */
const causeOf = (origin: string, payload: unknown): Cause => {
  if (origin.startsWith("candidate_")) return "candidate";
  return hasDeclined(payload) ? "declined" : "outside";
};

const hasDeclined = (payload: unknown): boolean => {
  const events = partOf(partOf(payload, "change"), "events");
  return Array.isArray(events) && events.some((event) => isFilled(partOf(event, "declined")));
};

const partOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

const isFilled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

/** Booked time of people and rooms, from some weeks before the period to its end; also of interviews that were missed, unless nobody
 * of the panel came. What is for few eyes is left out: a bar of one
 * person is too small to hide it. */
export const listSeatRows = async (reads: Reads, query: InsightQuery): Promise<SeatRow[]> =>
  await reads.query<SeatRow & Row>(
    `select distinct lower(r.person) as email, lower(r.during) as "startsAt", upper(r.during) as "endsAt"
     from reservations r join proposals p on p.id = r.proposal_id join cases c on c.id = p.case_id
     where r.effect_id is not null and (r.released_at is null or ${WAS_SPENT}) and p.kind in (${KINDS_OF_BOOKINGS})
       and lower(r.during) >= $1 and lower(r.during) < $2 and r.during && tstzrange($1, $2) and ${IN_SCOPE}
     order by 2, 1`,
    valuesOf({ ...query, from: query.from.subtract({ hours: WEEKS_BEFORE * 7 * 24 }) }),
  );

/** Forms of interviews that ended in the period, but for those that nobody waits for. The mirror has none that is for few eyes, and
 * of a candidacy that has become so since none counts. */
export const listFeedbackRows = async (reads: Reads, query: InsightQuery): Promise<FeedbackRow[]> =>
  await reads.query<FeedbackRow & Row>(
    `select f.ends_at as "endsAt", f.handed_in_at as "handedInAt" from feedback_owed f
       left join cases c on c.id = f.case_id
     where f.status <> 'excused' and f.ends_at >= $1 and f.ends_at < $2 and ${IN_SCOPE}
       and not exists (select from cases k where k.opportunity_id = f.opportunity_id and k.is_confidential)
     order by f.ends_at, f.interview_id, f.user_id`,
    valuesOf(query),
  );

/** SQL: what is known of visits that begin in the period. One with several reasons was missed for what tells of the candidate, if anything does. */
const VISITS = `select v.case_id, min(v.starts_at) as starts_at, max(v.ends_at) as ends_at, ${firstOf("booked_at")} as booked_at,
    ${firstOf("moves")} as moves, ${CAME} as attended, case when ${CAME} then null else (array_agg(v.reason
      order by (${tellsOfCandidate("v")}) desc, v.reason is null, v.starts_at, v.session_id) filter (where v.attended = false))[1] end as reason
  from ${withVisits(
    `select * from attendances where starts_at >= $1::timestamptz - interval '1 day' and starts_at < $2::timestamptz + interval '1 day'`,
  )} v group by v.case_id, v.visit`;

/** Visits of the period that are over. A confirmation counts for the time that was booked when it was given. */
export const listAttendedRows = async (
  reads: Reads,
  { now, ...query }: InsightQuery & { now: Temporal.Instant },
): Promise<AttendedRow[]> =>
  await reads.query<AttendedRow & Row>(
    `select t.attended, t.reason, t.moves, extract(epoch from t.starts_at - t.booked_at)::float8 / 3600 as "leadHours",
       exists (select from candidate_answers a where a.case_id = c.id and a.kind = 'confirmed'
         and a.said_at >= t.booked_at and a.said_at <= t.starts_at) as "isConfirmed",
       exists (select from candidate_answers a where a.case_id = c.id and a.kind in ('wants_move', 'wants_cancel')
         and a.said_at >= t.booked_at and a.said_at <= t.starts_at
         and (a.settled_at is null or a.settled_at > t.starts_at)) as "isUnanswered",
       coalesce((select a.kind = 'no_reminders' from candidate_answers a join cases k on k.id = a.case_id
         where k.candidate = c.candidate and not k.is_confidential and a.kind in ('no_reminders', 'reminders_again') and a.said_at <= t.starts_at
         order by a.said_at desc, a.seq desc limit 1), false) as "hasNoReminders"
     from (${VISITS}) t join cases c on c.id = t.case_id
     where t.starts_at >= $1 and t.starts_at < $2 and t.ends_at <= $5 and ${IN_SCOPE}
     order by t.starts_at, c.id`,
    [...valuesOf(query), now.toString()],
  );

/** Teams and postings that have cases, by name. Those for few eyes are not named. */
export const listScopes = async (
  reads: Reads,
): Promise<{ teams: string[]; postings: { id: string; title: string }[] }> => {
  const teams = await reads.query<{ team: string }>(
    "select distinct team from cases where team is not null and not is_confidential order by team",
  );
  const postings = await reads.query<{ id: string; title: string }>(
    `select posting_id as id, max(posting_title) as title from cases
     where posting_id is not null and not is_confidential group by posting_id order by title, id`,
  );
  return { teams: teams.map(({ team }) => team), postings };
};

/** When the brief of each booked session is due, and what its readers were told of the session. A row for each session of
 * what stands; the briefs themselves are proposals. */
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import { BRIEF_NOTE } from "../domain/brief.ts";
import type { BookInterview, BookedSession } from "../domain/proposal.ts";

type Reads = Database | Queryable;

/** Kind of the event that the time for a brief has come. */
export const BRIEF_DUE = "brief_due";

/** Kind of the event that somebody asks for a brief now: all of a case's, or one session's, or for one reader. */
export const BRIEF_REQUESTED = "brief_requested";

/** Hours before an interview, where its plan says nothing. */
export const DEFAULT_BRIEF_HOURS = 24;

export interface BriefRow {
  caseId: string;
  sessionId: string;
  /** Whose booking it is. */
  proposalId: string;
  startsAt: Temporal.Instant;
  dueAt: Temporal.Instant;
  /** Null: not asked for yet. */
  askedAt: Temporal.Instant | null;
}

/** Writes down when the briefs of a booking are due. A session that is as it was keeps what was asked of it; one that is not of
 * the booking any more goes. Safe to repeat. Shape: ids of the sessions that were written down before and are otherwise now,
 * or gone. */
export const planBriefs = async (
  tx: Tx,
  booking: { caseId: string; proposalId: string; payload: BookInterview; hoursBefore: number },
): Promise<string[]> => {
  const { caseId, proposalId, payload, hoursBefore } = booking;
  const sessions = payload.kind === "cancel_booking" ? [] : payload.sessions;
  const before = await tx.query<{ sessionId: string; facts: string }>(
    `select session_id as "sessionId", facts from briefs where case_id = $1`,
    [caseId],
  );
  const facts = new Map(sessions.map((each) => [each.sessionId, digestOf(materialOf(each))]));
  await tx.query("delete from briefs where case_id = $1 and session_id <> all($2)", [
    caseId,
    sessions.map(({ sessionId }) => sessionId),
  ]);
  for (const session of sessions) {
    const startsAt = Temporal.Instant.from(session.startsAt);
    await tx.query(
      `insert into briefs (case_id, session_id, proposal_id, starts_at, due_at, facts)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (case_id, session_id) do update set proposal_id = excluded.proposal_id,
         starts_at = excluded.starts_at, due_at = excluded.due_at, facts = excluded.facts,
         asked_at = case when briefs.facts = excluded.facts then briefs.asked_at end`,
      [
        caseId,
        session.sessionId,
        proposalId,
        startsAt.toString(),
        startsAt.subtract({ hours: hoursBefore }).toString(),
        facts.get(session.sessionId),
      ],
    );
  }
  return before.flatMap((row) => (facts.get(row.sessionId) === row.facts ? [] : [row.sessionId]));
};

/** Minutes that pass after the last change of a posting's questions before briefs that went out are looked at again: people save
 * more than once. */
const QUIET_MINUTES = 15;

/** Has the briefs of a posting's interviews to come looked at again, of those that went out. One that says the same is not sent. */
export const lookAgainAtBriefs = async (
  tx: Tx,
  { postingId, now }: { postingId: string; now: Temporal.Instant },
): Promise<void> => {
  await tx.query(
    `update briefs set asked_at = null, due_at = $2 from cases
     where cases.id = briefs.case_id and cases.posting_id = $1 and cases.closed_at is null
       and (asked_at is not null or due_at <= $3) and starts_at > $2`,
    [postingId, now.add({ minutes: QUIET_MINUTES }).toString(), now.toString()],
  );
};

/** What makes another brief when it changes: when, where and with whom. */
const materialOf = ({
  startsAt,
  endsAt,
  format,
  room,
  video,
  panel,
  trainees = [],
}: BookedSession) => ({
  startsAt,
  endsAt,
  format,
  room: room?.email ?? null,
  video,
  people: [...panel, ...trainees].map(({ userId }) => userId).toSorted(),
});

const ROW = `select case_id as "caseId", session_id as "sessionId", proposal_id as "proposalId",
  starts_at as "startsAt", due_at as "dueAt", asked_at as "askedAt" from briefs`;

/** The rows of a case, by the beginning of their sessions. */
export const listBriefRows = async (reads: Reads, caseId: string): Promise<BriefRow[]> =>
  await reads.query<BriefRow & Row>(`${ROW} where case_id = $1 order by starts_at, session_id`, [
    caseId,
  ]);

/** Whether somebody of an interview to come, or of one that is named, has not got the last brief that was for them, or may not have. What was overtaken
 * before it left is not meant. */
export const hasUnreachedReaders = async (
  reads: Reads,
  {
    caseId,
    sessionId,
    now,
  }: { caseId: string; sessionId?: string | undefined; now: Temporal.Instant },
): Promise<boolean> => {
  const rows = await reads.query(
    `select 1 as ok from (
       select distinct on (p.session_id, e.kind = '${BRIEF_NOTE}', e.session) e.status, e.error ->> 'code' as code
       from effects e join proposals p on p.id = e.proposal_id
       join briefs b on b.case_id = p.case_id and b.session_id = p.session_id and b.starts_at > $2
       where p.case_id = $1 and p.kind = 'send_brief' and p.status in ('done', 'failed')
         and ($3::text is null or p.session_id = $3)
       order by p.session_id, e.kind = '${BRIEF_NOTE}', e.session, p.created_at desc) last
     where status in ('failed', 'parked') and code is distinct from 'stale_proposal' limit 1`,
    [caseId, now.toString(), sessionId ?? null],
  );
  return rows.length > 0;
};

/** Cases of which a brief is due now and was not asked for, the most urgent first. */
export const listCasesWithBriefDue = async (
  reads: Reads,
  { now, limit }: { now: Temporal.Instant; limit: number },
): Promise<{ caseId: string; opportunityId: string }[]> =>
  await reads.query(
    `select c.id as "caseId", c.opportunity_id as "opportunityId" from cases c
     join lateral (select min(b.starts_at) as first from briefs b
       where b.case_id = c.id and b.asked_at is null and b.due_at <= $1 and b.starts_at > $1) due on due.first is not null
     where c.closed_at is null order by due.first limit $2`,
    [now.toString(), limit],
  );

/** Marks what is due now as asked for. Shape: ids of the sessions. */
export const markAsked = async (
  tx: Tx,
  { caseId, now }: { caseId: string; now: Temporal.Instant },
): Promise<string[]> => {
  const rows = await tx.query<{ sessionId: string }>(
    `update briefs set asked_at = $2
     where case_id = $1 and asked_at is null and due_at <= $2 and starts_at > $2
     returning session_id as "sessionId"`,
    [caseId, now.toString()],
  );
  return rows.map(({ sessionId }) => sessionId).toSorted();
};

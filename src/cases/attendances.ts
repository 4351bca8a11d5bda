/** The times at which interviews take place, and whether their candidates came: as somebody of the panel, or a coordinator, says. Who says
 * nothing leaves it unknown. */
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { timeOf } from "../domain/itinerary.ts";
import { type MissedReason, NOT_THE_CANDIDATES } from "../domain/missed-reason.ts";
import type { BookInterview } from "../domain/proposal.ts";

type Reads = Database | Queryable;

/** Kind of the event that the candidate did not come. */
export const INTERVIEW_MISSED = "interview_missed";

export interface AttendanceRow {
  caseId: string;
  sessionId: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** Whose booking it is. */
  proposalId: string;
  bookedAt: Temporal.Instant;
  /** How often it was moved before. */
  moves: number;
  /** Null: nobody has said. */
  attended: boolean | null;
  /** Why it was missed; null: nobody has said, or it was not. */
  reason: MissedReason | null;
  saidBy: string | null;
  saidAt: Temporal.Instant | null;
  /** Since when it holds for good that it was missed; null: it was not, or it can still be corrected. */
  settledAt: Temporal.Instant | null;
}

/** SQL: whether a row of attendances, by its alias, tells of the candidate. Where the panel did not come, or technology failed, it
 * tells nothing of them. */
export const tellsOfCandidate = (row: string): string =>
  `${row}.attended is not null and coalesce(${row}.reason, '') not in (${NOT_THE_CANDIDATES.map((reason) => `'${reason}'`).join(", ")})`;

const ROW = `select case_id as "caseId", session_id as "sessionId", starts_at as "startsAt", ends_at as "endsAt",
  proposal_id as "proposalId", booked_at as "bookedAt", moves, attended, reason, said_by as "saidBy", said_at as "saidAt",
  settled_at as "settledAt" from attendances`;

/** Those of a case, in the order of time. */
export const listAttendances = async (reads: Reads, caseId: string): Promise<AttendanceRow[]> =>
  await reads.query<AttendanceRow & Row>(
    `${ROW} where case_id = $1 order by starts_at, session_id`,
    [caseId],
  );

/** When a session was booked for its present time, and how often it was moved before. */
export interface BookedTime {
  bookedAt: Temporal.Instant;
  moves: number;
}

/** Writes down when the sessions of a booking take place. What has begun stays as it was. Safe to repeat. `booked`: by session id, of
 * those that were booked before now. */
export const planAttendances = async (
  tx: Tx,
  booking: {
    caseId: string;
    proposalId: string;
    payload: BookInterview;
    now: Temporal.Instant;
    booked?: ReadonlyMap<string, BookedTime>;
  },
): Promise<void> => {
  const { caseId, proposalId, payload, now } = booking;
  const isToCome = ({ startsAt }: { startsAt: Temporal.Instant }) =>
    Temporal.Instant.compare(startsAt, now) > 0;
  const before = (await listAttendances(tx, caseId)).filter(isToCome);
  const sessions = (payload.kind === "cancel_booking" ? [] : payload.sessions)
    .map(({ sessionId, ...session }) => ({ sessionId, ...timeOf(session) }))
    .filter(isToCome);
  const kept = sessions.map(({ sessionId, startsAt }) => `${sessionId} ${startsAt.toString()}`);
  for (const { sessionId, startsAt } of before) {
    if (kept.includes(`${sessionId} ${startsAt.toString()}`)) continue;
    await tx.query(
      "delete from attendances where case_id = $1 and session_id = $2 and starts_at = $3",
      [caseId, sessionId, startsAt.toString()],
    );
  }
  for (const { sessionId, startsAt, endsAt } of sessions) {
    const former = before.find((row) => row.sessionId === sessionId);
    const known = booking.booked?.get(sessionId);
    await tx.query(
      `insert into attendances (case_id, session_id, starts_at, ends_at, proposal_id, booked_at, moves)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (case_id, session_id, starts_at) do update
         set ends_at = excluded.ends_at, proposal_id = excluded.proposal_id`,
      [
        caseId,
        sessionId,
        startsAt.toString(),
        endsAt.toString(),
        proposalId,
        (known?.bookedAt ?? now).toString(),
        known?.moves ?? (former ? former.moves + 1 : 0),
      ],
    );
  }
};

/** Which time of which interview. */
export interface AttendanceKey {
  caseId: string;
  sessionId: string;
  startsAt: Temporal.Instant;
}

/** As the hold-out knows it. */
export const interviewIdOf = ({ caseId, sessionId, startsAt }: AttendanceKey): string =>
  `${caseId} ${sessionId} ${startsAt.toString()}`;

/** One of them, or null. */
export const findAttendance = async (
  reads: Reads,
  { caseId, sessionId, startsAt }: AttendanceKey,
): Promise<AttendanceRow | null> => {
  const [row] = await reads.query<AttendanceRow & Row>(
    `${ROW} where case_id = $1 and session_id = $2 and starts_at = $3`,
    [caseId, sessionId, startsAt.toString()],
  );
  return row ?? null;
};

/** Whether the last interview of a case is said to be missed, and nothing is booked since. */
export const isLastSaidMissed = (
  rows: readonly AttendanceRow[],
  now: Temporal.Instant,
): boolean => {
  const isToCome = rows.some(({ startsAt }) => Temporal.Instant.compare(startsAt, now) > 0);
  return !isToCome && rows.at(-1)?.attended === false;
};

/** Whether that holds for good, of it and of whatever else of the case is said to be missed. */
export const isLastMissed = (rows: readonly AttendanceRow[], now: Temporal.Instant): boolean => {
  const holds = rows.every(({ attended, settledAt }) => attended !== false || settledAt !== null);
  return holds && isLastSaidMissed(rows, now);
};

/** Whether the candidate was asked whether they would like another time since the last interview of the case was booked: they are asked once
 * of a visit, however many interviews of it were missed, and however often it is said otherwise whether they came. A mail whose fate nobody
 * knows counts. */
export const isAskedAgain = async (
  reads: Reads,
  caseId: string,
  statuses: readonly ("done" | "parked")[] = ["done", "parked"],
): Promise<boolean> => {
  const sent = await reads.query(
    `select from effects e join proposals p on p.id = e.proposal_id
     where p.case_id = $1 and p.kind = 'invite_again' and e.status = any($2)
       and e.started_at >= (select booked_at from attendances a where a.case_id = $1
         order by a.starts_at desc, a.session_id desc limit 1) limit 1`,
    [caseId, [...statuses]],
  );
  return sent.length > 0;
};

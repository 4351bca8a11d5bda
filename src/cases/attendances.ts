/** The times at which interviews take place, and whether their candidates came: as somebody of the panel, or a coordinator, says. Who says
 * nothing leaves it unknown. */
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { CaseId } from "../domain/ids.ts";
import { timeOf } from "../domain/itinerary.ts";
import {
  MISSED_IN_WORDS,
  type MissedReason,
  NOT_THE_CANDIDATES,
  isNotTheCandidates,
} from "../domain/missed-reason.ts";
import type { BookInterview } from "../domain/proposal.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import { appendLedger } from "../ledger/append.ts";
import { MOST_OF_A_KIND, tooMany } from "./answers.ts";
import { lockCase } from "./asked-case.ts";
import { KINDS_OF_BOOKINGS } from "./booking-kinds.ts";
import { getCase, setCase } from "./cases.ts";
import { lookAgainAtFeedback } from "./feedback-owed.ts";
import type { ProposalDeps } from "./proposals.ts";
import type { CaseRecord } from "./records.ts";
import { supersedeMessages } from "./supersede.ts";

type Reads = Database | Queryable;

/** Kind of the event that somebody has said that the candidate did not come. */
export const INTERVIEW_MISSED = "interview_missed";

/** Code of the problem of a case whose candidate did not come. */
export const CANDIDATE_MISSED = "candidate_missed";

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
}

/** SQL: whether a row of attendances, by its alias, tells of the candidate. Where the panel did not come, or technology failed, it
 * tells nothing of them. */
export const tellsOfCandidate = (row: string): string =>
  `${row}.attended is not null and coalesce(${row}.reason, '') not in (${NOT_THE_CANDIDATES.map((reason) => `'${reason}'`).join(", ")})`;

const ROW = `select case_id as "caseId", session_id as "sessionId", starts_at as "startsAt", ends_at as "endsAt",
  proposal_id as "proposalId", booked_at as "bookedAt", moves, attended, reason, said_by as "saidBy", said_at as "saidAt"
  from attendances`;

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

/** Whether the last interview of a case that took place by now was missed, and nothing is booked since. */
export const isLastMissed = async (
  reads: Reads,
  { caseId, now }: { caseId: string; now: Temporal.Instant },
): Promise<boolean> => {
  const rows = await listAttendances(reads, caseId);
  const isToCome = rows.some(({ startsAt }) => Temporal.Instant.compare(startsAt, now) > 0);
  return !isToCome && rows.at(-1)?.attended === false;
};

/** Whether the candidate was asked whether they would like another time since the last interview of the case was booked: they are asked once
 * of a visit, however many interviews of it were missed, and however often it is said otherwise whether they came. A mail whose fate nobody
 * knows counts. */
export const isAskedAgain = async (reads: Reads, caseId: string): Promise<boolean> => {
  const sent = await reads.query(
    `select from effects e join proposals p on p.id = e.proposal_id
     where p.case_id = $1 and p.kind = 'invite_again' and e.status in ('done', 'parked')
       and e.started_at >= (select booked_at from attendances a where a.case_id = $1
         order by a.starts_at desc, a.session_id desc limit 1) limit 1`,
    [caseId],
  );
  return sent.length > 0;
};

interface Said extends AttendanceKey {
  /** Null: it is not known after all. */
  attended: boolean | null;
  /** Why it was missed, if they know; only of what was missed. */
  reason?: MissedReason | null;
  by: string;
  /** Lever user whose link it was said by, which has no role: by each not without an end. */
  linkOf?: string;
}

/** Somebody says whether the candidate came, and if not, why; or corrects it. The same said again is nothing new. Errors: `not_found`;
 * `conflict` for an interview that has not begun; `input_invalid` for a reason of what was not missed; `rate_limited` by a link. */
export const sayAttendance = async (
  said: Said,
  deps: AcceptDeps & ProposalDeps & { database: Database },
): Promise<void> => {
  const reason = said.reason ?? null;
  if (reason !== null && said.attended !== false) throw reasonWithoutMiss();
  await deps.database.transaction(async (tx) => {
    const case_ = await lockCase(tx, said.caseId);
    const row = await findAttendance(tx, said);
    if (!row) throw noSuchInterview();
    const now = deps.clock.now();
    if (Temporal.Instant.compare(row.startsAt, now) > 0) throw notBegun();
    const isSame = row.attended === said.attended && row.saidAt !== null;
    if (isSame && row.reason === reason) return;
    if ((await countSaidByLink(tx, said)) >= MOST_OF_A_KIND) throw tooMany();
    // What was freed when it was said first is known by that moment.
    await keepSaid(tx, { ...said, reason, saidAt: (isSame ? row.saidAt : null) ?? now });
    const correlationId = deps.ids.next("co");
    await (said.attended === false
      ? tellMissed(tx, { said, row, case_, correlationId, now, isSame }, deps)
      : takeBackMissed(tx, { said, row, case_, correlationId, now, isSame }, deps));
    // Of an interview that was missed no form is owed.
    await lookAgainAtFeedback(tx, { opportunityId: case_.opportunityId, now, atOnce: true });
    await tx.query("select pg_notify('convene', $1)", [
      JSON.stringify({ topic: "cases", caseId: said.caseId }),
    ]);
    await appendLedger(tx, {
      type: "attendance.said",
      actor: said.by,
      caseId: said.caseId,
      correlationId,
      data: {
        sessionId: said.sessionId,
        startsAt: said.startsAt.toString(),
        attended: said.attended,
        reason,
        ...(said.linkOf !== undefined && { linkOf: said.linkOf }),
      },
      at: now,
    });
  });
};

const keepSaid = async (
  tx: Tx,
  said: Said & { reason: MissedReason | null; saidAt: Temporal.Instant },
): Promise<void> => {
  const { caseId, sessionId, startsAt, attended, by, saidAt, reason } = said;
  await tx.query(
    `update attendances set attended = $4, said_by = $5, said_at = $6, reason = $7
     where case_id = $1 and session_id = $2 and starts_at = $3`,
    [caseId, sessionId, startsAt.toString(), attended, by, saidAt.toString(), reason],
  );
};

/** How often it was said of this interview by the same link. */
const countSaidByLink = async (
  tx: Tx,
  { caseId, sessionId, startsAt, linkOf }: Said,
): Promise<number> => {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from ledger where case_id = $1 and type = 'attendance.said' and data @> $2
       and data ->> 'linkOf' = $3`,
    [caseId, JSON.stringify({ sessionId, startsAt: startsAt.toString() }), linkOf ?? null],
  );
  return row?.n ?? 0;
};

/** The case is for a person, and the candidate may be asked to come another time. What was kept of this time is free again: until the
 * interview would have ended, what the candidate says of other times would be of a booked one. */
const tellMissed = async (
  tx: Tx,
  { said, row, case_, correlationId, now, isSame }: Telling,
  deps: AcceptDeps & ProposalDeps,
): Promise<void> => {
  const caseId = CaseId.parse(said.caseId);
  await tellCase(tx, { said, case_ }, deps);
  if (isSame) {
    const because = "Why the interview was missed is told otherwise by now.";
    const about = { caseId, exceptRun: null, because, correlationId, sessionId: null };
    // Without one that waits the candidate has been asked, or a person wanted it otherwise.
    if ((await supersedeMessages(tx, { ...about, kind: "invite_again" }, deps)) === 0) return;
  }
  await tx.query(
    `update reservations r set released_at = $2 from proposals p
     where r.proposal_id = p.id and p.case_id = $1 and p.kind in (${KINDS_OF_BOOKINGS}) and r.effect_id is not null
       and r.released_at is null and r.during && tstzrange($3, $4)`,
    [row.caseId, now.toString(), row.startsAt.toString(), row.endsAt.toString()],
  );
  await askOfVisit(tx, { case_, correlationId, now }, deps);
};

/** One question of a whole visit, once the last interview of it is missed too. */
const askOfVisit = async (
  tx: Tx,
  { case_, correlationId, now }: Pick<Telling, "case_" | "correlationId" | "now">,
  deps: AcceptDeps,
): Promise<void> => {
  const { id: caseId, opportunityId } = case_;
  if (!(await isLastMissed(tx, { caseId, now })) || (await isAskedAgain(tx, caseId))) return;
  await acceptEvent(
    tx,
    {
      source: "person",
      kind: INTERVIEW_MISSED,
      deliveryKey: `${INTERVIEW_MISSED}:${deps.ids.next("ms")}`,
      opportunityId,
      data: { caseId },
      correlationId,
    },
    deps,
  );
};

const tellCase = async (
  tx: Tx,
  { said, case_ }: Pick<Telling, "said" | "case_">,
  deps: AcceptDeps,
): Promise<void> => {
  if (case_.closedAt !== null || (case_.problem && case_.problem.code !== CANDIDATE_MISSED)) return;
  const problem = {
    code: CANDIDATE_MISSED,
    message: missedInWords(said),
  };
  const nextStep =
    "Decide whether they are asked to come another time, or what else is to be done.";
  await setCase(
    tx,
    { id: CaseId.parse(said.caseId), status: "blocked", nextStep, problem },
    deps.clock,
  );
};

const missedInWords = ({ by, reason = null }: Said): string => {
  const what = isNotTheCandidates(reason)
    ? "The interview did not take place"
    : "The candidate did not come";
  const why =
    reason === null
      ? "."
      : `: ${MISSED_IN_WORDS[reason].replace(/^[A-Z]/, (first) => first.toLowerCase())}.`;
  return `${what}, as ${by} says${why}`;
};

interface Telling {
  said: Said;
  /** What was known of it before. */
  row: AttendanceRow;
  case_: CaseRecord;
  now: Temporal.Instant;
  correlationId: string;
  /** Only the reason is another one than was said before. */
  isSame: boolean;
}

/** What was freed as the interview was said to be missed is theirs again who held it, as far as nobody has taken it since. */
const takeTimeAgain = async (tx: Tx, row: AttendanceRow): Promise<void> => {
  if (row.attended !== false || row.saidAt === null) return;
  await tx.query(
    `update reservations r set released_at = null from proposals p
     where r.proposal_id = p.id and p.case_id = $1 and r.effect_id is not null and r.released_at = $2
       and r.during && tstzrange($3, $4)
       and not exists (select from reservations o where o.id <> r.id and o.released_at is null
         and o.person = r.person and o.during && r.during)`,
    [row.caseId, row.saidAt.toString(), row.startsAt.toString(), row.endsAt.toString()],
  );
};

/** It was said before that the candidate did not come, and it is not so. */
const takeBackMissed = async (
  tx: Tx,
  { row, case_: before, correlationId, now }: Telling,
  deps: AcceptDeps & ProposalDeps,
): Promise<void> => {
  await takeTimeAgain(tx, row);
  const { id: caseId } = before;
  const because = "It is said otherwise by now which interviews the candidate has come to.";
  const about = { caseId, exceptRun: null, because, correlationId, sessionId: null };
  const taken = await supersedeMessages(tx, { ...about, kind: "invite_again" }, deps);
  // Of the others of the visit they may still be asked.
  if (taken > 0) await askOfVisit(tx, { case_: before, correlationId, now }, deps);
  if (await isLastMissed(tx, { caseId, now })) return;
  const case_ = await getCase(tx, caseId);
  if (case_?.problem?.code !== CANDIDATE_MISSED) return;
  const nextStep = "The interview has taken place.";
  await setCase(tx, { id: caseId, status: "booked", nextStep }, deps.clock);
};

const noSuchInterview = (): AppError =>
  new AppError({
    code: "not_found",
    fault: "caller",
    message: "There is no such interview at this time.",
  });

const reasonWithoutMiss = (): AppError =>
  new AppError({
    code: "input_invalid",
    fault: "caller",
    message: "`reason` says why an interview was missed: leave it out, or say `attended: false`.",
  });

const notBegun = (): AppError =>
  new AppError({
    code: "conflict",
    fault: "caller",
    message: "This interview has not begun: nobody can have come to it, or missed it.",
  });

/** Reads what a recruiter's day is composed of: of the cases that they answer for, or of all. */
import { isHeldOut } from "../attendance/hold-out.ts";
import type { Database, Queryable, Row } from "../db/port.ts";
import { BRIEF_NOTE } from "../domain/brief.ts";
import { shownName } from "../domain/quoted.ts";
import { isEvaluativeOn } from "../policy/decide.ts";
import { readPolicy } from "../policy/store.ts";
import { type AttendanceKey, interviewIdOf } from "./attendances.ts";
import type { Texts } from "../privacy/texts.ts";
import {
  type BlockedRow,
  type DoneRow,
  type LapsedRow,
  PUT_BACK,
  type RequestRow,
  type RiskRow,
  type WaitingRow,
} from "../today/compose.ts";
import type { CaseRecord } from "./records.ts";
import { listLapsed } from "./lapsed.ts";
import { isRiskTold, withoutRiskWords } from "./no-show-told.ts";
import { toldProblems } from "./problems.ts";
import { isKeptPutBack, openPayloads } from "./put-back.ts";

type Reads = Database | Queryable;

export interface DayQuery {
  /** Lever user; null: everybody's. */
  recruiterId: string | null;
  /** What was done from here … */
  since: Temporal.Instant;
  /** … to here, which does not count, is told. */
  until: Temporal.Instant;
  now: Temporal.Instant;
  overdueAfterHours: number;
}

/** An overdue form, by whom. */
export interface OverdueForm {
  caseId: string;
  userId: string;
  endsAt: Temporal.Instant;
}

/** An interview that may be missed, and by which proposal it is booked. */
export interface BookedRisk extends RiskRow {
  proposalId: string;
}

/** SQL of a case `c`: who may not come, and who owes what, is told of it. */
const IS_SHOWN = "c.in_lever = 'active' and not c.is_confidential";
const OF_THEIRS = "($1::text is null or c.recruiter_id = $1)";
/** Of each list so many at most. */
export const MOST_ROWS = 200;

/** What waits is decided on; what expired is asked for again or not; a candidate's request is answered; what is blocked is looked at. Of each list at most `MOST_ROWS`. */
export const readDayRows = async (
  { database: reads, texts }: { database: Reads; texts: Pick<Texts, "openMany"> },
  query: DayQuery,
): Promise<{
  waiting: WaitingRow[];
  lapsed: LapsedRow[];
  requests: RequestRow[];
  blocked: BlockedRow[];
  risks: BookedRisk[];
  overdue: OverdueForm[];
  done: DoneRow[];
}> => {
  // A word of a risk is one of its proposals as well.
  const isOn = await isRiskTold(reads, true);
  const told = <Of extends { kind: string }>(rows: Of[]): Of[] =>
    isOn ? rows : withoutRiskWords(rows);
  return {
    waiting: told(
      await reads.query<WaitingRow & Row>(
        `select c.id as "caseId", p.id as "proposalId", p.kind, p.expires_at as "expiresAt"
     from proposals p join cases c on c.id = p.case_id
     where p.status = 'waiting' and ${OF_THEIRS} order by p.expires_at, p.id limit ${MOST_ROWS}`,
        [query.recruiterId],
      ),
    ),
    lapsed: await listLapsed(reads, {
      recruiterId: query.recruiterId,
      caseIds: null,
      most: MOST_ROWS,
    }),
    requests: await reads.query<RequestRow & Row>(
      `select c.id as "caseId", a.kind, a.said_at as "saidAt" from candidate_answers a join cases c on c.id = a.case_id
     where a.settled_at is null and a.said_at is not null and a.kind in ('needs', 'wants_move', 'wants_cancel', 'wants_person')
       and c.closed_at is null and ${OF_THEIRS} order by a.said_at, a.id limit ${MOST_ROWS}`,
      [query.recruiterId],
    ),
    blocked: await readBlocked(reads, query),
    risks: await readRisks(reads, query),
    overdue: await reads.query<OverdueForm & Row>(
      `select c.id as "caseId", f.user_id as "userId", f.ends_at as "endsAt" from feedback_owed f
     join cases c on c.id = f.case_id where f.status = 'owed' and f.ends_at <= $2 and ${IS_SHOWN}
       and ${OF_THEIRS} order by f.ends_at, f.interview_id, f.user_id limit ${MOST_ROWS}`,
      [query.recruiterId, query.now.subtract({ hours: query.overdueAfterHours }).toString()],
    ),
    done: told(await readDone(reads, query, texts)),
  };
};

/** A proposal whose steps were all refused as untrue by then, or failed, or of which nobody can tell, is over too: nothing of it was done.
 * What a brief left in Lever alone came to nobody. */
const readDone = async (
  reads: Reads,
  { recruiterId, since, until }: DayQuery,
  texts: Pick<Texts, "openMany">,
): Promise<DoneRow[]> => {
  const rows = await reads.query<{
    id: string;
    caseId: string;
    kind: string;
    payloadTextId: string | null;
  }>(
    `select p.id, c.id as "caseId", p.kind, case when p.kind = 'change_booking' then p.payload_text_id end as "payloadTextId"
     from proposals p join cases c on c.id = p.case_id
     join lateral (select max(e.finished_at) as at from effects e
       where e.proposal_id = p.id and e.status = 'done' and e.kind <> '${BRIEF_NOTE}') d on true
     where p.status = 'done' and d.at >= $2 and d.at < $3 and ${OF_THEIRS} order by d.at, p.id limit ${MOST_ROWS}`,
    [recruiterId, since.toString(), until.toString()],
  );
  const changes = await openPayloads(reads, rows, texts);
  return rows.map(({ id, caseId, kind }) => {
    return { caseId, kind: isKeptPutBack(changes.get(id)) ? PUT_BACK : kind };
  });
};

/** One in five, and of the next two days: what a recruiter can still do something about this morning. */
const AT_RISK = 0.2;
const RISK_HOURS = 48;

/** Each thing that is wrong by itself; where none is, what is to be done next. */
const readBlocked = async (reads: Reads, { recruiterId }: DayQuery): Promise<BlockedRow[]> => {
  const rows = await reads.query<
    Pick<CaseRecord, "nextStep" | "problems"> & Row & { caseId: string }
  >(
    `select c.id as "caseId", c.next_step as "nextStep", c.problems from cases c
     where c.closed_at is null and (c.status = 'blocked' or c.problems <> '[]') and ${OF_THEIRS}
     order by c.updated_at, c.id limit ${MOST_ROWS}`,
    [recruiterId],
  );
  return rows
    .flatMap(({ caseId, nextStep, problems }) => {
      const told = toldProblems(problems).map(({ message, again }) => ({
        caseId,
        problem: message,
        ...(again && { again }),
      }));
      return told.length > 0 ? told : [{ caseId, problem: nextStep }];
    })
    .slice(0, MOST_ROWS);
};

/** Those, and those of whom their recruiter can be told nowhere else. None while evaluative features are off, and none of the share that
 * nobody helps. */
export const readRisks = async (
  reads: Reads,
  { recruiterId, now }: Pick<DayQuery, "recruiterId" | "now">,
): Promise<BookedRisk[]> => {
  if (!isEvaluativeOn((await readPolicy(reads)).policy)) return [];
  const rows = await reads.query<AttendanceKey & BookedRisk & Row>(
    `select r.case_id as "caseId", r.session_id as "sessionId", r.starts_at as "startsAt", a.proposal_id as "proposalId"
     from no_show_risks r join cases c on c.id = r.case_id join attendances a using (case_id, session_id, starts_at)
     where r.starts_at > $3 and (r.on_today or (r.risk >= $2 and r.starts_at <= $4)) and c.closed_at is null
       and ${IS_SHOWN} and ${OF_THEIRS}
     order by r.starts_at, r.case_id, r.session_id limit ${MOST_ROWS}`,
    [recruiterId, AT_RISK, now.toString(), now.add({ hours: RISK_HOURS }).toString()],
  );
  return rows
    .filter((row) => !isHeldOut(interviewIdOf(row)))
    .map(({ caseId, startsAt, proposalId }) => ({ caseId, startsAt, proposalId }));
};

/** Which of these cases may be shown. Shape: ids. */
export const listShown = async (
  reads: Reads,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await reads.query<{ id: string }>(
    `select c.id from cases c where c.id = any($1) and ${IS_SHOWN}`,
    [[...caseIds]],
  );
  return new Set(rows.map(({ id }) => id));
};

/** Lever users who answer for cases that are open, or that something happened to lately, and when the first of these began. */
export const listRecruiters = async (
  reads: Reads,
  lately: Temporal.Instant,
): Promise<{ userId: string; since: Temporal.Instant }[]> =>
  await reads.query<{ userId: string; since: Temporal.Instant }>(
    `select recruiter_id as "userId", min(created_at) as since from cases
     where recruiter_id is not null and (closed_at is null or updated_at > $1)
     group by recruiter_id order by recruiter_id`,
    [lately.toString()],
  );

/** What cases are called, `Ada Lovelace, Phone Screen (Backend Engineer)`, as they are kept: one for few eyes is not named, one whose candidate was erased neither. */
export const readSubjects = async (
  reads: Reads,
  caseIds: readonly string[],
  texts: Pick<Texts, "openMany">,
): Promise<Map<string, string>> => {
  const rows = await reads.query<Kept>(
    `select id, name_text_id as "nameTextId", stage_name as "stageName", posting_title as "postingTitle",
       is_confidential as "isConfidential" from cases where id = any($1)`,
    [[...caseIds]],
  );
  const names = await texts.openMany(
    reads,
    rows.flatMap(({ nameTextId, isConfidential }) =>
      nameTextId === null || isConfidential ? [] : [nameTextId],
    ),
  );
  return new Map(
    rows.map(({ id, nameTextId, isConfidential, stageName, postingTitle }) => {
      const known = nameTextId === null ? undefined : names.get(nameTextId);
      const name = isConfidential ? "A confidential candidate" : shownName(known ?? "A candidate");
      return [id, `${name}, ${shownName(stageName)} (${shownName(postingTitle)})`];
    }),
  );
};

interface Kept extends Row {
  id: string;
  nameTextId: string | null;
  stageName: string;
  postingTitle: string;
  isConfidential: boolean;
}

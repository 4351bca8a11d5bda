/** How likely candidates stay away from interviews to come: evaluative, so nothing of it is there while that is switched off, and it
 * goes when the interview begins. The facts of one moment before it stay, as the history that the model learns from. */
import { AttendanceFacts, type HistoryRow } from "../attendance/features.ts";
import type { HelpOutcome } from "../attendance/hold-out.ts";
import { HORIZON_HOURS } from "../attendance/horizon.ts";
import { type AttendanceModel, parseModel } from "../attendance/model.ts";
import { trainModel } from "../attendance/train.ts";
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { appendLedger } from "../ledger/append.ts";
import { isEvaluativeOn } from "../policy/decide.ts";
import { readPolicy } from "../policy/store.ts";
import { type AttendanceKey, interviewIdOf, tellsOfCandidate } from "./attendances.ts";
import { CAME, firstOf, withVisits } from "./booked-visits.ts";

type Reads = Database | Queryable;

/** One interview's. */
export interface NoShowRisk {
  sessionId: string;
  startsAt: Temporal.Instant;
  /** 0 to 1. */
  risk: number;
  /** What raises it, the weightiest first; may be none. */
  reasons: string[];
  modelVersion: string;
  toldAt: Temporal.Instant;
}

/** Whose risk may be told and kept: what is over, and what is for few, has none. */
const MAY_BE_TOLD = "c.closed_at is null and c.in_lever = 'active' and not c.is_confidential";

/** Those of a case. None from the moment on in which evaluative features are switched off: what is kept goes a little later. */
export const listRisks = async (reads: Reads, caseId: string): Promise<NoShowRisk[]> => {
  if (!isEvaluativeOn((await readPolicy(reads)).policy)) return [];
  return await reads.query<NoShowRisk & Row>(
    `select r.session_id as "sessionId", r.starts_at as "startsAt", r.risk, r.reasons, r.model_version as "modelVersion",
       r.told_at as "toldAt" from no_show_risks r join cases c on c.id = r.case_id
     where r.case_id = $1 and ${MAY_BE_TOLD} order by r.starts_at, r.session_id`,
    [caseId],
  );
};

interface ToldRisk extends AttendanceKey, Omit<NoShowRisk, "sessionId" | "startsAt"> {
  /** Those to learn from, of their moment; null: it has not come. They are written once. */
  facts: AttendanceFacts | null;
  /** Whether help is due, and nobody can be told but by the page of the day. */
  isOnToday: boolean;
}

/** Keeps one; not once the interview has begun. */
export const keepRisk = async (tx: Tx, told: ToldRisk): Promise<void> => {
  const { caseId, sessionId, startsAt, risk, reasons, modelVersion, toldAt, facts } = told;
  const key = [caseId, sessionId, startsAt.toString()];
  const kept = await tx.query(
    `update attendances set facts = coalesce(facts, $4)
     where case_id = $1 and session_id = $2 and starts_at = $3 and starts_at > $5 returning 1`,
    [...key, facts && JSON.stringify(facts), toldAt.toString()],
  );
  if (kept.length === 0) return;
  await tx.query(
    `insert into no_show_risks (case_id, session_id, starts_at, risk, reasons, model_version, told_at, on_today)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (case_id, session_id, starts_at) do update set risk = excluded.risk, reasons = excluded.reasons,
       model_version = excluded.model_version, told_at = excluded.told_at, on_today = excluded.on_today`,
    [...key, risk, reasons, modelVersion, toldAt.toString(), told.isOnToday],
  );
  await tellChanged(tx, caseId);
};

/** Whoever looks at the case sees it. */
const tellChanged = async (reads: Reads, caseId: string): Promise<void> => {
  await reads.query("select pg_notify('convene', $1)", [
    JSON.stringify({ topic: "cases", caseId }),
  ]);
};

/** Forgets those of interviews that have begun, or of whom none may be kept any more, or, without a time, all of them. */
export const forgetRisks = async (
  reads: Reads,
  { begunBy }: { begunBy: Temporal.Instant | null },
): Promise<void> => {
  const gone = await reads.query<{ caseId: string }>(
    `delete from no_show_risks r using cases c
     where c.id = r.case_id and ($1::timestamptz is null or r.starts_at <= $1 or not (${MAY_BE_TOLD}))
     returning r.case_id as "caseId"`,
    [begunBy?.toString() ?? null],
  );
  for (const caseId of new Set(gone.map((row) => row.caseId))) await tellChanged(reads, caseId);
};

/** An interview whose risk is to be told, with what the books know of it. */
export interface ToScore {
  caseId: string;
  sessionId: string;
  startsAt: Temporal.Instant;
  proposalId: string;
  bookedAt: Temporal.Instant;
  moves: number;
  stageName: string;
  /** Visits, as it was said by the moment whose facts are learnt from; none that is for few. */
  attendedBefore: number;
  missedBefore: number;
  /** When help was due first; null: it was not. */
  helpDueAt: Temporal.Instant | null;
}

/** Interviews to come of open cases that are not for few, whose risk was not told since `staleBefore`, the soonest first. */
export const listToScore = async (
  reads: Reads,
  when: { now: Temporal.Instant; staleBefore: Temporal.Instant; limit: number },
): Promise<ToScore[]> =>
  await reads.query<ToScore & Row>(
    `select a.case_id as "caseId", a.session_id as "sessionId", a.starts_at as "startsAt", a.proposal_id as "proposalId",
       a.booked_at as "bookedAt", a.moves, c.stage_name as "stageName",
       a.help_due_at as "helpDueAt", coalesce(b.attended, 0) as "attendedBefore", coalesce(b.missed, 0) as "missedBefore"
     from attendances a join cases c on c.id = a.case_id
     left join no_show_risks r using (case_id, session_id, starts_at)
     left join lateral (select count(*) filter (where w.came)::int as attended,
         count(*) filter (where not w.came)::int as missed
       from (select ${CAME} as came from ${withVisits(
         `select o.* from attendances o join cases d on d.id = o.case_id
          where d.candidate = c.candidate and not d.is_confidential and o.starts_at < a.starts_at and ${tellsOfCandidate("o")}
            and o.said_at <= greatest(a.starts_at - make_interval(hours => $4), a.booked_at)`,
       )} v group by v.case_id, v.visit) w) b on true
     where a.starts_at > $1 and ${MAY_BE_TOLD}
       and (r.told_at is null or r.told_at <= $2 or exists (select from candidate_answers n
         where n.case_id = a.case_id and n.kind = 'confirmed' and n.said_at > r.told_at))
     order by a.starts_at limit $3`,
    [when.now.toString(), when.staleBefore.toString(), when.limit, HORIZON_HOURS],
  );

const KNOWN_VISITS = withVisits(
  `select a.* from attendances a join cases c on c.id = a.case_id where ${tellsOfCandidate("a")} and not c.is_confidential`,
);
const WAS_DUE = "(v.help_due_at is not null and v.help_is_timely)";

/** SQL: visits of which it is known whether the candidate came, and the facts of one of their interviews. Each teaches once, however many
 * interviews it had. */
const TEACHING = `select min(v.starts_at) as starts_at, ${CAME} as attended,
    ${firstOf("facts", "v.facts is not null")} as facts
  from ${KNOWN_VISITS} v group by v.case_id, v.visit having count(v.facts) > 0`;

/** How much there is to learn from. Units: visits. */
export const countHistory = async (
  reads: Reads,
): Promise<{ interviews: number; missed: number }> => {
  const [row] = await reads.query<{ interviews: number; missed: number }>(
    `select count(*)::int as interviews, count(*) filter (where not t.attended)::int as missed from (${TEACHING}) t`,
  );
  return row ?? { interviews: 0, missed: 0 };
};

/** What there is to learn from: visits of which somebody has said whether the candidate came, and whose facts are known; none that is
 * for few. */
export const readHistory = async (reads: Reads, limit: number): Promise<HistoryRow[]> => {
  const rows = await reads.query<{
    startsAt: Temporal.Instant;
    attended: boolean;
    facts: unknown;
  }>(
    `select t.starts_at as "startsAt", t.attended, t.facts from (${TEACHING}) t order by t.starts_at desc limit $1`,
    [limit],
  );
  return rows.flatMap(({ startsAt, attended, facts: kept }) => {
    // What another release kept of other facts teaches nothing.
    const facts = AttendanceFacts.safeParse(kept);
    return facts.success ? [{ startsAt, missed: !attended, facts: facts.data }] : [];
  });
};

/** What became of each visit for whose first such interview help was due in time, held out or not; none that is for few. */
export const readHelpOutcomes = async (reads: Reads): Promise<HelpOutcome[]> => {
  const rows = await reads.query<AttendanceKey & { attended: boolean; isHelped: boolean } & Row>(
    `select v.case_id as "caseId", ${firstOf("session_id", WAS_DUE)} as "sessionId", ${firstOf("starts_at", WAS_DUE)} as "startsAt",
       ${CAME} as attended, ${firstOf("helped_at", WAS_DUE)} is not null as "isHelped"
     from ${KNOWN_VISITS} v group by v.case_id, v.visit having bool_or(${WAS_DUE})`,
  );
  return rows.map(({ attended, isHelped, ...key }) => ({
    interviewId: interviewIdOf(key),
    missed: !attended,
    isHelped,
  }));
};

let prior: AttendanceModel | null = null;

/** The model before there is any history. */
export const priorModel = (): AttendanceModel => (prior ??= trainModel([]));

/** When the newest model was learnt; null: none was. */
export const lastLearntAt = async (reads: Reads): Promise<Temporal.Instant | null> => {
  const [row] = await reads.query<{ at: Temporal.Instant | null }>(
    "select max(trained_at) as at from attendance_models",
  );
  return row?.at ?? null;
};

/** The newest model, or the prior where there is none, or only one of another release. */
export const readModel = async (reads: Reads): Promise<AttendanceModel> => {
  const [row] = await reads.query<{ model: unknown }>(
    "select model from attendance_models order by trained_at desc limit 1",
  );
  if (!row) return priorModel();
  try {
    return parseModel(JSON.stringify(row.model));
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "input_invalid") return priorModel();
    throw thrown;
  }
};

/** So many nights can be looked back at. */
const KEPT_MODELS = 90;

/** Keeps a model with its card; the same one again is that one, as new as now. The ledger has each that is another one than before. */
export const keepModel = async (
  tx: Tx,
  model: AttendanceModel,
  trainedAt: Temporal.Instant,
): Promise<void> => {
  const [newest] = await tx.query<{ version: string }>(
    "select version from attendance_models order by trained_at desc limit 1",
  );
  await tx.query(
    `insert into attendance_models (version, model, trained_at) values ($1, $2, $3)
     on conflict (version) do update set model = excluded.model, trained_at = excluded.trained_at`,
    [model.version, JSON.stringify(model), trainedAt.toString()],
  );
  await tx.query(
    `delete from attendance_models where version in
       (select version from attendance_models order by trained_at desc offset $1)`,
    [KEPT_MODELS],
  );
  if (newest?.version === model.version) return;
  const { version } = model;
  await appendLedger(tx, {
    type: "attendance.learnt",
    actor: "convene",
    correlationId: version,
    data: { version },
    at: trainedAt,
  });
};

/** Question sets that people keep for a posting and a plan: every version with who and when. Nothing is changed or deleted
 * here, only added. */
import { lookAgainAtBriefs } from "../cases/briefs.ts";
import type { Database, Queryable, Tx } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import { AppError } from "../domain/errors.ts";
import { staleVersion } from "../domain/stale-version.ts";
import type { Clock } from "../domain/time.ts";
import { appendLedger } from "../ledger/append.ts";
import { Level } from "../questions/bank-schema.ts";
import { QuestionSet } from "../questions/question-set.ts";

/** Whose questions they are. */
export interface SetKey {
  postingId: string;
  planId: string;
}

/** The last version of a set. */
export interface KeptVersion {
  /** 0: nobody has ever kept one. */
  version: number;
  /** Null: what is composed counts. */
  set: QuestionSet | null;
  /** What somebody has set; null: it is read from the posting. */
  level: Level | null;
  savedBy: string | null;
  savedAt: Temporal.Instant | null;
}

interface Row extends Record<string, unknown> {
  version: number;
  set: unknown;
  level: string | null;
  savedBy: string;
  savedAt: Temporal.Instant;
}

/** Nobody has ever kept one. */
export const NOTHING_KEPT: KeptVersion = {
  version: 0,
  set: null,
  level: null,
  savedBy: null,
  savedAt: null,
};

/** What counts of a posting and a plan. Errors: `internal` for a set that this release cannot read. */
export const readKept = async (
  reads: Database | Queryable,
  { postingId, planId }: SetKey,
): Promise<KeptVersion> => {
  const [row] = await reads.query<Row>(
    `select version, question_set as "set", level, saved_by as "savedBy", saved_at as "savedAt" from question_sets
     where posting_id = $1 and plan_id = $2 order by version desc limit 1`,
    [postingId, planId],
  );
  return row === undefined ? NOTHING_KEPT : keptOf(row);
};

/** What counts of a posting, by plan. Errors: as of one. */
export const readKeptOf = async (
  reads: Database | Queryable,
  postingId: string,
): Promise<ReadonlyMap<string, KeptVersion>> => {
  const rows = await reads.query<Row & { planId: string }>(
    `select distinct on (plan_id) plan_id as "planId", version, question_set as "set", level, saved_by as "savedBy",
       saved_at as "savedAt"
     from question_sets where posting_id = $1 order by plan_id, version desc`,
    [postingId],
  );
  return new Map(rows.map(({ planId, ...row }) => [planId, keptOf(row)]));
};

const keptOf = (row: Row): KeptVersion => ({
  ...row,
  level: row.level === null ? null : Level.parse(row.level),
  set: row.set === null ? null : parseSet(row.set),
});

/** Postings of which the plan's questions are kept by somebody. */
export const listKeptPostings = async (
  reads: Database | Queryable,
  planId: string,
): Promise<string[]> => {
  const rows = await reads.query<{ postingId: string; isKept: boolean }>(
    `select distinct on (posting_id) posting_id as "postingId", question_set is not null as "isKept"
     from question_sets where plan_id = $1 order by posting_id, version desc`,
    [planId],
  );
  return rows.filter(({ isKept }) => isKept).map(({ postingId }) => postingId);
};

const parseSet = (stored: unknown): QuestionSet => {
  const parsed = QuestionSet.safeParse(stored);
  if (parsed.success) return parsed.data;
  throw new AppError({
    code: "internal",
    fault: "bug",
    message: "A question set that was kept cannot be read by this release.",
    cause: parsed.error,
  });
};

/** A version to be added. */
export interface SetChange extends SetKey {
  /** Null: what is composed shall count again. Absent: as it is. */
  set?: QuestionSet | null;
  /** Null: it is read from the posting again. Absent: as it is. */
  level?: Level | null;
  /** The version that the person saw; 0: none. Another by now is a conflict. */
  basedOn: number;
  by: string;
  correlationId: string;
}

/** Adds a version and writes it down in the ledger. What changes nothing adds nothing. Errors: `conflict` when somebody else
 * was faster. */
export const keepSet = async (
  database: Database,
  clock: Clock,
  change: SetChange,
): Promise<void> => {
  await database.transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtext('convene.question_sets'))");
    const present = await readKept(tx, change);
    if (present.version !== change.basedOn) throw stale(change, present.version);
    const { set = present.set, level = present.level } = change;
    const isSame = digest(present.set) === digest(set);
    if (isSame && present.level === level) return;
    await append(tx, clock, { ...change, set, level, what: isSame ? "level" : whatOf(set) });
    await lookAgainAtBriefs(tx, { postingId: change.postingId, now: clock.now() });
  });
};

const digest = (set: QuestionSet | null): string => digestOf(set);

const stale = ({ basedOn }: SetChange, present: number): AppError =>
  staleVersion({ done: "changed these questions", present, basedOn });

const TYPES = {
  level: "questions.level_set",
  removed: "questions.removed",
  saved: "questions.saved",
} as const;

const whatOf = (set: QuestionSet | null): keyof typeof TYPES =>
  set === null ? "removed" : "saved";

const append = async (
  tx: Tx,
  clock: Clock,
  change: Required<SetChange> & { what: keyof typeof TYPES },
): Promise<void> => {
  const { postingId, planId, set, level, by, correlationId, what } = change;
  const at = clock.now();
  const version = change.basedOn + 1;
  await tx.query(
    `insert into question_sets (posting_id, plan_id, version, question_set, level, saved_by, saved_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      postingId,
      planId,
      version,
      set === null ? null : JSON.stringify(set),
      level,
      by,
      at.toString(),
    ],
  );
  await tx.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "plans" })]);
  await appendLedger(tx, {
    type: TYPES[what],
    actor: by,
    correlationId,
    data: { postingId, planId, version, digest: digest(set), level },
    at,
  });
};

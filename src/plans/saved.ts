/** Plans that people write in the dashboard: every version with who and when. Nothing is changed or deleted here, only added. */
import type { Database, Queryable, Tx } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import { AppError } from "../domain/errors.ts";
import { staleVersion } from "../domain/stale-version.ts";
import type { Clock } from "../domain/time.ts";
import { appendLedger } from "../ledger/append.ts";

/** on: applies, before a file's plan of this id. off: no plan of this id applies. removed: a file's applies again. */
export type SavedState = "on" | "off" | "removed";

/** One version of a plan. */
export interface SavedVersion {
  planId: string;
  version: number;
  state: SavedState;
  source: string;
  restoredFrom: number | null;
  savedBy: string;
  savedAt: Temporal.Instant;
}

type Reads = Database | Queryable;
type Row<Fields> = Fields & Record<string, unknown>;

const COLUMNS = `plan_id as "planId", version, state, source, restored_from as "restoredFrom",
  saved_by as "savedBy", saved_at as "savedAt"`;

/** Which version of each plan counts, without its text. Shape: by id; plans that were removed too. */
export const readHeads = async (
  reads: Reads,
): Promise<Pick<SavedVersion, "planId" | "version" | "state">[]> =>
  await reads.query<Row<Pick<SavedVersion, "planId" | "version" | "state">>>(
    `select distinct on (plan_id) plan_id as "planId", version, state from plan_versions
     order by plan_id, version desc`,
  );

/** One version; null when there is none. */
export const readVersion = async (
  reads: Reads,
  { planId, version }: { planId: string; version: number },
): Promise<SavedVersion | null> => {
  const [found] = await reads.query<Row<SavedVersion>>(
    `select ${COLUMNS} from plan_versions where plan_id = $1 and version = $2`,
    [planId, version],
  );
  return found ?? null;
};

/** Versions of one plan, the newest first. */
export const listVersions = async (
  reads: Reads,
  { planId, limit }: { planId: string; limit: number },
): Promise<SavedVersion[]> =>
  await reads.query<Row<SavedVersion>>(
    `select ${COLUMNS} from plan_versions where plan_id = $1 order by version desc limit $2`,
    [planId, limit],
  );

/** A version to be added. */
export interface PlanChange {
  planId: string;
  state: SavedState;
  /** Absent: the text stays as it is. */
  source?: string;
  restoredFrom?: number;
  /** The version that the person saw; 0: none. Another by now is a conflict. */
  basedOn: number;
  by: string;
  correlationId: string;
}

/** Adds a version, writes it down in the ledger and tells every process. What changes nothing adds nothing. Errors: `conflict`
 * when somebody else was faster; `not_found` for a change without a text to a plan that is none. */
export const savePlan = async (
  database: Database,
  clock: Clock,
  change: PlanChange,
): Promise<SavedVersion> =>
  await database.transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtext('convene.plans'))");
    const [present] = await listVersions(tx, { planId: change.planId, limit: 1 });
    const version = present?.version ?? 0;
    if (version !== change.basedOn) throw stale(change, version);
    const source = change.source ?? present?.source;
    if (source === undefined) throw noSuchPlan();
    if (present?.source === source && present.state === change.state) return present;
    return await append(tx, clock, { ...change, source });
  });

const noSuchPlan = (): AppError =>
  new AppError({
    code: "not_found",
    fault: "caller",
    message: "The dashboard keeps no plan of this id.",
  });

const stale = ({ planId, basedOn }: PlanChange, present: number): AppError =>
  staleVersion({ done: `saved the plan ${planId}`, present, basedOn });

const LEDGER_TYPES: Record<SavedState, string> = {
  on: "plan.saved",
  off: "plan.disabled",
  removed: "plan.removed",
};

const append = async (
  tx: Tx,
  clock: Clock,
  change: PlanChange & { source: string },
): Promise<SavedVersion> => {
  const at = clock.now();
  const added: SavedVersion = {
    planId: change.planId,
    version: change.basedOn + 1,
    state: change.state,
    source: change.source,
    restoredFrom: change.restoredFrom ?? null,
    savedBy: change.by,
    savedAt: at,
  };
  await tx.query(
    `insert into plan_versions (plan_id, version, state, source, restored_from, saved_by, saved_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      added.planId,
      added.version,
      added.state,
      added.source,
      added.restoredFrom,
      added.savedBy,
      at.toString(),
    ],
  );
  await tx.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "plans" })]);
  const { planId, version, restoredFrom } = added;
  await appendLedger(tx, {
    type: LEDGER_TYPES[change.state],
    actor: change.by,
    correlationId: change.correlationId,
    data: { planId, version, restoredFrom, digest: digestOf(change.source) },
    at,
  });
  return added;
};

/** How large the tables are, without what is kept for good. */
import type { Database } from "../src/db/port.ts";

/** The audit trail and the records of the business; `texts` holds theirs beside those of traces, which are counted. */
const FOR_GOOD = new Set([
  "ledger",
  "ledger_head",
  "cases",
  "proposals",
  "decisions",
  "effects",
  "reservations",
  "candidate_keys",
  "texts",
]);
const SCHEMAS = ["public", "langgraph"];

export interface Sizes {
  rows: number;
  bytes: number;
  ledgerRows: number;
  /** Every run that there ever was, by the ledger. */
  runsEver: number;
  /** Of the jobs that are done, since when the oldest is. */
  oldestJobSeconds: number;
}

/** Tables with their indexes, and the texts of traces. */
export const readSizes = async (database: Database): Promise<Sizes> => {
  const tables = await database.query<{ schema: string; name: string; bytes: number }>(
    `select schemaname as schema, tablename as name,
       pg_total_relation_size(format('%I.%I', schemaname, tablename)::regclass)::float8 as bytes
     from pg_tables where schemaname = any($1)`,
    [SCHEMAS],
  );
  const counted = tables.filter(({ name }) => !FOR_GOOD.has(name));
  const counts = counted.map(({ schema, name }) => `(select count(*) from ${schema}.${name})`);
  const [row] = await database.query<Sizes & Record<string, unknown>>(
    `select (${counts.join(" + ")} + count(*))::float8 as rows,
       coalesce(sum(pg_column_size(t.*)), 0)::float8 as bytes,
       (select count(*)::float8 from ledger) as "ledgerRows",
       (select count(*)::float8 from ledger where type = 'run.started') as "runsEver",
       (select coalesce(extract(epoch from now() - min(completed_on)), 0)::float8
        from pgboss.job where state = 'completed') as "oldestJobSeconds"
     from texts t where t.kind in ('run_step', 'paper')`,
  );
  if (!row) throw new Error("nothing was counted");
  return { ...row, bytes: row.bytes + counted.reduce((sum, { bytes }) => sum + bytes, 0) };
};

/** The most that the checkpoints of one finished run take. */
export const readCheckpointBytes = async (database: Database): Promise<number> => {
  const all = ["checkpoints", "checkpoint_blobs", "checkpoint_writes"]
    .map((table) => `select thread_id, pg_column_size(t.*) as size from langgraph.${table} t`)
    .join(" union all ");
  const [row] = await database.query<{ bytes: number }>(
    `select max(bytes)::float8 as bytes from (
       select sum(a.size) as bytes from (${all}) a join runs r on r.id = a.thread_id
       where r.finished_at is not null group by r.id) runs`,
  );
  return row?.bytes ?? 0;
};

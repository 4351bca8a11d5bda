/** Runs and their steps: one event handled, one thread, and the trace of what it did. */
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { DecisionChannel } from "../domain/decision-channel.ts";
import { RunId } from "../domain/ids.ts";
import type { CaseId, ContactId } from "../domain/ids.ts";
import type { Clock } from "../domain/time.ts";
import { derivedId } from "../identifiers.ts";
import { appendLedger } from "../ledger/append.ts";
import type { Texts } from "../privacy/texts.ts";
import type { InboxEvent } from "./inbox-event.ts";
import { type Lease, fencedStatement, fencedTransaction } from "./lease.ts";
import type { RunRecord, RunStatus } from "./records.ts";

type Reads = Database | Queryable;

const RUN = `select id, event_id as "eventId", case_id as "caseId", status, outcome, correlation_id as "correlationId",
  started_at as "startedAt", finished_at as "finishedAt", pruned_at as "prunedAt"
  from runs`;

/** The id of the run (and thread) of an event: the same each time the event is handled. */
export const runIdOf = (eventId: string): RunId => RunId.parse(derivedId("run", eventId));

/** One run, or null. */
export const getRun = async (reads: Reads, id: string): Promise<RunRecord | null> => {
  const [found] = await reads.query<RunRecord & Row>(`${RUN} where id = $1`, [id]);
  return found ?? null;
};

/** Runs of a case, newest first. */
export const listRuns = async (reads: Reads, caseId: string): Promise<RunRecord[]> =>
  await reads.query<RunRecord & Row>(`${RUN} where case_id = $1 order by started_at desc, id`, [
    caseId,
  ]);

/** Starts the run of an event, once. */
export const startRun = async (
  tx: Tx,
  event: Pick<InboxEvent, "id" | "source" | "kind" | "correlationId" | "opportunityId" | "data">,
  clock: Clock,
): Promise<RunId> => {
  const id = runIdOf(event.id);
  const now = clock.now();
  const fresh = await tx.query(
    `insert into runs (id, event_id, status, correlation_id, started_at) values ($1, $2, 'running', $3, $4)
     on conflict (id) do nothing returning id`,
    [id, event.id, event.correlationId, now.toString()],
  );
  if (fresh.length > 0) {
    await appendLedger(tx, {
      type: "run.started",
      actor: "convene",
      correlationId: event.correlationId,
      data: {
        runId: id,
        eventId: event.id,
        eventKind: event.kind,
        opportunityId: event.opportunityId,
        source: event.source,
        ...askedIn(event),
      },
      at: now,
    });
  }
  return id;
};

/** Which person has asked for it, and by which channel. What comes from outside names nobody. */
const askedIn = ({
  source,
  data,
}: Pick<InboxEvent, "source" | "data">): { askedBy?: string; via?: DecisionChannel } => {
  const { by, via } = data;
  if (source !== "person" || typeof by !== "string") return {};
  const channel = DecisionChannel.safeParse(via).data;
  return { askedBy: by, ...(channel && { via: channel }) };
};

/** Ties a run to its case. */
export const setRunCase = async (tx: Tx, id: RunId, caseId: CaseId): Promise<void> => {
  await tx.query("update runs set case_id = $2 where id = $1", [id, caseId]);
};

/** Sets where a run stands; a finished one gets its time and a ledger entry. */
export const setRun = async (
  tx: Tx,
  change: { id: RunId; status: RunStatus; outcome: string | null },
  clock: Clock,
): Promise<void> => {
  const now = clock.now();
  const isOver = change.status !== "running" && change.status !== "waiting";
  const [row] = await tx.query<{ case_id: string | null; correlation_id: string }>(
    `update runs set status = $2, outcome = coalesce($3, outcome), finished_at = $4
     where id = $1 and status in ('running', 'waiting') returning case_id, correlation_id`,
    [change.id, change.status, change.outcome, isOver ? now.toString() : null],
  );
  if (!row) return;
  await tx.query("select pg_notify('convene', $1)", [
    JSON.stringify({ topic: "cases", caseId: row.case_id }),
  ]);
  if (!isOver) return;
  await appendLedger(tx, {
    type: `run.${change.status}`,
    actor: "convene",
    ...(row.case_id && { caseId: row.case_id }),
    correlationId: row.correlation_id,
    data: { runId: change.id },
    at: now,
  });
};

export interface StepRecord {
  id: string;
  kind: "node" | "tool" | "model";
  name: string;
  specialist: string | null;
  status: "ok" | "error" | "interrupted";
  startedAt: Temporal.Instant;
  durationMs: number;
  inputTextId: string | null;
  outputTextId: string | null;
  error: string | null;
  tokens: { input: number; output: number } | null;
}

export interface NewStep {
  id: string;
  runId: RunId;
  kind: StepRecord["kind"];
  name: string;
  specialist: string | null;
  status: StepRecord["status"];
  startedAt: Temporal.Instant;
  durationMs: number;
  /** Sealed under the candidate's key; without a candidate they are not kept. */
  input?: unknown;
  output?: unknown;
  candidate: ContactId | null;
  error?: string;
  tokens?: { input: number; output: number };
}

/** Writes one step of a run's trace. Errors: `stale_fence`. */
export const recordStep = async (
  step: NewStep,
  { database, lease, texts }: { database: Database; lease: Lease; texts: Texts },
): Promise<void> => {
  const { candidate } = step;
  if (candidate === null || (step.input === undefined && step.output === undefined)) {
    await fencedStatement(database, lease, {
      text: `${INSERT_STEP} select ${placesFrom(3)} from holder returning 1`,
      values: stepValues(step, { input: null, output: null }),
    });
    return;
  }
  await fencedTransaction(database, lease, async (tx) => {
    const seal = async (value: unknown): Promise<string | null> =>
      value === undefined
        ? null
        : await texts.seal(tx, { candidate, kind: "run_step", text: JSON.stringify(value) });
    const sealed = { input: await seal(step.input), output: await seal(step.output) };
    await tx.query(`${INSERT_STEP} values (${placesFrom(1)})`, stepValues(step, sealed));
  });
};

const STEP_TYPES = "text text text text text text timestamptz float8 text text text jsonb".split(
  " ",
);
const INSERT_STEP = `insert into run_steps (id, run_id, kind, name, specialist, status, started_at, duration_ms,
  input_text_id, output_text_id, error, tokens)`;

/** The places of a step's values in a statement. */
const placesFrom = (first: number): string =>
  STEP_TYPES.map((type, at) => `$${first + at}::${type}`).join(", ");

const stepValues = (
  step: NewStep,
  texts: { input: string | null; output: string | null },
): unknown[] => [
  step.id,
  step.runId,
  step.kind,
  step.name,
  step.specialist,
  step.status,
  step.startedAt.toString(),
  step.durationMs,
  texts.input,
  texts.output,
  step.error ?? null,
  step.tokens ? JSON.stringify(step.tokens) : null,
];

/** Steps of a run in the order in which they ended. */
export const listSteps = async (reads: Reads, runId: string): Promise<StepRecord[]> =>
  await reads.query<StepRecord & Row>(
    `select id, kind, name, specialist, status, started_at as "startedAt", duration_ms as "durationMs",
       input_text_id as "inputTextId", output_text_id as "outputTextId", error, tokens
     from run_steps where run_id = $1 order by seq`,
    [runId],
  );

/** Keeps a working paper of a run, sealed; a step that runs again writes the same paper again. */
export const keepPaper = async (
  tx: Tx,
  paper: { runId: RunId; name: string; candidate: ContactId; value: unknown },
  texts: Texts,
): Promise<void> => {
  const textId = await texts.seal(tx, {
    candidate: paper.candidate,
    kind: "paper",
    text: JSON.stringify(paper.value),
    id: derivedId("tx", paper.runId, paper.name),
  });
  await tx.query(
    `insert into papers (run_id, name, text_id) values ($1, $2, $3)
     on conflict (run_id, name) do update set text_id = excluded.text_id`,
    [paper.runId, paper.name, textId],
  );
};

/** A working paper, or null when there is none or its candidate was erased. */
export const readPaper = async (
  reads: Reads,
  paper: { runId: RunId; name: string },
  texts: Texts,
): Promise<unknown> => {
  const [row] = await reads.query<{ text_id: string }>(
    "select text_id from papers where run_id = $1 and name = $2",
    [paper.runId, paper.name],
  );
  const text = row ? await texts.open(reads, row.text_id) : null;
  return text === null ? null : (JSON.parse(text) as unknown);
};

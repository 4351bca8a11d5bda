/** Jobs that outlive the process that made them, on pg-boss in the same database. Delivery is at least once and in no
 * promised order; both are made good by the inbox's `seq` and the lease. A job whose worker died is given to another
 * one within seconds; one that failed too often is kept in the queue `dead`. */
import type { Logger } from "pino";
import { PgBoss } from "pg-boss";
import type { Db as BossDatabase, Job as BossJob, Queue as BossQueue, SendOptions } from "pg-boss";
import { toDatabaseError } from "../db/errors.ts";
import { QUEUE_SCHEMA } from "../db/migrate.ts";
import type { Database, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { type Crew, createCrew } from "./crew.ts";

const DEAD = "dead";
const DAY_SECONDS = 86_400;
/** The shortest that pg-boss knows; with the watch below a dead worker's job runs again in at most 15 seconds. */
const HEARTBEAT_SECONDS = 10;
const WATCH_SECONDS = 3;
/** Nobody reads a job that is done: it goes within two minutes, so that the queue's tables stay as large as the work. */
const DONE_SECONDS = 60;
/** New jobs are notified at once; this finds the deferred ones that have come due. */
const LOOK_MS = 1_000;
/** A worker by itself, while notices come and while they do not. */
const NOTIFIED_POLL_SECONDS = 30;
const POLL_SECONDS = 1;

/** `drain`: handle what waits for one opportunity; `tick`: a timed duty, at most one queued for each `singletonKey`. */
export type QueueName = "drain" | "tick";

const shared = {
  heartbeatSeconds: HEARTBEAT_SECONDS,
  retryBackoff: true,
  notify: true,
  deadLetter: DEAD,
  deleteAfterSeconds: DONE_SECONDS,
} satisfies Partial<BossQueue>;

const QUEUES: Record<QueueName, Omit<BossQueue, "name" | "policy"> & { policy: string }> = {
  drain: {
    ...shared,
    policy: "standard",
    expireInSeconds: 900,
    retryLimit: 8,
    retryDelay: 1,
    retryDelayMax: 60,
  },
  tick: {
    ...shared,
    policy: "short",
    expireInSeconds: 300,
    retryLimit: 3,
    retryDelay: 2,
    retryDelayMax: 60,
  },
};
const QUEUE_NAMES: readonly QueueName[] = ["drain", "tick"];

/** A job as its handler sees it. `attempt` counts from 1. */
export interface Job {
  id: string;
  data: Record<string, unknown>;
  attempt: number;
}

/** When and how often. With a `singletonKey` a `tick` that is queued already is not queued again. */
export interface SendJobOptions {
  startAfterSeconds?: number;
  singletonKey?: string;
}

/** Jobs in one queue now. `dead` failed for good and wait for a person. */
export interface QueueStats {
  name: QueueName;
  waiting: number;
  deferred: number;
  active: number;
  dead: number;
  /** Age of the oldest job that could run. Null when none waits. */
  oldestWaitingSeconds: number | null;
}

/** Rejects to have the job tried again. `signal` aborts when the job's time or the grace of `stop` is up, or when the
 * claim on it was lost. */
export type JobHandler = (job: Job, signal: AbortSignal) => Promise<void>;

/** The jobs of this installation. */
export interface Queue {
  /** Must come before anything else. Errors: database_unavailable (retryable). */
  start(): Promise<void>;
  /** Queues a job for each of `data` that exists if `tx` commits. */
  sendAll(tx: Tx, name: QueueName, data: readonly Record<string, unknown>[]): Promise<void>;
  /** Queues a job in a transaction of its own. */
  sendNow(name: QueueName, data: Record<string, unknown>, options?: SendJobOptions): Promise<void>;
  /** Queues a job for each of `data` for which none stands in the queue that could run now. */
  sendMissing(name: QueueName, data: readonly Record<string, unknown>[]): Promise<void>;
  /** Runs at most `concurrency` jobs of the queue at a time in this process. */
  work(name: QueueName, options: { concurrency: number }, handler: JobHandler): Promise<void>;
  /** Takes no more jobs, waits for the running ones, then aborts them; they are tried again elsewhere. */
  stop(options: { graceMs: number }): Promise<void>;
  stats(): Promise<QueueStats[]>;
}

interface QueueDeps {
  database: Database;
  log: Logger;
  /** Told of failures in pg-boss's own loops, which go on by themselves. */
  onError(error: Error): void;
}

/** The queue over a migrated database. */
export const createQueue = ({ database, log, onError }: QueueDeps): Queue => {
  const crews = new Map<string, Crew>();
  const boss = new PgBoss({
    db: toBossDatabase(database, (name) => crews.get(name)?.wakeOne()),
    backend: database.kind === "embedded" ? "pglite" : "postgres",
    schema: QUEUE_SCHEMA,
    useListenNotify: true,
    schedule: false,
    registerInstance: false,
    superviseIntervalSeconds: WATCH_SECONDS,
    monitorIntervalSeconds: WATCH_SECONDS,
    maintenanceIntervalSeconds: DONE_SECONDS,
  });
  boss.on("error", onError);
  boss.on("warning", ({ message }) => log.warn({ queue: message }, "queue warning"));
  const looks = setInterval(() => {
    for (const crew of crews.values()) crew.wakeOne();
  }, LOOK_MS).unref();
  const sendJob = async (
    name: QueueName,
    data: Record<string, unknown>,
    options: SendOptions,
  ): Promise<void> => {
    await boss.send(name, data, options).catch((error: unknown) => {
      throw toDatabaseError(error);
    });
  };
  return {
    start: () => startBoss(boss),
    async sendAll(tx, name, data) {
      const jobs = data.map((each) => ({ data: each }));
      await boss.insert(name, jobs, { db: toBossTransaction(tx) }).catch((error: unknown) => {
        throw toDatabaseError(error);
      });
    },
    sendNow: (name, data, options = {}) => sendJob(name, data, toSendOptions(options)),
    async sendMissing(name, data) {
      if (data.length === 0) return;
      const rows = await database.query<{ data: Record<string, unknown> }>(MISSING, [
        name,
        JSON.stringify(data),
      ]);
      for (const row of rows) await sendJob(name, row.data, {});
    },
    async work(name, { concurrency }, handler) {
      const crew = crews.get(name) ?? createCrew((workerId) => boss.notifyWorker(workerId));
      crews.set(name, crew);
      for (let index = 0; index < concurrency; index += 1) {
        await startWorker({ boss, log, crew }, name, handler);
      }
    },
    async stop({ graceMs }) {
      clearInterval(looks);
      await boss.stop({ graceful: true, timeout: graceMs, close: false });
    },
    stats: () => readStats(database),
  };
};

const startBoss = async (boss: PgBoss): Promise<void> => {
  try {
    await boss.start();
    await boss.createQueue(DEAD, { retentionSeconds: 365 * DAY_SECONDS });
    for (const name of QUEUE_NAMES) {
      const { policy, ...options } = QUEUES[name];
      await boss.createQueue(name, { ...options, policy });
      await boss.updateQueue(name, options);
    }
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw toDatabaseError(error);
  }
};

const startWorker = async (
  { boss, log, crew }: { boss: PgBoss; log: Logger; crew: Crew },
  name: QueueName,
  handler: JobHandler,
): Promise<void> => {
  let workerId = "";
  workerId = await boss.work<Record<string, unknown>>(
    name,
    {
      batchSize: 1,
      pollingIntervalSeconds: POLL_SECONDS,
      notifyPollingIntervalSeconds: NOTIFIED_POLL_SECONDS,
    },
    async ([job]) => {
      if (job === undefined) return;
      crew.begins(workerId);
      try {
        await handler(toJob(job), job.signal);
      } catch (error) {
        log.warn({ err: error, queue: name, jobId: job.id }, "job failed");
        throw toStoredError(error);
      } finally {
        crew.ends(workerId);
      }
    },
  );
  crew.add(workerId);
};

const toJob = (job: BossJob<Record<string, unknown>>): Job => ({
  id: job.id,
  data: job.data,
  attempt: job.retryCount + 1,
});

/** pg-boss stores what a job threw; foreign errors may quote what they choked on, so only their kind is kept. */
const toStoredError = (error: unknown): Error => {
  const stored = new Error(
    error instanceof AppError ? `${error.code}: ${error.message}` : "failed",
  );
  stored.name = error instanceof Error ? error.name : "Error";
  delete stored.stack;
  return stored;
};

const toSendOptions = ({ startAfterSeconds, singletonKey }: SendJobOptions): SendOptions => ({
  ...(startAfterSeconds !== undefined && { startAfter: startAfterSeconds }),
  ...(singletonKey !== undefined && { singletonKey }),
});

/** pg-boss itself would wake every worker of the queue that a notice names. */
const toBossDatabase = (database: Database, onJob: (queue: string) => void): BossDatabase => ({
  executeSql: (text, values) => database.pool.query(text, values),
  async listen(channel, _onNotification, onReconnect) {
    const close = await database.listen(channel, onJob, onReconnect);
    onReconnect();
    return { close };
  },
});

const toBossTransaction = (tx: Tx): BossDatabase => ({
  executeSql: async (text, values) => ({ rows: await tx.prepared(text, values ?? []) }),
});

const MISSING = `
  select asked.data from jsonb_array_elements($2::jsonb) as asked (data)
  where not exists (select from ${QUEUE_SCHEMA}.job j where j.name = $1 and j.state in ('created', 'retry')
    and j.start_after <= now() and j.data = asked.data)`;

/** Jobs in `dead` remember the queue that they failed in. */
const STATS = `
  with job as (
    select coalesce(source_name, name) as queue, name = '${DEAD}' as is_dead, state, start_after, created_on
    from ${QUEUE_SCHEMA}.job where state in ('created', 'retry', 'active')
  )
  select queue as name,
    count(*) filter (where not is_dead and state <> 'active' and start_after <= now()) as waiting,
    count(*) filter (where not is_dead and state <> 'active' and start_after > now()) as deferred,
    count(*) filter (where not is_dead and state = 'active') as active,
    count(*) filter (where is_dead) as dead,
    extract(epoch from now() - min(greatest(created_on, start_after))
      filter (where not is_dead and state <> 'active' and start_after <= now()))::float8
      as "oldestWaitingSeconds"
  from job group by queue`;

const readStats = async (database: Database): Promise<QueueStats[]> => {
  const rows = await database.query<QueueStats & Record<string, unknown>>(STATS);
  return QUEUE_NAMES.map((name) => rows.find((row) => row.name === name) ?? { ...NO_JOBS, name });
};

const NO_JOBS = { waiting: 0, deferred: 0, active: 0, dead: 0, oldestWaitingSeconds: null };

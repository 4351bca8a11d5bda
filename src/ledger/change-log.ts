/** Which models, prompts and policies were in use, from when until when: computed from the ledger each time, and kept nowhere else. */
import type { Database, Queryable, Row } from "../db/port.ts";

/** One model with one prompt, asked by one specialist, until the next one was. */
export interface ModelPeriod {
  specialist: string;
  model: string;
  /** Of its server. */
  host: string;
  prompt: string;
  /** SHA-256 of the prompt and the schema. */
  promptDigest: string;
  /** When it was first asked. */
  from: Temporal.Instant;
  /** When the next one was first asked; null: it is the latest. */
  until: Temporal.Instant | null;
  lastAskedAt: Temporal.Instant;
  asked: number;
  /** How often the draft stood in the place of its answer. */
  degraded: number;
}

/** What was set by people or learnt, in versions. */
export interface VersionPeriod {
  version: string;
  /** A name, or `convene`; null: it came with the program. */
  by: string | null;
  /** Null: since the beginning. */
  from: Temporal.Instant | null;
  /** Null: it is in force. */
  until: Temporal.Instant | null;
}

export interface ChangeLog {
  /** By specialist, newest first. */
  models: ModelPeriod[];
  /** Newest first, the one in force at the top. */
  policies: VersionPeriod[];
  /** The no-show model, newest first; the prior of this program stands before the first. */
  noShowModels: VersionPeriod[];
}

/** The whole log. */
export const readChangeLog = async (reads: Database | Queryable): Promise<ChangeLog> => ({
  models: await readModelPeriods(reads),
  policies: await readVersions(reads, { type: "policy.changed", before: firstPolicy }),
  noShowModels: await readVersions(reads, { type: "attendance.learnt", before: () => "prior" }),
});

/** A period ends where the specialist is known to have asked another one, or with another prompt. */
const readModelPeriods = async (reads: Database | Queryable): Promise<ModelPeriod[]> =>
  await reads.query<ModelPeriod & Row>(
    `with asked as (
       select seq, at, data ->> 'specialist' as specialist, data ->> 'model' as model, data ->> 'host' as host,
         data ->> 'prompt' as prompt, data ->> 'promptDigest' as digest, (data ->> 'isDegraded')::boolean as degraded
       from ledger where type = 'model.asked'),
     marked as (
       select *, case when (model, host, prompt, digest) is not distinct from (
           lag(model) over own, lag(host) over own, lag(prompt) over own, lag(digest) over own)
         then 0 else 1 end as is_first
       from asked window own as (partition by specialist order by seq)),
     numbered as (
       select *, sum(is_first) over (partition by specialist order by seq) as period from marked),
     periods as (
       select specialist, model, host, prompt, digest, period, min(at) as begun, max(at) as last,
         count(*)::int as asked, (count(*) filter (where degraded))::int as degraded
       from numbered group by specialist, model, host, prompt, digest, period)
     select specialist, model, host, prompt, digest as "promptDigest", begun as "from",
       lead(begun) over (partition by specialist order by period) as until, last as "lastAskedAt", asked, degraded
     from periods order by specialist, period desc`,
  );

interface Asked {
  type: string;
  /** What stood before the first entry, given the version that the first one brought; null when none did. */
  before(first: string | null): string;
}

const firstPolicy = (first: string | null): string =>
  String(first === null ? 0 : Number(first) - 1);

const readVersions = async (
  reads: Database | Queryable,
  { type, before }: Asked,
): Promise<VersionPeriod[]> => {
  const rows = await reads.query<{ version: string; by: string; from: Temporal.Instant } & Row>(
    `select data ->> 'version' as version, actor as by, at as "from" from ledger where type = $1 order by seq`,
    [type],
  );
  const all = [{ version: before(rows[0]?.version ?? null), by: null, from: null }, ...rows];
  return all.map((one, at) => ({ ...one, until: all[at + 1]?.from ?? null })).toReversed();
};

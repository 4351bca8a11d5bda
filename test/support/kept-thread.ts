/** A run that waits for a decision, and one that stopped between two effects, each with everything that the database holds
 * about it: kept from each version whose threads the next one must resume. `node test/support/kept-thread.ts` makes those of
 * the present version. */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { STATE_VERSION } from "../../graphs/state.ts";
import type { Database, Tx } from "../../src/db/port.ts";
import type { Witness } from "../../src/witness.ts";
import { openOwnEmbedded } from "./own-embedded.ts";
import { proposalFor, untilProposal } from "./story.ts";
import { startWalk } from "./walk.ts";

/** Seals what the kept threads hold; invented people only. */
export const KEPT_KEYS = `kept:${Buffer.alloc(32, "kept").toString("base64")}`;
const FOLDER = new URL("../fixtures/threads/", import.meta.url);
/** What belongs to the process that made it, not to the run. */
const NOT_KEPT = [
  "public.migrations",
  "public.calendar_watches",
  "public.calendar_versions",
  "public.rate_buckets",
];

const KeptThread = z.object({
  opportunityId: z.string(),
  proposalId: z.string(),
  tables: z.array(z.object({ name: z.string(), rows: z.array(z.record(z.string(), z.unknown())) })),
});
export type KeptThread = z.infer<typeof KeptThread>;

/** Where a kept run stopped. gate: it waits for a decision. act: the time is held, and nothing has left yet. */
export type KeptAt = "gate" | "act";

const fileOf = (version: number, at: KeptAt): string =>
  fileURLToPath(new URL(`state-${version}${at === "act" ? "-act" : ""}.json`, FOLDER));

/** The one that a version left. */
export const readKeptThread = async (version: number, at: KeptAt): Promise<KeptThread> =>
  KeptThread.parse(JSON.parse(await readFile(fileOf(version, at), "utf8")));

/** Makes it all that a migrated database holds. */
export const restoreThread = async (database: Database, kept: KeptThread): Promise<void> => {
  await database.transaction(async (tx) => {
    await tx.query("set local session_replication_role = replica");
    for (const name of await listTables(tx)) await tx.query(`delete from ${name}`);
    for (const { name, rows: asLeft } of kept.tables) {
      const rows = asLeft.map((row) => (name === "public.cases" ? withProblems(row) : row));
      const columns = Object.keys(rows[0] ?? {})
        .map((column) => `"${column}"`)
        .join(", ");
      await tx.query(
        `insert into ${name} (${columns}) overriding system value
         select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
        [JSON.stringify(rows)],
      );
    }
  });
};

/** A case had one problem before the migration that made a list of it. */
const withProblems = (row: Record<string, unknown>): Record<string, unknown> => {
  if (!("problem" in row)) return row;
  const { problem, ...rest } = row;
  return { ...rest, problems: problem === null ? [] : [problem] };
};

const listTables = async (reads: Database | Tx): Promise<string[]> => {
  const names = await reads.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname in ('public', 'langgraph') order by 1`,
  );
  return names
    .map(({ name }) => name)
    .filter((name) => !NOT_KEPT.includes(name) && !name.endsWith("migrations"));
};

const readTables = async (database: Database): Promise<KeptThread["tables"]> => {
  const tables: KeptThread["tables"] = [];
  for (const name of await listTables(database)) {
    const rows = await database.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${name} t`,
    );
    if (rows.length > 0) tables.push({ name, rows: rows.map(({ row }) => row) });
  }
  return tables;
};

const make = async (): Promise<void> => {
  let atPoint: Witness = () => {};
  const walk = await startWalk(openOwnEmbedded, {
    env: { ENCRYPTION_KEYS: KEPT_KEYS },
    witness: async (point, opportunityId) => await atPoint(point, opportunityId),
  });
  try {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const keep = async (at: KeptAt): Promise<void> => {
      const kept: KeptThread = {
        opportunityId: waiting.payload.opportunityId,
        proposalId: waiting.id,
        tables: await readTables(walk.running.deps.database),
      };
      await writeFile(fileOf(STATE_VERSION, at), `${JSON.stringify(kept)}\n`);
    };
    await keep("gate");
    atPoint = async (point) => {
      if (point === BETWEEN_EFFECTS) await keep("act");
    };
    await walk.api.approve(waiting);
    await untilProposal(walk, waiting, "done");
  } finally {
    await walk.close();
  }
};

/** Nothing outside knows of the booking yet: a company of any later day can take the rest of it. */
const BETWEEN_EFFECTS = "effect.reserve_time.done";

if (import.meta.main) await make();

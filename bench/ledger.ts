/** How long the whole look at a ledger of a hundred thousand entries takes, on the embedded database and on a server. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../src/clock.ts";
import { migrate } from "../src/db/migrate.ts";
import { openDatabase } from "../src/db/open.ts";
import type { Database } from "../src/db/port.ts";
import { auditLedger } from "../src/ledger/audit.ts";
import { FIRST_HASH, hashOf } from "../src/ledger/entry.ts";
import { openTrail } from "../src/ledger/trail.ts";
import { parseKeyring } from "../src/privacy/keyring.ts";
import { startPostgres } from "../test/support/throwaway-postgres.ts";
import type { Benchmark } from "./benchmark.ts";

const ENTRIES = 100_000;
const BATCH = 5_000;
const MOST_SECONDS = 10;

/** Of so many entries one is of a record that is held against it. */
const EVERY = 5;

/** A chain as it would have been appended, without a transaction for each, and the records that it tells of. */
const fill = async (database: Database): Promise<void> => {
  const from = Temporal.Instant.from("2026-11-23T10:00:00Z");
  let prevHash = FIRST_HASH;
  for (let seq = 1; seq <= ENTRIES; seq += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, index) => {
      const n = seq + index;
      const data = { erasureId: `er_${n}`, digest: "ab".repeat(32), kind: "book_interview", n };
      const ids = { caseId: `case_${n % 500}`, correlationId: `co_${n}` };
      const open = {
        seq: n,
        at: from.add({ seconds: n }),
        type: n % EVERY === 0 ? "candidate.erased" : "effect.done",
        actor: "convene",
        ...ids,
        data,
        prevHash,
      };
      prevHash = hashOf(open);
      return { ...open, at: open.at.toString(), hash: prevHash };
    });
    await database.query(
      `insert into ledger (seq, at, type, actor, case_id, correlation_id, data, prev_hash, hash)
       select seq, at, type, actor, "caseId", "correlationId", data, "prevHash", hash
       from jsonb_to_recordset($1::jsonb) as entry (seq bigint, at timestamptz, type text, actor text, "caseId" text,
         "correlationId" text, data jsonb, "prevHash" text, hash text)`,
      [JSON.stringify(batch)],
    );
  }
  await database.query(
    `insert into erasures (id, candidate, opportunity_ids, cause, reason, asked_by, asked_at, erased_at)
     select 'er_' || n, 'c_' || n, '{}', 'person', 'other', 'somebody', now(), now()
     from generate_series($1::int, $2, $1) n`,
    [EVERY, ENTRIES],
  );
  await database.query("update ledger_head set seq = $1, hash = $2", [ENTRIES, prevHash]);
};

const secondsOf = async (database: Database): Promise<number> => {
  await migrate(database);
  await fill(database);
  const keyring = parseKeyring(`k1:${Buffer.alloc(32, 7).toString("base64")}`);
  const from = performance.now();
  const { ok, entries } = await auditLedger({
    database,
    keyring,
    trail: openTrail(null),
    clock: systemClock,
  });
  if (!ok || entries !== ENTRIES) throw new Error("the ledger that was made is not whole");
  return (performance.now() - from) / 1_000;
};

/** Measures both. */
export const bench: Benchmark = async () => {
  const folder = await mkdtemp(join(tmpdir(), "convene-ledger-"));
  const server = await startPostgres();
  try {
    await using undo = new AsyncDisposableStack();
    const embedded = await openDatabase({ dataDir: folder });
    undo.defer(async () => await embedded.close());
    const postgres = await openDatabase({ url: server.url });
    undo.defer(async () => await postgres.close());
    return {
      entries: { value: ENTRIES, unit: "rows" },
      embedded: { value: await secondsOf(embedded), unit: "seconds", most: MOST_SECONDS },
      postgres: { value: await secondsOf(postgres), unit: "seconds", most: MOST_SECONDS },
    };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

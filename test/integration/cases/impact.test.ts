/** Data for an audit of bias: from our books to rates, with a file of the employer's. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { exportImpact, listImpactRows } from "../../../src/cases/impact-rows.ts";
import { readCategories } from "../../../src/cli/impact-categories.ts";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { impactTables } from "../../../src/insights/impact.ts";
import { impactCsv } from "../../../src/insights/impact-csv.ts";
import { listLedger } from "../../../src/ledger/list.ts";
import { describeOneDatabase } from "../../support/database.ts";

const AT = "2026-11-02T09:00:00Z";

/** Two rounds of one candidacy, and one round of another that was archived. */
const ROWS = `
  insert into cases (id, opportunity_id, stage_id, stage_name, posting_id, posting_title, candidate, status, mode, next_step, in_lever,
    created_at, updated_at)
  values ('c1', 'opp-1', 's1', 'Screen', 'p', 'Engineer', 'contact-1', 'closed', 'assisted', '', 'active', '${AT}', '${AT}'),
    ('c2', 'opp-1', 's2', 'Onsite', 'p', 'Engineer', 'contact-1', 'open', 'assisted', '', 'active', '2026-11-09T09:00:00Z', '${AT}'),
    ('c3', 'opp-2', 's1', 'Screen', 'p', 'Engineer', 'contact-2', 'closed', 'assisted', '', 'archived', '${AT}', '2026-11-05T09:00:00Z');
  insert into inbox (id, source, kind, delivery_key, opportunity_id, seq, data, status, correlation_id, received_at)
  values ('e', 'lever', 'k', 'd', 'opp-1', 1, '{}', 'handled', 'co', '${AT}');
  insert into runs (id, event_id, status, correlation_id, started_at) values ('r', 'e', 'done', 'co', '${AT}');
  insert into proposals (id, case_id, run_id, kind, class, audience, risk, status, digest, policy_version, refined, created_at, expires_at)
  values ('a', 'c1', 'r', 'post_synthesis', 'evaluative', 'internal', 'high', 'superseded', 'd', 1, 'draft', '${AT}', '${AT}'),
    ('b', 'c1', 'r', 'post_synthesis', 'evaluative', 'internal', 'high', 'done', 'd', 1, 'draft', '2026-11-02T10:00:00Z', '${AT}'),
    ('c', 'c3', 'r', 'move_stage', 'evaluative', 'internal', 'high', 'rejected', 'd', 1, 'draft', '${AT}', '${AT}'),
    ('n', 'c2', 'r', 'book_interview', 'logistics', 'candidate', 'high', 'done', 'd', 1, 'draft', '${AT}', '${AT}');
  insert into decisions (proposal_id, digest, decision, decided_by, at)
  values ('b', 'd', 'approve', 'Ada', '2026-11-02T11:00:00Z'), ('c', 'd', 'reject', 'Ada', '2026-11-02T12:00:00Z');`;

describeOneDatabase("embedded", "the data for an audit of bias", (open) => {
  let database: Database;
  let folder: string;
  beforeAll(async () => {
    database = await open();
    await database.transaction(async (tx) => {
      for (const statement of ROWS.split(";\n")) await tx.query(statement);
    });
    folder = await mkdtemp(join(tmpdir(), "convene-impact-"));
  });
  afterAll(async () => await rm(folder, { recursive: true, force: true }));

  const write = async (text: string): Promise<string> => {
    const path = join(folder, "categories.csv");
    await writeFile(path, text);
    return path;
  };

  it("has what was proposed last, decided, and became of each, by the id in Lever alone", async () => {
    const clock = createManualClock(Temporal.Instant.from("2026-11-23T10:00:00Z"));
    const rows = await exportImpact({ by: "Ada" }, { database, clock, ids: randomIds });
    expect(impactCsv(rows).split("\r\n").slice(1, -1)).toEqual([
      `opp-1,p,Screen,${AT},post_synthesis,2026-11-02T10:00:00Z,done,approve,2026-11-02T11:00:00Z,moved_on,2026-11-09T09:00:00Z`,
      `opp-2,p,Screen,${AT},move_stage,${AT},rejected,reject,2026-11-02T12:00:00Z,ended,2026-11-05T09:00:00Z`,
    ]);
    const [entry] = await listLedger(database, { type: "impact.exported", limit: 2 });
    expect(entry).toMatchObject({ actor: "Ada", data: { rows: 2 } });
  });

  it("is joined with the employer's own file", async () => {
    const read = readCategories(await write("reference;sex\nopp-1;Female\nopp-2;Male\n"));
    const rows = await listImpactRows(database);
    const [table] = impactTables(rows, { ...read, leavesOutSmall: false });
    expect(table?.categories).toMatchObject([
      { category: "Female", assessed: 1, selected: 1, ratio: 1 },
      { category: "Male", assessed: 1, selected: 0, ratio: 0 },
    ]);
  });

  it.each([
    ["id,sex\na,F\n", /categories\.csv:1: the column reference is missing/],
    ["reference\na\n", /:1: there is no column of categories/],
    ["reference,sex,sex\na,F,F\n", /:1: the column sex is there twice/],
    ["reference,sex\na,Secret\n,Secret\n", /:3: column reference is blank/],
    ["reference,sex\na,Secret\na,Secret\n", /:3: column reference: has a row already/],
    ["reference,sex,selected\na,Secret,perhaps\n", /:2: column selected: must be yes, no or blank/],
    ["reference,sex\na,Secret,more\n", /:2: 3 cells; expected 2/],
    ["", /has no header/],
  ])("refuses %j by line and column, without a category in its words", async (text, words) => {
    const path = await write(text);
    const failed = (() => {
      try {
        readCategories(path);
        return "";
      } catch (thrown) {
        return String(thrown);
      }
    })();
    expect(failed).toMatch(words);
    expect(failed).not.toContain("Secret");
  });
});

/** The risk of a no-show is told and kept of nobody whose candidacy is for few, archived, gone or closed, and told of nobody while it is
 * switched off. */
import { expect, it } from "vitest";
import { forgetRisks, listRisks } from "../../../src/cases/no-show-risks.ts";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { changePolicy, readPolicy } from "../../../src/policy/store.ts";
import { ASSESSMENT } from "../../support/assessment.ts";
import { describeOneDatabase } from "../../support/database.ts";

const NOW = Temporal.Instant.from("2026-11-23T10:00:00Z");
const LATER = NOW.add({ hours: 48 }).toString();

describeOneDatabase("embedded", "the risk of a no-show", (open) => {
  it.each([
    ["confidential", "is_confidential = true"],
    ["archived", "in_lever = 'archived'"],
    ["gone", "in_lever = 'gone'"],
    ["closed", "closed_at = now(), status = 'closed'"],
  ])("is neither shown nor kept once the candidacy is %s", async (_name, change) => {
    const database = await open();
    // Which booking it is of is no matter here.
    await database.query("alter table attendances drop constraint attendances_proposal_id_fkey");
    await setEvaluative(database, "on");
    for (const id of ["case_1", "case_2"]) {
      await database.query(
        `insert into cases (id, opportunity_id, stage_id, stage_name, posting_title, candidate, status, mode,
           next_step, created_at, updated_at)
         values ($1, $1, 'screen', 'Screen', 'Engineer', 'contact', 'booked', 'managed', '', $2, $2)`,
        [id, NOW.toString()],
      );
      await database.query(
        `insert into attendances (case_id, session_id, starts_at, ends_at, proposal_id, booked_at)
         values ($1, 'talk', $2, $2, 'pr_1', $3)`,
        [id, LATER, NOW.toString()],
      );
      await database.query(
        `insert into no_show_risks (case_id, session_id, starts_at, risk, reasons, model_version, told_at)
         values ($1, 'talk', $2, 0.4, '{not confirmed}', 'v1', $3)`,
        [id, LATER, NOW.toString()],
      );
    }
    expect(await listRisks(database, "case_1")).toHaveLength(1);
    await database.query(`update cases set ${change} where id = 'case_1'`);
    expect(await listRisks(database, "case_1")).toEqual([]);
    expect(await listRisks(database, "case_2")).toHaveLength(1);
    // Not yet gone, and shown no more.
    await setEvaluative(database, "off");
    expect(await listRisks(database, "case_2")).toEqual([]);
    await forgetRisks(database, { begunBy: NOW });
    const kept = await database.query<{ id: string }>(`select case_id as id from no_show_risks`);
    expect(kept).toEqual([{ id: "case_2" }]);
  });

  const setEvaluative = async (database: Database, evaluative: "on" | "off"): Promise<void> => {
    const { policy, version: basedOn } = await readPolicy(database);
    await changePolicy(database, createManualClock(NOW), {
      policy: { ...policy, evaluative, assessment: ASSESSMENT },
      basedOn,
      by: "admin",
      correlationId: "co",
    });
  };
});

/** What goes with a candidate: every row that holds or seals something of theirs. What stays is pseudonymous: cases, proposals, decisions,
 * effects, runs and opt-outs with their ids, times and statuses, and the ledger. */
import { QUEUE_SCHEMA } from "../db/migrate.ts";
import type { Tx } from "../db/port.ts";
import { SAVER_SCHEMA } from "../db/saver-tables.ts";

/** Whose rows: candidacies, and what of our books is about them. */
export interface PurgeScope {
  opportunityIds: readonly string[];
  caseIds: readonly string[];
  runIds: readonly string[];
  now: Temporal.Instant;
}

/** Parameters: $1 candidacies, $2 cases, $3 runs. What is deleted first refers to what is deleted after it. */
const GONE: readonly [what: string, statement: string][] = [
  ...["checkpoint_writes", "checkpoint_blobs", "checkpoints"].map((table): [string, string] => [
    table,
    `delete from ${SAVER_SCHEMA}.${table} where thread_id = any($3)`,
  ]),
  ["run_steps", "delete from run_steps where run_id = any($3)"],
  ["papers", "delete from papers where run_id = any($3)"],
  ["candidate_questions", "delete from candidate_questions where case_id = any($2)"],
  ["chat_messages", "delete from chat_messages where case_id = any($2)"],
  ["chats", "delete from chats where case_id = any($2)"],
  ["candidate_answers", "delete from candidate_answers where case_id = any($2)"],
  ["briefs", "delete from briefs where case_id = any($2)"],
  ["notices_shown", "delete from notices_shown where case_id = any($2)"],
  ["reminders", "delete from reminders where case_id = any($2)"],
  ["searches", "delete from searches where case_id = any($2)"],
  ["stage_rules", "delete from stage_rules where case_id = any($2)"],
  ["no_show_risks", "delete from no_show_risks where case_id = any($2)"],
  ["feedback_owed", "delete from feedback_owed where opportunity_id = any($1)"],
  ["feedback_looks", "delete from feedback_looks where opportunity_id = any($1)"],
  [
    "reconciliation_checks",
    "delete from reconciliation_checks where opportunity_id = any($1) or case_ids && $2::text[]",
  ],
  [
    "jobs",
    `delete from ${QUEUE_SCHEMA}.job where data ->> 'opportunityId' = any($1) and state <> 'active'`,
  ],
];

/** Statements that take out of rows what may not stay, and leave the rows. */
const EMPTIED: readonly [what: string, statement: string][] = [
  [
    "plain_requests",
    `update plain_requests set text_id = null, answer_text_id = null, in_sight = null where case_id = any($2)`,
  ],
  ["attendances", "update attendances set facts = null, reason = null where case_id = any($2)"],
  [
    "reconciliations",
    `update reconciliations set findings = coalesce((select jsonb_agg(one) from jsonb_array_elements(findings) one
         where not coalesce(one ->> 'caseId' = any($2), false)), '[]')
       where exists (select from jsonb_array_elements(findings) one where one ->> 'caseId' = any($2))`,
  ],
  [
    "events",
    `update inbox set data = '{}', note = null, error = null,
         status = case when status in ('waiting', 'failed') then 'ignored' else status end,
         handled_at = coalesce(handled_at, $4)
       where opportunity_id = any($1)`,
  ],
];

/** Removes it all. The texts themselves are for whoever erases. Shape: how many rows, by what they were. */
export const purgeRows = async (tx: Tx, scope: PurgeScope): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  const ids = [scope.opportunityIds, scope.caseIds, scope.runIds].map((each) => [...each]);
  for (const [what, statement] of GONE) {
    counts[what] = (await tx.query(`${withAll(statement)} returning 1`, ids)).length;
  }
  for (const [what, statement] of EMPTIED) {
    const values = statement.includes("$4") ? [...ids, scope.now.toString()] : ids;
    counts[what] = (await tx.query(`${withAll(statement)} returning 1`, values)).length;
  }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
};

/** Every statement has all three parameters, whichever it reads: their types must be known. */
const withAll = (statement: string): string =>
  `with scope as (select $1::text[], $2::text[], $3::text[]) ${statement}`;

/** The texts that these rows refer to: of one candidacy, where its person has another one. */
export const textsOfRows = async (
  tx: Tx,
  { caseIds, runIds }: Pick<PurgeScope, "caseIds" | "runIds">,
): Promise<string[]> => {
  const rows = await tx.query<{ id: string }>(
    `select distinct id from (
       select name_text_id as id from cases where id = any($1)
       union all select unnest(array[payload_text_id, context_text_id]) from proposals where case_id = any($1)
       union all select d.reason_text_id from decisions d join proposals p on p.id = d.proposal_id where p.case_id = any($1)
       union all select e.result_text_id from effects e join proposals p on p.id = e.proposal_id where p.case_id = any($1)
       union all select text_id from candidate_answers where case_id = any($1)
       union all select text_id from chat_messages where case_id = any($1)
       union all select text_id from stage_rules where case_id = any($1)
       union all select unnest(array[text_id, answer_text_id]) from plain_requests where case_id = any($1)
       union all select unnest(array[input_text_id, output_text_id]) from run_steps where run_id = any($2)
       union all select text_id from papers where run_id = any($2)
     ) of_rows where id is not null`,
    [[...caseIds], [...runIds]],
  );
  return rows.map(({ id }) => id);
};

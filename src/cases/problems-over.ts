/** Ends by the clock what is of no matter any more: nobody is to be told of an interview that is over, nor reminded of a form that nobody
 * owes, nor asked for a decision that waits no more. */
import type { Database } from "../db/port.ts";
import { APPROVAL_NOT_TOLD } from "../domain/approval-not-told.ts";
import { MESSAGE_NOT_SENT } from "../domain/attendance-message.ts";
import { BRIEF_NOT_SENT } from "../domain/brief.ts";
import { NUDGE_NOT_SENT } from "../domain/nudge.ts";

/** SQL: of which session of its case a problem `p` is, see `aboutOf`; null: of none. */
const SESSION = `case p ->> 'code' when '${BRIEF_NOT_SENT}' then p ->> 'about'
  when '${MESSAGE_NOT_SENT}' then nullif(split_part(p ->> 'about', ' ', 2), '') end`;

const IS_OVER = `((select max(a.ends_at) <= $1 from attendances a where a.case_id = c.id and a.session_id = ${SESSION})
  or (p ->> 'code' = '${NUDGE_NOT_SENT}' and p ? 'about' and not exists (select from feedback_owed f
    where f.interview_id || ' ' || f.user_id = p ->> 'about' and f.status = 'owed'))
  or (p ->> 'code' = '${APPROVAL_NOT_TOLD}' and not exists (select from proposals w
    where w.id = split_part(p ->> 'about', ' ', 1) and w.status = 'waiting')))`;

/** Of every open case. */
export const endProblemsOver = async (
  database: Database,
  { now }: { now: Temporal.Instant },
): Promise<void> => {
  const ended = await database.query<{ id: string }>(
    `update cases c set version = version + 1, updated_at = $1, problems = (
       select coalesce(jsonb_agg(p order by n), '[]') from jsonb_array_elements(c.problems) with ordinality e(p, n)
       where (${IS_OVER}) is not true)
     where c.id in (select l.id from cases l where l.closed_at is null and l.problems <> '[]' for update skip locked)
       and exists (select from jsonb_array_elements(c.problems) p where ${IS_OVER})
     returning c.id`,
    [now.toString()],
  );
  for (const { id: caseId } of ended) {
    await database.query("select pg_notify('convene', $1)", [
      JSON.stringify({ topic: "cases", caseId }),
    ]);
  }
};

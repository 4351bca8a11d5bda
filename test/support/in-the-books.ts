/** How an opportunity stands by the product's own rows. For waiting: the API's full answer, asked at each notice, would cost
 * more than the work that is waited for. */
import type { Database } from "../../src/db/port.ts";

type Reads = Pick<Database, "query">;

/** What is told of a booking, and may be followed by a proposal. */
const MAY_BE_MENDED: ReadonlySet<string> = new Set([
  "booking_changed",
  "booked_but_ended",
  "wish_unanswered",
  "change_unreadable",
  "candidate_missed",
]);

/** The proposal that waits for a person, if one does. Errors: when the case has a problem, because then none will. */
export const findWaiting = async (
  database: Reads,
  opportunityId: string,
): Promise<{ id: string; digest: string } | null> => {
  const [row] = await database.query<{
    id: string | null;
    digest: string | null;
    problems: { code: string; message: string }[] | null;
  }>(
    `select p.id, p.digest, c.problems from cases c
     left join proposals p on p.case_id = c.id and p.status = 'waiting' and p.kind not in ('remind_candidate', 'invite_again', 'send_brief')
     where c.opportunity_id = $1 and c.closed_at is null order by p.id limit 1`,
    [opportunityId],
  );
  const stuck = row?.problems?.find(({ code }) => !MAY_BE_MENDED.has(code));
  if (stuck) throw new Error(`the case is stuck: ${stuck.message}`);
  return row?.id && row.digest ? { id: row.id, digest: row.digest } : null;
};

/** Whether any proposal waits for a person. */
export const hasWaiting = async (database: Reads): Promise<boolean> => {
  const rows = await database.query("select 1 from proposals where status = 'waiting' limit 1");
  return rows.length > 0;
};

/** Status of a proposal, or null when there is none. */
export const statusOf = async (database: Reads, proposalId: string): Promise<string | null> => {
  const [row] = await database.query<{ status: string }>(
    "select status from proposals where id = $1",
    [proposalId],
  );
  return row?.status ?? null;
};

/** Whether the opportunity's interview is booked. */
export const isBooked = async (database: Reads, opportunityId: string): Promise<boolean> => {
  const rows = await database.query(
    "select 1 from cases where opportunity_id = $1 and status = 'booked' and closed_at is null",
    [opportunityId],
  );
  return rows.length > 0;
};

/** Whether all that is known of these opportunities has been handled. */
export const isHandled = async (
  database: Reads,
  opportunityIds: readonly string[],
): Promise<boolean> => {
  const rows = await database.query(
    "select 1 from inbox where opportunity_id = any($1) and status = 'waiting' limit 1",
    [opportunityIds],
  );
  return rows.length === 0;
};

/** How often a case's booking has been changed: after so many times a person takes over. */
import type { Database, Queryable } from "../db/port.ts";

/** Whoever declines again and again is not asked for ever. */
const MOST_CHANGES = 3;

/** Whether nothing more is done about what is booked of a case by itself; a person may still have it changed. */
export const isForPerson = async (
  reads: Database | Queryable,
  caseId: string,
): Promise<boolean> => {
  const [row] = await reads.query<{ n: number }>(
    `select count(*)::int as n from proposals where case_id = $1 and kind = 'change_booking'
       and status not in ('superseded', 'waiting')`,
    [caseId],
  );
  return (row?.n ?? 0) >= MOST_CHANGES;
};

/** Says so, before what there is to do. */
export const TAKE_OVER = `This booking was changed, or was to be, ${MOST_CHANGES} times already: nothing more is done about it by itself, and a person has to take over.`;

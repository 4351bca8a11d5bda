/** Whether people may be told of a booking as it stands in our books: not while it is known to be otherwise, nor while a change of it
 * may come; and its candidate not while they have asked for another time, or for none. */
import type { Database, Queryable, Row } from "../db/port.ts";

type Reads = Database | Queryable;

/** Of a case `c`: what is booked is not so outside, or a change or cancellation of it waits or is under way. */
export const IN_DOUBT = `(c.problems @> '[{"code": "booking_changed"}]'
  or exists (select from proposals d where d.case_id = c.id and d.kind in ('change_booking', 'cancel_booking')
    and d.status in ('waiting', 'approved', 'performing')))`;

/** Of a case `c`: its candidate has asked for another time, or to cancel, and nobody has settled that. */
export const IS_WISHED = `exists (select from candidate_answers w where w.case_id = c.id
  and w.kind in ('wants_move', 'wants_cancel') and w.said_at is not null and w.settled_at is null)`;

export interface BookingDoubts {
  isInDoubt: boolean;
  isWished: boolean;
}

/** Those of a case now. */
export const readDoubts = async (reads: Reads, caseId: string): Promise<BookingDoubts> => {
  const [row] = await reads.query<BookingDoubts & Row>(
    `select ${IN_DOUBT} as "isInDoubt", ${IS_WISHED} as "isWished" from cases c where c.id = $1`,
    [caseId],
  );
  return row ?? { isInDoubt: false, isWished: false };
};

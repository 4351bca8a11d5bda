/** When it is time for a mail that a person has answered in the chat; `answers-told.ts` says what is in it. */
import type { Tx } from "../db/port.ts";

/** So long an open page has to show an answer before it is told by mail. Units: minutes. */
const PAGE_MINUTES = 2;

/** So long after one such mail there is no other. Units: minutes. */
const QUIET_MINUTES = 15;

/** In the transaction of the answer. What is due already is told with this one. */
export const planAnswerMail = async (
  tx: Tx,
  { caseId, at }: { caseId: string; at: Temporal.Instant },
): Promise<void> => {
  await tx.query(
    `update chats set answers_due_at = greatest($2, $3 * interval '1 minute' + (
       select max(greatest(p.created_at, e.left_at)) from proposals p left join effects e on e.proposal_id = p.id
       where p.case_id = $1 and p.kind = 'tell_answer'))
     where case_id = $1 and answers_due_at is null`,
    [caseId, at.add({ minutes: PAGE_MINUTES }), QUIET_MINUTES],
  );
};

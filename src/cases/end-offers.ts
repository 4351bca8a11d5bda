/** Ends what was offered to the candidate of a case. */
import type { Tx } from "../db/port.ts";
import { releaseHolds } from "./holds.ts";

/** It can no longer be chosen, and its times are free again. */
export const endOffers = async (tx: Tx, caseId: string, now: Temporal.Instant): Promise<void> => {
  const ended = await tx.query<{ id: string }>(
    `update proposals set expires_at = $2 where case_id = $1 and kind = 'offer_times'
       and status = 'done' and expires_at > $2 returning id`,
    [caseId, now.toString()],
  );
  await releaseHolds(
    tx,
    ended.map(({ id }) => id),
    now,
  );
};

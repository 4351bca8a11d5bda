/** What a request in plain words has proposed. Words may have been meant otherwise than they were read, so a person looks at all that
 * comes of them: nothing of it is ever of a lower risk than high. */
import type { Tx } from "../db/port.ts";
import { originOf } from "./origin-event.ts";
import { getRun } from "./runs.ts";

/** Whether a run does what a request in plain words was read as, also where the time was lost meanwhile. What follows from a booking
 * that a person has approved is nothing that was asked for. */
export const isAskedInWords = async (tx: Tx, runId: string): Promise<boolean> => {
  const run = await getRun(tx, runId);
  const origin = run && (await originOf(tx, run.eventId));
  if (!origin) return false;
  const [asked] = await tx.query("select 1 as ok from plain_requests where handed_event_id = $1", [
    origin.id,
  ]);
  return asked !== undefined;
};

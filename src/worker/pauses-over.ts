/** Proposals whose pause is over: their runs go on, and the gate asks policy once more. None while the kill switch is on: what waits
 * can still be stopped. */
import { PAUSE_OVER } from "../cases/pauses.ts";
import type { ProposalRecord } from "../cases/records.ts";
import type { Database } from "../db/port.ts";
import type { AcceptDeps } from "../intake/accept.ts";
import { isPaused } from "../policy/store.ts";
import { wakeRun } from "./wake-run.ts";

export interface PausesDeps extends AcceptDeps {
  database: Database;
}

/** One round; safe in any number of processes. */
export const endPauses = async (deps: PausesDeps): Promise<void> => {
  if (await isPaused(deps.database)) return;
  const rows = await deps.database.query<{ id: string }>(
    `select id from proposals p where status = 'waiting' and performs_at <= $1
       and not exists (select from inbox i where i.delivery_key = '${PAUSE_OVER}:' || p.id)
     order by performs_at limit 100`,
    [deps.clock.now().toString()],
  );
  for (const { id } of rows) {
    await deps.database.transaction(
      async (tx) => await wakeRun(tx, { id, kind: PAUSE_OVER, isDue }, deps),
    );
  }
};

const isDue = ({ performsAt }: ProposalRecord): boolean => performsAt !== null;

/** The moment from which on it holds that an interview was missed comes by our own clock. */
import { lockCase } from "../cases/asked-case.ts";
import { listCasesToSettle, settleMissed } from "../cases/settle-missed.ts";
import type { Database } from "../db/port.ts";
import type { AcceptDeps } from "../intake/accept.ts";

const MOST_A_ROUND = 50;

/** Lets it hold of each case whose moment has come. */
export const settleMissedDue = async (deps: AcceptDeps & { database: Database }): Promise<void> => {
  const now = deps.clock.now();
  for (const { caseId } of await listCasesToSettle(deps.database, { now, limit: MOST_A_ROUND })) {
    await deps.database.transaction(async (tx) => {
      await settleMissed(tx, { case_: await lockCase(tx, caseId), now }, deps);
    });
  }
};

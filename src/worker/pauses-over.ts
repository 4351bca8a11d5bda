/** Proposals whose pause is over: their runs go on, and the gate asks policy once more. None while the kill switch is on: what waits
 * can still be stopped. */
import { getCase } from "../cases/cases.ts";
import { lockStream } from "../cases/lease.ts";
import { PAUSE_OVER } from "../cases/pauses.ts";
import { getProposal } from "../cases/proposals.ts";
import { getRun } from "../cases/runs.ts";
import type { Database } from "../db/port.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import { isPaused } from "../policy/store.ts";

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
  for (const { id } of rows) await endOne(id, deps);
};

const endOne = async (id: string, deps: PausesDeps): Promise<void> => {
  await deps.database.transaction(async (tx) => {
    const seen = await getProposal(tx, id);
    const case_ = seen && (await getCase(tx, seen.caseId));
    // In the order in which everybody locks.
    if (case_) await lockStream(tx, case_.opportunityId);
    const proposal = case_ && (await getProposal(tx, id, { lock: true }));
    const run = proposal && (await getRun(tx, proposal.runId));
    if (!run || proposal?.status !== "waiting" || proposal.performsAt === null) return;
    await acceptEvent(
      tx,
      {
        source: "clock",
        kind: PAUSE_OVER,
        deliveryKey: `${PAUSE_OVER}:${id}`,
        opportunityId: case_.opportunityId,
        data: { proposalId: id, runId: run.id },
        correlationId: run.correlationId,
      },
      deps,
    );
  });
};

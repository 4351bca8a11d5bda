/** Duties towards interviewers: the time for a brief comes as an event of its opportunity, so that order and lease hold. */
import { BRIEF_DUE, listCasesWithBriefDue, markAsked } from "../cases/briefs.ts";
import { lockStream } from "../cases/lease.ts";
import type { Database } from "../db/port.ts";
import { OpportunityId } from "../domain/ids.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";

export interface BriefsDueDeps extends AcceptDeps {
  database: Database;
}

const MOST_A_ROUND = 50;

/** Has the briefs made whose time has come: one event a case, for all of its sessions that are due. */
export const askForBriefs = async (deps: BriefsDueDeps): Promise<void> => {
  const now = deps.clock.now();
  const due = await listCasesWithBriefDue(deps.database, { now, limit: MOST_A_ROUND });
  for (const { caseId, opportunityId } of due) {
    await deps.database.transaction(async (tx) => {
      // In the order in which everybody locks.
      await lockStream(tx, OpportunityId.parse(opportunityId));
      const sessionIds = await markAsked(tx, { caseId, now });
      // Another process was quicker.
      if (sessionIds.length === 0) return;
      await acceptEvent(
        tx,
        {
          source: "clock",
          kind: BRIEF_DUE,
          deliveryKey: `${BRIEF_DUE}:${caseId}:${now.toString()}`,
          opportunityId: OpportunityId.parse(opportunityId),
          data: { caseId, sessionIds },
        },
        deps,
      );
    });
  }
};

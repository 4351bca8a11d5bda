/** The time for reminders comes as an event of its opportunity, so that order and lease hold. */
import { lockStream } from "../cases/lease.ts";
import { REMINDER_DUE, listCasesWithReminderDue, markReminded } from "../cases/reminders.ts";
import type { Database } from "../db/port.ts";
import { OpportunityId } from "../domain/ids.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";

export interface RemindersDueDeps extends AcceptDeps {
  database: Database;
}

const MOST_A_ROUND = 50;

/** Has people reminded whose time has come: one event a case. */
export const askForReminders = async (deps: RemindersDueDeps): Promise<void> => {
  const now = deps.clock.now();
  const due = await listCasesWithReminderDue(deps.database, { now, limit: MOST_A_ROUND });
  for (const { caseId, opportunityId } of due) {
    await deps.database.transaction(async (tx) => {
      // In the order in which everybody locks.
      await lockStream(tx, OpportunityId.parse(opportunityId));
      const reminders = await markReminded(tx, { caseId, now });
      // Another process was quicker, or nobody wants it.
      if (reminders.length === 0) return;
      await acceptEvent(
        tx,
        {
          source: "clock",
          kind: REMINDER_DUE,
          deliveryKey: `${REMINDER_DUE}:${caseId}:${now.toString()}`,
          opportunityId: OpportunityId.parse(opportunityId),
          data: { caseId, askedAt: now.toString(), reminders },
        },
        deps,
      );
    });
  }
};

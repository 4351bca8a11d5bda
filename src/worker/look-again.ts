/** Duties towards cases for which nothing fits: they are looked at again, and in the end their recruiters are told. Each is an
 * event of its opportunity, so that order and lease hold. */
import {
  ALERT_DUE,
  LOOK_AGAIN,
  alertKeyOf,
  calendarsOf,
  countLook,
  findSearch,
} from "../cases/searches.ts";
import type { Database } from "../db/port.ts";
import { OpportunityId } from "../domain/ids.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";

export interface LookAgainDeps extends AcceptDeps {
  database: Database;
}

/** However often a calendar changes. */
const AT_MOST_EVERY = Temporal.Duration.from({ minutes: 15 });
const MOST_A_ROUND = 50;

/** Of opportunities on whose events nobody works: a look that waits is not joined by a second one, and a look comes before
 * the alert that it may save. */
const IDLE = `c.closed_at is null and s.ended_at is null
  and not exists (select from inbox i where i.opportunity_id = c.opportunity_id and i.status = 'waiting')`;

/** Has those looked at again whose time has come, and those of which a calendar has changed. */
export const lookAgain = async (deps: LookAgainDeps): Promise<void> => {
  const now = deps.clock.now();
  const people = "jsonb_array_elements_text(s.no_fit -> 'people')";
  const rows = await deps.database.query<{ caseId: string; opportunityId: string }>(
    `select s.case_id as "caseId", c.opportunity_id as "opportunityId"
     from searches s join cases c on c.id = s.case_id
     where ${IDLE} and s.next_look_at is not null and (s.next_look_at <= $1
       or (s.looked_at <= $2 and s.calendars <> ${calendarsOf(people)}))
     order by s.next_look_at limit $3`,
    [now.toString(), now.subtract(AT_MOST_EVERY).toString(), MOST_A_ROUND],
  );
  for (const { caseId, opportunityId } of rows) {
    await deps.database.transaction(async (tx) => {
      const search = await findSearch(tx, caseId);
      if (!search) return;
      const { id, looks, wishes } = search;
      await acceptEvent(
        tx,
        {
          source: "clock",
          kind: LOOK_AGAIN,
          deliveryKey: `look_again:${id}:${looks}`,
          opportunityId: OpportunityId.parse(opportunityId),
          data: { caseId, interviewKitId: wishes.planId, panelistIds: wishes.panelistIds },
        },
        deps,
      );
      await countLook(tx, search, deps);
    });
  }
};

/** Has recruiters told of those for which nothing has fitted for too long: once each time that it lasts so long. */
export const tellRecruiters = async (deps: LookAgainDeps): Promise<void> => {
  const now = deps.clock.now().toString();
  const rows = await deps.database.query<{ id: string; caseId: string; opportunityId: string }>(
    `select s.id, s.case_id as "caseId", c.opportunity_id as "opportunityId"
     from searches s join cases c on c.id = s.case_id
     where ${IDLE} and s.alerted_at is null and s.alert_at <= $1 order by s.alert_at limit $2`,
    [now, MOST_A_ROUND],
  );
  for (const { id, caseId, opportunityId } of rows) {
    await deps.database.transaction(async (tx) => {
      await acceptEvent(
        tx,
        {
          source: "clock",
          kind: ALERT_DUE,
          deliveryKey: alertKeyOf({ id }),
          opportunityId: OpportunityId.parse(opportunityId),
          data: { caseId },
        },
        deps,
      );
      await tx.query("update searches set alerted_at = $2 where id = $1 and alerted_at is null", [
        id,
        now,
      ]);
    });
  }
};

/** A booking of a case that was approved and has not come to its end: nothing new is proposed beside it. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { KINDS_OF_BOOKINGS } from "./booking-kinds.ts";
import type { CaseId, RunId } from "../domain/ids.ts";

export interface UnfinishedBooking {
  /** Of the event that was given up while it performed the booking; null while nobody has given up. */
  failedEventId: string | null;
  /** Why that was, in our words. */
  because: string | null;
  /** Labels of its steps of which nobody can tell what became of them. */
  parked: string[];
}

/** The latest one of the case that is not this run's own, or null. */
export const findUnfinishedBooking = async (
  reads: Database | Queryable,
  { caseId, exceptRun }: { caseId: CaseId; exceptRun: RunId },
): Promise<UnfinishedBooking | null> => {
  const [found] = await reads.query<UnfinishedBooking & Row>(
    `select f.id as "failedEventId", f.error ->> 'message' as because,
       array(select e.label from effects e where e.proposal_id = p.id and e.status = 'parked' order by e.step)
         as parked
     from proposals p join cases c on c.id = p.case_id join runs r on r.id = p.run_id
     left join lateral (select i.id, i.error from inbox i where i.opportunity_id = c.opportunity_id
         and i.status = 'failed' and (i.id = r.event_id or i.data ->> 'runId' = r.id)
       order by i.seq desc limit 1) f on true
     where p.case_id = $1 and p.run_id <> $2 and p.status in ('approved', 'performing')
       and p.kind in (${KINDS_OF_BOOKINGS})
     order by p.created_at desc limit 1`,
    [caseId, exceptRun],
  );
  return found ?? null;
};

/** What is said of it, and what a person does about it. */
export const wordsOfUnfinished = ({
  failedEventId,
  because,
  parked,
}: UnfinishedBooking): { says: string; todo: string | null } => {
  const steps = parked.length === 0 ? "" : ` Not known of these steps: ${parked.join("; ")}.`;
  if (failedEventId === null) {
    return {
      says: `An earlier booking of this stage is under way, so nothing new was proposed.${steps}`,
      todo: null,
    };
  }
  return {
    says: `An earlier booking of this stage stopped half way, so nothing new was proposed. Its event ${failedEventId} failed: ${because ?? "nobody wrote down why."}${steps}`,
    todo: `Run event ${failedEventId} again in the Events page: the booking goes on where it stopped, or is taken back if it may not go on. Only if it was taken back, move the stage again for a new proposal.`,
  };
};

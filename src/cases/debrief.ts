/** When a time for a panel's debrief is looked for: by an event like any other, whose run meets the same gate. Once for each case by
 * itself, whatever came of it; a person may ask again. */
import type { Asker } from "../domain/decision-channel.ts";
import type { Database, Queryable, Tx } from "../db/port.ts";
import type { OpportunityId } from "../domain/ids.ts";
import type { DueRound } from "../feedback/over.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import { IS_BOOKED } from "./booked-debrief.ts";
import { conflict, lockCase, refuseWhileWaiting } from "./asked-case.ts";
import { listOpenCases } from "./cases.ts";
import { refuseLeft } from "./opt-outs.ts";

/** Kind of the event that a round is over whose plan asks for a debrief. */
export const DEBRIEF_DUE = "debrief_due";

/** Kind of the event that somebody asks for it. */
export const DEBRIEF_REQUESTED = "debrief_requested";

/** Both of them. */
export const DEBRIEFS: ReadonlySet<string> = new Set([DEBRIEF_DUE, DEBRIEF_REQUESTED]);

/** Has them looked for, in the transaction of the look that finds rounds over. `rounds`: those whose plan asks for one. Its stream is
 * locked. */
export const askForDueDebriefs = async (
  tx: Tx,
  { opportunityId, rounds }: { opportunityId: OpportunityId; rounds: readonly DueRound[] },
  deps: AcceptDeps,
): Promise<void> => {
  if (rounds.length === 0) return;
  const open = await listOpenCases(tx, opportunityId);
  for (const { stageId } of rounds) {
    const case_ = open.find((one) => one.stageId === stageId && !one.isConfidential);
    if (!case_) continue;
    await acceptEvent(
      tx,
      {
        source: "clock",
        kind: DEBRIEF_DUE,
        // The same case's round once.
        deliveryKey: `debrief:${case_.id}`,
        opportunityId,
        data: { caseId: case_.id },
      },
      deps,
    );
  }
};

/** The debrief of a case that waits, is on its way or is booked, by its proposal; null: there is none. One that was taken off the
 * calendar is none. */
export const findStandingDebrief = async (
  reads: Database | Queryable,
  caseId: string,
): Promise<{ id: string; runId: string } | null> => {
  const [found] = await reads.query<{ id: string; runId: string }>(
    `select p.id, p.run_id as "runId" from proposals p where p.case_id = $1 and p.kind = 'book_debrief'
       and (p.status in ('waiting', 'approved', 'performing') or (${IS_BOOKED}))
     order by p.created_at desc limit 1`,
    [caseId],
  );
  return found ?? null;
};

/** What is said where there is one already. */
export const DEBRIEF_STANDS = "A debrief of this round is proposed or booked already.";

/** Has it looked for. Errors: `not_found`; `conflict` when the case is closed, there is one already, or it is being looked for. */
export const askForDebrief = async (
  { caseId, ...asker }: { caseId: string } & Asker,
  deps: AcceptDeps & { database: Database },
): Promise<{ eventId: string }> =>
  await deps.database.transaction(async (tx) => {
    const case_ = await lockCase(tx, caseId);
    await refuseLeft(tx, case_.id);
    if (case_.closedAt !== null) throw conflict("This case is closed: nothing is left to debrief.");
    if (await findStandingDebrief(tx, caseId)) throw conflict(DEBRIEF_STANDS);
    const says = "A time for the debrief is being looked for already: see what comes of it.";
    await refuseWhileWaiting(tx, case_, { kind: DEBRIEF_REQUESTED, says });
    const { eventId } = await acceptEvent(
      tx,
      {
        source: "person",
        kind: DEBRIEF_REQUESTED,
        deliveryKey: `debrief:${deps.ids.next("rq")}`,
        opportunityId: case_.opportunityId,
        data: { caseId, ...asker },
      },
      deps,
    );
    return { eventId };
  });

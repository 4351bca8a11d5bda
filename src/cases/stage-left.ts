/** A candidate has moved on while an interview of the stage before is booked: what becomes of it is a question of its own,
 * asked beside what the new stage brings. */
import type { Tx } from "../db/port.ts";
import type { OpportunityId } from "../domain/ids.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";

/** The kind of event that asks it. */
export const STAGE_LEFT = "stage_left";

/** Which booking, and the run that has found it. */
export interface LeftBehind {
  opportunityId: OpportunityId;
  proposalId: string;
  runId: string;
  correlationId: string;
}

/** Puts the question into the inbox, once a run. */
export type AskWhetherToKeep = (tx: Tx, left: LeftBehind) => Promise<void>;

/** A function that does so. */
export const createAskWhetherToKeep =
  (deps: AcceptDeps): AskWhetherToKeep =>
  async (tx, { opportunityId, proposalId, runId, correlationId }) => {
    await acceptEvent(
      tx,
      {
        source: "clock",
        kind: STAGE_LEFT,
        deliveryKey: `${STAGE_LEFT}:${proposalId}:${runId}`,
        opportunityId,
        data: { proposalId },
        correlationId,
      },
      deps,
    );
  };

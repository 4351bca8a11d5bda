/** Has all be compared when Lever holds a panel of ours that our books do not know: it came of a request that Lever carried
 * out late. */
import { hasStrays } from "../cases/bookings.ts";
import { type Lease, fencedTransaction } from "../cases/lease.ts";
import { RECONCILE } from "../cases/reconciliations.ts";
import type { Database } from "../db/port.ts";
import type { OpportunityId } from "../domain/ids.ts";
import { effectOfLink } from "../domain/panel-link.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import type { LeverReader } from "../lever/port.ts";

interface Asking {
  lease: Lease;
  runId: string;
  correlationId: string;
  lever: LeverReader;
}

/** A function that looks, and puts one comparison into the inbox if there is such a panel. Errors: those of Lever. */
export const createAskForRepair =
  (deps: AcceptDeps & { database: Database }) =>
  async (
    opportunityId: OpportunityId,
    { lease, runId, correlationId, lever }: Asking,
  ): Promise<void> => {
    const panels = (await lever.listPanels(opportunityId)).flatMap(
      ({ id, canceledAt, externalUrl }) => {
        const effectId = canceledAt === null ? effectOfLink(externalUrl) : null;
        return effectId === null ? [] : [{ panelId: id, effectId }];
      },
    );
    if (!(await hasStrays(deps.database, opportunityId, panels))) return;
    await fencedTransaction(deps.database, lease, async (tx) => {
      await acceptEvent(
        tx,
        {
          source: "clock",
          kind: RECONCILE,
          // A run that goes on after a crash asks once.
          deliveryKey: `reconcile:${runId}`,
          opportunityId,
          data: {},
          correlationId,
        },
        deps,
      );
    });
  };

/** A person has a case looked at again for which nothing fits, by the plan or with one rule loosened. */
import type { Asker } from "../domain/decision-channel.ts";
import type { Database } from "../db/port.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import { conflict, lockCase, refuseWhileWaiting } from "./asked-case.ts";
import { LOOK_AGAIN, findSearch } from "./searches.ts";
import { refuseLeft } from "./opt-outs.ts";

interface AskedLook extends Asker {
  caseId: string;
  /** Id of the rule that may give. */
  relax?: string | undefined;
}

/** The event that looks. Errors: `not_found`; `conflict` when nothing is looked for any more, a look waits already, or the
 * rule is none of those that would help now. */
export const askForLook = async (
  { caseId, relax, ...asker }: AskedLook,
  deps: AcceptDeps & { database: Database },
): Promise<{ eventId: string }> =>
  await deps.database.transaction(async (tx) => {
    const case_ = await lockCase(tx, caseId);
    await refuseLeft(tx, case_.id);
    const { opportunityId } = case_;
    const search = await findSearch(tx, caseId);
    if (!search)
      throw conflict("Nothing is looked for in this case any more: see where it stands.");
    if (relax !== undefined && search.noFit.relaxations.every(({ id }) => id !== relax)) {
      throw conflict("What would help has changed since you saw it. Look at the case again.");
    }
    const says = "It is being looked at already: see what comes of it.";
    await refuseWhileWaiting(tx, case_, { kind: LOOK_AGAIN, says });
    const { planId, panelistIds } = search.wishes;
    const { eventId } = await acceptEvent(
      tx,
      {
        source: "person",
        kind: LOOK_AGAIN,
        deliveryKey: `look:${deps.ids.next("rq")}`,
        opportunityId,
        data: {
          caseId,
          ...asker,
          interviewKitId: planId,
          panelistIds,
          ...(relax !== undefined && { relax }),
        },
      },
      deps,
    );
    return { eventId };
  });

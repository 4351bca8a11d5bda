/** What Lever has of an opportunity's rounds now, with what was missed of them as Convene has been told. */
import type { Database, Queryable } from "../db/port.ts";
import type { OpportunityId } from "../domain/ids.ts";
import type { Clock } from "../domain/time.ts";
import type { FeedbackFacts } from "../feedback/owed.ts";
import { unlessForbidden } from "../lever/access.ts";
import type { LeverReader } from "../lever/port.ts";
import { listMissed } from "./missed-interviews.ts";

export interface RoundFactsDeps {
  database: Database | Queryable;
  clock: Clock;
  lever: Pick<LeverReader, "listUsers" | "listPanels" | "listFeedback">;
}

/** Errors: those of Lever. */
export const readRoundFacts = async (
  opportunityId: OpportunityId,
  { database, clock, lever }: RoundFactsDeps,
): Promise<FeedbackFacts> => {
  const [users, panels, forms] = await Promise.all([
    unlessForbidden(async () => await lever.listUsers()),
    lever.listPanels(opportunityId),
    lever.listFeedback(opportunityId),
  ]);
  const missed = await listMissed(database, opportunityId);
  return { panels, forms, users, missed, now: clock.now() };
};

/** What Lever has of an opportunity's rounds now, with what was missed of them as Convene has been told. */
import type { Database, Queryable } from "../db/port.ts";
import type { OpportunityId } from "../domain/ids.ts";
import type { Clock } from "../domain/time.ts";
import type { FeedbackFacts } from "../feedback/owed.ts";
import type { MissedInterview } from "../feedback/seats.ts";
import { unlessForbidden } from "../lever/access.ts";
import type { LeverReader } from "../lever/port.ts";
import { listMissed } from "./missed-interviews.ts";

interface FactsDeps {
  clock: Clock;
  lever: Pick<LeverReader, "listUsers" | "listPanels" | "listFeedback">;
}

interface RoundFactsDeps extends FactsDeps {
  database: Database | Queryable;
}

/** For whoever knows by other means what was missed. */
export interface ToldFactsDeps extends FactsDeps {
  missedOf(opportunityId: string): Promise<MissedInterview[]>;
}

/** Errors: those of Lever. */
export const readRoundFacts = async (
  opportunityId: OpportunityId,
  { database, ...deps }: RoundFactsDeps,
): Promise<FeedbackFacts> => {
  const missedOf = async (id: string) => await listMissed(database, id);
  return await readToldFacts(opportunityId, { ...deps, missedOf });
};

/** The same. */
export const readToldFacts = async (
  opportunityId: OpportunityId,
  { clock, lever, missedOf }: ToldFactsDeps,
): Promise<FeedbackFacts> => {
  const [users, panels, forms] = await Promise.all([
    unlessForbidden(async () => await lever.listUsers()),
    lever.listPanels(opportunityId),
    lever.listFeedback(opportunityId),
  ]);
  const missed = await missedOf(opportunityId);
  return { panels, forms, users, missed, now: clock.now() };
};

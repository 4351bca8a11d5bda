/** The supervisor for LangGraph Studio (`langgraph.json`): the real graph on the configured database, with a lease of its
 * own taken for the opportunity of each thread. */
import { createSupervisor } from "../graphs/supervisor.ts";
import { takeLease } from "./cases/lease.ts";
import { readConfig } from "./config.ts";
import { createDeps } from "./deps.ts";
import { AppError } from "./domain/errors.ts";
import { OpportunityId } from "./domain/ids.ts";
import { createLog } from "./log.ts";
import { createRuns } from "./work.ts";

/** The graph of one thread. `opportunityId` in `configurable` names what it is about; Studio shows the graph without it. */
export const graph = async (config?: { configurable?: { opportunityId?: string } }) => {
  const deps = await createDeps(readConfig(), {
    log: createLog({ level: "warn", toStderr: true }),
    publicUrl: "http://127.0.0.1:3000",
  });
  const opportunityId = OpportunityId.parse(config?.configurable?.opportunityId ?? "studio");
  const lease = (await takeLease(deps.database, opportunityId, "studio")) ?? {
    opportunityId,
    fence: -1,
    owner: "studio",
  };
  if (config?.configurable?.opportunityId !== undefined && lease.fence === -1) {
    throw new AppError({
      code: "lease_taken",
      fault: "caller",
      message: "This opportunity is being worked on, or has never had an event.",
    });
  }
  const { runDeps } = await createRuns(deps);
  return createSupervisor(runDeps(lease, new AbortController().signal));
};

/** Names the specialists by the table. Nothing that anybody wrote is read here. */
import { routeEvent } from "../routes.ts";
import type { RunState, RunUpdate } from "../state.ts";

/** The `route` node. */
export const route = async (state: RunState): Promise<RunUpdate> => {
  if (!state.facts) throw new Error("route was reached without facts");
  const { action, specialists, reason } = routeEvent({
    source: state.source,
    kind: state.eventKind,
    facts: state.facts,
  });
  // A run without a case has nothing to coordinate or to close.
  // What a candidate said is told as such, however the booking stands.
  if (action === "keep" && state.checked !== null && state.source !== "candidate") {
    return await Promise.resolve({ action, specialists, reason: state.checked });
  }
  return await Promise.resolve(
    state.caseId === null && action === "coordinate"
      ? { action: "keep", specialists: [], reason: "No interview plan matches this stage." }
      : { action, specialists, reason },
  );
};

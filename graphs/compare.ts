/** What people did, held against what was proposed: written by the run that learns of it, which also takes back a step that they do not
 * agree with any more. */
import { findComparisons, findDecided, keepComparisons } from "../src/cases/comparisons.ts";
import type { NewComparison } from "../src/cases/comparisons.ts";
import { fencedTransaction } from "../src/cases/lease.ts";
import { takeStepsBack } from "../src/cases/rollout.ts";
import { OpportunityId } from "../src/domain/ids.ts";
import type { Opportunity } from "../src/lever/port.ts";
import type { RunDeps } from "./deps.ts";
import type { RunState } from "./state.ts";

/** As Lever says it now, and as people have decided. Errors: Lever's own, retryable or not. */
export const compareWithLever = async (
  opportunity: Opportunity,
  state: RunState,
  deps: RunDeps,
): Promise<void> => {
  const found = await findComparisons(opportunity, deps.clock.now(), deps);
  await keep(found, state, deps);
};

/** As people have decided, in this run too. */
export const compareDecided = async (state: RunState, deps: RunDeps): Promise<void> => {
  if (state.caseId === null) return;
  await keep(await findDecided(OpportunityId.parse(state.opportunityId), deps), state, deps);
};

const keep = async (
  found: readonly NewComparison[],
  { opportunityId, correlationId }: RunState,
  { database, lease, clock }: RunDeps,
): Promise<void> => {
  if (found.length === 0) return;
  await fencedTransaction(database, lease, async (tx) => {
    await keepComparisons(tx, found, { clock });
    await takeStepsBack(tx, { opportunityId, correlationId }, clock);
  });
};

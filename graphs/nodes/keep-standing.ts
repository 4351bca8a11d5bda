/** What the cases of an opportunity keep of how it stands in Lever, besides their facts. */
import {
  isAnsweredOtherwise,
  isSeenOtherwise,
  recruiterIdOf,
  setConfidential,
  setInLever,
  setRecruiter,
  standsOtherwise,
} from "../../src/cases/cases.ts";
import type { CaseFacts } from "../../src/cases/cases.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import type { RunDeps } from "../deps.ts";

/** Whether it is open, whom it may be shown to and who answers for it: written where it is otherwise by now. */
export const keepStanding = async (facts: CaseFacts, deps: RunDeps): Promise<void> => {
  await keepActive(facts, deps);
  await keepToFew(facts, deps);
  await keepRecruiter(facts, deps);
};

/** It was archived, and is back. */
const keepActive = async (
  { opportunity: { id: opportunityId } }: CaseFacts,
  deps: RunDeps,
): Promise<void> => {
  const active = { opportunityId, inLever: "active" } as const;
  if (!(await standsOtherwise(deps.database, active))) return;
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    await setInLever(tx, active, deps.clock);
  });
};

/** It has become confidential since, or is not any more. */
const keepToFew = async (facts: CaseFacts, deps: RunDeps): Promise<void> => {
  if (!(await isSeenOtherwise(deps.database, facts.opportunity))) return;
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    await setConfidential(tx, facts, deps);
  });
};

/** Somebody else answers for it since. */
const keepRecruiter = async (facts: CaseFacts, deps: RunDeps): Promise<void> => {
  const answered = { opportunityId: facts.opportunity.id, recruiterId: recruiterIdOf(facts) };
  if (!(await isAnsweredOtherwise(deps.database, answered))) return;
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    await setRecruiter(tx, answered);
  });
};

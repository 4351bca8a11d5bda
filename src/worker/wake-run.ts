/** By the clock, the run of a proposal that waits goes on. */
import { getCase } from "../cases/cases.ts";
import { lockStream } from "../cases/lease.ts";
import { getProposal } from "../cases/proposals.ts";
import type { ProposalRecord } from "../cases/records.ts";
import { getRun } from "../cases/runs.ts";
import type { Tx } from "../db/port.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";

interface Waking {
  id: string;
  /** Kind of the event. */
  kind: string;
  /** Whether it is still time for it. */
  isDue(proposal: ProposalRecord): boolean;
}

/** Tells the run once, and holds the proposal until the transaction ends. Shape: null when it waits no more. */
export const wakeRun = async (
  tx: Tx,
  { id, kind, isDue }: Waking,
  deps: AcceptDeps,
): Promise<{ proposal: ProposalRecord; correlationId: string } | null> => {
  const seen = await getProposal(tx, id);
  const case_ = seen && (await getCase(tx, seen.caseId));
  // In the order in which everybody locks.
  if (case_) await lockStream(tx, case_.opportunityId);
  const proposal = case_ && (await getProposal(tx, id, { lock: true }));
  const run = proposal && (await getRun(tx, proposal.runId));
  if (!run || proposal?.status !== "waiting" || !isDue(proposal)) return null;
  const { correlationId } = run;
  await acceptEvent(
    tx,
    {
      source: "clock",
      kind,
      deliveryKey: `${kind}:${id}`,
      opportunityId: case_.opportunityId,
      data: { proposalId: id, runId: run.id },
      correlationId,
    },
    deps,
  );
  return { proposal, correlationId };
};

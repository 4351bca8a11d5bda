/** Policy and kill switch, read once more at the moment of sending: a mode that became stricter since the gate counts. */
import { fencedTransaction } from "../cases/lease.ts";
import type { Lease } from "../cases/lease.ts";
import { getDecision, setProposalStatus } from "../cases/proposals.ts";
import type { CaseRecord, ProposalRecord } from "../cases/records.ts";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import { appendLedger } from "../ledger/append.ts";
import { decide } from "../policy/decide.ts";
import { isPaused, readPolicy } from "../policy/store.ts";
import type { Performed } from "./perform.ts";

export interface AboutToAct {
  proposal: ProposalRecord;
  case_: CaseRecord;
  run: { lease: Lease; correlationId: string };
}

/** Null: go on. Errors: `paused` while the kill switch is on. */
export const mayStillAct = async (
  { proposal, case_, run }: AboutToAct,
  deps: { database: Database; clock: Clock },
): Promise<Performed | null> => {
  await refuseWhilePaused(deps.database);
  const { policy, version } = await readPolicy(deps.database);
  const verdict = decide(policy, proposal, case_);
  const decision = await getDecision(deps.database, proposal.id);
  if (verdict === "perform" || (verdict === "ask" && decision?.decision === "approve")) return null;
  const status = verdict === "observe" ? "observed" : "waiting";
  await fencedTransaction(deps.database, run.lease, async (tx) => {
    if (status === "waiting") {
      await tx.query("delete from decisions where proposal_id = $1", [proposal.id]);
    }
    await setProposalStatus(tx, proposal, { status, now: deps.clock.now() });
    await appendLedger(tx, {
      type: "proposal.held_back",
      actor: "policy",
      caseId: case_.id,
      correlationId: run.correlationId,
      data: { proposalId: proposal.id, verdict, policyVersion: version },
      at: deps.clock.now(),
    });
  });
  return {
    status: "stopped",
    words:
      status === "observed"
        ? "The mode is silent now: nothing was done."
        : "The mode asks for a person now: the proposal waits again.",
  };
};

/** Errors: `paused` (retryable) while the kill switch is on. */
export const refuseWhilePaused = async (database: Database): Promise<void> => {
  if (!(await isPaused(database))) return;
  throw new AppError({
    code: "paused",
    fault: "caller",
    message: "All effects are paused; this one waits until they are resumed.",
    retryable: true,
  });
};

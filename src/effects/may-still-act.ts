/** Policy, kill switch and case, read once more at the moment of sending: a mode that became stricter since the gate counts,
 * and so does the end of the case. */
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
  about: AboutToAct,
  deps: { database: Database; clock: Clock },
): Promise<Performed | null> => {
  await refuseWhilePaused(deps.database);
  const { policy, version } = await readPolicy(deps.database);
  if (about.case_.closedAt !== null) {
    const words = "The case ended before anything was done.";
    return await holdBack(about, { status: "superseded", verdict: "ended", version, words }, deps);
  }
  const verdict = decide(policy, about.proposal, about.case_);
  const decision = await getDecision(deps.database, about.proposal.id);
  if (verdict === "perform" || (verdict === "ask" && decision?.decision === "approve")) return null;
  return await holdBack(
    about,
    verdict === "observe"
      ? {
          status: "observed",
          verdict,
          version,
          words: "The mode is silent now: nothing was done.",
        }
      : {
          status: "waiting",
          verdict,
          version,
          words: "The mode asks for a person now: the proposal waits again.",
        },
    deps,
  );
};

interface HeldBack {
  status: "observed" | "waiting" | "superseded";
  verdict: string;
  version: number;
  words: string;
}

const holdBack = async (
  { proposal, case_, run }: AboutToAct,
  { status, verdict, version, words }: HeldBack,
  deps: { database: Database; clock: Clock },
): Promise<Performed> => {
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
  return { status: "stopped", words };
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

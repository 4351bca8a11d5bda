/** Policy, kill switch and case, read once more at the moment of sending: a mode that became stricter since the gate counts,
 * and so does the end of the case. */
import { isApprovedByTwo } from "../cases/approvals.ts";
import { fencedTransaction } from "../cases/lease.ts";
import type { Lease } from "../cases/lease.ts";
import { setPerformsAt } from "../cases/pauses.ts";
import { getAnyProposal, setProposalStatus } from "../cases/proposals.ts";
import { getDecision } from "../cases/decisions.ts";
import type { AnyProposal, Ground } from "../cases/records.ts";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { Basis } from "../domain/policy-basis.ts";
import type { Clock } from "../domain/time.ts";
import { appendLedger } from "../ledger/append.ts";
import { answerNow } from "../policy/answer-now.ts";
import { isPaused, readPolicy } from "../policy/store.ts";
import type { Performed } from "./perform.ts";

export interface AboutToAct {
  proposal: AnyProposal;
  case_: Ground;
  run: { lease: Lease; correlationId: string };
}

/** Null: go on. Errors: `paused` while the kill switch is on. */
export const mayStillAct = async (
  about: AboutToAct,
  deps: { database: Database; clock: Clock },
): Promise<Performed | null> => {
  await refuseWhilePaused(deps.database);
  const { stop, version } = await verdictNow(about, deps);
  return stop && (await holdBack(about, { ...stop, version }, deps));
};

/** What policy and case say now of something that was let through before. Shape: `stop` is null when it may go on. */
export const verdictNow = async (
  { proposal, case_ }: Pick<AboutToAct, "proposal" | "case_">,
  { database, clock }: { database: Database; clock: Clock },
): Promise<{ stop: Omit<HeldBack, "version"> | null; version: number }> => {
  if (case_.closedAt !== null) {
    const { version } = await readPolicy(database);
    return {
      stop: { status: "superseded", verdict: "ended", words: WHY.ended, basis: null },
      version,
    };
  }
  // Somebody may have opted out since it was read.
  const present = (await getAnyProposal(database, proposal.id)) ?? proposal;
  const now = { proposal: present, ground: case_, now: clock.now() };
  const { answer, version, held, basis } = await answerNow(database, now);
  const verdict = answer.do;
  const decision = await getDecision(database, proposal.id);
  const isEnough =
    answer.do !== "ask" || !answer.fourEyes || (await isApprovedByTwo(database, proposal));
  const isApproved = decision?.decision === "approve" && isEnough;
  if (verdict === "perform" || (verdict === "ask" && isApproved)) {
    return { stop: null, version };
  }
  const stop =
    verdict === "observe"
      ? ({ status: "observed", words: held ?? whyObserved(present) } as const)
      : ({ status: "waiting", words: WHY.waiting } as const);
  return { stop: { ...stop, verdict, basis }, version };
};

interface HeldBack {
  status: "observed" | "waiting" | "superseded";
  verdict: string;
  version: number;
  words: string;
  /** What of that version it rests on; null: the case is over, whatever policy says. */
  basis: Basis | null;
}

const holdBack = async (
  { proposal, case_, run }: AboutToAct,
  { status, verdict, version, words, basis }: HeldBack,
  deps: { database: Database; clock: Clock },
): Promise<Performed> => {
  await fencedTransaction(deps.database, run.lease, async (tx) => {
    if (status === "waiting") {
      await tx.query("delete from decisions where proposal_id = $1", [proposal.id]);
      await setPerformsAt(tx, proposal, null);
    }
    await setProposalStatus(tx, proposal, { status, now: deps.clock.now() });
    await appendLedger(tx, {
      type: "proposal.held_back",
      actor: "policy",
      caseId: case_.id,
      correlationId: run.correlationId,
      data: { proposalId: proposal.id, verdict, policyVersion: version, ...basis },
      at: deps.clock.now(),
    });
  });
  return { status: "stopped", words: `${words} ${AND_SO[status]}` };
};

/** What is said of a proposal that was held back, or ended otherwise, before its performing began. */
export const wordsOfHeldBack = (
  proposal: Pick<AnyProposal, "status" | "class" | "optedOut">,
  { closedAt }: Pick<Ground, "closedAt">,
): string => {
  const { status } = proposal;
  if (status === "observed") return `${whyObserved(proposal)} ${AND_SO[status]}`;
  if (status === "waiting") return `${WHY[status]} ${AND_SO[status]}`;
  return closedAt === null ? AND_SO.superseded : `${WHY.ended} ${AND_SO.superseded}`;
};

const WHY = {
  ended: "The case ended before the booking did.",
  observed: "The mode is silent now.",
  evaluative: "Evaluative features are switched off now, or the mode is silent.",
  optedOut: "The candidate or the hiring manager wants people instead of software.",
  waiting: "The mode asks for a person now.",
} as const;

const whyObserved = ({ class: of, optedOut }: Pick<AnyProposal, "class" | "optedOut">): string => {
  if (optedOut.some((who) => who !== "interviewer")) return WHY.optedOut;
  return of === "evaluative" ? WHY.evaluative : WHY.observed;
};

const AND_SO: Record<HeldBack["status"], string> = {
  observed: "Nothing was done.",
  waiting: "The proposal waits again.",
  superseded: "Nothing was done.",
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
